//! The findings about includes, in words.

use super::explanations as codes;
use super::file::Kind;
use crate::finding::{Finding, Place, nearest, quoted, quoted_list};
use crate::yaml::{Node, Style};

/// An `include`, as it is written: `cloud-security/incident-command`.
pub(super) struct Named<'a> {
    pub(super) node: &'a Node,
    pub(super) library: &'a str,
    pub(super) entry: &'a str,
}

impl Named<'_> {
    /// Where the library is named.
    fn library_place(&self) -> Place {
        self.part(0, self.library.len())
    }

    /// Where the entry is named.
    pub(super) fn entry_place(&self) -> Place {
        let start = self.library.len() + 1;
        self.part(start, start + self.entry.len())
    }

    /// Some bytes of the name; all of it where they cannot be told apart.
    fn part(&self, start: usize, end: usize) -> Place {
        let Place { source, span } = &self.node.place;
        let is_plain = self.node.style == Style::Plain;
        match is_plain && span.len() == self.library.len() + 1 + self.entry.len() {
            true => Place::new(source, span.start + start..span.start + end),
            false => self.node.place.clone(),
        }
    }

    /// Offers another name in place of a part of this one.
    fn replace(&self, finding: Finding, part: &str, meant: &str) -> Finding {
        if finding.place.text() == part {
            return finding.replace_with(meant);
        }
        finding.help(format!("write {} instead", quoted(meant)))
    }
}

pub(super) fn unknown_library(named: &Named<'_>, known: &[String]) -> Finding {
    let name = named.library;
    let finding = codes::UNKNOWN_LIBRARY
        .finding(
            named.library_place(),
            format!("there is no library {}", quoted(name)),
        )
        .label("neither a file in the folder `library` nor a bundled library");
    let known = known.iter().map(String::as_str);
    match nearest(name, known.clone()) {
        Some(meant) => named.replace(finding, name, meant),
        None => finding.help(format!("include from one of {}", quoted_list(known))),
    }
}

/// `others` is what the entry is, if the library has it in another list; `known` are the ids of the
/// right one.
pub(super) fn unknown_entry<'k>(
    named: &Named<'_>,
    kind: Kind,
    other: Option<Kind>,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Finding {
    let (library, entry) = (quoted(named.library), quoted(named.entry));
    let noun = kind.noun();
    let finding = codes::UNKNOWN_ENTRY
        .finding(
            named.entry_place(),
            format!("the library {library} has no {noun} {entry}"),
        )
        .label(format!("no such {noun}"));
    if let Some(other) = other {
        let (noun, list) = (other.noun(), quoted(other.list()));
        return finding.help(format!(
            "move it: {entry} is a {noun}, which belongs under {list}"
        ));
    }
    match nearest(named.entry, known.clone()) {
        Some(meant) => named.replace(finding, named.entry, meant),
        None if known.clone().next().is_none() => finding.help(format!(
            "write the {noun} out here: the library has no {} to include",
            quoted(kind.list())
        )),
        None => finding.help(format!("include one of {}", quoted_list(known))),
    }
}

pub(super) fn too_large_together(named: &Named<'_>) -> Finding {
    codes::INCLUDES_TOO_LARGE
        .finding(
            named.node.place.clone(),
            "what is included up to here comes to more than a guide may hold",
        )
        .label("not included any more")
        .help("include less, or check that this is the right library")
}
