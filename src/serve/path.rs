//! From the target of a request to a file, and never to one outside the folder.

use super::page::Kind;
use percent_encoding::percent_decode_str;
use std::fs::File;
use std::path::{Path, PathBuf};

/// What a target names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The stream of events for open pages.
    Events,
    /// The script that listens to it.
    Script,
    /// A file, by its path from the folder; a folder stands for the `index.html` in it.
    File(PathBuf),
}

/// Which place a target names, if it is one that can be asked for.
///
/// Each part of the path is decoded once and must then be a plain name: not empty, no dot in
/// front (`..` as well as hidden files), nothing that any system takes for a separator, a drive or
/// the end of a name.
pub(super) fn resolve(target: &str) -> Option<Place> {
    let path = target.split(['?', '#']).next()?;
    match path {
        "/.hirekit/events" => return Some(Place::Events),
        "/.hirekit/reload.js" => return Some(Place::Script),
        _ => {}
    }
    let path = path.strip_prefix('/')?;
    let (folders, last) = match path.rsplit_once('/') {
        Some((folders, last)) => (Some(folders), last),
        None => (None, path),
    };
    let mut file_path = PathBuf::new();
    for part in folders.into_iter().flat_map(|it| it.split('/')) {
        file_path.push(name(part)?);
    }
    file_path.push(match last {
        "" => "index.html".to_owned(),
        last => name(last)?,
    });
    Some(Place::File(file_path))
}

/// A part of a path, decoded, if it is nothing but a name.
fn name(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    plain(&name).map(str::to_owned)
}

/// A file that may be sent.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) file: File,
    /// In bytes.
    pub(super) length: u64,
    pub(super) kind: Kind,
}

/// Opens the file at `path` in `folder`, if it is one of a kit. Links are followed first, so that
/// none leads out of the folder or to a hidden file, and only files are opened: a pipe would let
/// us wait for ever.
pub(super) fn open(folder: &Path, path: &Path) -> Option<Found> {
    let kind = Kind::of(path)?;
    let real = real(folder, path)?;
    if !real.metadata().ok()?.is_file() || Kind::of(&real) != Some(kind) {
        return None;
    }
    let file = File::open(real).ok()?;
    let length = file.metadata().ok()?.len();
    Some(Found { file, length, kind })
}

/// Whether there is a folder at `path` in `folder`.
pub(super) fn is_folder(folder: &Path, path: &Path) -> bool {
    real(folder, path).is_some_and(|path| path.is_dir())
}

/// The path without links, if it stays in the folder and nothing on it is hidden.
fn real(folder: &Path, path: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    let real = folder.join(path).canonicalize().ok()?;
    let inside = real.strip_prefix(&folder).ok()?;
    let mut parts = inside.iter();
    let is_plain = parts.all(|part| part.to_str().is_some_and(|it| plain(it).is_some()));
    is_plain.then_some(real)
}

