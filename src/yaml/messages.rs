//! The findings of the builder, in words.

use super::explanations as codes;
use crate::finding::{Finding, Place, quoted};

pub(super) fn empty_file(place: Place) -> Finding {
    codes::EMPTY_FILE
        .finding(place, "there is nothing in this file")
        .help("write a guide here: `hirekit new ID` makes one to start from")
}

pub(super) fn second_document(place: Place) -> Finding {
    codes::SECOND_DOCUMENT
        .finding(place, "a second document starts here")
        .label("what follows is not read")
        .help("delete this line, or move what follows to a file of its own")
}

pub(super) fn nested_too_deep(place: Place) -> Finding {
    codes::NESTED_TOO_DEEP
        .finding(place, "this is nested too deeply")
        .help("check the brackets and the indentation: a guide needs no more than ten levels")
}

pub(super) fn control_character(place: Place, c: char) -> Finding {
    let message = format!(
        "this text contains a control character (U+{:04X})",
        u32::from(c)
    );
    crate::source::CONTROL_CHARACTER
        .finding(place, message)
        .help("remove it: it cannot be printed")
}

pub(super) fn tag(place: Place, tag: &str) -> Finding {
    codes::TAG_NOT_SUPPORTED
        .finding(
            place,
            format!("{} is a tag, and a guide has none", quoted(tag)),
        )
        .help("delete it; put text that starts with `!` in quotes")
}

pub(super) fn unknown_alias(place: Place, name: &str) -> Finding {
    let alias = quoted(&format!("*{name}"));
    codes::UNKNOWN_ALIAS
        .finding(
            place,
            format!("{alias} repeats a value that was never named"),
        )
        .label("read as an alias, because it starts with `*`")
        .help("put text that starts with `*` in quotes, or under a `>-`")
}

pub(super) fn alias_cycle(place: Place) -> Finding {
    codes::ALIAS_CYCLE
        .finding(place, "this alias stands inside the value it repeats")
        .label("would go on for ever")
        .help("write out what you mean here")
}

pub(super) fn over_budget(place: Place) -> Finding {
    codes::ALIAS_BUDGET
        .finding(
            place,
            "the values up to here are more than a guide may hold",
        )
        .help("write the values out instead of repeating them with `*`")
}

pub(super) fn cut_by_comment(place: Place) -> Finding {
    let message = format!("the text ends before {}", quoted(place.text()));
    codes::CUT_BY_COMMENT
        .finding(place, message)
        .label("a comment, for a space stands before the `#`")
        .help("put the whole text in quotes, or write a space behind the `#` of a comment")
}

pub(super) fn key_not_text(place: Place) -> Finding {
    codes::KEY_NOT_TEXT
        .finding(place, "the name of this field is not text")
        .label("not a name")
        .help("write `name: value`; put text that starts with `[`, `{` or `?` in quotes")
}

pub(super) fn merge_key(place: Place) -> Finding {
    codes::MERGE_KEY
        .finding(place, "`<<` does not merge fields here")
        .label("a merge key")
        .help("write the fields out")
}

pub(super) fn duplicate_key(place: Place, name: &str, first: Place) -> Finding {
    codes::DUPLICATE_KEY
        .finding(place, format!("the field {} is given twice", quoted(name)))
        .label("given again here")
        .related(first, "first given here")
        .help("delete one of the two, or rename it")
}
