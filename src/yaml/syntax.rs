//! Mistakes that end the reading, in words for people who have never heard of YAML.

use super::{Mistake, explanations as codes, invisible, messages};
use crate::finding::{Finding, Fix, Lines, Place, Source, quoted};
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;
use std::sync::Arc;

/// What is wrong, and what to do.
type Words = (&'static str, &'static str);

const INDENTED: Words = (
    "this line is not indented like the lines it belongs to",
    "begin it in the same column as the lines around it",
);
const TAB: Words = (
    "there is a tab where only spaces may stand",
    "replace the tab with spaces",
);
const COLON: Words = (
    "this `:` makes the text before it the name of a field, which cannot be here",
    "put the whole text in quotes",
);
const OPEN_QUOTE: Words = (
    "a quote is opened and never closed",
    "close the quote; inside quotes, write `''` or `\\\"` for a quote that is part of the text",
);
const AFTER_QUOTE: Words = (
    "the text goes on after its closing quote",
    "put the whole text in one pair of quotes, or use none",
);
const OPEN_BRACKET: Words = (
    "a bracket is opened and never closed",
    "close it; put text that starts with `[` or `{` in quotes",
);
const BRACKET: Words = (
    "the brackets and commas here do not fit together",
    "separate the values with commas and close each bracket; put text that starts with `[` or `{` in quotes",
);
const NOT_A_FIELD: Words = (
    "this line is neither a field nor an item of a list",
    "write `name: value`, or `- ` before an item; indent a line that continues the text above",
);
const ESCAPE: Words = (
    "this backslash means nothing here",
    "write `\\\\` for a backslash, or use single quotes around the text",
);
const BLOCK: Words = (
    "only a line break may follow `|` or `>` here",
    "begin the text on the next line, indented",
);
const NAME: Words = (
    "text cannot start with `*` or `&`",
    "put the text in quotes, or under a `>-`",
);
const DIRECTIVE: Words = (
    "a line that starts with `%` is an instruction that is not understood",
    "delete the line, or put the text in quotes",
);
const OTHER: Words = (
    "the text cannot be understood from here on",
    "check the quotes, colons and indentation of this line and the one above",
);

/// What an error of the parser means.
pub(super) fn mistake(error: &ScanError, source: &Arc<Source>) -> Mistake {
    let at = error.marker().byte_offset().unwrap_or(0);
    let at = source.text.floor_char_boundary(at.min(source.text.len()));
    if let Some(finding) = oddly_indented(source, at) {
        return finding.into();
    }
    if matches!(words(error.kind()), OPEN_BRACKET | BRACKET)
        && let Some(mistake) = colour(source, at)
    {
        return mistake;
    }
    if matches!(words(error.kind()), TAB)
        && let Some(tab) = tab(&source.text, at)
    {
        let finding = codes::YAML_SYNTAX.finding(Place::new(source, tab), TAB.0);
        let finding = finding.label("the rest of the file is not read");
        return finding.help(TAB.1).into();
    }
    let place = Place::new(source, visible_part(&source.text, at));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return messages::nested_too_deep(place).into();
    }
    let value = line_value(&source.text, at);
    if let Some(opening) = opening(&source.text[value.clone()]) {
        return confined(source, place, value, error.kind(), opening);
    }
    let (message, help) = words(error.kind());
    let finding = codes::YAML_SYNTAX.finding(place, message).help(help);
    if matches!(words(error.kind()), COLON) {
        let finding = quote(finding.label("cannot be read from here on"), source, &value);
        return Mistake {
            finding,
            value: Some(value),
        };
    }
    finding.label("the rest of the file is not read").into()
}

/// The finding for a line that is indented with other spaces than ordinary ones: the line of the
/// mistake, or the one above, beside which it looks wrong.
fn oddly_indented(source: &Arc<Source>, at: usize) -> Option<Finding> {
    let lines = Lines::of(&source.text);
    let own = lines.line_around(at);
    let above = own.start.checked_sub(1).map(|it| lines.line_around(it));
    let mut found = std::iter::once(own)
        .chain(above)
        .filter_map(|line| invisible::finding(&codes::YAML_SYNTAX, &Place::new(source, line)));
    found.next()
}

/// The tabs that an error is about. It may point to white space before them, or to the start of
/// the text above, which goes on in a line that begins with a tab.
fn tab(text: &str, at: usize) -> Option<Range<usize>> {
    let line = Lines::of(text).line_around(at).start;
    let in_blank = |start: usize| {
        let rest = &text[start..];
        let blank = &rest[..rest.len() - rest.trim_start().len()];
        blank.find('\t').map(|tab| start + tab)
    };
    let line_starts = text[at..].match_indices('\n').map(|(it, _)| at + it + 1);
    let mut starts = [at, line].into_iter().chain(line_starts);
    let start = starts.find_map(in_blank)?;
    let tabs = &text[start..];
    Some(start..start + tabs.len() - tabs.trim_start_matches('\t').len())
}

/// A colour without quotes in a group, as in `{accent: #7a1f3d}`: it is a comment, and so is the
/// closing bracket.
fn colour(source: &Arc<Source>, at: usize) -> Option<Mistake> {
    let text = &source.text;
    let end = Lines::of(text).line_around(at).end;
    let (start, _) = text[..end].rmatch_indices(": #").next()?;
    let start = start + ": ".len();
    let rest = &text[start + 1..end];
    let digits = rest.len()
        - rest
            .trim_start_matches(|c: char| c.is_ascii_hexdigit())
            .len();
    let value = start..start + 1 + digits;
    let is_end = !text[value.end..].starts_with(char::is_alphanumeric);
    if !is_end || crate::theme::colour(&text[value.clone()]).is_none() {
        return None;
    }
    let finding = codes::YAML_SYNTAX
        .finding(
            Place::new(source, value.clone()),
            "a colour needs quotes: without them, `#` begins a comment",
        )
        .label("not in quotes");
    let finding = finding.replace_with(&format!("\"{}\"", &text[value.clone()]));
    Some(Mistake {
        finding,
        value: Some(value),
    })
}

