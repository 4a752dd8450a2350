//! The promises under bad input, held against a few hundred inputs that are the same in each run.
//! `tests/fuzz` has the promises, and looks for other inputs that break them.

#[path = "../fuzz/src/lib.rs"]
mod promises;

mod changed;
mod found;

use hirekit::parallel::STACK_BYTES;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How long one input may take. A build for debugging is about eight times slower.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 16 } else { 2 });

/// The stack is as large as that of the program.
fn on_the_stack_of_the_program(work: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
        let working = thread.spawn_scoped(scope, work);
        let ended = working.expect("there is room for a thread").join();
        ended.unwrap_or_else(|panic| resume_unwind(panic));
    });
}

/// Holds a promise against an input.
fn keeps(promise: fn(&[u8]), input: &[u8]) {
    let start = time_of_this_thread();
    promise(input);
    let taken = time_of_this_thread() - start;
    assert!(taken < LIMIT, "took {taken:?}");
}

/// How long this thread has worked. Where the system does not say so, what other programs do on a
/// busy machine counts, too.
fn time_of_this_thread() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let read = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = read.ok().and_then(|it| it.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Holds a promise against as many changed seeds.
fn keeps_for_changed(promise: fn(&[u8]), name: &str, seeds: &[&str], cases: u32) {
    let config = ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        max_shrink_iters: 500,
        ..ProptestConfig::default()
    };
    on_the_stack_of_the_program(|| {
        for seed in changed::seeds(name, seeds) {
            keeps(promise, &seed);
        }
        proptest!(config, |(input in changed::inputs(name, seeds))| keeps(promise, &input.0));
    });
}

#[test]
fn any_guide() {
    let seeds = [
        "tests/check/minimal.yaml",
        "src/template/trial/every-field.yaml",
    ];
    keeps_for_changed(promises::guide, "guide", &seeds, 100);
}

#[test]
fn any_template() {
    let seeds = ["templates/interview.md", "templates/parts/question.md"];
    keeps_for_changed(promises::template, "template", &seeds, 300);
}

#[test]
fn any_pages() {
    let seeds = ["out/it-manager/candidate/01-screening-brief.md"];
    keeps_for_changed(promises::pages, "pages", &seeds, 200);
}
