//! A packet laid out by hand: every kind of item and structure node on two pages.

use std::sync::Arc;

use crate::font::{BOLD, Fonts, ITALIC, REGULAR, Shaper, UsedGlyphs};
use crate::layout::pages::*;
use crate::pdf::EmbeddedFonts;

const PAPER: (Length, Length) = (595_276, 841_890);
const LEFT: Length = 56_000;
const RIGHT: Length = PAPER.0 - LEFT;
const INK: Colour = Colour(25, 25, 25);
const ACCENT: Colour = Colour(22, 54, 92);
const GREY: Colour = Colour(150, 150, 150);

/// Lays out as it is told, top to bottom.
pub(super) struct Sheet {
    shaper: Shaper<'static>,
    pub(super) pages: Pages,
    y: Length,
}

impl Sheet {
    pub(super) fn new() -> Self {
        let structure = vec![Structure {
            role: Role::Document,
            parent: 0,
            column_span: 1,
        }];
        let pages = Pages {
            title: "Screening Interview – IT Manager".to_owned(),
            language: "en-GB".to_owned(),
            structure,
            ..Pages::default()
        };
        let mut sheet = Self {
            shaper: Shaper::new(Fonts::bundled()),
            pages,
            y: 0,
        };
        sheet.turn();
        sheet
    }

    pub(super) fn turn(&mut self) {
        let (width, height) = PAPER;
        self.pages.pages.push(Page {
            width,
            height,
            furniture: Vec::new(),
            body: Arc::default(),
            first_node: 0,
            links: Vec::new(),
            fields: Vec::new(),
        });
        self.y = 72_000;
    }

