//! Work on several cores, with results in order.
//!
//! Scoped threads of the standard library do: the work is a list of large pieces (guides, then
//! the packets of a guide), each of which takes milliseconds, so there is nothing to steal in
//! smaller parts. And each thread needs a large stack, for templates from strangers.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Room for the deepest templates that are accepted; only what is used is ever taken.
pub const STACK_BYTES: usize = 256 << 20;

/// Does `work` for each item on up to `threads` threads, this one among them. The results are in
/// the order of the items; items are begun in that order too.
pub fn map<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(usize, &T) -> R + Sync,
) -> Vec<R> {
    let numbered: Vec<(usize, &T)> = items.iter().enumerate().collect();
    map_with(&numbered, threads, || (), |(), (at, item)| work(*at, item))
}

/// As [`map`], with tools that each thread makes for itself.
pub fn map_with<T: Sync, R: Send, W>(
    items: &[T],
    threads: usize,
    tools: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let labour = || {
        let mut tools = tools();
        let mut results = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else {
                return results;
            };
            results.push((at, work(&mut tools, item)));
        }
    };
    let mut results = thread::scope(|scope| {
        let more = 1..threads.min(items.len());
        let spawn = |_| {
            thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, labour)
        };
        // A thread that cannot be had only makes the others do its share.
        let others: Vec<_> = more.map(spawn).filter_map(Result::ok).collect();
        let mut results = labour();
        for other in others {
            match other.join() {
                Ok(theirs) => results.extend(theirs),
                Err(panic) => resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_are_in_order_whatever_the_number_of_threads() {
        let items: Vec<usize> = (0..1_000).collect();
        for threads in [0, 1, 2, 7, 2_000] {
            let doubled = map(&items, threads.min(16), |at, item| {
                assert_eq!(at, *item);
                2 * item
            });
            assert!(doubled.iter().enumerate().all(|(at, it)| *it == 2 * at));
        }
        assert!(map(&[] as &[u8], 4, |_, _| ()).is_empty());
    }
}
