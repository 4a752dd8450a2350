//! How the program is called, for messages that say what to run next.

use std::path::Path;

/// The beginning of a command line that works in this folder: `hirekit -C 'My team'`.
pub(super) fn hirekit(directory: &Path) -> String {
    let folder = directory.strip_prefix(".").unwrap_or(directory);
    match &*folder.to_string_lossy() {
        "" => "hirekit".to_owned(),
        folder => format!("hirekit -C {}", argument(folder)),
    }
}

/// A word of a command line, in quotes where a shell would take it apart.
fn argument(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-./\\:".contains(c);
    if word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::hirekit;
    use std::path::Path;

    #[test]
    fn a_folder_is_one_word() {
        let calls = [
            (".", "hirekit"),
            ("./acme", "hirekit -C acme"),
            ("/srv/kits-2", "hirekit -C /srv/kits-2"),
            ("My team", "hirekit -C 'My team'"),
            ("it's $HOME", r"hirekit -C 'it'\''s $HOME'"),
        ];
        for (folder, call) in calls {
            assert_eq!(hirekit(Path::new(folder)), call);
        }
    }
}
