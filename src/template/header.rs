//! The line that `eject` puts on top of a copy of a built-in template: what it was copied from.
//!
//! It is a comment in the language of the template, so that it never reaches a packet.

use super::{BuiltIn, Language};
use sha2::{Digest, Sha256};

/// What a copy says of the built-in template it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version of hirekit.
    pub version: String,
    /// The [digest] of the built-in template then.
    pub digest: String,
}

/// How the comment begins and ends.
fn marks(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Markdown | Language::Html => ("{# ", " #}"),
        Language::Css => ("/* ", " */"),
    }
}

/// A copy of a built-in template, with the header.
pub fn ejected(built_in: &BuiltIn) -> String {
    format!("{}\n{}", line(built_in), built_in.text)
}

/// The header for a copy of a template that stands as it does today.
pub fn line(built_in: &BuiltIn) -> String {
    let language = Language::of(built_in.name).unwrap_or(Language::Markdown);
    let (begin, end) = marks(language);
    let (version, name) = (env!("CARGO_PKG_VERSION"), built_in.name);
    let digest = digest(built_in.text);
    format!("{begin}hirekit {version} {name} {digest}: `hirekit templates diff` compares{end}")
}

/// The header of a template, if it has one, and the template below it.
pub fn split(text: &str) -> (Option<Header>, &str) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (None, text);
    };
    match read(first.trim_end()) {
        Some(header) => (Some(header), rest),
        None => (None, text),
    }
}

fn read(line: &str) -> Option<Header> {
    let words = [Language::Markdown, Language::Css]
        .map(marks)
        .into_iter()
        .find_map(|(begin, end)| line.strip_prefix(begin)?.strip_suffix(end))?;
    let mut words = words.split_whitespace();
    let (hirekit, version, _name, digest) =
        (words.next()?, words.next()?, words.next()?, words.next()?);
    (hirekit == "hirekit").then(|| Header {
        version: version.to_owned(),
        digest: digest.trim_end_matches(':').to_owned(),
    })
}

/// A short hash of a template, by which its versions are told apart.
pub fn digest(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::BUILT_IN;

    #[test]
    fn what_is_ejected_is_read_again() {
        for built_in in BUILT_IN {
            let text = ejected(built_in);
            let (header, rest) = split(&text);
            assert_eq!(rest, built_in.text);
            let header = header.expect("it has one");
            assert_eq!(header.digest, digest(built_in.text));
            assert_eq!(header.version, env!("CARGO_PKG_VERSION"));
        }
    }

    #[test]
    fn other_comments_are_no_headers() {
        for text in [
            "",
            "# A",
            "{# hirekit #}\nA",
            "{# my own piece of work #}\n",
            "{# \n",
        ] {
            assert_eq!(split(text), (None, text));
        }
    }
}
