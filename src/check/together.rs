//! What only shows when several guides are checked together.

use super::rules::id_does_not_match_file::CODE as MISNAMED;
use super::{Checked, across};
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Place, Severity, quoted};
use crate::guide::Id;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub(super) const DUPLICATE_GUIDE_ID: Explanation = Explanation {
    code: "duplicate-guide-id",
    severity: Severity::Error,
    summary: "two guides have the same id",
    why: "The id is the name of the output folder, so one guide would overwrite the packets of the other.",
    bad: Told("`id: it-manager` in guides/it-manager.yaml and in guides/it-manager-aws.yaml"),
    good: Told("`id: it-manager` in the one and `id: it-manager-aws` in the other"),
};

/// Adds findings about guides that cannot be built in one run. Of two guides with the same id, the
/// one whose file has the name of the id keeps it, or else the first.
pub fn check_together(all: &mut [Checked]) {
    let mut owners: BTreeMap<String, (bool, Place)> = BTreeMap::new();
    for checked in all.iter() {
        let Some((id, place)) = &checked.id else {
            continue;
        };
        let is_named = is_named_after(&checked.source.path, id);
        let owner = owners.get(id);
        if owner.is_none_or(|(is_owner_named, _)| is_named && !is_owner_named) {
            owners.insert(id.clone(), (is_named, place.clone()));
        }
    }
    for checked in all {
        let Some((id, place)) = checked.id.clone() else {
            continue;
        };
        let Some((_, owner)) = owners.get(&id) else {
            continue;
        };
        if Arc::ptr_eq(&owner.source, &place.source) {
            continue;
        }
        let finding = again(checked, &id, place).related(owner.clone(), "first used here");
        checked.guide = None;
        // The other guide has the name that this rule would give to the file.
        checked.findings.retain(|it| it.code != MISNAMED);
        checked.findings.push(finding);
        checked.findings = across::in_order(
            std::mem::take(&mut checked.findings),
            &checked.all_sources(),
        );
    }
}

/// The finding for a guide with an id that another has.
fn again(checked: &Checked, id: &str, place: Place) -> Finding {
    let message = format!("another guide has the id {}", quoted(id));
    let finding = DUPLICATE_GUIDE_ID.finding(place, message);
    let finding = finding.label("used again here");
    match own_id(&checked.source.path).filter(|own| own != id) {
        Some(own) => finding.help(format!(
            "give this guide an id of its own, such as {}, and its file the same name",
            quoted(&own)
        )),
        None => finding.help("give one of the two guides another id"),
    }
}

/// Changes the advice to name the file after its id where another file has that name.
pub(super) fn mind_neighbours(findings: &mut [Finding], path: &Path, id: &str) {
    let mut misnamed = findings.iter_mut().filter(|it| it.code == MISNAMED);
    let Some(finding) = misnamed.next() else {
        return;
    };
    let name = format!("{id}.yaml");
    let other = path.with_file_name(&name);
    // On some disks, `Lead.yaml` is found under `lead.yaml`, too.
    let is_same = || other.canonicalize().ok() == path.canonicalize().ok();
    if other.symlink_metadata().is_ok() && !is_same() {
        let own = own_id(path).unwrap_or_else(|| format!("{id}-2"));
        finding.help = Some(format!(
            "change the id, to {} for one: there is another file {} beside this",
            quoted(&own),
            quoted(&name)
        ));
    }
}

/// Whether the file of a guide has the name of its id.
pub(crate) fn is_named_after(path: &Path, id: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem == id)
}

/// The id that goes with the name of a file.
fn own_id(path: &Path) -> Option<String> {
    let id = Id::like(path.file_stem()?.to_str()?)?;
    Id::reserved_as(&id).is_none().then_some(id)
}
