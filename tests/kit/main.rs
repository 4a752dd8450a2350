//! The kit as a whole: what `build` makes of a guide, in every format.

mod deterministic;
mod forms;
mod golden;
mod leaks;
mod outline;
mod same_text;
mod values_are_text;
mod workshop;
