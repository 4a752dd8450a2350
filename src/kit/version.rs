//! The version of a guide that a packet was made from.

use sha2::{Digest, Sha256};

/// A short hash of a guide's text and those it was put together with: the same texts have the same
/// version everywhere.
pub fn version<'t>(text: &str, others: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new_with_prefix(text);
    for other in others {
        // No text has this byte in it, so that none can pass for two.
        hash.update([0]);
        hash.update(other);
    }
    let digest = hash.finalize();
    digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn a_version_is_eight_hexadecimal_digits_of_sha_256() {
        assert_eq!(super::version("", []), "e3b0c442");
    }

    #[test]
    fn every_text_counts() {
        let versions = [vec![], vec!["b"], vec!["c"], vec!["b", "c"], vec!["bc"]];
        let versions: BTreeSet<_> = versions.map(|bases| super::version("a", bases)).into();
        assert_eq!(versions.len(), 5);
    }
}
