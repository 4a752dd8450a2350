//! Which guide has which id, while all of them are checked at once.
//!
//! Of two guides with the same id, the one whose file has its name keeps it, or else the first,
//! whichever is checked first. So before a guide is built, all those before it must have said which
//! id they claim. They say so as soon as they are read, and guides are begun in order, so nobody
//! waits long and nobody for ever.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The ids that guides claim, by the place of the guide.
#[derive(Debug)]
pub(super) struct Claims {
    ids: Mutex<Vec<State>>,
    changed: Condvar,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    Unknown,
    Known(Option<String>),
}

impl Claims {
    /// The claims of so many guides.
    pub(super) fn new(guides: usize) -> Self {
        Self {
            ids: Mutex::new(vec![State::Unknown; guides]),
            changed: Condvar::new(),
        }
    }

    /// A claim to be made by the guide at a place. Dropped without an id, it is none.
    pub(super) fn at(&self, guide: usize) -> Claim<'_> {
        Claim { all: self, guide }
    }

    /// The guides before this one that have claimed the same id.
    pub(super) fn earlier(&self, guide: usize, id: &str) -> Vec<usize> {
        let mut ids = self.lock();
        while ids[..guide].contains(&State::Unknown) {
            let waited = self.changed.wait(ids);
            ids = waited.unwrap_or_else(PoisonError::into_inner);
        }
        let is_same = |state: &State| matches!(state, State::Known(Some(it)) if it == id);
        let is_same = |at: &usize| is_same(&ids[*at]);
        (0..guide).filter(is_same).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<State>> {
        // A claim is one assignment: no panic leaves it half-made.
        self.ids.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A claim that one guide is to make.
#[derive(Debug)]
pub(super) struct Claim<'c> {
    all: &'c Claims,
    guide: usize,
}

impl Claim<'_> {
    /// Claims an id.
    pub(super) fn make(self, id: Option<&str>) {
        self.all.lock()[self.guide] = State::Known(id.map(str::to_owned));
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        let mut ids = self.all.lock();
        if ids[self.guide] == State::Unknown {
            ids[self.guide] = State::Known(None);
        }
        drop(ids);
        self.all.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::Claims;

    #[test]
    fn the_first_guide_keeps_an_id_whichever_is_checked_first() {
        let claims = Claims::new(3);
        std::thread::scope(|scope| {
            let last = scope.spawn(|| {
                claims.at(2).make(Some("a"));
                claims.earlier(2, "a")
            });
            claims.at(1).make(Some("a"));
            drop(claims.at(0));
            assert_eq!(claims.earlier(1, "a"), [0; 0]);
            assert_eq!(last.join().expect("it does not panic"), [1]);
        });
    }
}
