//! Open pages that want to be told of builds.

use super::answer::ALWAYS;
use super::deadline::Deadline;
use super::limits::MOST_PROBLEM_BYTES;
use serde_json::json;
use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a page may take for the first event. It has just asked for it.
const PATIENCE: Duration = Duration::from_secs(1);

/// After how many milliseconds a page whose stream has ended asks again.
const RETRY: u32 = 1000;

/// The pages that listen, and what they know.
///
/// A page that listens costs a connection, and no thread: it is written to when there is news, and
/// dropped when that cannot be done at once. Then, or when it is crowded out, its browser asks
/// again and is told how things stand.
#[derive(Debug)]
pub(super) struct Viewers {
    most: usize,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    build: u64,
    problems: String,
    streams: VecDeque<TcpStream>,
}

impl Viewers {
    /// None yet, and never more than `most`.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            state: Mutex::new(State {
                build: 0,
                problems: String::new(),
                streams: VecDeque::new(),
            }),
        }
    }

    /// The name of the build that pages are now of. Other runs of the program have others.
    pub(super) fn build_name(&self) -> String {
        self.state().build_name()
    }

    /// Tells a page how things stand, and what is new from now on.
    ///
    /// # Errors
    ///
    /// It has gone.
    pub(super) fn add(&self, stream: TcpStream) -> io::Result<()> {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{ALWAYS}\r\n");
        let mut state = self.state();
        let first = format!("{head}retry: {RETRY}\n{}", state.event());
        Deadline::new(&stream, PATIENCE).write_all(first.as_bytes())?;
        stream.set_nonblocking(true)?;
        // A line without meaning tells which of the others have gone.
        state.send(":\n\n");
        if state.streams.len() >= self.most {
            state.streams.pop_front();
        }
        state.streams.push_back(stream);
        Ok(())
    }

    /// A build has ended: pages are of that one from now on. Those that are open reload at the next
    /// [`tell`](Self::tell).
    pub(super) fn end_build(&self) {
        self.state().build += 1;
    }

    /// Tells all pages how things stand: what is wrong, in words, or nothing.
    pub(super) fn tell(&self, problems: &str) {
        let mut state = self.state();
        state.problems = shortened(problems);
        let event = state.event();
        state.send(&event);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in it is ever half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn build_name(&self) -> String {
        format!("{}-{}", std::process::id(), self.build)
    }

    fn event(&self) -> String {
        let news = json!({"build": self.build_name(), "problems": self.problems});
        format!("data: {news}\n\n")
    }

    /// Writes to all streams, and drops those that do not take it.
    fn send(&mut self, text: &str) {
        self.streams
            .retain_mut(|stream| stream.write_all(text.as_bytes()).is_ok());
    }
}

/// As much as fits into the memory of a connection in any case.
fn shortened(problems: &str) -> String {
    if problems.len() <= MOST_PROBLEM_BYTES {
        return problems.to_owned();
    }
    let end = problems.floor_char_boundary(MOST_PROBLEM_BYTES);
    format!("{}\n… and more: see the terminal", &problems[..end])
}
