//! Fonts that a theme names: files from a workspace, which may be anything.

use std::fmt;

use rustybuzz::ttf_parser::name_id::POST_SCRIPT_NAME;
use rustybuzz::ttf_parser::{self, Permissions, os2};
use subsetter::GlyphRemapper;

use super::FACES;

/// The largest font file: the largest fonts for Chinese, Japanese and Korean are half of it.
pub const MAX_FONT_BYTES: usize = 32 << 20;

/// The longest name that is kept of a font; PDF allows 127 letters for it and a tag.
const LONGEST_NAME: usize = 63;

/// One font of a theme: its regular face, and further ones where it has them.
#[derive(Debug, Clone)]
pub struct FontFamily {
    /// By the index of the bundled face that it stands in for. The first is always there.
    files: [Option<FontFile>; FACES],
}

/// A font file that can be used.
#[derive(Clone)]
pub struct FontFile {
    name: String,
    bytes: Vec<u8>,
}

/// Why a file cannot be used as a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFont {
    /// It is not a font, or a broken one.
    Unreadable,
    /// It is packed for the web.
    ForTheWeb,
    /// Its letters cannot be taken out of it, so that they would be blank on paper.
    NotCuttable,
    /// It has no outlines that a PDF can hold.
    NoOutlines,
    /// Its makers forbid to put it into documents.
    Restricted,
}

impl FontFamily {
    /// A font from its files: the regular face, then bold, italic and bold italic.
    pub fn new(regular: FontFile, others: [Option<FontFile>; FACES - 1]) -> Self {
        let [bold, italic, bold_italic] = others;
        Self {
            files: [Some(regular), bold, italic, bold_italic],
        }
    }

    /// The bytes of its files: regular, bold, italic and bold italic.
    pub fn bytes(&self) -> [Option<&[u8]>; FACES] {
        self.files().map(|file| file.map(FontFile::bytes))
    }

    pub(super) fn files(&self) -> [Option<&FontFile>; FACES] {
        self.files.each_ref().map(Option::as_ref)
    }
}

impl FontFile {
    /// The font in some bytes.
    ///
    /// # Errors
    ///
    /// Why they cannot be used.
    pub fn new(bytes: Vec<u8>) -> Result<Self, NoFont> {
        if bytes.starts_with(b"wOFF") || bytes.starts_with(b"wOF2") {
            return Err(NoFont::ForTheWeb);
        }
        // Its tables for shaping are not looked into before something is set in it.
        let face = ttf_parser::Face::parse(&bytes, 0).map_err(|_| NoFont::Unreadable)?;
        if !is_of_usual_height(&face) {
            return Err(NoFont::Unreadable);
        }
        let tables = face.tables();
        if tables.glyf.is_none() && tables.cff.is_none() {
            return Err(NoFont::NoOutlines);
        }
        if tables.os2.as_ref().is_some_and(is_restricted) {
            return Err(NoFont::Restricted);
        }
        let all: Vec<u16> = (0..face.number_of_glyphs()).collect();
        let all = GlyphRemapper::new_from_glyphs_sorted(&all);
        subsetter::subset(&bytes, 0, &all).map_err(|_| NoFont::NotCuttable)?;
        let name = name(&face);
        Ok(Self { name, bytes })
    }

