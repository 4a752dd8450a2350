//! The labels of templates, as templates see them.

use super::Pattern;
use super::file::is_forms;
use super::wording::Wording;
use minijinja::Value;
use serde_json::Value as Json;
use unic_langid::LanguageIdentifier;

/// The value for templates: sections as maps, texts as text, and what has holes as [`Wording`].
///
/// # Errors
///
/// What is wrong with a label.
pub(super) fn value(tree: &Json, language: &str) -> Result<Value, String> {
    let language = language
        .parse()
        .map_err(|_| format!("`{language}` is no language"))?;
    section(tree, &language)
}

fn section(tree: &Json, language: &LanguageIdentifier) -> Result<Value, String> {
    match tree {
        Json::String(text) => {
            let pattern = Pattern::parse(text)?;
            if pattern.holes().is_empty() {
                return Ok(Value::from(text.as_str()));
            }
            Ok(Value::from_object(Wording::plain(pattern, language)))
        }
        Json::Object(forms) if is_forms(forms) => {
            Wording::with_forms(forms, language).map(Value::from_object)
        }
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, tree)| {
                let value = section(tree, language)?;
                Ok((name.clone(), value))
            });
            fields.collect::<Result<Value, String>>()
        }
        _ => Err("a label is a text".to_owned()),
    }
}
