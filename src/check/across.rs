//! Findings about a guide that was put together from several files.
//!
//! Where such a guide contradicts itself, one half may be written in the overlay and the other in
//! its base. The base was right by itself, so a finding points to the overlay.

use crate::finding::{Finding, Place, Source};
use std::sync::Arc;

/// Places that one finding relates to at most: more are not read.
const MOST_RELATED: usize = 12;

/// Down the file and then its bases, and each finding once: a value and its aliases are the same
/// place.
pub(super) fn in_order(mut findings: Vec<Finding>, sources: &[Arc<Source>]) -> Vec<Finding> {
    let order = |a: &Finding, b: &Finding| {
        let (file_a, file_b) = (depth(&a.place, sources), depth(&b.place, sources));
        (file_a, a.order()).cmp(&(file_b, b.order()))
    };
    findings.sort_by(order);
    findings.dedup_by(|again, first| {
        let is_same = order(again, first).is_eq();
        if is_same {
            join_related(first, std::mem::take(&mut again.related));
        }
        is_same
    });
    findings
}

/// Points a finding to the overlay, if that has a part in it.
pub(super) fn point_to_overlay(finding: &mut Finding, sources: &[Arc<Source>]) {
    // What is to be written instead belongs where the finding points.
    if finding.fix.is_some() {
        return;
    }
    let here = depth(&finding.place, sources);
    let nearest = finding.related.iter_mut();
    let nearest = nearest.min_by_key(|(place, _)| depth(place, sources));
    if let Some((place, label)) = nearest.filter(|(place, _)| depth(place, sources) < here) {
        std::mem::swap(&mut finding.place, place);
        std::mem::swap(&mut finding.label, label);
    }
}

/// Whether the guide's own file has no part in a finding.
pub(super) fn is_about_base(finding: &Finding, sources: &[Arc<Source>]) -> bool {
    let related = finding.related.iter().map(|(place, _)| place);
    let mut places = related.chain([&finding.place]);
    sources.len() > 1 && places.all(|place| depth(place, sources) > 0)
}

/// What tells findings apart: where, and what.
pub(super) type Identity = (usize, usize, usize, &'static str, String);

/// What tells a finding apart from others about the same files.
pub(super) fn identity(finding: &Finding, sources: &[Arc<Source>]) -> Identity {
    let (start, end, code, message) = finding.order();
    let depth = depth(&finding.place, sources);
    (depth, start, end, code, message.to_owned())
}

/// How far below the guide's own file a place is.
fn depth(place: &Place, sources: &[Arc<Source>]) -> usize {
    let mut sources_at = sources.iter();
    let depth = sources_at.position(|source| Arc::ptr_eq(source, &place.source));
    depth.unwrap_or(sources.len())
}

/// One thing taken out may be missing in many places: all of them are shown at once.
fn join_related(finding: &mut Finding, more: Vec<(Place, String)>) {
    for (place, label) in more {
        let is_known = |(known, _): &(Place, String)| {
            Arc::ptr_eq(&known.source, &place.source) && known.span == place.span
        };
        let is_full = finding.related.len() >= MOST_RELATED;
        if !is_full && !finding.related.iter().any(is_known) {
            finding.related.push((place, label));
        }
    }
}
