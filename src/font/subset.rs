//! Cutting the faces down to the glyphs that pages use, so that a PDF stays small.

use std::collections::HashMap;
use std::sync::Arc;

use rustybuzz::ttf_parser::{RawFace, Tag};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::faces::{Face, Fonts};
use crate::layout::pages::{Content, Direction, Item, Pages, TextRun};

/// The glyphs that some pages use, with the text each stands for.
#[derive(Debug, Clone, Default)]
pub struct UsedGlyphs {
    /// By face and glyph id.
    faces: Vec<Vec<Option<Used>>>,
    /// The bodies of pages that were added, by where they are in memory: most are in a packet and
    /// in the whole kit.
    bodies: HashMap<*const Vec<Content>, Arc<Vec<Content>>>,
}

/// The text that a glyph stands for, in text of this direction.
type Used = (Direction, Arc<str>);

impl UsedGlyphs {
    /// Adds the glyphs of a laid-out packet. The order of packets does not matter.
    pub fn add(&mut self, pages: &Pages) {
        for page in &pages.pages {
            self.add_items(&page.furniture);
            let body = self
                .bodies
                .insert(Arc::as_ptr(&page.body), Arc::clone(&page.body));
            if body.is_none() {
                let contents = page.body.iter();
                contents.for_each(|content| self.add_items(&content.items));
            }
        }
    }

    fn add_items(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Text(run) = item {
                self.add_run(run);
            }
        }
    }

    /// Adds the glyph of a character, if the face has one: for words that are yet to be written.
    pub fn add_character(&mut self, fonts: &Fonts, face: usize, character: char) {
        if let Some(id) = fonts.face(face).glyph(character) {
            let text = character.to_string().into();
            add_glyph(self.face(face), id, Direction::LeftToRight, &text);
        }
    }

    fn add_run(&mut self, run: &TextRun) {
        let face = self.face(run.face);
        for glyph in &run.glyphs {
            add_glyph(face, glyph.id, run.direction, &glyph.text);
        }
    }

    fn face(&mut self, face: usize) -> &mut Vec<Option<Used>> {
        if self.faces.len() <= face {
            self.faces.resize_with(face + 1, Vec::new);
        }
        &mut self.faces[face]
    }

    /// Cuts each face down to its used glyphs; `None` for a face nothing uses.
    pub fn subset(&self, fonts: &Fonts<'_>) -> Vec<Option<Subset>> {
        let faces = self.faces.iter().enumerate();
        faces
            .map(|(face, used)| Subset::new(fonts.face(face), used))
            .collect()
    }
}

fn add_glyph(face: &mut Vec<Option<Used>>, id: u16, direction: Direction, text: &Arc<str>) {
    let id = usize::from(id);
    if face.len() <= id {
        face.resize(id + 1, None);
    }
    match &mut face[id] {
        Some(known) => prefer(known, direction, text),
        unused => *unused = Some((direction, Arc::clone(text))),
    }
}

/// Settles which text a glyph stands for. The glyph of `e` can also begin an accented letter
/// that is drawn in two parts: the shorter text is the glyph's own. A closing bracket opens in
/// text that is read to the left. The choice must not depend on which came first.
fn prefer((direction, text): &mut Used, towards: Direction, other: &Arc<str>) {
    if *direction == towards && Arc::ptr_eq(text, other) {
        return;
    }
    let rank = |direction, text: &str| (text.is_empty(), direction, text.len());
    if (rank(towards, other), &**other) < (rank(*direction, text), &**text) {
        (*direction, *text) = (towards, Arc::clone(other));
    }
}

/// A face with only some of its glyphs, renumbered. Measures are in 1/1000 of the font size.
#[derive(Debug, Clone)]
pub struct Subset {
    /// PostScript name with a tag that tells subsets apart, like `ABCDEF+NotoSans-Bold`.
    pub name: String,
    /// The file.
    pub program: Vec<u8>,
    /// What kind of file.
    pub outlines: Outlines,
    /// Its glyphs by new id. Glyph 0 is the one for missing characters.
    pub glyphs: Vec<SubsetGlyph>,
    /// New ids by old id, 0 for those left out.
    pub renumbered: Vec<u16>,
    /// Reach above the baseline.
    pub ascent: i32,
    /// Reach below the baseline, negative.
    pub descent: i32,
    /// Height of capital letters.
    pub cap_height: i32,
    /// Degrees the letters lean, counter-clockwise: negative for an italic face.
    pub italic_angle: i32,
    /// Weight from 100 to 900.
    pub weight: i32,
    /// Left, bottom, right and top of all glyphs laid over each other.
    pub bounds: [i32; 4],
}

/// How a face describes its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlines {
    /// A TrueType file.
    TrueType,
    /// A bare table of PostScript outlines.
    PostScript,
}

/// A glyph of a [`Subset`].
#[derive(Debug, Clone)]
pub struct SubsetGlyph {
    /// Its width in millionths of the font size: rounding it to thousandths would make a long
    /// line drift.
    pub width: i32,
    /// The text it stands for; empty if it never stands alone.
    pub text: Arc<str>,
}

