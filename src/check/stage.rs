//! A stage, as the rules see it.

use crate::yaml::{Key, Node};

/// A stage. Anything in it may be missing or of the wrong type.
#[derive(Clone, Copy)]
pub(crate) struct Stage<'a>(pub(crate) &'a Node);

impl<'a> Stage<'a> {
    /// `interview`, `assessment`, `debrief` or `references`.
    pub(crate) fn kind(self) -> Option<&'a str> {
        self.0.get("kind")?.text()
    }

    /// Whether this is that stage, and not another one like it.
    pub(crate) fn is(self, other: Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }

    /// How to speak of the stage.
    pub(crate) fn name(self) -> String {
        let id = self.0.get("id").and_then(Node::text);
        id.map_or_else(
            || "this stage".into(),
            |id| format!("stage {}", crate::finding::quoted(id)),
        )
    }

    /// The field to point at for something that the stage as a whole lacks.
    pub(crate) fn title(self) -> &'a Node {
        self.0.get("kind").or(self.0.get("id")).unwrap_or(self.0)
    }

    pub(crate) fn minutes(self) -> Option<i64> {
        self.0.get("minutes")?.integer()
    }

    /// All questions, grouped or not.
    pub(crate) fn questions(self) -> impl Iterator<Item = &'a Node> {
        let plain = items(self.0, "questions").iter();
        let groups = items(self.0, "groups").iter();
        plain.chain(groups.flat_map(|group| items(group, "questions")))
    }

    pub(crate) fn agenda(self) -> &'a [Node] {
        items(self.0, "agenda")
    }

    /// What alternatives are weighed with, if the scenario has them weighed.
    pub(crate) fn decision_matrix(self) -> Option<&'a Node> {
        self.0.get("scenario")?.get("decision_matrix")
    }

    /// The rating form, if there is one.
    pub(crate) fn scorecard(self) -> Option<Scorecard<'a>> {
        let (key, node) = self.0.entry("scorecard")?;
        Some(Scorecard { key, node })
    }
}

/// The rating form of a stage.
#[derive(Clone, Copy)]
pub(crate) struct Scorecard<'a> {
    pub(crate) key: &'a Key,
    pub(crate) node: &'a Node,
}

impl<'a> Scorecard<'a> {
    pub(crate) fn criteria(self) -> &'a [Node] {
        items(self.node, "criteria")
    }

    /// Words for outcomes, by the id of the outcome.
    pub(crate) fn outcomes(self) -> &'a [(Key, Node)] {
        self.node.get("outcomes").map_or(&[], Node::fields)
    }

    pub(crate) fn rates_outcomes(self) -> bool {
        let field = self.node.get("rate_outcomes");
        field.is_none_or(|it| it.value != crate::yaml::Value::Boolean(false))
    }
}

/// The items of a list of a record; none when there is no such list.
pub(crate) fn items<'a>(node: &'a Node, name: &str) -> &'a [Node] {
    node.get(name).map_or(&[], Node::items)
}
