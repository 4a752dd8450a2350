//! What went wrong in a template.

use minijinja::{Error, ErrorKind};

/// A template that could not be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Name of the template: `parts/question.md`.
    pub template: String,
    /// Line in it, from 1; `None` when the whole template is meant.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl Failure {
    /// The innermost template is where the mistake was written: an error in an included piece is
    /// reported there, not at the `include`.
    pub(super) fn new(error: &Error, rendering: &str) -> Self {
        let mut innermost = error;
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            if let Some(cause) = cause.downcast_ref::<Error>()
                && cause.name().is_some()
            {
                innermost = cause;
            }
            source = cause.source();
        }
        Self {
            template: innermost.name().unwrap_or(rendering).to_owned(),
            line: innermost.line(),
            message: message(innermost),
        }
    }
}

fn message(error: &Error) -> String {
    let detail = error.detail().map(str::to_owned);
    match error.kind() {
        ErrorKind::UndefinedError => match undefined_name(error) {
            Some(name) => format!("`{name}` is not defined here"),
            None => "this value is not defined here".to_owned(),
        },
        ErrorKind::OutOfFuel => "this template does not come to an end".to_owned(),
        ErrorKind::TemplateNotFound => detail.unwrap_or_else(|| "no such template".to_owned()),
        kind => match detail {
            Some(detail) => format!("{kind}: {detail}"),
            None => kind.to_string(),
        },
    }
}

/// The expression that was undefined, read from the source under the error's range.
fn undefined_name(error: &Error) -> Option<String> {
    let name = error.template_source()?.get(error.range()?)?.trim();
    let name = name.trim_start_matches("{{").trim_end_matches("}}").trim();
    (!name.is_empty() && !name.contains('\n')).then(|| name.to_owned())
}
