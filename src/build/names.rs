//! Which packets can be asked for.

use super::disk::RealDisk;
use super::engine::Engine;
use super::inputs::Inputs;
use super::order::{Nobody, Order};
use super::plan::Plan;
use super::record::Records;
use crate::parallel;
use crate::workspace::GuideFile;
use std::collections::BTreeSet;

/// The names of all packets that the guides make, for which `--packet` can ask. A guide with
/// errors makes none.
///
/// # Errors
///
/// A guide cannot be read.
pub fn packet_names(inputs: &Inputs<'_>, order: Order<'_>) -> anyhow::Result<BTreeSet<String>> {
    let records = Records::of(order.out);
    let engine = Engine::new(inputs, order, &RealDisk, &Nobody, records.as_ref());
    let names = parallel::map(order.guides, order.jobs, |_, file| engine.names(file));
    let names = names.into_iter().collect::<anyhow::Result<Vec<_>>>()?;
    Ok(names.into_iter().flatten().collect())
}

impl Engine<'_> {
    fn names(&self, file: &GuideFile) -> anyhow::Result<Vec<String>> {
        let recorded = self.record_of(file).and_then(|(record, _)| record.seen);
        // A packet that the settings declare is not in what was seen before they did.
        let is_current = |check| check == self.inputs.common.of_check();
        if let Some(seen) = recorded.filter(|seen| is_current(seen.check)) {
            return Ok(seen.outline.names());
        }
        let checked = self.check(file)?;
        let Some(guide) = &checked.guide else {
            return Ok(Vec::new());
        };
        let plan = Plan::of(
            guide,
            &checked.source,
            &checked.ingredients(),
            self.inputs.with,
        );
        Ok(plan.outline.names())
    }
}
