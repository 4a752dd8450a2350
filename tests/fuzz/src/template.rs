//! Bytes where a template is expected, in the place of a packet's own and of a part of others.

use super::{findings, markup};
use hirekit::check::check_guide;
use hirekit::finding::Source;
use hirekit::guide::Guide;
use hirekit::html::{self, Skin};
use hirekit::kit::{self, Declared, Made, Packet};
use hirekit::labels::Languages;
use hirekit::template::Library;
use hirekit::workspace::replacements;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// A guide that uses every field of the format once.
const EVERY_FIELD: &str = include_str!("../../../src/template/trial/every-field.yaml");

/// The templates that the bytes stand in for: what a packet is rendered with, and what one
/// includes.
const NAMES: [(&str, &str); 2] = [
    ("interview.md", "interview.md"),
    ("parts/question.md", "interview.md"),
];

/// Renders a packet with the bytes for a template.
pub fn template(bytes: &[u8]) {
    for (replaced, rendered) in NAMES {
        let workspace = tempfile::tempdir().expect("there is room for a folder");
        let path = workspace.path().join("templates").join(replaced);
        let folder = path.parent().expect("it is in a folder");
        std::fs::create_dir_all(folder).expect("there is room for a folder");
        std::fs::write(&path, bytes).expect("there is room for a file");
        let report = render(workspace.path(), rendered);
        let again = render(workspace.path(), rendered);
        assert_eq!(report, again, "the same template makes the same packet");
    }
}

/// Renders the packet of the template called `name`. Returns what is wrong, or the packet.
fn render(root: &Path, name: &str) -> Result<String, String> {
    let (replacements, unread) = replacements(root).expect("the templates can be read");
    let (library, unparsed) = Library::new(replacements);
    let wrong = [unread, unparsed].concat();
    if !wrong.is_empty() {
        return Err(findings::assert_sound(&wrong, 1));
    }
    let packet = packet(name);
    match library.render(name, &packet.context, &packet.imprint.labels) {
        Err(wrong) => {
            assert!(!wrong.is_empty(), "a template fails for a reason");
            Err(findings::assert_sound(&wrong, 1))
        }
        Ok(rendered) => {
            markup::assert_sound(&html::page(
                &rendered.document,
                &packet.imprint,
                &Skin::default(),
            ));
            Ok(rendered.markdown)
        }
    }
}

fn packet(template: &str) -> &'static Packet {
    static PACKETS: OnceLock<Vec<Packet>> = OnceLock::new();
    let packets = PACKETS.get_or_init(|| {
        let guide = every_field();
        let (fills, labels) = (BTreeMap::new(), Languages::english());
        let made = Made {
            fills: &fills,
            declared: &Declared::built_in(),
            version: "0000000",
            file: "every-field.yaml",
        };
        kit::packets(&guide, made, labels)
    });
    let packet = packets.iter().find(|it| it.context.template() == template);
    packet.expect("the guide has a packet of every kind")
}

fn every_field() -> Guide {
    let source = Arc::new(Source {
        path: "every-field.yaml".into(),
        text: EVERY_FIELD.to_owned(),
    });
    let checked = check_guide(&source, &BTreeMap::new());
    checked.guide.expect("the guide is sound")
}