    /// Its PostScript name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its tables, which could be read when it was made.
    pub(super) fn tables(&self) -> Option<rustybuzz::Face<'_>> {
        rustybuzz::Face::from_slice(&self.bytes, 0)
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

/// Whether lines of a font can be placed: a broken one may say that its letters reach a mile up,
/// and its text would be off the page.
fn is_of_usual_height(face: &ttf_parser::Face<'_>) -> bool {
    const HIGHEST: i32 = 4;
    let em = i32::from(face.units_per_em());
    let (above, below) = (i32::from(face.ascender()), -i32::from(face.descender()));
    em >= 16
        && [above, below]
            .iter()
            .all(|reach| (0..=HIGHEST * em).contains(reach))
}

/// Whether a font says that it may not be put into documents, or not in part.
fn is_restricted(os2: &os2::Table<'_>) -> bool {
    os2.permissions() == Some(Permissions::Restricted)
        || !os2.is_subsetting_allowed()
        || !os2.is_outline_embedding_allowed()
}

/// The PostScript name of a face, or what can stand for it.
fn name(face: &ttf_parser::Face<'_>) -> String {
    let names = face.names().into_iter();
    let mut postscript = names.filter(|name| name.name_id == POST_SCRIPT_NAME);
    let written = postscript.find_map(|name| name.to_string());
    let allowed = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let name: String = written
        .unwrap_or_default()
        .chars()
        .filter(allowed)
        .collect();
    match name.get(..LONGEST_NAME.min(name.len())) {
        Some("") | None => "Font".to_owned(),
        Some(name) => name.to_owned(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A cut of Noto Sans Hebrew: the letters, points and a few signs.
    const HEBREW: &[u8] = include_bytes!("test-fonts/hebrew.ttf");
    /// A cut of Noto Naskh Arabic: some letters, with the forms they take within words.
    const ARABIC: &[u8] = include_bytes!("test-fonts/arabic.ttf");

    fn family(bytes: &[u8]) -> FontFamily {
        let file = FontFile::new(bytes.to_vec()).expect("the test fonts are sound");
        FontFamily::new(file, [None, None, None])
    }

    pub(crate) fn hebrew() -> FontFamily {
        family(HEBREW)
    }

    pub(crate) fn arabic() -> FontFamily {
        family(ARABIC)
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        for bytes in [&b""[..], b"%PDF-1.7", &[0, 1, 0, 0], &HEBREW[..200]] {
            let refused = FontFile::new(bytes.to_vec());
            assert_eq!(refused.err(), Some(NoFont::Unreadable));
        }
    }

    #[test]
    fn a_font_whose_lines_would_be_off_the_page_is_refused() {
        let mut bytes = HEBREW.to_vec();
        let face = ttf_parser::RawFace::parse(&bytes, 0).expect("it is a font");
        let tag = ttf_parser::Tag::from_bytes(b"head");
        let mut tables = face.table_records.into_iter();
        let table = tables
            .find(|record| record.tag == tag)
            .expect("it has the table");
        // The field `unitsPerEm`: the smallest size that a font may be drawn at.
        let start = table.offset as usize + 18;
        bytes[start..start + 2].copy_from_slice(&[0, 16]);
        assert_eq!(FontFile::new(bytes).err(), Some(NoFont::Unreadable));
    }

    #[test]
    fn a_font_for_the_web_is_named() {
        for bytes in [&b"wOFF\0\x01\0\0"[..], b"wOF2\0\x01\0\0"] {
            assert_eq!(FontFile::new(bytes.to_vec()).err(), Some(NoFont::ForTheWeb));
        }
    }

    #[test]
    fn a_font_whose_letters_cannot_be_taken_out_is_refused() {
        let mut bytes = HEBREW.to_vec();
        let face = ttf_parser::RawFace::parse(&bytes, 0).expect("it is a font");
        let tag = ttf_parser::Tag::from_bytes(b"loca");
        let mut tables = face.table_records.into_iter();
        let table = tables
            .find(|record| record.tag == tag)
            .expect("it has the table");
        let (start, length) = (table.offset as usize, table.length as usize);
        // Each glyph begins where no glyph is: the tables parse, and no letter can be found.
        bytes[start..start + length].fill(0xff);
        assert_eq!(FontFile::new(bytes).err(), Some(NoFont::NotCuttable));
    }

    #[test]
    fn a_broken_font_does_not_break_the_program() {
        // Every part of the file garbled in turn; whatever is still a font is also laid out.
        for at in (0..HEBREW.len()).step_by(61) {
            let mut bytes = HEBREW.to_vec();
            for byte in bytes.iter_mut().skip(at).take(9) {
                *byte ^= 0xa5;
            }
            if let Ok(file) = FontFile::new(bytes) {
                let theme = [FontFamily::new(file, [None, None, None])];
                crate::font::subset::tests::cut(&theme, "שָׁלוֹם");
            }
        }
    }

    #[test]
    fn a_font_that_may_not_be_embedded_is_refused() {
        let mut bytes = HEBREW.to_vec();
        let face = rustybuzz::ttf_parser::RawFace::parse(&bytes, 0).expect("it is a font");
        let tag = rustybuzz::ttf_parser::Tag::from_bytes(b"OS/2");
        let records = face.table_records.into_iter();
        let mut tables = records.filter(|record| record.tag == tag);
        let start = tables.next().expect("it has the table").offset as usize;
        // The field `fsType`, with the bit for a restricted licence.
        bytes[start + 8..start + 10].copy_from_slice(&[0, 2]);
        assert_eq!(FontFile::new(bytes).err(), Some(NoFont::Restricted));
    }

    #[test]
    fn fonts_are_called_by_their_name() {
        let file = FontFile::new(HEBREW.to_vec()).expect("it is sound");
        assert_eq!(file.name(), "NotoSansHebrew-Regular");
    }
}
