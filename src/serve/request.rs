//! Reading one request.

use super::answer::Refusal;
use super::limits::{MOST_HEAD_BYTES, MOST_HEADERS};
use httparse::{Error, Status};
use std::io::{ErrorKind, Read};

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    /// The path, as it was sent.
    pub(super) target: String,
    /// The server whom the client thinks to talk to.
    pub(super) host: String,
}

/// What is to be done. Nothing else is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    /// Like [`Method::Get`], without the body of the answer.
    Head,
}

/// Reads a request; what follows its head is ignored.
///
/// # Errors
///
/// Why it cannot be answered; `None` when nobody is there any more to be told so.
pub(super) fn read(connection: &mut impl Read) -> Result<Request, Option<Refusal>> {
    let mut bytes = [0; MOST_HEAD_BYTES];
    let mut length = 0;
    loop {
        let more = match connection.read(&mut bytes[length..]) {
            Ok(0) => return Err(None),
            Ok(more) => more,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            // Windows calls it the one, the others call it the other.
            Err(error) if matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock) => {
                return Err((length > 0).then_some(Refusal::Slow));
            }
            Err(_) => return Err(None),
        };
        length += more;
        if let Some(request) = parse(&bytes[..length])? {
            return Ok(request);
        }
        if length == bytes.len() {
            return Err(Some(Refusal::Long));
        }
    }
}

/// The request, once its head is complete.
fn parse(bytes: &[u8]) -> Result<Option<Request>, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(bytes) {
        Ok(Status::Complete(_)) => {}
        Ok(Status::Partial) => return Ok(None),
        Err(Error::TooManyHeaders) => return Err(Refusal::Long),
        Err(_) => return Err(Refusal::Malformed),
    }
    let headers = parsed.headers.iter();
    let mut hosts = headers.filter(|it| it.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::Malformed);
    };
    let host = std::str::from_utf8(host.value).map_err(|_| Refusal::Malformed)?;
    let method = match parsed.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => return Err(Refusal::Method),
    };
    Ok(Some(Request {
        method,
        target: parsed.path.unwrap_or_default().to_owned(),
        host: host.to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out one byte at a time, as the slowest client does.
    struct Drops<'b>(&'b [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
            let (Some((first, rest)), Some(room)) = (self.0.split_first(), bytes.first_mut())
            else {
                return Ok(0);
            };
            *room = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn both_ways(bytes: &[u8]) -> Result<Request, Option<Refusal>> {
        let whole = read(&mut &*bytes);
        assert_eq!(whole, read(&mut Drops(bytes)));
        whole
    }

    #[test]
    fn a_request_is_the_same_in_one_piece_and_in_many() {
        let request = both_ways(b"GET /a?b HTTP/1.1\r\nHost: localhost:1\r\nX: y\r\n\r\nbody");
        let expected = Request {
            method: Method::Get,
            target: "/a?b".to_owned(),
            host: "localhost:1".to_owned(),
        };
        assert_eq!(request, Ok(expected));
    }

    #[test]
    fn what_is_no_request_for_us_is_refused() {
        let long = format!("GET /{} HTTP/1.1\r\n", "a".repeat(MOST_HEAD_BYTES));
        let many = format!(
            "GET / HTTP/1.1\r\n{}\r\n",
            "a: b\r\n".repeat(MOST_HEADERS + 1)
        );
        let cases: [(&[u8], Option<Refusal>); 10] = [
            (b"", None),
            (b"GET / HT", None),
            (b"GET / HTTP/1.1\r\n\r\n", Some(Refusal::Malformed)),
            (
                b"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
                Some(Refusal::Malformed),
            ),
            (
                b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n",
                Some(Refusal::Malformed),
            ),
            (b"\x16\x03\x01\x02\x00\x01", Some(Refusal::Malformed)),
            (
                b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
                Some(Refusal::Malformed),
            ),
            (b"POST / HTTP/1.1\r\nHost: a\r\n\r\n", Some(Refusal::Method)),
            (long.as_bytes(), Some(Refusal::Long)),
            (many.as_bytes(), Some(Refusal::Long)),
        ];
        for (bytes, refusal) in cases {
            let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
            assert_eq!(both_ways(bytes), Err(refusal), "{shown}");
        }
    }
}
