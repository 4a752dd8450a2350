//! The folder that is served, and the pages that are open.

use super::answer::{Answer, Refusal, folder_address};
use super::deadline::Deadline;
use super::host::Names;
use super::limits::{Limits, MOST_PAGE_BYTES};
use super::page::Kind;
use super::path::{self, Found, Place};
use super::request::{self, Method, Request};
use super::viewers::Viewers;
use super::{page, reload};
use crate::html;
use crate::labels::Languages;
use std::io::{self, Read as _};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long, and how much, we go on reading what nobody asked for, so that the answer is not lost
/// with it.
const LINGER: (Duration, u64) = (Duration::from_millis(250), 4 << 20);

/// A folder of kits that is being served.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    names: Names,
    limits: Limits,
    viewers: Viewers,
}

/// What a request leads to.
enum Outcome {
    Answer(Answer),
    /// The connection stays open for events.
    Events,
}

impl Site {
    pub(super) fn new(folder: PathBuf, names: Names, limits: Limits) -> Self {
        Self {
            folder,
            names,
            limits,
            viewers: Viewers::new(limits.viewers),
        }
    }

    /// There are new files: open pages reload when they are next told something.
    pub fn renew(&self) {
        self.viewers.end_build();
    }

    /// Tells open pages what is wrong, in words; nothing when all is well.
    pub fn tell(&self, problems: &str) {
        self.viewers.tell(problems);
    }

    /// Answers one connection, and ends it.
    pub(super) fn answer(&self, connection: &TcpStream) {
        // Whoever has gone cannot be told, and nobody else is concerned.
        let _ = self.try_to_answer(connection);
    }

    fn try_to_answer(&self, connection: &TcpStream) -> io::Result<()> {
        let read = request::read(&mut Deadline::new(connection, self.limits.request));
        let (outcome, method) = match read {
            Ok(request) => (self.outcome(&request), request.method),
            Err(Some(refusal)) => (Answer::refused(refusal).into(), Method::Get),
            Err(None) => return Ok(()),
        };
        match outcome {
            Outcome::Events => return self.viewers.add(connection.try_clone()?),
            Outcome::Answer(answer) => {
                answer.write(&mut Deadline::new(connection, self.limits.answer), method)?;
            }
        }
        connection.shutdown(Shutdown::Write)?;
        let rest = Deadline::new(connection, LINGER.0);
        io::copy(&mut rest.take(LINGER.1), &mut io::sink())?;
        Ok(())
    }

    fn outcome(&self, request: &Request) -> Outcome {
        if !self.names.contain(&request.host) {
            return Answer::refused(Refusal::Host).into();
        }
        match path::resolve(&request.target) {
            Some(Place::Events) if request.method == Method::Get => return Outcome::Events,
            Some(Place::Script) => Answer::Text(Kind::Script, reload::SCRIPT.to_owned()),
            Some(Place::File(path)) => self.file(&path),
            Some(Place::Events) | None => self.missing(),
        }
        .into()
    }

    fn file(&self, path: &Path) -> Answer {
        match path::open(&self.folder, path) {
            Some(found) if found.kind == Kind::Html && found.length <= MOST_PAGE_BYTES => {
                self.page(found).unwrap_or_else(|| self.missing())
            }
            Some(found) => Answer::File(found),
            // The first page is there as soon as there is a kit.
            None if path == Path::new("index.html") => {
                let page = html::all_kits([], Languages::english(), &html::Skin::default());
                self.live(page)
            }
            None if path::is_folder(&self.folder, path) => Answer::Folder(folder_address(path)),
            None => self.missing(),
        }
    }

    /// A page with the script in it.
    fn page(&self, found: Found) -> Option<Answer> {
        let mut text = String::new();
        // Before the page: a build meanwhile only means that it is loaded once more.
        let build = self.viewers.build_name();
        let mut file = found.file.take(MOST_PAGE_BYTES);
        file.read_to_string(&mut text).ok()?;
        let text = reload::with_script(&text, &build).unwrap_or(text);
        Some(Answer::Text(Kind::Html, text))
    }

    fn live(&self, page: String) -> Answer {
        let live = reload::with_script(&page, &self.viewers.build_name());
        Answer::Text(Kind::Html, live.unwrap_or(page))
    }

    /// The page that says so follows the builds, too: the missing one may come back.
    fn missing(&self) -> Answer {
        let page = page::refusal(Refusal::Missing);
        let live = reload::with_script(&page, &self.viewers.build_name());
        Answer::Refused(Refusal::Missing, live.unwrap_or(page))
    }
}

impl From<Answer> for Outcome {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}