    pub(super) fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.pages.structure.push(Structure {
            role,
            parent,
            column_span: 1,
        });
        self.pages.structure.len() - 1
    }

    fn page(&mut self) -> &mut Page {
        self.pages.pages.last_mut().expect("a sheet has a page")
    }

    fn draw(&mut self, node: Option<NodeId>, items: Vec<Item>) {
        let body = Arc::make_mut(&mut self.page().body);
        body.push(Content { node, items });
    }

    /// One line of text; gives where it ends.
    pub(super) fn text(
        &mut self,
        node: Option<NodeId>,
        face: usize,
        x: Length,
        text: &str,
    ) -> Length {
        self.sized(node, face, 10_500, INK, x, text)
    }

    fn sized(
        &mut self,
        node: Option<NodeId>,
        face: usize,
        size: Length,
        colour: Colour,
        x: Length,
        text: &str,
    ) -> Length {
        let shaped = self.shaper.shape(face, text, size);
        let run = TextRun {
            face,
            size,
            x,
            y: self.y,
            colour,
            direction: Direction::LeftToRight,
            glyphs: shaped.glyphs,
        };
        self.draw(node, vec![Item::Text(run)]);
        x + shaped.width
    }

    fn heading(&mut self, level: u8, title: &str) {
        let size = 24_000 - 4_000 * Length::from(level);
        let (page, y) = (self.pages.pages.len() - 1, self.y);
        self.pages.outline.push(Bookmark {
            level,
            title: title.to_owned(),
            page,
            y,
        });
        let node = self.node(0, Role::Heading(level));
        self.y += size;
        self.sized(Some(node), BOLD, size, ACCENT, LEFT, title);
        self.y += size;
    }

    pub(super) fn paragraph(&mut self, text: &str) -> NodeId {
        let node = self.node(0, Role::Paragraph);
        self.text(Some(node), REGULAR, LEFT, text);
        self.y += 16_000;
        node
    }

    pub(super) fn link(
        &mut self,
        parent: NodeId,
        x: Length,
        words: &str,
        target: Target,
    ) -> Length {
        let node = self.node(parent, Role::Link);
        let end = self.sized(Some(node), ITALIC, 10_500, Colour(0, 70, 160), x, words);
        let rect = Rect {
            x,
            y: self.y - 10_000,
            width: end - x,
            height: 13_000,
        };
        let description = words.to_owned();
        self.page().links.push(Link {
            rect,
            target,
            description,
            node,
        });
        end
    }

    /// A place to fill in where the pen is.
    pub(super) fn field(&mut self, node: NodeId, name: &str, kind: FieldKind, tooltip: &str) {
        let side = 12_000;
        let rect = Rect {
            x: LEFT,
            y: self.y,
            width: side,
            height: side,
        };
        self.y += 2 * side;
        let page = self.page();
        let after = page.body.len();
        let (name, tooltip) = (name.into(), tooltip.into());
        page.fields.push(Field {
            rect,
            name,
            kind,
            tooltip,
            node,
            after,
        });
    }

    fn list(&mut self, items: &[&str]) {
        let list = self.node(0, Role::NumberedList);
        for (index, item) in items.iter().enumerate() {
            let entry = self.node(list, Role::ListItem);
            let (label, body) = (
                self.node(entry, Role::ListLabel),
                self.node(entry, Role::ListBody),
            );
            self.text(Some(label), REGULAR, LEFT, &format!("{}.", index + 1));
            self.text(Some(body), REGULAR, LEFT + 18_000, item);
            self.y += 15_000;
        }
        self.y += 6_000;
    }

    fn row(&mut self, parent: NodeId, roles: [Role; 2], face: usize, cells: [&str; 2]) {
        let row = self.node(parent, Role::TableRow);
        let rect = Rect {
            x: LEFT,
            y: self.y - 12_000,
            width: RIGHT - LEFT,
            height: 18_000,
        };
        let fill = (face == BOLD).then_some(Colour(232, 237, 245));
        let stroke = Some((500, GREY));
        self.draw(
            None,
            vec![Item::Box {
                rect,
                radius: 0,
                fill,
                stroke,
            }],
        );
        for (column, (role, cell)) in (0..).zip(roles.into_iter().zip(cells)) {
            let node = self.node(row, role);
            if !cell.is_empty() {
                self.text(Some(node), face, LEFT + 5_000 + 200_000 * column, cell);
            }
        }
        self.y += 18_000;
    }

    fn table(&mut self) {
        let table = self.node(0, Role::Table);
        let (head, body) = (
            self.node(table, Role::TableHead),
            self.node(table, Role::TableBody),
        );
        self.row(head, [Role::ColumnHeader; 2], BOLD, ["Criterion", "Rating"]);
        self.row(
            body,
            [Role::RowHeader, Role::Cell],
            REGULAR,
            ["System design", ""],
        );
        self.row(
            body,
            [Role::RowHeader, Role::Cell],
            REGULAR,
            ["Debugging", "0  1  2  3  4"],
        );
        let row = self.node(body, Role::TableRow);
        let cell = self.node(row, Role::Cell);
        self.pages.structure[cell].column_span = 2;
        self.text(
            Some(cell),
            ITALIC,
            LEFT + 5_000,
            "Both columns: 0 means not enough information",
        );
        self.y += 24_000;
    }

    fn shapes(&mut self) {
        let (y, mut items) = (self.y, Vec::new());
        let stroke = Some((700, INK));
        for step in 0..5 {
            let x = LEFT + 5_000 + step * 30_000;
            let fill = (step == 2).then_some(ACCENT);
            items.push(Item::Circle {
                centre: (x, y),
                radius: 5_000,
                fill,
                stroke,
            });
            let rect = Rect {
                x: x + 200_000,
                y: y - 5_000,
                width: 20_000,
                height: 10_000,
            };
            items.push(Item::Box {
                rect,
                radius: 3_000,
                fill: None,
                stroke,
            });
        }
        for line in 1..=4 {
            let y = y + line * 22_000;
            let (from, to) = ((LEFT, y), (RIGHT, y));
            items.push(Item::Line {
                from,
                to,
                thickness: 400,
                colour: GREY,
            });
        }
        self.draw(None, items);
        self.y += 110_000;
    }

    fn running_head(&mut self) {
        let y = std::mem::replace(&mut self.y, 44_000);
        self.sized(
            None,
            REGULAR,
            8_500,
            GREY,
            LEFT,
            "Confidential – interviewers only",
        );
        self.y = y;
    }

    /// Fonts with the glyphs of these pages.
    pub(super) fn fonts(&self) -> EmbeddedFonts {
        let mut used = UsedGlyphs::default();
        used.add(&self.pages);
        EmbeddedFonts::new(used.subset(Fonts::bundled()))
    }
}

/// The sample, as many times over as it takes to fill the pages asked for.
pub(super) fn sample(pages: usize) -> Sheet {
    let mut sheet = Sheet::new();
    for page in 0..pages {
        if page > 0 {
            sheet.turn();
        }
        sheet.running_head();
        sheet.heading(1, &format!("Screening Interview, part {}", page + 1));
        sheet.paragraph("AVATAR Toffee office – “What did you measure?” Łódź, Ωμέγα, Привет.");
        sheet.heading(2, "Questions");
        let paragraph = sheet.node(0, Role::Paragraph);
        let x = sheet.text(Some(paragraph), REGULAR, LEFT, "Calibrate with the ");
        let url = Target::Url("https://example.com/handbook?a=1&b=(2)".to_owned());
        let x = sheet.link(paragraph, x, "hiring handbook", url);
        let x = sheet.text(Some(paragraph), REGULAR, x, " or go to the ");
        let x = sheet.link(paragraph, x, "start", Target::Place { page: 0, y: 72_000 });
        sheet.text(Some(paragraph), REGULAR, x, ".");
        sheet.y += 20_000;
        sheet.list(&[
            "Introduce yourself and the format",
            "Leave ten minutes for questions",
        ]);
        sheet.shapes();
        sheet.heading(2, "Scorecard");
        sheet.table();
    }
    sheet
}
