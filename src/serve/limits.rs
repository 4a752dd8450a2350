//! Every bound of the server.

use std::time::Duration;

/// The longest head of a request, in bytes: a browser's takes one.
pub(super) const MOST_HEAD_BYTES: usize = 8 << 10;

/// The most header lines of a request.
pub(super) const MOST_HEADERS: usize = 64;

/// The largest page that a script is put into, in bytes: twenty times the largest we make. A
/// larger one is sent as it is.
pub(super) const MOST_PAGE_BYTES: u64 = 4 << 20;

/// The longest text about what is wrong that is shown in the browser, in bytes.
pub(super) const MOST_PROBLEM_BYTES: usize = 8 << 10;

/// The stack of a thread that answers a connection, in bytes: it opens a file and copies it.
pub(super) const STACK_BYTES: usize = 512 << 10;

/// How many connections, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections that are answered at the same time, each on its thread. A browser opens six.
    pub connections: usize,
    /// A connection that has taken longer than this makes room for a new one when all are taken.
    pub grace: Duration,
    /// Until the request has arrived.
    pub request: Duration,
    /// Until the answer has been taken.
    pub answer: Duration,
    /// Open pages that are told of builds at the same time. When there are more, they take turns,
    /// and each is told how things stand whenever its turn comes.
    pub viewers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 128,
            grace: Duration::from_millis(250),
            request: Duration::from_secs(5),
            answer: Duration::from_secs(30),
            // Two of a browser's six connections are left for pages that are to be loaded.
            viewers: 4,
        }
    }
}
