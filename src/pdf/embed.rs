//! The faces inside the file.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::draft::Draft;
use super::save::Deflater;
use super::{picture, points};
use crate::font::{FACES, Outlines, Subset};
use crate::layout::pages::{Item, Page, Pages};

/// Faces ready to be put into any number of documents: compressed once.
#[derive(Debug, Clone)]
pub struct EmbeddedFonts {
    faces: Vec<Option<EmbeddedFace>>,
}

/// One face of [`EmbeddedFonts`].
#[derive(Debug, Clone)]
pub(super) struct EmbeddedFace {
    subset: Subset,
    program: Vec<u8>,
    program_length: usize,
    to_unicode: Vec<u8>,
}

impl EmbeddedFonts {
    /// Prepares cut-down faces.
    pub fn new(subsets: Vec<Option<Subset>>) -> Self {
        let mut deflater = Deflater::thorough();
        let faces = subsets.into_iter();
        let faces = faces.map(|it| it.map(|it| EmbeddedFace::new(it, &mut deflater)));
        Self {
            faces: faces.collect(),
        }
    }

    /// A face by its index.
    pub(super) fn face(&self, index: usize) -> &EmbeddedFace {
        self.faces[index]
            .as_ref()
            .expect("the caller embeds the glyphs of the pages it writes")
    }
}

impl EmbeddedFace {
    fn new(mut subset: Subset, deflater: &mut Deflater) -> Self {
        let program = std::mem::take(&mut subset.program);
        let mut face = Self {
            program: deflater.deflate(&program),
            program_length: program.len(),
            to_unicode: Vec::new(),
            subset,
        };
        face.to_unicode = deflater.deflate(to_unicode(&face).as_bytes());
        face
    }

    /// The id in the file of a glyph.
    pub(super) fn id(&self, glyph: u16) -> u16 {
        let id = self.subset.renumbered.get(usize::from(glyph));
        id.copied().unwrap_or(0)
    }

    /// The width of a glyph by its id in the file, in millionths of the font size.
    pub(super) fn width(&self, id: u16) -> i32 {
        self.subset.glyphs[usize::from(id)].width
    }

    /// The text of a glyph by its id in the file.
    pub(super) fn text(&self, id: u16) -> &str {
        match &*self.subset.glyphs[usize::from(id)].text {
            // A glyph that only ever completes another one still has to stand for something.
            "" => "\u{fffd}",
            text => text,
        }
    }
}

/// The name of a face on the pages.
pub(super) fn resource_name(face: usize) -> String {
    const NAMES: [&str; FACES] = ["Regular", "Bold", "Italic", "BoldItalic"];
    match NAMES.get(face) {
        Some(name) => (*name).to_owned(),
        None => format!("Theme{}", face - FACES + 1),
    }
}

/// Adds the faces that the pages use.
pub(super) fn add(draft: &mut Draft, pages: &Pages, fonts: &EmbeddedFonts) {
    let mut names = Dictionary::new();
    for face in used_faces(pages) {
        let id = add_face(&mut draft.document, fonts.face(face));
        names.set(resource_name(face), id);
    }
    // Some readers find inherited resources only by reference.
    let mut resources = dictionary! { "Font" => names };
    if let Some(logo) = draft.logo {
        resources.set("XObject", picture::resources(logo));
    }
    let resources = draft.document.add_object(resources);
    draft.page_tree.set("Resources", resources);
}

fn used_faces(pages: &Pages) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    for item in pages.pages.iter().flat_map(Page::items) {
        if let Item::Text(run) = item
            && !run.glyphs.is_empty()
        {
            used.insert(run.face);
        }
    }
    used
}

/// Adds a face with all its glyphs.
pub(super) fn add_face(document: &mut Document, face: &EmbeddedFace) -> ObjectId {
    let name = Object::Name(face.subset.name.clone().into_bytes());
    let to_unicode = dictionary! { "Filter" => "FlateDecode" };
    let to_unicode = document.add_object(Stream::new(to_unicode, face.to_unicode.clone()));
    let descriptor = add_descriptor(document, face, name.clone());
    let widths = face
        .subset
        .glyphs
        .iter()
        .map(|glyph| points(glyph.width).into());
    let mut glyphs = dictionary! {
        "Type" => "Font",
        "BaseFont" => name.clone(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "W" => vec![0.into(), Object::Array(widths.collect())],
    };
    match face.subset.outlines {
        Outlines::TrueType => {
            glyphs.set("Subtype", "CIDFontType2");
            glyphs.set("CIDToGIDMap", "Identity");
        }
        Outlines::PostScript => glyphs.set("Subtype", "CIDFontType0"),
    }
    let glyphs = document.add_object(glyphs);
    document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name,
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![glyphs.into()],
        "ToUnicode" => to_unicode,
    })
}

fn add_descriptor(document: &mut Document, face: &EmbeddedFace, name: Object) -> ObjectId {
    const NOT_SYMBOLIC: i32 = 1 << 5;
    const ITALIC: i32 = 1 << 6;
    let subset = &face.subset;
    let mut program = dictionary! { "Filter" => "FlateDecode" };
    let file = match subset.outlines {
        Outlines::TrueType => {
            program.set("Length1", face.program_length as i64);
            "FontFile2"
        }
        Outlines::PostScript => {
            program.set("Subtype", "CIDFontType0C");
            "FontFile3"
        }
    };
    let program = document.add_object(Stream::new(program, face.program.clone()));
    let italic = if subset.italic_angle == 0 { 0 } else { ITALIC };
    document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        "Flags" => NOT_SYMBOLIC | italic,
        "FontBBox" => subset.bounds.map(Object::from).to_vec(),
        "ItalicAngle" => subset.italic_angle,
        "Ascent" => subset.ascent,
        "Descent" => subset.descent,
        "CapHeight" => subset.cap_height,
        // No font file tells the thickness of its stems. This is the estimate by weight that
        // PDF producers share; it matters only where a viewer has to do without the font.
        "StemV" => 50 + (subset.weight * subset.weight + 2112) / 4225,
        file => program,
    })
}

/// The table from glyphs to text, with which viewers search and copy.
fn to_unicode(face: &EmbeddedFace) -> String {
    /// The format allows no more entries in one block.
    const BLOCK: usize = 100;
    let mut table = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let ids: Vec<u16> = (1..).take(face.subset.glyphs.len() - 1).collect();
    for block in ids.chunks(BLOCK) {
        table += &format!("{} beginbfchar\n", block.len());
        for &id in block {
            table += &format!("<{id:04X}> <{}>\n", hex_utf16(face.text(id)));
        }
        table += "endbfchar\n";
    }
    table + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
}

fn hex_utf16(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect()
}
