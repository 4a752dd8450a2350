//! The guides that come with the program.

/// The guides that an overlay may extend without a copy of them: id and text.
pub const BUNDLED: &[(&str, &str)] = &[
    ("it-director", include_str!("../../guides/it-director.yaml")),
    ("it-manager", include_str!("../../guides/it-manager.yaml")),
    (
        "it-support-manager",
        include_str!("../../guides/it-support-manager.yaml"),
    ),
];

/// The text of the bundled guide with this id.
pub fn bundled(id: &str) -> Option<&'static str> {
    let found = BUNDLED.iter().find(|(known, _)| *known == id);
    found.map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_ids_are_those_of_the_guides() {
        for (id, text) in super::BUNDLED {
            assert!(text.contains(&format!("\nid: {id}\n")), "{id}");
        }
    }
}
