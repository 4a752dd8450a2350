//! Mistakes that end the reading, in words for people who have never heard of YAML.

use super::explanations as codes;
use crate::finding::{Finding, Lines, Place, Source, quoted};
use granit_parser::{ErrorKind, ScanError};
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

/// The finding for an error of the parser.
pub(super) fn finding(error: &ScanError, source: &Arc<Source>) -> Finding {
    let at = error.marker().byte_offset().unwrap_or(0);
    let at = source.text.floor_char_boundary(at.min(source.text.len()));
    let place = Place::new(source, visible_part(&source.text, at));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return codes::NESTED_TOO_DEEP
            .finding(place, "this is nested too deeply")
            .help("check the brackets and the indentation: a guide needs no more than ten levels");
    }
    if let ErrorKind::UnexpectedCharacter { character } = error.kind() {
        let shown = quoted(&character.to_string());
        return codes::YAML_SYNTAX
            .finding(place, format!("text cannot start with {shown}"))
            .label("the rest of the file is not read")
            .help("put the text in quotes");
    }
    let (message, help) = words(error.kind());
    codes::YAML_SYNTAX
        .finding(place, message)
        .label("the rest of the file is not read")
        .help(help)
}

/// At least one character where there is one: an error at the end of a line shows its last word.
fn visible_part(text: &str, at: usize) -> std::ops::Range<usize> {
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
