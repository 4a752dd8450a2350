//! Whole guides: those of this repository, which are clean, and a poor one.

use super::example::{folder, lint};
use hirekit::report::text::{Style, text};

#[test]
fn the_guides_of_this_repository_are_clean() {
    let guides = folder().join("../../guides");
    for file in std::fs::read_dir(guides).expect("there are guides") {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_some_and(|it| it == "yaml") {
            let guide = std::fs::read_to_string(&path).expect("a guide is text");
            let name = path.file_name().expect("it has a name").to_string_lossy();
            let findings = lint(&name, &guide);
            assert!(
                findings.is_empty(),
                "{}",
                text(&findings, &Style::default())
            );
        }
    }
}
