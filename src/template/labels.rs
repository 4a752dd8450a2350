//! Labels in templates: `{{ labels.stage.number | with(number=2, stages=5) }}`.
//!
//! A label without holes is text, and prints like any other. One with holes is a [`Wording`]: it
//! prints only through `with`, which must name every hole and nothing else.

use crate::finding::{quoted, quoted_list};
use crate::labels::Wording;
use minijinja::value::Kwargs;
use minijinja::{Error, ErrorKind, Value};

/// A label with its holes filled. `words` writes the label's own words, `value` what is in a hole.
pub(crate) fn filled(
    label: &Value,
    holes: &Kwargs,
    words: impl Fn(&str) -> String,
    value: impl Fn(&Value) -> String,
) -> Result<String, Error> {
    let wrong = |message: String| Error::new(ErrorKind::InvalidOperation, message);
    if label.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let Some(wording) = label.downcast_object_ref::<Wording>() else {
        return Err(wrong(
            "only a label with holes is filled by `with`".to_owned(),
        ));
    };
    let needs = wording.needs();
    for hole in &needs {
        let given = holes.get::<&Value>(hole);
        let is_value = given.is_ok_and(|it| !it.is_undefined() && !it.is_none());
        if !is_value {
            return Err(wrong(format!("this label needs {}", quoted(hole))));
        }
    }
    if let Some(extra) = holes.args().find(|given| !needs.contains(given)) {
        let needs = quoted_list(needs.iter().copied());
        return Err(wrong(format!(
            "this label has no hole {}, only {needs}",
            quoted(extra)
        )));
    }
    let number = |hole: &str| u64::try_from(holes.get::<Value>(hole).ok()?).ok();
    let pattern = wording.pattern(number);
    let value = |hole: &str| {
        let given = holes.get::<Value>(hole).ok();
        given.map_or_else(String::new, |given| value(&given))
    };
    Ok(pattern.fill_with(value, words))
}

/// Refuses a label whose holes were not filled.
pub(crate) fn refuse(value: &Value) -> Result<(), Error> {
    let Some(wording) = value.downcast_object_ref::<Wording>() else {
        return Ok(());
    };
    let holes: Vec<_> = wording.needs().into_iter().collect();
    let holes: Vec<_> = holes.iter().map(|hole| format!("{hole}=…")).collect();
    let message = format!("this label has holes: add `| with({})`", holes.join(", "));
    Err(Error::new(ErrorKind::InvalidOperation, message))
}
