//! Text that is safe Markdown wherever a template prints it.

use serde::{Serialize, Serializer};

/// Text that is safe Markdown wherever a template prints it: it prints unescaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markdown(String);

impl Markdown {
    /// Takes text that `document::write_*` wrote, or that consists of ids only.
    pub fn trusted(text: String) -> Self {
        Self(text)
    }
}

impl Serialize for Markdown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        minijinja::Value::from_safe_string(self.0.clone()).serialize(serializer)
    }
}
