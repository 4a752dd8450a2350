//! What a schema says about one place of a file, with references followed.

use super::TextKind;
use crate::guide::Audience;
use serde_json::Value as Json;

/// A schema within a schema. Where nothing is said about a place, so is nothing about what is
/// within it.
#[derive(Clone, Copy)]
pub(crate) struct Shape<'s> {
    all: &'s Json,
    /// The name of the definition, where this refers to one.
    name: Option<&'s str>,
    here: &'s Json,
    /// Who gets to see the texts here, as this place or one around it says.
    audience: Audience,
}

impl<'s> Shape<'s> {
    /// The whole of a schema.
    pub(super) fn of(all: &'s Json) -> Self {
        Self::at(all, all)
    }

    /// A part of the schema that this one is a part of.
    fn within(self, here: &'s Json) -> Self {
        let said = here["x-audience"].as_str();
        let said = said.and_then(|name| Audience::ALL.into_iter().find(|it| it.name() == name));
        Self {
            audience: said.unwrap_or(self.audience),
            ..Self::at(self.all, here)
        }
    }

    /// A part of a schema.
    pub(super) fn at(all: &'s Json, here: &'s Json) -> Self {
        // Where an entry can be included, it is meant as if it stood there itself.
        let reference = here["$ref"].as_str().or(here["else"]["$ref"].as_str());
        let name = reference.and_then(|it| it.strip_prefix("#/$defs/"));
        let target = name.and_then(|name| all["$defs"].get(name));
        Self {
            all,
            name,
            here: target.unwrap_or(here),
            audience: Audience::Internal,
        }
    }

    /// The items of a list.
    pub(crate) fn items(self) -> Self {
        self.within(&self.here["items"])
    }

    /// A field. Maps with any keys have one shape for all of their values.
    pub(crate) fn field(self, name: &str) -> Self {
        if let Some(field) = self.here["properties"].get(name) {
            return self.within(field);
        }
        let patterns = self.here["patternProperties"].as_object();
        let any = patterns.and_then(|patterns| patterns.values().next());
        self.within(any.unwrap_or(&self.here["additionalProperties"]))
    }

    /// Whether there may be such a value at all.
    pub(crate) fn exists(self) -> bool {
        self.here.is_object()
    }

    /// Whether this is a list whose items are told apart by their ids.
    pub(crate) fn is_list_of_ids(self) -> bool {
        self.items().requires("id")
    }

    /// Whether a value must have the field `name`.
    pub(crate) fn requires(self, name: &str) -> bool {
        let required = self.here["required"].as_array();
        required.is_some_and(|names| names.iter().any(|it| it == name))
    }

    /// The fields that a value can have, in the order in which people write them; none for a map
    /// with any keys.
    pub(crate) fn fields(self) -> impl Iterator<Item = &'s str> {
        let properties = self.here["properties"].as_object();
        properties
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
    }

    /// The name of the definition that this place refers to.
    pub(super) fn name(self) -> Option<String> {
        self.name.map(str::to_owned)
    }

    /// What such a value is called: "question group". Empty where it has no name of its own.
    pub(crate) fn noun(self) -> String {
        let words = self.name.map(super::wording::words);
        words.unwrap_or_default()
    }

    /// Who gets to see the texts here.
    pub(super) fn audience(self) -> Audience {
        self.audience
    }

    /// Which kind of printed text this is, if any.
    pub(super) fn text_kind(self) -> Option<TextKind> {
        match self.name {
            Some("Short") => Some(TextKind::Short),
            Some("Prose") => Some(TextKind::Prose),
            _ => None,
        }
    }
}
