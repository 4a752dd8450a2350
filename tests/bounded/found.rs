//! Inputs that broke a promise, each named for what was wrong.

use super::{keeps, on_the_stack_of_the_program, promises};
use hirekit::document::{ProblemKind, parse};

/// A packet that is larger than a packet may be.
fn is_too_large(markdown: &str) {
    on_the_stack_of_the_program(|| keeps(promises::pages, markdown.as_bytes()));
    let (_, problems) = parse(markdown);
    let kinds: Vec<ProblemKind> = problems.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ProblemKind::Size]);
}

#[test]
fn a_hundred_thousand_quotes_in_one_another() {
    is_too_large(&format!("{}a", "> ".repeat(100_000)));
    is_too_large(&format!("{}a", "- ".repeat(100_000)));
    is_too_large(&"<!-- keep -->\n\n".repeat(60_000));
}

#[test]
fn notes_that_fill_thousands_of_pages() {
    is_too_large("<!-- notes a 65535 -->\n<!-- /notes -->\n");
    is_too_large(&"<!-- notes a 100 -->\n<!-- /notes -->\n\n".repeat(10_000));
    is_too_large(&"a\n\n<!-- page -->\n\n".repeat(30_000));
}

#[test]
fn a_hundred_thousand_emphases_in_one_another() {
    let words = format!("{}a{}", "*a **b ".repeat(30_000), "** *".repeat(30_000));
    on_the_stack_of_the_program(|| keeps(promises::pages, words.as_bytes()));
}

#[test]
fn tables_of_hundreds_of_columns() {
    let columns = |text: &str| text.repeat(300) + "|\n";
    let table = columns("| a ") + &columns("| - ") + &"| a |\n".repeat(300);
    on_the_stack_of_the_program(|| keeps(promises::pages, table.as_bytes()));
}

#[test]
fn ten_thousand_wrong_markers() {
    let markers = "<!-- colums -->\n\n".repeat(20_000);
    on_the_stack_of_the_program(|| keeps(promises::pages, markers.as_bytes()));
    on_the_stack_of_the_program(|| keeps(promises::template, markers.as_bytes()));
}

#[test]
fn a_template_that_writes_megabytes() {
    for template in [
        "{% for a in range(100000) %}{{ head.title }}\n\n{% endfor %}",
        "{% for a in range(10000) %}{{ 'a' * 30000 }}{% endfor %}",
        "{% for a in range(100000) %}> {% endfor %}a",
    ] {
        on_the_stack_of_the_program(|| keeps(promises::template, template.as_bytes()));
    }
}

#[test]
fn a_key_with_quotes_in_quotes() {
    for key in ["''é", "'", "é'", "]", "\\"] {
        let template = format!("{{{{ head[\"{key}\"] }}}}");
        on_the_stack_of_the_program(|| keeps(promises::template, template.as_bytes()));
    }
}

/// A sound guide with this for its summary.
fn is_read(summary: &str) {
    let guide = include_str!("../check/minimal.yaml");
    let guide = guide.replace(
        "summary: Keeps our systems running.",
        &format!("summary: '{summary}'"),
    );
    on_the_stack_of_the_program(|| keeps(promises::guide, guide.as_bytes()));
}

#[test]
fn tens_of_thousands_of_words_of_code() {
    is_read(&"`a` ".repeat(40_000));
}

#[test]
fn tens_of_thousands_of_links_without_words() {
    is_read(&"[](https://a) ".repeat(60_000));
}

#[test]
fn hundreds_of_thousands_of_full_stops() {
    is_read(&"a1.".repeat(800_000));
}

#[test]
fn hundreds_of_thousands_of_backslashes() {
    is_read(&format!("[{}", "\\".repeat(400_000)));
}

#[test]
fn ten_thousand_groups_with_the_names_of_fields() {
    let (fields, groups) = ("a ".repeat(10_000), "a.b ".repeat(10_000));
    let items = "- c\n".repeat(20_000);
    let checks = format!("<!-- checks {fields}{groups}-->\n\n{items}");
    let is_read = |markdown: &[u8]| {
        let (_, problems) = parse(&String::from_utf8_lossy(markdown));
        assert_eq!(problems, []);
    };
    on_the_stack_of_the_program(|| keeps(is_read, checks.as_bytes()));
}
