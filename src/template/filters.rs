//! How values print in a Markdown template, and the filters for blocks of text.

use super::labels;
use crate::document::{Inline, prefix, write_inlines};
use minijinja::value::Kwargs;
use minijinja::{Environment, Error, ErrorKind, Output, State, Value};

pub(super) fn add(environment: &mut Environment<'_>) {
    environment.set_formatter(print);
    environment.add_filter("quote", quote);
    environment.add_filter("hang", hang);
    environment.add_filter("with", with);
}

/// Prints a value: safe Markdown as it is, anything else as escaped text.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.is_none() {
        let message = "there is no value to print here: ask with `if` first";
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    labels::refuse(value)?;
    let text = value.to_string();
    if value.is_safe() {
        out.write_str(&text)?;
    } else {
        out.write_str(&write_inlines(&[Inline::Text(text)]))?;
    }
    Ok(())
}

/// `{{ text | quote }}`: all lines after the first continue a quote that the template began.
fn quote(text: &Value) -> Value {
    Value::from_safe_string(prefix(&printed(text), "", "> ").replace("\n\n", "\n>\n"))
}

/// `{{ text | hang(3) }}`: all lines after the first are indented, to stay in a list item.
fn hang(text: &Value, spaces: usize) -> Value {
    let indent = " ".repeat(spaces.min(16));
    Value::from_safe_string(prefix(&printed(text), "", &indent))
}

/// `{{ label | with(n=3) }}`: a label with what belongs in its holes.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the template engine hands over named arguments by value"
)]
fn with(label: &Value, holes: Kwargs) -> Result<Value, Error> {
    let words = |text: &str| write_inlines(&[Inline::Text(text.to_owned())]);
    let filled = labels::filled(label, &holes, words, printed)?;
    Ok(Value::from_safe_string(filled))
}

fn printed(value: &Value) -> String {
    if value.is_safe() {
        value.to_string()
    } else {
        write_inlines(&[Inline::Text(value.to_string())])
    }
}
