//! The structure tree under construction.

use super::pages::{NodeId, Role, Structure};

/// The structure tree: parents come before their children.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tree {
    /// The nodes; the root is its own parent.
    pub nodes: Vec<Structure>,
    /// The level of the last heading.
    heading: u8,
}

/// The root.
pub(super) const ROOT: NodeId = 0;

impl Tree {
    /// A tree of a root alone.
    pub fn new() -> Self {
        let root = Structure {
            role: Role::Document,
            parent: ROOT,
            column_span: 1,
        };
        Self {
            nodes: vec![root],
            heading: 0,
        }
    }

    /// Adds a node.
    pub fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.add_spanning(role, parent, 1)
    }

    /// Adds a cell that spans columns.
    pub fn add_spanning(&mut self, role: Role, parent: NodeId, column_span: usize) -> NodeId {
        self.nodes.push(Structure {
            role,
            parent,
            column_span,
        });
        self.nodes.len() - 1
    }

    /// Adds a heading. Levels never skip one on the way down: a screen reader's user would look
    /// for the heading that is missing.
    pub fn add_heading(&mut self, level: u8, parent: NodeId) -> NodeId {
        self.heading = level.clamp(1, self.heading + 1);
        self.add(Role::Heading(self.heading), parent)
    }

    /// Whether everything so far is under the title alone.
    pub fn is_under_title(&self) -> bool {
        self.heading <= 1
    }

    /// Adds the heading of a question: one below the last heading, whose list of questions it is
    /// in, without becoming the last heading itself.
    pub fn add_question(&mut self, parent: NodeId) -> NodeId {
        self.add(Role::Heading((self.heading + 1).min(6)), parent)
    }
}
