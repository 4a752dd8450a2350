//! Short hashes: of the bytes of a file, and of all that a file is made from.

use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;

/// The first half of a SHA-256 hash: enough that nobody finds two texts with the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; Digest::BYTES]);

impl Digest {
    const BYTES: usize = 16;

    /// The digest of some parts, in their order.
    pub fn of<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Self {
        use sha2::Digest as _;
        let mut hash = Sha256::new();
        for part in parts {
            // With their lengths, so that no other parts look the same one after the other.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self::first_half(&hash.finalize())
    }

    /// The digest of a file, by its name and its bytes. In a text, ends of lines do not count:
    /// git may write them in another way in each clone.
    pub fn of_file(name: &str, bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        let mut hash = Sha256::new();
        if name.ends_with(".pdf") || !bytes.contains(&b'\r') {
            hash.update(bytes);
        } else {
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            for line in lines {
                match line.strip_suffix(b"\r\n") {
                    Some(line) => {
                        hash.update(line);
                        hash.update(b"\n");
                    }
                    None => hash.update(line),
                }
            }
        }
        Self::first_half(&hash.finalize())
    }

    /// The bytes, as a part of another digest.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn first_half(hash: &[u8]) -> Self {
        let mut half = [0; Self::BYTES];
        half.copy_from_slice(&hash[..Self::BYTES]);
        Self(half)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut digest = Self([0; Self::BYTES]);
        let is_hex = text
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        if !is_hex || text.len() != 2 * Self::BYTES {
            return Err("a digest is 32 hexadecimal digits");
        }
        for (at, byte) in digest.0.iter_mut().enumerate() {
            let digits = u8::from_str_radix(&text[2 * at..2 * at + 2], 16);
            *byte = digits.map_err(|_| "a digest is hexadecimal")?;
        }
        Ok(digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let digest = |parts: &[&str]| Digest::of(parts.iter().map(|part| part.as_bytes()));
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["a"]), digest(&["a", ""]));
    }

    #[test]
    fn ends_of_lines_count_in_a_pdf_only() {
        let (unix, dos) = (&b"a\nb\r\n"[..], &b"a\r\nb\n"[..]);
        assert_eq!(Digest::of_file("a.md", unix), Digest::of_file("a.md", dos));
        assert_ne!(
            Digest::of_file("a.pdf", unix),
            Digest::of_file("a.pdf", dos)
        );
        assert_ne!(
            Digest::of_file("a.md", b"a\rb"),
            Digest::of_file("a.md", b"ab")
        );
    }

    #[test]
    fn a_digest_is_read_as_it_is_written() {
        let digest = Digest::of([]);
        assert_eq!(Digest::try_from(digest.to_string()), Ok(digest));
        for wrong in ["", "abc", &"g".repeat(32), &"A".repeat(32), &"é".repeat(16)] {
            assert!(Digest::try_from(wrong.to_owned()).is_err());
        }
    }
}
