//! Findings as a person reads them in a terminal.
//!
//! Each place becomes a snippet of its own source lines: the line, its number, and what is wrong
//! underlined. Only the lines that are shown are handed to the library, and lines too long to be
//! read are not, so that a thousand findings in a huge file still take no time.

use super::places::Sources;
use crate::finding::{Finding, Fix, Lines, Place, Severity, Source, visible};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};
use std::ops::Range;
use std::sync::Arc;

/// How findings are shown.
#[derive(Debug, Clone)]
pub struct Style {
    /// Whether the terminal shows colours, and with them the finer lines.
    pub colour: bool,
    /// Whether to write plain sentences without drawing, for a screen reader.
    pub screen_reader: bool,
    /// Characters in a line of the terminal.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            colour: false,
            screen_reader: false,
            width: 100,
        }
    }
}

/// The longest line that is shown, in bytes. Beyond, only its number is.
const LONGEST_LINE: usize = 8_000;

/// How many lines two places may be apart to be shown in one snippet.
const NEIGHBOURS: usize = 8;

/// The findings, one after the other, with a blank line after each.
pub fn text(findings: &[Finding], style: &Style) -> String {
    let renderer = match (style.screen_reader, style.colour) {
        (true, _) => Renderer::plain().no_graphics(true),
        (false, true) => Renderer::styled().decor_style(DecorStyle::Unicode),
        (false, false) => Renderer::plain(),
    };
    let renderer = renderer.term_width(style.width);
    let sources = Sources::of(findings);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&report(finding, &sources)));
        out.push_str("\n\n");
    }
    out
}

fn report<'a>(finding: &'a Finding, sources: &Sources<'a>) -> Vec<Group<'a>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    };
    let title = level
        .primary_title(visible(finding.message.chars()))
        .id(finding.code);
    let mut group = Group::with_title(title);
    for shown in excerpts(finding, sources) {
        group = match shown {
            Shown::Lines(snippet) => group.element(snippet),
            Shown::Position(origin) => group.element(origin),
        };
    }
    let Some(help) = &finding.help else {
        return vec![group];
    };
    let help = visible(help.chars());
    match finding.fix.as_ref().and_then(|fix| patch(fix, sources)) {
        Some(patch) => vec![group, Level::HELP.secondary_title(help).element(patch)],
        None => vec![group.element(Level::HELP.message(help))],
    }
}

enum Shown<'a> {
    Lines(Snippet<'a, Annotation<'a>>),
    Position(Origin<'a>),
}

/// The finding's own place first, then the related ones, neighbours together.
fn excerpts<'a>(finding: &'a Finding, sources: &Sources<'a>) -> Vec<Shown<'a>> {
    let main = (
        &finding.place,
        finding.label.as_str(),
        AnnotationKind::Primary,
    );
    let related = finding.related.iter();
    let related = related.map(|(place, label)| (place, label.as_str(), AnnotationKind::Context));
    let mut shown = Vec::new();
    let mut places: Vec<_> = std::iter::once(main).chain(related).collect();
    while !places.is_empty() {
        let first = places[0].0;
        let Some(lines) = sources.lines(first) else {
            break;
        };
        let line = lines.position(first.span.start).line;
        let is_near = |place: &Place| {
            Arc::ptr_eq(&place.source, &first.source)
                && lines.position(place.span.start).line.abs_diff(line) <= NEIGHBOURS
        };
        let (near, far) = places.into_iter().partition(|(place, ..)| is_near(place));
        shown.push(excerpt(&first.source, lines, near));
        places = far;
    }
    shown
}

fn excerpt<'a>(
    source: &'a Source,
    lines: &Lines<'a>,
    places: Vec<(&'a Place, &'a str, AnnotationKind)>,
) -> Shown<'a> {
    let spans: Vec<_> = places
        .iter()
        .map(|(place, ..)| one_line(lines, &place.span))
        .collect();
    let path = visible(source.path.display().to_string().chars());
    let window = window(source, lines, &spans);
    let Some((window, line)) = window else {
        let mut origin = Origin::path(path);
        if !source.text.is_empty() {
            let position = lines.position(places[0].0.span.start);
            origin = origin.line(position.line).char_column(position.column);
        }
        return Shown::Position(origin);
    };
    let mut snippet = Snippet::source(&source.text[window.clone()])
        .line_start(line)
        .path(path);
    for ((_, label, kind), span) in places.into_iter().zip(spans) {
        let label = (!label.is_empty()).then(|| visible(label.chars()));
        let span = span.start - window.start..span.end - window.start;
        snippet = snippet.annotation(kind.span(span).label(label));
    }
    Shown::Lines(snippet)
}

/// The whole lines around `spans` and the number of the first, unless they are too long to show.
fn window(
    source: &Source,
    lines: &Lines<'_>,
    spans: &[Range<usize>],
) -> Option<(Range<usize>, usize)> {
    let around: Vec<_> = spans
        .iter()
        .map(|span| lines.line_around(span.start))
        .collect();
    if around.iter().any(|line| line.len() > LONGEST_LINE) || source.text.is_empty() {
        return None;
    }
    let start = around.iter().map(|line| line.start).min()?;
    let end = around.iter().map(|line| line.end).max()?;
    let window = start..end;
    // The library makes the other control characters visible, but not these.
    let steers = source.text[window.clone()].contains(|c| matches!(c, '\u{80}'..='\u{9f}'));
    let is_shown = window.len() <= 4 * LONGEST_LINE && !steers;
    is_shown.then(|| (window, lines.position(start).line))
}

/// What a span covers of its first line: a line under thirty lines of text helps nobody.
fn one_line(lines: &Lines<'_>, span: &Range<usize>) -> Range<usize> {
    let line = lines.line_around(span.start);
    span.start..span.end.min(line.end).max(span.start)
}

fn patch<'a>(fix: &'a Fix, sources: &Sources<'a>) -> Option<Snippet<'a, Patch<'a>>> {
    let source = &*fix.place.source;
    let lines = sources.lines(&fix.place)?;
    let span = one_line(lines, &fix.place.span);
    let (window, line) = window(source, lines, std::slice::from_ref(&span))?;
    let is_whole = span == fix.place.span;
    let text = visible(fix.text.chars());
    is_whole.then(|| {
        Snippet::source(&source.text[window.clone()])
            .line_start(line)
            .patch(Patch::new(
                span.start - window.start..span.end - window.start,
                text,
            ))
    })
}
