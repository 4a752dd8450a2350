//! Uses as lines of text, for a terminal.

use super::Use;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One line for each use, and the guides in all.
pub fn text(uses: &[Use]) -> String {
    let mut text = String::new();
    for it in uses {
        let _ = write!(
            text,
            "{}:{}: {} {}",
            it.file,
            it.line,
            it.role.words(),
            it.path
        );
        if !it.own.is_empty() {
            let _ = write!(text, " with its own {}", joined(&it.own));
        }
        if !it.guides.is_empty() {
            let _ = write!(text, " ({})", joined(&it.guides));
        }
        text.push('\n');
    }
    let guides: BTreeSet<_> = uses.iter().flat_map(|it| &it.guides).cloned().collect();
    text.push_str(&match guides.len() {
        0 => "No guide uses it.\n".to_owned(),
        1 => format!("1 guide uses it: {}\n", joined(&guides)),
        count => format!("{count} guides use it: {}\n", joined(&guides)),
    });
    text
}

fn joined(ids: &BTreeSet<String>) -> String {
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    ids.join(", ")
}