/// The name, if it is nothing but a name.
fn plain(name: &str) -> Option<&str> {
    let is_control = |c: char| c.is_control();
    let steers = name.contains(['/', '\\', ':']) || name.contains(is_control);
    let is_plain = !name.is_empty() && !name.starts_with('.') && !steers;
    is_plain.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn file(path: &str) -> Option<Place> {
        Some(Place::File(PathBuf::from(path)))
    }

    #[test]
    fn plain_paths_name_files_and_folders_their_index() {
        assert_eq!(resolve("/"), file("index.html"));
        assert_eq!(resolve("/?q#f"), file("index.html"));
        assert_eq!(resolve("/a/"), file("a/index.html"));
        assert_eq!(resolve("/a"), file("a"));
        assert_eq!(resolve("/a/b.html?x=/../"), file("a/b.html"));
        assert_eq!(resolve("/a%20b/%C3%A9.md"), file("a b/é.md"));
        assert_eq!(resolve("/.hirekit/events?x"), Some(Place::Events));
        assert_eq!(resolve("/.hirekit/reload.js"), Some(Place::Script));
    }

    /// Targets that some server somewhere has followed out of its folder.
    const HOSTILE: [&str; 34] = [
        "",
        "*",
        "etc/passwd",
        "http://localhost/",
        "//etc/passwd",
        "/a//b",
        "//",
        "/..",
        "/../etc/passwd",
        "/../../../../../../etc/passwd",
        "/a/../../etc/passwd",
        "/./a",
        "/%2e%2e/etc/passwd",
        "/%2E%2E/etc/passwd",
        "/.%2e/etc/passwd",
        "/%2e./etc/passwd",
        "/..%2fetc%2fpasswd",
        "/%2e%2e%2fetc%2fpasswd",
        "/a%2fb",
        "/%2fetc%2fpasswd",
        "/..\\etc\\passwd",
        "/a\\..\\b",
        "/..%5cetc%5cpasswd",
        "/%5c%5cserver%5cshare",
        "/C:/windows/win.ini",
        "/c%3a/windows/win.ini",
        "/a.html:stream",
        "/a%00.html",
        "/a.html%00",
        "/a%0d%0ab",
        "/.git/config",
        "/a/.hidden.html",
        "/%2ehidden.html",
        "/%ff%fe",
    ];

    #[test]
    fn no_hostile_target_names_anything() {
        for target in HOSTILE {
            assert_eq!(resolve(target), None, "{target}");
        }
    }

    /// Decoded once, these are odd names of files that are not there, and nothing else.
    #[test]
    fn nothing_is_decoded_twice() {
        assert_eq!(resolve("/%252e%252e/passwd"), file("%2e%2e/passwd"));
        assert_eq!(resolve("/%252fetc"), file("%2fetc"));
        assert_eq!(resolve("/%c0%ae%c0%ae/a"), None);
        assert_eq!(resolve("/%zz"), file("%zz"));
    }

    #[test]
    fn only_pages_pdfs_and_markdown_are_opened() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for name in ["a.html", "a.pdf", "a.md", "kit.json", "a.js", "a"] {
            fs::write(folder.path().join(name), "x").expect("it can be written");
        }
        fs::create_dir(folder.path().join("b.html")).expect("it can be made");
        let opens = |name: &str| open(folder.path(), Path::new(name)).is_some();
        assert!(opens("a.html") && opens("a.pdf") && opens("a.md"));
        for name in ["kit.json", "a.js", "a", "b.html", "nosuch.html", ""] {
            assert!(!opens(name), "{name}");
        }
        assert!(is_folder(folder.path(), Path::new("b.html")));
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_or_to_what_is_hidden() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().expect("a folder can be made");
        let folder = outside.path().join("out");
        fs::create_dir_all(folder.join(".git")).expect("it can be made");
        fs::create_dir(folder.join("kit")).expect("it can be made");
        for path in [
            "secret.html",
            "out/.git/a.html",
            "out/kit/a.html",
            "out/kit/a.json",
        ] {
            fs::write(outside.path().join(path), "x").expect("it can be written");
        }
        for (link, target) in [
            ("in.html", "kit/a.html"),
            ("out.html", "../secret.html"),
            ("absolute.html", "/etc/passwd"),
            ("up", ".."),
            ("hidden", ".git"),
            ("loop.html", "loop.html"),
            ("kind.html", "kit/a.json"),
        ] {
            symlink(target, folder.join(link)).expect("it can be made");
        }
        let opens = |name: &str| open(&folder, Path::new(name)).is_some();
        assert!(opens("kit/a.html") && opens("in.html"));
        for name in [
            "out.html",
            "absolute.html",
            "up/secret.html",
            "hidden/a.html",
            "loop.html",
            "kind.html",
        ] {
            assert!(!opens(name), "{name}");
        }
        assert!(!is_folder(&folder, Path::new("up")));
    }
}
