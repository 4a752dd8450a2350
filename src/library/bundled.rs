//! The libraries that come with the program.

/// The libraries that a guide may include from without a copy of them: id and text.
pub const BUNDLED: &[(&str, &str)] = &[(
    "cloud-security",
    include_str!("../../guides/library/cloud-security.yaml"),
)];

/// The text of the bundled library with this id.
pub fn bundled(id: &str) -> Option<&'static str> {
    let found = BUNDLED.iter().find(|(known, _)| *known == id);
    found.map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_ids_are_those_of_the_libraries() {
        for (id, text) in super::BUNDLED {
            assert!(text.contains(&format!("\nid: {id}\n")), "{id}");
        }
    }
}
