//! The kit as a whole: what `build` makes of a guide, in every format.

mod deterministic;
mod engine;
mod forms;
mod golden;
mod incremental;
mod leaks;
mod outline;
mod same_text;
mod values_are_text;
mod whole_or_not;
mod workshop;
