//! The same guide gives the same bytes.

use crate::workshop::{built, bundled, library};

#[test]
fn two_builds_give_the_same_bytes() {
    for guide in bundled() {
        let first = built(&guide, &library()).files;
        let again = built(&guide, &library()).files;
        assert!(first == again);
    }
}

#[test]
fn a_build_in_another_thread_gives_the_same_bytes() {
    let guide = bundled().swap_remove(0);
    let here = built(&guide, &library()).files;
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let guide = guide.clone();
            std::thread::spawn(move || built(&guide, &library()).files)
        })
        .collect();
    for thread in threads {
        assert!(thread.join().expect("no thread panics") == here);
    }
}
