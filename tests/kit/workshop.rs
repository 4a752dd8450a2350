//! Builds kits for the other tests.

use hirekit::build::{self, BuiltKit, Selection};
use hirekit::check::{self, Checked, PrintedWith};
use hirekit::document::Document;
use hirekit::finding::Source;
use hirekit::font::Fonts;
use hirekit::guide::Guide;
use hirekit::html::{self};
use hirekit::kit::{self, Declared, Format, Made, Packet};
use hirekit::labels::Languages;
use hirekit::layout::Typesetter;
use hirekit::layout::pages::Pages;
use hirekit::template::Library;
use hirekit::theme::{Paper, Theme};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The root of this repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The bundled guides.
pub fn bundled() -> Vec<PathBuf> {
    let folder = root()
        .join("guides")
        .read_dir()
        .expect("the guides are there");
    let paths = folder.map(|entry| entry.expect("a folder can be listed").path());
    let mut guides: Vec<_> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "yaml"))
        .collect();
    guides.sort();
    guides
}

/// A guide that checks clean.
pub fn checked(path: &Path) -> Checked {
    let name = Path::new(path.file_name().expect("a guide is a file"));
    let checked = check::check_file(path, name, None, PrintedWith::bundled());
    let checked = checked.expect("it can be read");
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    checked
}

/// The built-in templates.
pub fn library() -> Library {
    let (library, findings) = Library::new(BTreeMap::new());
    assert!(findings.is_empty());
    library
}

/// Everything, on A4.
pub fn everything() -> Selection {
    Selection {
        formats: Format::ALL.into_iter().collect(),
        audiences: BTreeSet::new(),
        packets: BTreeSet::new(),
        paper: Paper::A4,
        forms: build::Forms::Fillable,
    }
}

/// The kit of a bundled guide.
pub fn built(path: &Path, library: &Library) -> BuiltKit {
    let checked = checked(path);
    let guide = checked.guide.as_ref().expect("a guide without findings");
    let built = build::build(
        guide,
        &checked.source,
        &checked.ingredients(),
        PrintedWith::bundled(),
        library,
        &everything(),
    );
    built.expect("the templates are sound")
}

/// A packet in all its forms.
pub struct Forms {
    pub packet: Packet,
    pub markdown: String,
    pub document: Document,
}

impl Forms {
    pub fn html(&self) -> String {
        html::page(&self.document, &self.packet.imprint, &html::Skin::default())
    }

    pub fn pages(&self, paper: Paper) -> Pages {
        let (imprint, fonts) = (&self.packet.imprint, Fonts::bundled());
        Typesetter::new(Theme::new(paper), fonts, &imprint.labels).lay_out(&self.document, imprint)
    }
}
/// All packets of a guide, rendered.
pub fn forms(guide: &Guide, source: &Source, library: &Library) -> Vec<Forms> {
    let version = kit::version(&source.text, []);
    let labels = Languages::english();
    let packets = kit::packets(
        guide,
        Made {
            fills: &BTreeMap::new(),
            declared: &Declared::built_in(),
            version: &version,
            file: "guide.yaml",
        },
        labels,
    );
    let render = |packet: Packet| {
        let rendered = library.render(packet.context.template(), &packet.context, labels);
        let rendered = rendered.expect("the templates are sound");
        Forms {
            packet,
            markdown: rendered.markdown,
            document: rendered.document,
        }
    };
    packets.into_iter().map(render).collect()
}
