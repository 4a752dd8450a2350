//! From an overlay to the guide at the bottom of it.

use super::bases::{Bases, Identity};
use super::messages;
use crate::finding::Finding;
use crate::guide::Id;
use crate::schema::EXTENDS;
use crate::yaml::{self, Budget, Node, Tree};
use std::path::PathBuf;

/// The most bases that one guide may stand on. People lose track long before.
pub const MAX_BASES: usize = 8;

/// A guide and all that it stands on.
#[derive(Debug)]
pub struct Chain {
    /// The guide, its base, the base of that, and so on. Never empty.
    pub layers: Vec<Tree>,
    /// Where each of them looks for its base.
    pub homes: Vec<Bases>,
    /// Whether the last layer extends nothing, so that the guide is all there.
    pub is_complete: bool,
    /// Why it is not.
    pub findings: Vec<Finding>,
    /// Where the bases were looked for, found there or not.
    pub looked_at: Vec<PathBuf>,
}

/// Reads all that the guide in `tree` stands on.
///
/// # Errors
///
/// A base that is there cannot be read.
pub fn follow(tree: Tree, bases: &Bases) -> anyhow::Result<Chain> {
    let mut seen = vec![bases.own_identity()];
    let mut budget = Budget::new();
    let mut bases = bases.clone();
    let mut chain = Chain {
        layers: vec![tree],
        homes: vec![bases.clone()],
        is_complete: false,
        findings: Vec::new(),
        looked_at: Vec::new(),
    };
    loop {
        let Some(extends) = chain.extends().cloned() else {
            chain.is_complete = true;
            return Ok(chain);
        };
        // What is no id has a finding from the schema.
        let Some(id) = extends.text().filter(|id| Id::is_valid(id)) else {
            return Ok(chain);
        };
        if chain.layers.len() > MAX_BASES {
            return Ok(chain.stop(messages::too_many_bases));
        }
        let (places, found) = (bases.places(id), bases.find(id)?);
        chain.looked_at.extend(places);
        let Some(found) = found else {
            let known = bases.ids();
            return Ok(chain.stop(|extends| messages::unknown_base(extends, &known)));
        };
        if let Some(first) = position(&seen, &found.identity) {
            let finding = chain.cycle(first);
            chain.findings.extend(finding);
            return Ok(chain);
        }
        if !found.findings.is_empty() {
            let place = extends.place.clone();
            let refused = found.findings.into_iter();
            let refused = refused.map(|it| it.related(place.clone(), "extended here"));
            chain.findings.extend(refused);
            return Ok(chain);
        }
        let base = yaml::parse(&found.source);
        if base
            .root
            .as_ref()
            .is_some_and(|root| budget.pay_copy(root).is_err())
        {
            return Ok(chain.stop(messages::too_large_together));
        }
        chain.layers.push(base);
        chain.homes.push(found.bases.clone());
        seen.push(Some(found.identity));
        bases = found.bases;
    }
}

fn position(seen: &[Option<Identity>], identity: &Identity) -> Option<usize> {
    seen.iter().position(|it| it.as_ref() == Some(identity))
}

impl Chain {
    /// What the last layer extends.
    fn extends(&self) -> Option<&Node> {
        extends(self.layers.last()?)
    }

    /// Ends the chain with a finding at what its last layer extends.
    fn stop(mut self, finding: impl FnOnce(&Node) -> Finding) -> Self {
        let found = self.extends().map(finding);
        self.findings.extend(found);
        self
    }

    /// The finding for a chain that leads back to its layer `first`. It is the same for each
    /// guide that stands on the cycle without being part of it.
    fn cycle(&self, first: usize) -> Option<Finding> {
        let steps: Vec<_> = self.layers.iter().skip(first).filter_map(extends).collect();
        messages::cycle(&steps)
    }
}

/// What the guide in `tree` extends, if anything.
pub(super) fn extends(tree: &Tree) -> Option<&Node> {
    tree.root.as_ref()?.get(EXTENDS)
}
