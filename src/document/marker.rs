//! Markers: the HTML comments by which a template says what a piece of Markdown is.
//!
//! They are invisible on a code host, where the Markdown reads as ordinary tables, lists and
//! quotes. Only templates can write them: `<` in a value is always escaped. Any comment that is
//! not listed here, and any other raw HTML, is text.
//!
//! A marker stands alone on its line, with a blank line around it. Field ids are words of
//! lower-case letters, digits, `-` and `.`.
//!
//! | marker | meaning |
//! | --- | --- |
//! | `<!-- lead -->`, `meta`, `label`, `audience` | how the next paragraph is set |
//! | `<!-- panel directions -->`, `read-aloud`, `note` | what the next quote is for |
//! | `<!-- question 3 -->` … `<!-- /question -->` | a question: its heading, then its parts |
//! | `<!-- columns -->` … `<!-- next -->` … `<!-- /columns -->` | side by side |
//! | `<!-- keep -->` … `<!-- /keep -->` | on one page where it fits |
//! | `<!-- notes FIELD LINES -->` … `<!-- /notes -->` | ruled lines, under the paragraph between |
//! | `<!-- blanks FIELD:WIDTH … -->` | the next table is a row of ruled blanks under its labels |
//! | `<!-- scorecard FIELD … -->` | the next table is a scorecard, one field for each row |
//! | `<!-- grid FIELD … -->` | the next table is filled in by hand, one field for each row |
//! | `<!-- choice FIELD VALUE … -->` | the next tick-box list is one choice |
//! | `<!-- checks FIELD … -->` | ids for the boxes of the next tick-box list |
//! | `<!-- timebar -->` | the next list is a bar of minutes |
//! | `<!-- widths N … -->` | relative column widths of the next table |
//! | `<!-- page -->` | a new page |
//! | `<!-- blank -->LABEL …<!-- /blank -->` | within a line: a ruled blank |
