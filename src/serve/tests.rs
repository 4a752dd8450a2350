//! The server, asked over a socket as browsers and others ask.

use super::{Limits, Server, Site};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than any answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

const PAGE: &str = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
                    'none'\"></head>the page";

struct Served {
    folder: TempDir,
    address: SocketAddr,
    site: Arc<Site>,
}

impl Served {
    fn new(limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::create_dir_all(folder.path().join("out/kit")).expect("it can be made");
        for (path, text) in [
            ("secret.html", "secret"),
            ("out/index.html", PAGE),
            ("out/kit/index.html", PAGE),
            ("out/kit/a.md", "# Text"),
            ("out/kit/a.pdf", "%PDF"),
            ("out/kit/kit.json", "{}"),
            ("out/.hidden.html", "secret"),
        ] {
            fs::write(folder.path().join(path), text).expect("it can be written");
        }
        let server = Server::bind("127.0.0.1", 0).expect("there is a free port");
        let address = server.address();
        let site = server.start(folder.path().join("out"), limits);
        Self {
            site: site.expect("there are threads"),
            folder,
            address,
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        let patience = stream.set_read_timeout(Some(PATIENCE));
        patience.expect("a time can be set");
        stream
    }

    /// Sends bytes, and returns all that comes back.
    fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        // A long request may be refused before its end.
        let _ = stream.write_all(request);
        rest_of(stream)
    }

    fn ask(&self, method: &str, target: &str) -> String {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.raw(request.as_bytes())
    }

    fn get(&self, target: &str) -> String {
        self.ask("GET", target)
    }

    /// The stream of events, with its head read.
    fn listen(&self) -> TcpStream {
        let mut stream = self.connect();
        let request = b"GET /.hirekit/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(request).expect("it is taken");
        stream
    }
}