impl Subset {
    fn new(face: &Face<'_>, used: &[Option<Used>]) -> Option<Self> {
        let ids: Vec<u16> = (0..)
            .zip(used)
            .filter_map(|(id, used)| used.as_ref().map(|_| id))
            .collect();
        if ids.is_empty() {
            return None;
        }
        let new_ids = GlyphRemapper::new_from_glyphs_sorted(&ids);
        let (program, outlines) = program(face, &new_ids);
        let bounds = face.tables.global_bounding_box();
        Some(Self {
            name: format!("{}+{}", tag(&face.name, &ids), face.name),
            program,
            outlines,
            glyphs: glyphs(face, &new_ids, used),
            renumbered: (0..used.len())
                .map(|id| new_ids.get(id as u16).unwrap_or(0))
                .collect(),
            ascent: face.scale(face.tables.ascender().into(), 1000),
            descent: face.scale(face.tables.descender().into(), 1000),
            cap_height: face.cap_height(1000),
            italic_angle: face.tables.italic_angle().round() as i32,
            weight: face.tables.weight().to_number().into(),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|units| face.scale(units.into(), 1000)),
        })
    }
}

/// The file with only some of its glyphs. Bundled fonts are fixed files that can be cut down; of
/// a broken one of the theme nothing is left, and its letters stay blank.
fn program(face: &Face<'_>, new_ids: &GlyphRemapper) -> (Vec<u8>, Outlines) {
    let file = subsetter::subset(face.file, 0, new_ids).unwrap_or_default();
    let table = RawFace::parse(&file, 0)
        .ok()
        .and_then(|face| face.table(Tag::from_bytes(b"CFF ")));
    match table {
        Some(table) => (table.to_vec(), Outlines::PostScript),
        None => (file, Outlines::TrueType),
    }
}

fn glyphs(face: &Face<'_>, new_ids: &GlyphRemapper, used: &[Option<Used>]) -> Vec<SubsetGlyph> {
    let glyph = |old: u16| SubsetGlyph {
        width: face.scale(face.width(old).into(), 1_000_000),
        text: used
            .get(usize::from(old))
            .and_then(|used| used.as_ref())
            .map(|(_, text)| Arc::clone(text))
            .unwrap_or_default(),
    };
    new_ids.remapped_gids().map(glyph).collect()
}

/// Six capital letters that depend on nothing but the face and its glyphs.
fn tag(name: &str, ids: &[u16]) -> String {
    let mut hash = Sha256::new_with_prefix(name);
    for id in ids {
        hash.update(id.to_be_bytes());
    }
    let letter = |byte: &u8| char::from(b'A' + byte % 26);
    hash.finalize().iter().take(6).map(letter).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::font::{BOLD, FontFamily, REGULAR, Shaper};
    use crate::layout::pages::{Colour, Content, Page};

    fn pages(face: usize, text: &str) -> Pages {
        let shaped = Shaper::new(Fonts::bundled()).shape(face, text, 10_000);
        let run = TextRun {
            face,
            size: 10_000,
            x: 0,
            y: 0,
            colour: Colour(0, 0, 0),
            direction: Direction::LeftToRight,
            glyphs: shaped.glyphs,
        };
        let content = vec![Content {
            node: None,
            items: vec![Item::Text(run)],
        }];
        let page = Page {
            width: 100_000,
            height: 100_000,
            furniture: Vec::new(),
            body: Arc::new(content),
            first_node: 0,
            links: Vec::new(),
            fields: Vec::new(),
        };
        Pages {
            pages: vec![page],
            ..Pages::default()
        }
    }

    /// Sets a text in a font of a theme, from right to left, and cuts the font down to it.
    pub(in crate::font) fn cut(theme: &[FontFamily], text: &str) -> Option<Subset> {
        let fonts = Fonts::with(theme);
        let mut used = UsedGlyphs::default();
        let mut shaper = Shaper::new(&fonts);
        for (face, text) in fonts.runs(REGULAR, text) {
            let glyphs = shaper
                .shape_towards(Direction::RightToLeft, face, text, 10_000)
                .glyphs;
            used.add_run(&TextRun {
                face,
                size: 10_000,
                x: 0,
                y: 0,
                colour: Colour(0, 0, 0),
                direction: Direction::RightToLeft,
                glyphs,
            });
        }
        used.subset(&fonts).pop().flatten()
    }

    fn subset(packets: &[Pages]) -> Vec<Option<Subset>> {
        let mut used = UsedGlyphs::default();
        packets.iter().for_each(|pages| used.add(pages));
        used.subset(Fonts::bundled())
    }

    #[test]
    fn only_used_faces_are_cut_and_their_glyphs_renumbered() {
        let faces = subset(&[pages(REGULAR, "Kit"), pages(BOLD, "Ki")]);
        let [Some(regular), Some(bold)] = &faces[..] else {
            panic!("nothing is set in the other faces");
        };
        let texts: Vec<&str> = regular.glyphs.iter().map(|glyph| &*glyph.text).collect();
        assert_eq!(texts, ["", "K", "i", "t"]);
        assert_eq!(bold.glyphs.len(), 3);
        assert!(regular.program.len() < 10_000);
    }

    #[test]
    fn the_order_of_packets_does_not_matter() {
        let (one, two) = (pages(REGULAR, "e\u{301}zb"), pages(REGULAR, "éab"));
        let there = subset(&[one.clone(), two.clone()])[REGULAR]
            .clone()
            .expect("used");
        let back = subset(&[two, one])[REGULAR].clone().expect("used");
        assert_eq!(there.name, back.name);
        assert_eq!(there.program, back.program);
        assert!(
            there
                .glyphs
                .iter()
                .zip(&back.glyphs)
                .all(|(a, b)| a.text == b.text)
        );
    }
}
