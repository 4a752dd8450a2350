//! Trying templates out: every packet of guides of many kinds is rendered.
//!
//! A template that goes well with one guide may ask for what another does not have. So the guides
//! tried ([`guides`]) have as little as a guide can have, every field there is, words from right to
//! left, and words that are very long; and those of the workspace.

mod guides;

use super::Library;
use crate::finding::Finding;
use crate::guide::Guide;
use crate::kit;
use crate::labels::Languages;
use crate::parallel;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use guides::guides;

/// What came of trying templates out.
#[derive(Debug, Default)]
pub struct Tried {
    /// How many packets each template had a part in, by its name. One that is not here was never
    /// reached.
    pub packets: BTreeMap<String, usize>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Renders every packet of some guides, with their placeholders filled, in the language of each.
pub fn try_out(
    library: &Library,
    guides: &[Guide],
    fills: &BTreeMap<String, String>,
    languages: &Languages,
) -> Tried {
    let packets = guides.iter().flat_map(|guide| {
        let labels = languages.get(guide.language());
        let labels = labels.unwrap_or_else(|| Arc::clone(Languages::english()));
        kit::packets(guide, fills, "00000000", "guide.yaml", &labels)
    });
    let packets: Vec<_> = packets.collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let rendered = parallel::map(&packets, threads, |_, packet| {
        let labels = &packet.imprint.labels;
        library.pieces(packet.context.template(), &packet.context, labels)
    });
    let mut tried = Tried::default();
    for rendered in rendered {
        match rendered {
            Ok(pieces) => {
                for name in pieces {
                    *tried.packets.entry(name).or_default() += 1;
                }
            }
            Err(findings) => tried.findings.extend(findings),
        }
    }
    tried
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{BuiltIn, Language};

    #[test]
    fn every_built_in_template_is_reached_and_sound() {
        let (library, findings) = Library::new(BTreeMap::new());
        assert!(findings.is_empty());
        let tried = try_out(
            &library,
            &guides(),
            &BTreeMap::new(),
            Languages::built_in(),
        );
        assert!(tried.findings.is_empty(), "{:?}", tried.findings);
        for built_in in BuiltIn::all_in(Language::Markdown) {
            assert!(
                tried.packets.contains_key(built_in.name),
                "{}",
                built_in.name
            );
        }
    }
}