fn rest_of(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // One that is cut off has sent what it has sent.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// Reads until `text` has come.
fn read_until(stream: &mut TcpStream, text: &str) -> String {
    let mut read = String::new();
    let mut bytes = [0; 1024];
    while !read.contains(text) {
        let more = stream.read(&mut bytes).expect("it comes in time");
        assert!(more > 0, "ended after {read}");
        read.push_str(&String::from_utf8_lossy(&bytes[..more]));
    }
    read
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn kits_are_served_with_their_types() {
    let served = Served::new(Limits::default());
    for (target, kind, text) in [
        ("/", "text/html; charset=utf-8", "the page"),
        ("/kit/", "text/html; charset=utf-8", "the page"),
        ("/kit/index.html?x", "text/html; charset=utf-8", "the page"),
        ("/kit/a.md", "text/plain; charset=utf-8", "# Text"),
        ("/kit/a.pdf", "application/pdf", "%PDF"),
    ] {
        let answer = served.get(target);
        assert_eq!(status(&answer), "200", "{target}");
        assert!(answer.contains(&format!("Content-Type: {kind}\r\n")));
        assert!(answer.ends_with(text), "{answer}");
    }
    let answer = served.get("/kit");
    assert!(answer.starts_with("HTTP/1.1 308 ") && answer.contains("Location: /kit/\r\n"));
}

#[test]
fn every_answer_forbids_to_keep_guess_and_embed() {
    let served = Served::new(Limits::default());
    for target in [
        "/",
        "/kit",
        "/kit/a.md",
        "/kit/a.pdf",
        "/nosuch",
        "/.hirekit/reload.js",
    ] {
        let answer = served.get(target);
        for header in [
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cross-Origin-Resource-Policy: same-origin",
            "Connection: close",
        ] {
            assert!(answer.contains(&format!("\r\n{header}\r\n")), "{answer}");
        }
        let is_guarded = answer.contains("frame-ancestors 'none'");
        assert!(is_guarded || target.ends_with(".pdf"), "{answer}");
    }
}

#[test]
fn head_is_get_without_the_body_and_nothing_else_is_done() {
    let served = Served::new(Limits::default());
    for target in ["/", "/kit/a.pdf", "/nosuch", "/.hirekit/events"] {
        let head = served.ask("HEAD", target);
        assert!(head.ends_with("\r\n\r\n"), "{head}");
        assert!(head.contains("Content-Length: "), "{head}");
    }
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get",
    ] {
        let answer = served.ask(method, "/");
        assert_eq!(status(&answer), "405", "{method}");
        assert!(answer.contains("\r\nAllow: GET, HEAD\r\n"));
    }
    let body = "x".repeat(100_000);
    let post =
        format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{body}");
    assert_eq!(status(&served.raw(post.as_bytes())), "405");
}

#[test]
fn nothing_outside_the_folder_is_served_and_nothing_hidden_or_listed() {
    let served = Served::new(Limits::default());
    let up = "../".repeat(12);
    for target in [
        "/../../etc/passwd",
        "/../secret.html",
        &format!("/{up}etc/passwd"),
        "/kit/../../secret.html",
        "/%2e%2e/secret.html",
        "/%2E%2E%2Fsecret.html",
        "/..%2fsecret.html",
        "/..%5csecret.html",
        "/..\\secret.html",
        "/%252e%252e/secret.html",
        "/%c0%ae%c0%ae/secret.html",
        "/....//secret.html",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/kit/a.md%00.html",
        "/.hidden.html",
        "/%2ehidden.html",
        "/kit/kit.json",
        "/kit/nosuch/",
        "/.hirekit/",
    ] {
        let answer = served.get(target);
        assert_eq!(status(&answer), "404", "{target}");
        assert!(!answer.contains("root:") && !answer.contains("secret"));
    }
    for target in ["http://localhost/", "secret.html", "*"] {
        assert!(["400", "404"].contains(&status(&served.get(target))));
    }
    let folder = served.folder.path().join("out/kit/index.html");
    fs::remove_file(folder).expect("it is there");
    assert_eq!(status(&served.get("/kit/")), "404");
}

#[test]
fn only_those_who_mean_this_server_are_answered() {
    let served = Served::new(Limits::default());
    let port = served.address.port();
    let ask = |hosts: &str| served.raw(format!("GET / HTTP/1.1\r\n{hosts}\r\n").as_bytes());
    for host in ["localhost".to_owned(), format!("127.0.0.1:{port}")] {
        assert_eq!(status(&ask(&format!("Host: {host}\r\n"))), "200");
    }
    for target in ["/", "/.hirekit/events", "/nosuch"] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n");
        let answer = served.raw(request.as_bytes());
        assert_eq!(status(&answer), "403", "{target}");
        assert!(!answer.contains("the page") && !answer.contains("retry:"));
    }
    assert_eq!(status(&ask("")), "400");
    assert_eq!(
        status(&ask("Host: localhost\r\nHost: evil.example\r\n")),
        "400"
    );
}

#[test]
fn endless_and_broken_requests_are_refused() {
    let served = Served::new(Limits::default());
    let long = format!("GET /{} HTTP/1.1\r\n", "a".repeat(1 << 20));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(1_000));
    for request in [long, many] {
        assert_eq!(status(&served.raw(request.as_bytes())), "431");
    }
    assert_eq!(
        status(&served.raw(b"\x16\x03\x01\x02\x00\x01\xfc\x03\x03\r\n\r\n")),
        "400"
    );
}

#[test]
fn a_request_that_does_not_end_is_ended() {
    let served = Served::new(Limits {
        request: Duration::from_millis(50),
        ..Limits::default()
    });
    let answer = served.raw(b"GET / HTTP/1.1\r\nHost: local");
    assert_eq!(status(&answer), "408");
    // Whoever has said nothing is told nothing.
    assert_eq!(served.raw(b""), "");
}

#[test]
fn slow_clients_make_room_for_quick_ones() {
    let served = Served::new(Limits {
        connections: 4,
        grace: Duration::from_millis(10),
        request: Duration::from_secs(3_600),
        ..Limits::default()
    });
    let mut slow: Vec<_> = (0..40).map(|_| served.connect()).collect();
    for stream in &mut slow {
        // Some are cut off already.
        let _ = stream.write_all(b"GET / HT");
    }
    assert_eq!(status(&served.get("/")), "200");
}

