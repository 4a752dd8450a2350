//! A readable dump of pages, which golden tests review.

use std::fmt::Write;

use super::pages::{
    Colour, Direction, Field, FieldKind, Item, Length, NodeId, Page, Pages, Rect, Target,
};

/// Writes what is on each page, in painting order: one line for each thing drawn, lengths in
/// points, each with the role of its structure node.
pub fn dump(pages: &Pages) -> String {
    let mut out = format!("{} [{}]\n", pages.title, pages.language);
    for (index, page) in pages.pages.iter().enumerate() {
        let size = format!("{} × {}", pt(page.width), pt(page.height));
        push(&mut out, format_args!("\npage {} ({size})", index + 1));
        dump_content(&mut out, pages, None, &page.furniture);
        for (node, items) in page.stretches() {
            dump_content(&mut out, pages, node, items);
        }
        dump_links(&mut out, page);
        page.fields
            .iter()
            .for_each(|field| dump_field(&mut out, pages, field));
    }
    if !pages.outline.is_empty() {
        push(&mut out, format_args!("\nbookmarks"));
    }
    for mark in &pages.outline {
        let indent = "  ".repeat(mark.level.into());
        let place = format!("page {}, {}", mark.page + 1, pt(mark.y));
        push(&mut out, format_args!("{indent}{} ({place})", mark.title));
    }
    out
}

fn dump_content(out: &mut String, pages: &Pages, node: Option<NodeId>, items: &[Item]) {
    let role = match node {
        Some(node) => format!("{:?} #{node}", pages.structure[node].role),
        None => "decoration".to_owned(),
    };
    push(out, format_args!("  {role}"));
    for item in items {
        push(out, format_args!("    {}", described(item)));
    }
}

fn dump_links(out: &mut String, page: &Page) {
    for link in &page.links {
        let target = match &link.target {
            Target::Url(url) => url.clone(),
            Target::Place { page, y } => format!("page {}, {}", page + 1, pt(*y)),
        };
        let at = format!("{}, {}", pt(link.rect.x), pt(link.rect.y));
        push(
            out,
            format_args!("  link {at} \"{}\" to {target}", link.description),
        );
    }
}

fn dump_field(out: &mut String, pages: &Pages, field: &Field) {
    let Rect {
        x,
        y,
        width,
        height,
    } = field.rect;
    let place = format!("{}, {} {} × {}", pt(x), pt(y), pt(width), pt(height));
    let kind = match &field.kind {
        FieldKind::Text { size, setting } => format!("{setting:?} {}", pt(*size)),
        FieldKind::Check => "Check".to_owned(),
        FieldKind::Radio { value, choice } => format!("Radio \"{value}\" of \"{choice}\""),
    };
    let role = pages.structure[field.node].role;
    let (name, tooltip, node) = (&field.name, &field.tooltip, field.node);
    push(
        out,
        format_args!("  field {place} {name} \"{tooltip}\" {kind} in {role:?} #{node}"),
    );
}

fn described(item: &Item) -> String {
    match item {
        Item::Text(run) => {
            let place = format!("{}, {}", pt(run.x), pt(run.y));
            let look = format!("face {} {} {}", run.face, pt(run.size), hex(run.colour));
            let towards = match run.direction {
                Direction::LeftToRight => "",
                Direction::RightToLeft => " to the left",
            };
            format!("{place} {look}{towards} \"{}\"", run.text())
        }
        Item::Line {
            from,
            to,
            thickness,
            colour,
        } => {
            let ends = format!(
                "{}, {} to {}, {}",
                pt(from.0),
                pt(from.1),
                pt(to.0),
                pt(to.1)
            );
            format!("line {ends} {} {}", pt(*thickness), hex(*colour))
        }
        Item::Box {
            rect, fill, stroke, ..
        } => {
            let size = format!("{} × {}", pt(rect.width), pt(rect.height));
            format!(
                "box {}, {} {size}{}",
                pt(rect.x),
                pt(rect.y),
                painted(*fill, *stroke)
            )
        }
        Item::Picture { rect, logo } => {
            let size = format!("{} × {}", pt(rect.width), pt(rect.height));
            let place = format!("{}, {}", pt(rect.x), pt(rect.y));
            format!("picture {place} {size} \"{}\"", logo.alt)
        }
        Item::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => {
            let place = format!("{}, {}", pt(centre.0), pt(centre.1));
            format!(
                "circle {place} r {}{}",
                pt(*radius),
                painted(*fill, *stroke)
            )
        }
    }
}

fn painted(fill: Option<Colour>, stroke: Option<(Length, Colour)>) -> String {
    let fill = fill.map(|colour| format!(" fill {}", hex(colour)));
    let stroke = stroke.map(|(width, colour)| format!(" stroke {} {}", pt(width), hex(colour)));
    fill.unwrap_or_default() + &stroke.unwrap_or_default()
}

fn hex(colour: Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

/// A length in points with one decimal, rounded half up.
fn pt(length: Length) -> String {
    let tenths = (length + 50).div_euclid(100);
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

fn push(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("writing to a string does not fail");
}