/// A mistake in a value that starts with a character that means something.
fn confined(
    source: &Arc<Source>,
    place: Place,
    value: Range<usize>,
    kind: &ErrorKind,
    opening: char,
) -> Mistake {
    let shown = quoted(&opening.to_string());
    let is_closed = !matches!(words(kind), OPEN_QUOTE | OPEN_BRACKET | ESCAPE | BRACKET);
    let has_rest = is_closed && place.span.start >= value.start && place.span.start < value.end;
    if matches!(opening, '"' | '\'' | '[' | '{') && !has_rest {
        let (message, help) = words(kind);
        let finding = codes::YAML_SYNTAX.finding(place, message).help(help);
        return finding.label("the rest of the file is not read").into();
    }
    let whole = Place::new(source, value.clone());
    let finding = match opening {
        '"' | '\'' => codes::YAML_SYNTAX
            .finding(place, AFTER_QUOTE.0)
            .label("not in the quotes")
            .help(AFTER_QUOTE.1),
        '[' | '{' => codes::YAML_SYNTAX
            .finding(
                whole,
                format!("text cannot start with {shown}, which begins a list or a group"),
            )
            .label("goes on after the bracket"),
        _ => codes::YAML_SYNTAX
            .finding(whole, format!("text cannot start with {shown}"))
            .label("not in quotes"),
    };
    Mistake {
        finding: quote(finding, source, &value),
        value: Some(value),
    }
}

/// Offers `value` in quotes, where that is all it needs.
fn quote(finding: Finding, source: &Arc<Source>, value: &Range<usize>) -> Finding {
    let text = &source.text[value.clone()];
    if text.starts_with(['"', '\'']) {
        return finding;
    }
    let finding = finding.help("put the whole text in quotes");
    let indent = |line: &str| line.len() - line.trim_start().len();
    let line = Lines::of(&source.text).line_around(value.start);
    let next = source.text[line.end..]
        .lines()
        .find(|line| !line.trim().is_empty());
    let goes_on = next.is_some_and(|next| indent(next) > indent(&source.text[line]));
    if goes_on || text.contains(['"', '\\']) || text.contains(" #") {
        return finding;
    }
    Finding {
        fix: Some(Fix {
            place: Place::new(source, value.clone()),
            text: format!("\"{text}\""),
        }),
        ..finding
    }
}

/// The value in the line around `at`: what stands after `- ` and `name: `.
fn line_value(text: &str, at: usize) -> Range<usize> {
    let line = Lines::of(text).line_around(at);
    let mut value = text[line.clone()].trim_start();
    let mut is_item = false;
    while let Some(item) = value.strip_prefix("- ") {
        value = item.trim_start();
        is_item = true;
    }
    // An item such as `- Tell me: what` was meant as text, for no field has such a name.
    let is_letter = |c: char| c.is_ascii_lowercase() || c == '_';
    let is_name = |name: &str| match is_item {
        true => name.chars().all(is_letter),
        false => !name.contains(['"', '\'', '[', '{', '#']),
    };
    if let Some((_, rest)) = value.split_once(": ").filter(|(name, _)| is_name(name)) {
        value = rest.trim_start();
    }
    let end = line.start + text[line].trim_end().len();
    end.saturating_sub(value.trim_end().len())..end
}

/// The character at the start of a value, if it is one that text cannot start with.
fn opening(value: &str) -> Option<char> {
    let first = value.chars().next()?;
    "\"'[{*&@`%!".contains(first).then_some(first)
}

/// At least one character where there is one: an error at the end of a line shows its last word.
fn visible_part(text: &str, at: usize) -> Range<usize> {
    let rest = text[at..].chars().next();
    if let Some(c) = rest.filter(|c| !c.is_whitespace()) {
        return at..at + c.len_utf8();
    }
    let line = Lines::of(text).line_around(at);
    let start = text[line.clone()].trim_start().len();
    match start {
        0 => at..at,
        length => line.end - length..line.end,
    }
}

fn words(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => TAB,
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            COLON
        }
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => OPEN_QUOTE,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => AFTER_QUOTE,
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => OPEN_BRACKET,
        E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::BlockEntryInFlowCollection
        | E::FlowMappingValueAdjacentCollection
        | E::PlainScalarStartsWithDashFlowIndicator => BRACKET,
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::BlockSequenceEntryNotAllowed
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence => INDENTED,
        E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::MappingKeyNotAllowed
        | E::ExpectedNodeContent => NOT_A_FIELD,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => ESCAPE,
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => BLOCK,
        E::MissingAnchorOrAliasName | E::AnchorCountOverflow => NAME,
        E::DirectiveDisallowed
        | E::InvalidDirectiveName
        | E::MissingDirectiveName
        | E::InvalidDirectiveTerminator
        | E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::MissingYamlVersion
        | E::MissingDocumentEndBeforeDirective => DIRECTIVE,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::tab;

    #[test]
    fn the_tab_of_an_error_is_found() {
        assert_eq!(tab("a: b\n \t\tc: d\n", 0), Some(6..8));
        assert_eq!(tab("a: b\n\tc: d\n", 3), Some(5..6));
        assert_eq!(tab("a: b\n\tc: d\n", 4), Some(5..6));
        assert_eq!(tab("a: b\n\tc: d\n", 6), Some(5..6));
        assert_eq!(tab("a: b\n", 3), None);
    }
}
