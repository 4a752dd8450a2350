//! How many connections are answered at once, and which one makes room when there are too many.

use super::limits::{Limits, STACK_BYTES};
use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait before looking again for a connection that makes room.
const PAUSE: Duration = Duration::from_millis(20);

/// The connections that are being answered, each on a thread of its own.
///
/// A client that sends or reads slowly holds its place only as long as nobody else wants it: when
/// all are taken, the oldest that has had its [`Limits::grace`] is cut off. So no number of slow
/// clients keeps a quick one waiting for long.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    grace: Duration,
    open: Mutex<Open>,
    /// One of them has ended.
    left: Condvar,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    /// By number, the oldest first.
    streams: BTreeMap<u64, (Instant, Arc<TcpStream>)>,
}

impl Connections {
    /// None yet.
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self {
            most: limits.connections.max(1),
            grace: limits.grace,
            open: Mutex::default(),
            left: Condvar::new(),
        })
    }

    /// Answers a connection on a thread of its own, as soon as there is room. One for which the
    /// system has no thread is dropped.
    pub(super) fn admit(
        self: &Arc<Self>,
        stream: TcpStream,
        answer: impl FnOnce(&TcpStream) + Send + 'static,
    ) {
        let stream = Arc::new(stream);
        let place = self.enter(&stream);
        // When there is no thread, the place is given back along with the work.
        let _ = thread::Builder::new()
            .stack_size(STACK_BYTES)
            .spawn(move || {
                answer(&stream);
                drop(place);
            });
    }

    fn enter(self: &Arc<Self>, stream: &Arc<TcpStream>) -> Place {
        let mut open = self.lock();
        while open.streams.len() >= self.most {
            open.cut_off_oldest(self.grace);
            let waited = self.left.wait_timeout(open, PAUSE);
            open = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let number = open.next;
        open.next += 1;
        let entry = (Instant::now(), Arc::clone(stream));
        open.streams.insert(number, entry);
        Place {
            connections: Arc::clone(self),
            number,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // Nothing in it is ever half done.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// Whoever waits for it to send or to take something is told that it has ended, and leaves.
    fn cut_off_oldest(&self, grace: Duration) {
        let oldest = self.streams.values().next();
        if let Some((since, stream)) = oldest
            && since.elapsed() > grace
        {
            // It may have ended by itself.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// A place among the connections, given back when dropped.
struct Place {
    connections: Arc<Connections>,
    number: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.lock().streams.remove(&self.number);
        self.connections.left.notify_one();
    }
}
