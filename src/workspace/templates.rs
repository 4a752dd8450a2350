//! The workspace's own templates.

use crate::finding::Finding;
use crate::source;
use crate::template::{BUILT_IN, MAX_TEMPLATE_BYTES, Replacements};
use std::path::Path;

/// The files in `templates/` that replace a built-in template of the same name, with what is
/// wrong with them. A file that equals the built-in one replaces nothing.
///
/// # Errors
///
/// A file that cannot be read.
pub fn replacements(root: &Path) -> anyhow::Result<(Replacements, Vec<Finding>)> {
    let folder = root.join("templates");
    let mut replacements = Replacements::new();
    let mut findings = Vec::new();
    for (name, text) in BUILT_IN {
        let path = folder.join(name);
        if path.symlink_metadata().is_err() {
            continue;
        }
        let shown = path.strip_prefix(".").unwrap_or(&path);
        let (source, mut wrong) = source::read(&path, shown, Some(root))?;
        if source.text.len() > MAX_TEMPLATE_BYTES {
            wrong.push(crate::template::too_large(&source));
        }
        if wrong.is_empty() && source.text != *text {
            replacements.insert((*name).to_owned(), source);
        }
        findings.append(&mut wrong);
    }
    Ok((replacements, findings))
}
