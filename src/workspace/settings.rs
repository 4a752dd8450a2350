//! `hirekit.yaml`: what applies to all guides of a workspace.

use super::SETTINGS_FILE;
use crate::finding::{Finding, Severity};
use crate::layout::Paper;
use crate::schema::Validator;
use crate::{source, yaml};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// What applies to all guides of a workspace.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The paper to print on: `a4` (the default) or `letter`.
    #[serde(default)]
    pub paper: Paper,
    /// Words for placeholders, by name: `Company: Aster Freight`.
    #[serde(default)]
    pub fill: BTreeMap<String, String>,
}

/// Reads the settings of the workspace at `root`; the defaults where there is no file.
///
/// # Errors
///
/// There is a file and it cannot be read.
pub(super) fn read(root: &Path) -> anyhow::Result<(Settings, Vec<Finding>)> {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    let path = root.join(SETTINGS_FILE);
    if path.symlink_metadata().is_err() {
        return Ok((Settings::default(), Vec::new()));
    }
    let shown = path.strip_prefix(".").unwrap_or(&path);
    let (source, mut findings) = source::read(&path, shown, Some(root))?;
    if !findings.is_empty() {
        return Ok((Settings::default(), findings));
    }
    let mut tree = yaml::parse(&source);
    findings.append(&mut tree.findings);
    // A file in which everything is commented out asks for the defaults.
    findings.retain(|finding| finding.code != yaml::EMPTY_FILE.code);
    let validator = VALIDATOR.get_or_init(|| Validator::of::<Settings>("the settings file"));
    findings.extend(validator.check(&tree));
    findings.sort_by_key(|finding| finding.place.span.start);
    let wrong = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let settings = match &tree.root {
        Some(root) if !wrong => serde_json::from_value(root.to_json())
            .expect("what fits the schema of the settings fits their type"),
        _ => Settings::default(),
    };
    Ok((settings, findings))
}