#[test]
fn hundreds_at_once_are_all_answered() {
    let served = Served::new(Limits::default());
    thread::scope(|scope| {
        let ask = |_| scope.spawn(|| (0..50).all(|_| status(&served.get("/kit/a.md")) == "200"));
        let asked: Vec<_> = (0..8).map(ask).collect();
        for asked in asked {
            assert!(asked.join().expect("it ends"));
        }
    });
}

#[test]
fn open_pages_are_told_of_builds_and_of_what_is_wrong() {
    let served = Served::new(Limits::default());
    let build_in_page = |page: &str| {
        let (_, after) = page.split_once("data-build=\"").expect("it has the script");
        after.split('"').next().unwrap_or_default().to_owned()
    };
    let first = build_in_page(&served.get("/"));
    let mut page = served.listen();
    read_until(
        &mut page,
        &format!("data: {{\"build\":\"{first}\",\"problems\":\"\"}}\n\n"),
    );
    served.site.tell("a \"mistake\"\n<b>");
    let told = read_until(&mut page, "\n\n");
    let problems = r#""problems":"a \"mistake\"\n<b>"}"#;
    assert!(told.contains(&first) && told.contains(problems), "{told}");
    served.site.renew();
    served.site.tell("");
    let second = build_in_page(&served.get("/"));
    assert_ne!(first, second);
    read_until(
        &mut page,
        &format!("data: {{\"build\":\"{second}\",\"problems\":\"\"}}\n\n"),
    );
    // The page that says that there is none follows, too.
    assert_eq!(build_in_page(&served.get("/nosuch.html")), second);
}

#[test]
fn the_oldest_of_too_many_open_pages_is_let_go() {
    let served = Served::new(Limits {
        viewers: 2,
        ..Limits::default()
    });
    let mut pages: Vec<_> = (0..3).map(|_| served.listen()).collect();
    // In order, so that it is known which is the oldest.
    for page in &mut pages {
        read_until(page, "\n\n");
    }
    served.site.tell("news");
    let listening = pages.into_iter().map(|mut page| {
        let mut bytes = [0; 1024];
        let mut read = Vec::new();
        while let Ok(more @ 1..) = page.read(&mut bytes) {
            read.extend_from_slice(&bytes[..more]);
            if read.windows(4).any(|it| it == b"news") {
                return true;
            }
        }
        false
    });
    assert_eq!(listening.filter(|it| *it).count(), 2);
}

#[test]
fn a_very_long_text_about_what_is_wrong_is_cut() {
    let served = Served::new(Limits::default());
    served.site.tell(&"é".repeat(1 << 20));
    let mut page = served.listen();
    let told = read_until(&mut page, "see the terminal");
    assert!(told.len() < 20_000);
}

#[test]
fn without_kits_the_first_page_waits_for_them() {
    let served = Served::new(Limits::default());
    fs::remove_dir_all(served.folder.path().join("out")).expect("it is there");
    let answer = served.get("/");
    assert_eq!(status(&answer), "200");
    assert!(answer.contains("There are no kits yet") && answer.contains("data-build"));
}

#[test]
fn a_file_that_is_taken_slowly_ends_in_time() {
    let served = Served::new(Limits {
        answer: Duration::from_millis(100),
        ..Limits::default()
    });
    let large = vec![b'x'; 64 << 20];
    let path = served.folder.path().join("out/large.pdf");
    fs::write(path, &large).expect("it can be written");
    let mut stream = served.connect();
    let request = b"GET /large.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(request).expect("it is taken");
    let began = Instant::now();
    read_until(&mut stream, "\r\n\r\n");
    thread::sleep(Duration::from_millis(300));
    assert!(rest_of(stream).len() < large.len());
    assert!(began.elapsed() < PATIENCE);
}

#[test]
fn a_port_that_is_taken_is_one_error_with_a_way_out() {
    let served = Served::new(Limits::default());
    let port = served.address.port();
    let error = Server::bind("127.0.0.1", port).expect_err("it is taken");
    let expected = format!(
        "port {port} is in use, perhaps by another `hirekit serve`: `--port 0` takes a free one"
    );
    assert_eq!(error.to_string(), expected);
}
