//! The findings about overlays, in words.

use super::chain::MAX_BASES;
use super::explanations as codes;
use crate::finding::{Finding, Place, nearest, quoted, quoted_list};
use crate::yaml::{Key, Node};

/// An id that the base does not have, and what there is instead.
pub(super) struct Scope<'a> {
    /// The id of the base.
    pub(super) base: &'a str,
    /// The path to what the list belongs to. Empty for the guide itself.
    pub(super) within: &'a str,
    /// What an entry of the list is called.
    pub(super) noun: String,
    /// The id.
    pub(super) name: &'a str,
    /// The id that was most likely meant.
    pub(super) nearest: Option<&'a str>,
    /// Where an overlay has taken it out.
    pub(super) removed: Option<&'a Place>,
}

impl Scope<'_> {
    fn finding(&self, place: &Place) -> Finding {
        let within = match self.within {
            "" => String::new(),
            within => format!(" in {}", quoted(within)),
        };
        let (base, noun, name) = (quoted(self.base), &self.noun, quoted(self.name));
        let finding = codes::NOT_IN_BASE.finding(
            place.clone(),
            format!("{base} has no {noun} {name}{within}"),
        );
        match self.removed {
            Some(place) => finding.related(place.clone(), "taken out here"),
            None => finding,
        }
    }

    /// Offers the id that was meant, or else says what to do.
    fn or_nearest(&self, finding: Finding, help: &str) -> Finding {
        match self.nearest {
            Some(meant) => finding.replace_with(meant),
            None => finding.help(help),
        }
    }
}

pub(super) fn neither_there_nor_placed(id: &Node, scope: &Scope<'_>) -> Finding {
    let finding = scope.finding(&id.place).label("nothing to change");
    let noun = &scope.noun;
    if let Some(meant) = scope.nearest.filter(|_| is_included(id)) {
        return finding.help(format!(
            "say where it goes: `after: {meant}`; or let it take the place of that: `id: {meant}`"
        ));
    }
    let finding = scope.or_nearest(finding, "");
    match scope.nearest {
        Some(meant) => finding.help(format!(
            "write {}; to add a {noun}, say where it goes: `after: {meant}`",
            quoted(meant)
        )),
        None => finding.help(format!(
            "to add a {noun}, say where it goes: `after: ID`, `before: ID` or `place: last`"
        )),
    }
}

/// Whether an id is the second half of the name of an included entry, which cannot be another just
/// because the base has one like it.
fn is_included(id: &Node) -> bool {
    let before = id.place.source.text.get(..id.place.span.start);
    id.place.text().contains('/') || before.is_some_and(|it| it.ends_with('/'))
}

pub(super) fn nothing_to_take_out(id: &Node, scope: &Scope<'_>) -> Finding {
    let finding = scope.finding(&id.place).label("nothing to take out");
    scope.or_nearest(finding, "delete this entry")
}

pub(super) fn no_such_neighbour(id: &Node, scope: &Scope<'_>) -> Finding {
    let finding = scope.finding(&id.place).label("no such neighbour");
    scope.or_nearest(
        finding,
        "name an entry of the same list, or write `place: last` instead",
    )
}

pub(super) fn changed_twice(id: &Node, name: &str, first: &Node) -> Finding {
    codes::CHANGED_TWICE
        .finding(
            id.place.clone(),
            format!("{} is changed twice", quoted(name)),
        )
        .label("changed again here")
        .related(first.place.clone(), "first changed here")
        .help("put all changes of it into one entry")
}

pub(super) fn removed_and_given(name: &Node, shown: &str, key: &Key) -> Finding {
    let shown = quoted(shown);
    codes::CHANGED_TWICE
        .finding(
            name.place.clone(),
            format!("{shown} is taken out and given"),
        )
        .label("taken out here")
        .related(key.place.clone(), "given here")
        .help("delete the one or the other: a field that is given replaces that of the base")
}

pub(super) fn cannot_remove(node: &Node, name: &str) -> Finding {
    codes::CANNOT_REMOVE
        .finding(
            node.place.clone(),
            format!("{} cannot be taken out", quoted(name)),
        )
        .label("needed here")
        .help("replace it: give the field with another value")
}

