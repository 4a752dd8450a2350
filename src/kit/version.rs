//! The version of a guide that a packet was made from.

use sha2::{Digest, Sha256};

/// A short hash of a guide's text: the same text has the same version everywhere.
pub fn version(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_version_is_eight_hexadecimal_digits_of_sha_256() {
        assert_eq!(super::version(""), "e3b0c442");
    }
}
