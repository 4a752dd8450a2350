//! Writing one answer.

use super::page::{self, Kind};
use super::path::Found;
use super::request::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::Path;

/// Sent with every answer: nothing is kept, guessed, told to others, or shown within their pages.
pub(super) const ALWAYS: &str = "Cache-Control: no-store\r\n\
                                 X-Content-Type-Options: nosniff\r\n\
                                 Referrer-Policy: no-referrer\r\n\
                                 Cross-Origin-Resource-Policy: same-origin\r\n\
                                 Cross-Origin-Opener-Policy: same-origin\r\n\
                                 Connection: close\r\n";

/// What a client gets.
#[derive(Debug)]
pub(super) enum Answer {
    /// A text.
    Text(Kind, String),
    /// A file, as it is.
    File(Found),
    /// The folder at this path, which ends in a slash.
    Folder(String),
    /// Nothing, for a reason.
    Refused(Refusal, String),
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not HTTP, or not in a form that we read.
    Malformed,
    /// It has no end.
    Long,
    /// It did not come in time.
    Slow,
    /// It wants something done.
    Method,
    /// It is meant for another server.
    Host,
    /// There is no such file.
    Missing,
}

impl Refusal {
    /// The status code and its name.
    fn status(self) -> &'static str {
        match self {
            Self::Malformed => "400 Bad Request",
            Self::Long => "431 Request Header Fields Too Large",
            Self::Slow => "408 Request Timeout",
            Self::Method => "405 Method Not Allowed",
            Self::Host => "403 Forbidden",
            Self::Missing => "404 Not Found",
        }
    }

    /// What is wrong, in a few words.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Malformed => "This request cannot be read",
            Self::Long => "This request is too long",
            Self::Slow => "This request did not come in time",
            Self::Method => "Kits can only be read here",
            Self::Host => "This is not the name of this server",
            Self::Missing => "There is no such page",
        }
    }

    /// What to do about it, as HTML.
    pub(super) fn way_out(self) -> &'static str {
        match self {
            Self::Missing => "The kits are listed on the <a href=\"/\">first page</a>.",
            Self::Host => "Open the address that <code>hirekit serve</code> has printed.",
            _ => "Open the address that <code>hirekit serve</code> has printed, in a browser.",
        }
    }
}

impl Answer {
    /// Nothing, for a reason.
    pub(super) fn refused(refusal: Refusal) -> Self {
        Self::Refused(refusal, page::refusal(refusal))
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// The client has gone, or takes too long.
    pub(super) fn write(self, to: &mut impl Write, method: Method) -> io::Result<()> {
        let mut send = |head: String, body: &[u8]| {
            to.write_all(head.as_bytes())?;
            match method {
                Method::Get => to.write_all(body),
                Method::Head => Ok(()),
            }
        };
        match self {
            Self::Text(kind, text) => {
                send(head("200 OK", kind, "", text.len() as u64), text.as_bytes())
            }
            Self::Folder(path) => {
                let status = "308 Permanent Redirect";
                let location = format!("Location: {path}\r\n");
                send(head(status, Kind::Markdown, &location, 0), b"")
            }
            Self::Refused(refusal, text) => {
                let more = match refusal {
                    Refusal::Method => "Allow: GET, HEAD\r\n",
                    _ => "",
                };
                let head = head(refusal.status(), Kind::Html, more, text.len() as u64);
                send(head, text.as_bytes())
            }
            Self::File(found) => {
                send(head("200 OK", found.kind, "", found.length), b"")?;
                match method {
                    Method::Get => copy(found.file, found.length, to),
                    Method::Head => Ok(()),
                }
            }
        }
    }
}

fn head(status: &str, kind: Kind, more: &str, length: u64) -> String {
    let policy = kind.policy();
    let policy = policy.map(|it| format!("Content-Security-Policy: {it}\r\n"));
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {length}\r\n{}{more}{ALWAYS}\r\n",
        kind.media_type(),
        policy.unwrap_or_default(),
    )
}

/// Sends as much of a file as was announced, even if it has grown since.
fn copy(file: File, length: u64, to: &mut impl Write) -> io::Result<()> {
    io::copy(&mut file.take(length), to)?;
    Ok(())
}

/// What is encoded in an address: all that could mean something there.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// The address of the folder at `path`, which is made of plain names.
pub(super) fn folder_address(path: &Path) -> String {
    let names = path.iter().map(|name| name.to_string_lossy());
    let encoded = names.map(|name| format!("/{}", utf8_percent_encode(&name, ENCODED)));
    encoded.collect::<String>() + "/"
}
