//! Names that a template uses and that do not exist: of filters, tests, functions and templates.

use crate::finding::{Finding, nearest, quoted, quoted_list};
use minijinja::{Environment, Error, ErrorKind};

/// The filters worth naming. The engine cannot list those it has; a test holds these against it.
const FILTERS: [&str; 46] = [
    "abs",
    "attr",
    "batch",
    "bool",
    "capitalize",
    "chain",
    "count",
    "default",
    "dictsort",
    "escape",
    "first",
    "float",
    "format",
    "groupby",
    "hang",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "pprint",
    "quote",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "split",
    "string",
    "sum",
    "title",
    "trim",
    "unique",
    "upper",
    "zip",
];

/// The tests worth naming, likewise.
const TESTS: [&str; 25] = [
    "boolean",
    "defined",
    "divisibleby",
    "endingwith",
    "eq",
    "even",
    "false",
    "filter",
    "float",
    "ge",
    "gt",
    "in",
    "integer",
    "iterable",
    "le",
    "lower",
    "lt",
    "mapping",
    "ne",
    "none",
    "number",
    "odd",
    "sequence",
    "startingwith",
    "string",
];

/// What is wrong with a name, and the names there are.
pub(super) struct Unknown<'a> {
    /// The name as it is written.
    pub(super) name: &'a str,
    what: &'static str,
    known: Vec<&'a str>,
}

impl<'a> Unknown<'a> {
    /// The name that an error is about. `None` for errors of other kinds.
    pub(super) fn of(error: &'a Error, environment: &'a Environment<'_>) -> Option<Self> {
        let detail = error.detail()?;
        let (what, name) = match error.kind() {
            ErrorKind::UnknownFilter => ("filter", between(detail, "filter ", " is unknown")),
            ErrorKind::UnknownTest => ("test", between(detail, "test ", " is unknown")),
            ErrorKind::UnknownFunction => ("function", detail.strip_suffix(" is unknown")),
            ErrorKind::TemplateNotFound => {
                let quoted = between(detail, "'", "'").or_else(|| between(detail, "\"", "\""));
                ("template", quoted)
            }
            _ => return None,
        };
        let known = match what {
            "filter" => FILTERS.to_vec(),
            "test" => TESTS.to_vec(),
            "function" => environment.globals().map(|(name, _)| name).collect(),
            _ => environment.templates().map(|(name, _)| name).collect(),
        };
        Some(Self {
            name: name?,
            what,
            known,
        })
    }

    /// What is wrong.
    pub(super) fn message(&self) -> String {
        format!("there is no {} {}", self.what, quoted(self.name))
    }

    /// What to write instead.
    pub(super) fn suggest(&self, finding: Finding) -> Finding {
        let mut known = self.known.clone();
        known.sort_unstable();
        if self.what != "template" {
            return match nearest(self.name, known.iter().copied()) {
                Some(meant) => finding.replace_with(meant),
                None => finding.help(format!("use one of {}", quoted_list(known))),
            };
        }
        // What the names of folders and endings have in common makes no two of them alike.
        let meant = nearest(
            last_part(self.name),
            known.iter().map(|name| last_part(name)),
        );
        let meant = known.iter().find(|name| Some(last_part(name)) == meant);
        if let Some(meant) = meant {
            return finding.replace_with(meant);
        }
        finding.help(
            "name a built-in template or one in `templates/`, as `hirekit templates list` does; \
             no other file can be included",
        )
    }
}

/// The last part of the name of a template, without its ending.
fn last_part(name: &str) -> &str {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}

/// What stands between two pieces of a text.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.rsplit_once(after)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::Value;

    #[test]
    fn the_engine_has_what_is_suggested() {
        let mut environment = Environment::new();
        crate::template::filters::add(&mut environment);
        let mut state = environment.empty_state();
        for (kind, names) in [("filter", &FILTERS[..]), ("test", &TESTS[..])] {
            for name in names {
                let known = state.perform_test(kind, &[Value::from(*name)]);
                assert!(matches!(known, Ok(true)), "{kind} {name}");
            }
        }
    }
}
