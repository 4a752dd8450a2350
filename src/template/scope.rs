//! Which variables there are at a place in a template, and how far an expression leads in them.
//!
//! The template is rendered once more with a probe in front of the tag in question: a function that
//! notes the variables of that moment, those of loops and included pieces among them.

use minijinja::value::ValueKind;
use minijinja::{Environment, State, Value};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// The name of the function that is called. No template calls a function of this name.
const PROBE: &str = "__hirekit_probe";

/// So many tags before the one in question are tried. A tag is never reached when it closes a
/// branch that is not taken, such as an `elif`; the one that opened the branch is close.
const MOST_TAGS: usize = 16;

/// A place in a template, in a packet that is rendered.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) environment: &'a Environment<'static>,
    /// The template of the packet.
    pub(super) rendering: &'a str,
    /// The values of the packet.
    pub(super) values: &'a Value,
    /// The template with the place, and its text.
    pub(super) template: &'a str,
    pub(super) text: &'a str,
    /// The place, in bytes.
    pub(super) at: usize,
}

/// Variables by name.
pub(super) type Scope = BTreeMap<String, Value>;

impl Spot<'_> {
    /// The tag around the place.
    pub(super) fn tag(&self) -> Range<usize> {
        let start = self.tags_before().next().unwrap_or(self.at);
        let rest = &self.text[start..];
        let ends = ["%}", "}}"].map(|end| rest.find(end).map_or(rest.len(), |at| at + end.len()));
        start..start + ends[0].min(ends[1])
    }

    /// Where the tags begin that are nearest, the nearest first.
    fn tags_before(&self) -> impl Iterator<Item = usize> {
        let starts = self.text.match_indices(['{']).filter(|(at, _)| {
            let tag = &self.text[*at..];
            *at <= self.at && (tag.starts_with("{{") || tag.starts_with("{%"))
        });
        let mut starts: Vec<usize> = starts.map(|(at, _)| at).collect();
        starts.reverse();
        starts.into_iter().take(MOST_TAGS)
    }

    /// The variables there; those of the packet when the place is not reached.
    pub(super) fn scope(&self) -> Scope {
        let noted = Arc::new(Mutex::new(None));
        let mut environment = self.environment.clone();
        environment.add_function(PROBE, {
            let noted = Arc::clone(&noted);
            move |state: &State<'_, '_>| {
                *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(variables(state));
                ""
            }
        });
        for at in self.tags_before() {
            let (before, after) = self.text.split_at(at);
            let probed = format!("{before}{{{{ {PROBE}() }}}}{after}");
            let added = environment.add_template_owned(self.template.to_owned(), probed);
            let found = added.and_then(|()| environment.get_template(self.rendering));
            // It fails again, after the probe.
            let _ = found.and_then(|it| it.render(self.values));
            let scope = noted.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(scope) = scope {
                return scope;
            }
        }
        fields(self.values)
            .into_iter()
            .map(|name| {
                (
                    name.clone(),
                    self.values.get_attr(&name).unwrap_or_default(),
                )
            })
            .collect()
    }
}

fn variables(state: &State<'_, '_>) -> Scope {
    let is_global = |name: &str| state.env().globals().any(|(global, _)| global == name);
    let names = state.known_variables().into_iter();
    let names = names.filter(|name| !is_global(name));
    names
        .filter_map(|name| Some((name.to_string(), state.lookup(&name)?)))
        .collect()
}

/// The names of the fields of a value.
pub(super) fn fields(value: &Value) -> Vec<String> {
    let names = match value.kind() {
        ValueKind::Map => value.try_iter().ok(),
        _ => None,
    };
    let names = names.into_iter().flatten();
    names
        .filter_map(|name| Some(name.as_str()?.to_owned()))
        .collect()
}

/// Where an expression leads to nothing.
#[derive(Debug)]
pub(super) struct DeadEnd<'e> {
    /// The part of the expression that leads to a value, and that value. `None` when already the
    /// variable is not there.
    pub(super) owner: Option<(&'e str, Value)>,
    /// The name that leads on to nothing.
    pub(super) name: &'e str,
    /// Where that stands in the expression.
    pub(super) range: Range<usize>,
}

/// Follows an expression such as `stage.groups[0].title`, to the name that is not there. `None`
/// when all of it is there, or it is of another form.
pub(super) fn follow<'e>(expression: &'e str, scope: &Scope) -> Option<DeadEnd<'e>> {
    let end_of_name = |text: &str| {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        text.find(|c| !is_name(c)).unwrap_or(text.len())
    };
    let root = &expression[..end_of_name(expression)];
    let Some(value) = scope.get(root) else {
        let range = 0..root.len();
        return (!root.is_empty()).then_some(DeadEnd {
            owner: None,
            name: root,
            range,
        });
    };
    let (mut value, mut at) = (value.clone(), root.len());
    while at < expression.len() {
        let rest = &expression[at..];
        let (key, range, end) = if let Some(name) = rest.strip_prefix('.') {
            let range = at + 1..at + 1 + end_of_name(name);
            (
                Value::from(&expression[range.clone()]),
                range.clone(),
                range.end,
            )
        } else {
            let inner = rest.strip_prefix('[')?.split_once(']')?.0;
            let end = at + 1 + inner.len() + 1;
            let name = unquoted(inner);
            let start = at + 1 + (inner.len() - name.len()) / 2;
            let range = start..start + name.len();
            let index = inner.parse::<usize>().map(Value::from);
            (index.unwrap_or_else(|_| Value::from(name)), range, end)
        };
        match value.get_item(&key) {
            Ok(next) if !next.is_undefined() => (value, at) = (next, end),
            _ => {
                return Some(DeadEnd {
                    owner: Some((&expression[..at], value)),
                    name: &expression[range.clone()],
                    range,
                });
            }
        }
    }
    None
}

/// The words of a key between its quotes. A key without a pair of them stays as it is.
fn unquoted(key: &str) -> &str {
    let within = |quote| key.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn dead_end(expression: &str) -> Option<(String, String)> {
        let stage = context! { title => "T", groups => [context! { title => "G" }], none => () };
        let scope = Scope::from([("stage".to_owned(), stage)]);
        let end = follow(expression, &scope)?;
        assert_eq!(&expression[end.range], end.name);
        let owner = end.owner.map_or("", |(owner, _)| owner);
        Some((owner.to_owned(), end.name.to_owned()))
    }

    #[test]
    fn an_expression_is_followed_to_the_name_that_is_not_there() {
        for (expression, owner, name) in [
            ("stge.title", "", "stge"),
            ("stage.tilte", "stage", "tilte"),
            ("stage.tilte.x.y", "stage", "tilte"),
            ("stage['tilte']", "stage", "tilte"),
            ("stage[\"''é\"]", "stage", "''é"),
            ("stage['\"']", "stage", "\""),
            ("stage[\"é']", "stage", "\"é'"),
            ("stage['].x", "stage", "'"),
            ("stage[].x", "stage", ""),
            ("stage.groups[0].tilte", "stage.groups[0]", "tilte"),
            ("stage.groups[7]", "stage.groups", "7"),
            ("stage.groups.title", "stage.groups", "title"),
            ("stage.none.title", "stage.none", "title"),
        ] {
            let expected = Some((owner.to_owned(), name.to_owned()));
            assert_eq!(dead_end(expression), expected, "{expression}");
        }
        for expression in ["stage.title", "(...).title", "", "stage.groups[0].title"] {
            assert_eq!(dead_end(expression), None, "{expression}");
        }
    }
}