pub(super) fn nothing_to_remove<'a>(
    node: &Node,
    name: &str,
    base: &str,
    within: &str,
    known: impl Iterator<Item = &'a str>,
) -> Finding {
    let known: Vec<_> = known.collect();
    let within = match within {
        "" => String::new(),
        within => format!(" in {}", quoted(within)),
    };
    let message = format!("{} has no {}{within}", quoted(base), quoted(name));
    let finding = codes::NOT_IN_BASE
        .finding(node.place.clone(), message)
        .label("nothing to take out");
    match nearest(name, known.iter().copied()) {
        Some(meant) => finding.replace_with(meant),
        None if known.is_empty() => finding.help("delete it: there is nothing to take out here"),
        None => finding.help(format!(
            "delete it; what can be taken out here is {}",
            quoted_list(known)
        )),
    }
}

pub(super) fn removed_with_fields(other: &Key, remove: &Key) -> Finding {
    codes::MISPLACED_CHANGE
        .finding(
            other.place.clone(),
            "an entry that is taken out cannot have other fields",
        )
        .label("goes away with the entry")
        .related(remove.place.clone(), "takes it out")
        .help("delete this, or delete `remove: true`")
}

pub(super) fn removes_nothing(key: &Key) -> Finding {
    codes::MISPLACED_CHANGE
        .finding(key.place.clone(), "this takes nothing out")
        .label("`true` would take the entry out")
        .help("delete the line")
}

pub(super) fn placed_twice(second: &Key, first: &Key) -> Finding {
    codes::MISPLACED_CHANGE
        .finding(second.place.clone(), "an entry goes to one place only")
        .label("says where again")
        .related(first.place.clone(), "says where")
        .help("delete the one or the other")
}

pub(super) fn placed_by_itself(id: &Node, word: &str) -> Finding {
    codes::MISPLACED_CHANGE
        .finding(
            id.place.clone(),
            format!("an entry cannot go {word} itself"),
        )
        .label("the entry itself")
        .help("name another entry of the same list")
}

pub(super) fn nothing_there_yet(key: &Key) -> Finding {
    let name = quoted(&key.name);
    codes::MISPLACED_CHANGE
        .finding(
            key.place.clone(),
            format!("{name} changes what a base has, and the base has nothing here"),
        )
        .label("part of something new")
        .help("delete the line: new entries stand in the order in which they are written")
}

pub(super) fn unknown_base(extends: &Node, known: &[String]) -> Finding {
    let name = extends.text().unwrap_or_default();
    let finding = codes::UNKNOWN_BASE
        .finding(
            extends.place.clone(),
            format!("there is no guide {} to extend", quoted(name)),
        )
        .label("neither a file in this folder nor a bundled guide");
    let known = known.iter().map(String::as_str);
    match nearest(name, known.clone()) {
        Some(meant) => finding.replace_with(meant),
        None => finding.help(format!("extend one of {}", quoted_list(known))),
    }
}

pub(super) fn too_many_bases(extends: &Node) -> Finding {
    codes::TOO_MANY_BASES
        .finding(
            extends.place.clone(),
            format!("a guide can stand on {MAX_BASES} others, and this is one more"),
        )
        .label("not followed any further")
        .help("join some of the overlays in between")
}

pub(super) fn too_large_together(extends: &Node) -> Finding {
    codes::BASES_TOO_LARGE
        .finding(
            extends.place.clone(),
            "the bases up to here hold more than a guide may hold",
        )
        .label("not followed any further")
        .help("check that this is the right base")
}

/// `steps` are what each guide of the cycle extends; the last of them is the first guide.
pub(super) fn cycle(steps: &[&Node]) -> Option<Finding> {
    let (first, others) = steps.split_first()?;
    let name = steps.last()?.text()?;
    let finding = codes::EXTENDS_CYCLE
        .finding(
            first.place.clone(),
            format!("{} stands on itself", quoted(name)),
        )
        .label(if others.is_empty() {
            "this very guide"
        } else {
            "leads back to this guide"
        });
    let finding = others.iter().fold(finding, |finding, step| {
        let label = format!("extends {}", quoted(step.text().unwrap_or_default()));
        finding.related(step.place.clone(), label)
    });
    Some(finding.help("extend a guide that does not stand on this one"))
}
