//! How much a file may hold once its aliases are written out.
//!
//! Nine lines of YAML can stand for a billion values, each line an alias of the one before, ten
//! times over. Values and text are counted apart: 20,000 aliases of one long text are few values,
//! and many copies of one list of empty texts are few bytes.

use super::{Node, Value};

/// The most values: thirty times those of the largest guide we know of.
const MAX_VALUES: usize = 100_000;

/// The most bytes of text: twice what a file may hold.
const MAX_TEXT: usize = 2 * crate::source::MAX_BYTES;

/// What may still be spent.
pub(crate) struct Budget {
    values: usize,
    text: usize,
}

/// There is nothing left to spend.
#[derive(Debug)]
pub(crate) struct Exhausted;

impl Budget {
    pub(crate) fn new() -> Self {
        Self {
            values: MAX_VALUES,
            text: MAX_TEXT,
        }
    }

    /// Pays for one value, not for those within it.
    pub(super) fn pay(&mut self, value: &Value) -> Result<(), Exhausted> {
        let text = match value {
            Value::Text(text) => text.len(),
            Value::Map(fields) => fields.iter().map(|(key, _)| key.name.len()).sum(),
            _ => 0,
        };
        self.values = self.values.checked_sub(1).ok_or(Exhausted)?;
        self.text = self.text.checked_sub(text).ok_or(Exhausted)?;
        Ok(())
    }

    /// Pays for a copy of `node` with all that is within it.
    pub(crate) fn pay_copy(&mut self, node: &Node) -> Result<(), Exhausted> {
        self.pay(&node.value)?;
        for item in node.items() {
            self.pay_copy(item)?;
        }
        for (_, value) in node.fields() {
            self.pay_copy(value)?;
        }
        Ok(())
    }
}
