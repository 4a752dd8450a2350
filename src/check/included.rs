//! Findings about words of a library: which guide has them, and where.

use crate::finding::{Finding, Place, quoted};
use crate::library::{INCLUDED_HERE, Included, Kind};
use std::sync::Arc;

/// Places that include the same words, of which more are not read.
const MOST: usize = 12;

/// Says where the words are included that a finding points to. That they refer to something which the
/// guide does not have is no fault of the library, so such a finding points to the guide.
pub(super) fn say_where(finding: &mut Finding, included: &[Included]) {
    let mut here = included
        .iter()
        .filter(|it| holds(&it.entry, &finding.place));
    let Some(first) = here.next() else {
        return;
    };
    if finding.code == "unknown-id" {
        return point_to_guide(finding, first);
    }
    for include in [first].into_iter().chain(here).take(MOST) {
        let place = include.place.clone();
        finding.related.push((place, INCLUDED_HERE.to_owned()));
    }
}

/// Whether `inner` is within `outer`.
fn holds(outer: &Place, inner: &Place) -> bool {
    let (around, within) = (&outer.span, &inner.span);
    let is_within = around.start <= within.start && within.end <= around.end;
    Arc::ptr_eq(&outer.source, &inner.source) && is_within
}

fn point_to_guide(finding: &mut Finding, include: &Included) {
    let place = std::mem::replace(&mut finding.place, include.place.clone());
    let id = place.text().to_owned();
    finding.related = vec![(place, "referred to here".to_owned())];
    finding.label = format!("the {} refers to it", include.kind.noun());
    // A name in the library is not for this guide to change.
    finding.fix = None;
    let library = include.name.split('/').next().unwrap_or_default();
    let list = quoted(Kind::Competency.list());
    let is_offered = include.competencies.contains(&id);
    finding.help = Some(match is_offered {
        true => format!(
            "add {} to {list}, or give this {} other {list} here",
            quoted(&format!("- include: {library}/{id}")),
            include.kind.noun()
        ),
        false => format!("declare it in {list}, or refer to another here"),
    });
}
