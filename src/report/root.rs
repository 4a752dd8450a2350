//! The folder that the paths in reports begin at.
//!
//! A code host knows files by their path in the repository, wherever in it hirekit was run.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

/// The folder that the paths in reports begin at: the git repository around the current folder,
/// or the current folder when there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The current folder, which paths on the command line begin at.
    current: PathBuf,
    folder: PathBuf,
}

/// A file, as seen from the root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    /// A file below the root, by its path from there.
    Inside(PathBuf),
    /// Any other file, by its absolute path.
    Outside(PathBuf),
}

impl Root {
    /// The root for a program that runs in the folder `current`, an absolute path.
    pub fn around(current: &Path) -> Self {
        let mut folders = current.ancestors();
        let repository = folders.find(|folder| folder.join(".git").exists());
        Self {
            current: current.to_owned(),
            folder: repository.unwrap_or(current).to_owned(),
        }
    }

    /// The folder itself, an absolute path.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `path` from here, with `/`; empty for the folder itself, and absolute for what lies outside.
    pub fn path(&self, path: &Path) -> String {
        self.see(path).path()
    }

    /// The file at `path`, as seen from here. The disk is not asked: links stay as they are.
    pub(super) fn see(&self, path: &Path) -> Seen {
        let mut plain = PathBuf::new();
        for component in self.current.join(path).components() {
            match component {
                Component::CurDir => {}
                Component::ParentDir => {
                    plain.pop();
                }
                other => plain.push(other),
            }
        }
        match plain.strip_prefix(&self.folder) {
            Ok(inside) => Seen::Inside(inside.to_owned()),
            Err(_) => Seen::Outside(plain),
        }
    }
}

impl Seen {
    /// The path as text, with `/`. What is no text in it becomes U+FFFD.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Inside(path) => {
                let parts = path.components();
                let parts = parts.map(|part| part.as_os_str().to_string_lossy());
                parts.collect::<Vec<_>>().join("/")
            }
            Self::Outside(path) => path.display().to_string(),
        }
    }

    /// The path as a URI: relative for a file below the root, and of the scheme `file` otherwise.
    /// Every byte but letters, digits and `-._~` is percent-encoded, so that no name, text or
    /// not, is taken for something else.
    pub(super) fn uri(&self) -> String {
        let (path, before) = match self {
            Self::Inside(path) => (path, ""),
            Self::Outside(path) => (path, "file://"),
        };
        let mut uri = before.to_owned();
        for component in path.components() {
            if matches!(component, Component::RootDir) {
                continue;
            }
            if !uri.is_empty() {
                uri.push('/');
            }
            encode(component.as_os_str().as_encoded_bytes(), &mut uri);
        }
        uri
    }
}

fn encode(bytes: &[u8], uri: &mut String) {
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(*byte));
            }
            _ => write!(uri, "%{byte:02X}").expect("a text takes everything"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Root, Seen};
    use std::path::Path;

    fn root(folder: &str, current: &str) -> Root {
        Root {
            current: current.into(),
            folder: folder.into(),
        }
    }

    #[test]
    fn the_nearest_repository_is_the_root() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let below = folder.path().join("a/b");
        std::fs::create_dir_all(&below).expect("it can be made");
        // A worktree has a file of that name, a clone a folder.
        std::fs::write(folder.path().join("a/.git"), "gitdir: elsewhere").expect("it is written");
        let root = Root::around(&below);
        assert_eq!(root.see(Path::new("c.yaml")).path(), "b/c.yaml");
        assert_eq!(root.see(Path::new("../c.yaml")).path(), "c.yaml");
    }

    #[cfg(unix)]
    #[test]
    fn paths_begin_at_the_root_or_are_whole() {
        let root = root("/repo", "/repo/kits");
        let see = |path: &str| root.see(Path::new(path));
        assert_eq!(
            see("./guides/../guides/a.yaml").path(),
            "kits/guides/a.yaml"
        );
        assert_eq!(see("/repo/a.yaml"), Seen::Inside("a.yaml".into()));
        assert_eq!(see("../../b.yaml"), Seen::Outside("/b.yaml".into()));
        assert_eq!(see("../../b c.yaml").uri(), "file:///b%20c.yaml");
        assert_eq!(see("/../../../b.yaml").path(), "/b.yaml");
        // Not `/repo`, although it begins so.
        assert_eq!(see("/repository/a").path(), "/repository/a");
    }

    #[cfg(unix)]
    #[test]
    fn no_name_is_more_than_a_name_in_a_uri() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let root = root("/repo", "/repo");
        let uri = |bytes: &[u8]| root.see(Path::new(OsStr::from_bytes(bytes))).uri();
        assert_eq!(uri(b"a/b.yaml"), "a/b.yaml");
        assert_eq!(uri(b"http:/a?b#c%20"), "http%3A/a%3Fb%23c%2520");
        assert_eq!(uri("é [1]\n".as_bytes()), "%C3%A9%20%5B1%5D%0A");
        assert_eq!(uri(b"\xff.yaml"), "%FF.yaml");
        assert_eq!(uri(b"a\\b"), "a%5Cb");
    }
}
