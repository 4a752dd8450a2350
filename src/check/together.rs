//! What only shows when several guides are checked together.

use super::{Checked, across};
use crate::finding::Example::Told;
use crate::finding::{Explanation, Place, Severity, quoted};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) const DUPLICATE_GUIDE_ID: Explanation = Explanation {
    code: "duplicate-guide-id",
    severity: Severity::Error,
    summary: "two guides have the same id",
    why: "The id is the name of the output folder, so one guide would overwrite the packets of the other.",
    bad: Told("`id: it-manager` in guides/it-manager.yaml and in guides/it-manager-aws.yaml"),
    good: Told("`id: it-manager` in the one and `id: it-manager-aws` in the other"),
};

/// Adds findings about guides that cannot be built in one run. Of two guides with the same id,
/// the first keeps it.
pub fn check_together(all: &mut [Checked]) {
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    for checked in all {
        let Some((id, place)) = checked.id.clone() else {
            continue;
        };
        let Some(known) = first.get(&id) else {
            first.insert(id, place);
            continue;
        };
        if Arc::ptr_eq(&known.source, &place.source) {
            continue;
        }
        let finding = DUPLICATE_GUIDE_ID
            .finding(place, format!("another guide has the id {}", quoted(&id)))
            .label("used again here")
            .related(known.clone(), "first used here")
            .help("give one of the two guides another id");
        checked.guide = None;
        checked.findings.push(finding);
        checked.findings = across::in_order(
            std::mem::take(&mut checked.findings),
            &checked.all_sources(),
        );
    }
}
