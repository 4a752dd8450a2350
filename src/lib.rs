//! hirekit turns a **guide**, one YAML role definition, into a **kit**: printable packets in
//! Markdown, HTML and PDF for every stage of hiring.
//!
//! # The pipeline
//!
//! Each line is a stage from values to values; the disk is touched first and last.
//!
//! ```text
//! hirekit.yaml, guides/*.yaml        source     read (bounded), decode
//!    → Node (spanned)                yaml       parser events → our tree; every node knows its place
//!    → structure findings            schema     JSON Schema from the Rust types, all findings at once
//!                                    library    entries that guides share are put where they are included
//!    → one Node                      overlay    a guide that extends others: read those, apply the changes
//!    → Guide                         guide      plain data
//!    → meaning findings              check      ids resolve, anchors, minutes, placeholders …
//!    → findings about quality            lint       rules for a good and fair interview, with reasons
//!    → packets: context + template   kit        which packets, which audience, which values
//!    → Markdown                      template   minijinja, strict; every value is text; words of our own
//!                                               are labels, in the language of the guide
//!    → Document                      document   pulldown-cmark → a small block tree, form parts included
//!    → HTML                          html       one self-contained page per packet, index pages
//!    → Pages → PDF                   layout, pdf
//!    → files                         build      atomic writes, summary
//! ```
//!
//! [`watch`] waits until something that this reads is different, and [`serve`] shows the files to
//! a browser; both lie beside the pipeline, and know nothing of what is in it.
//!
//! A wrong guide is data: stages return what they could make together with
//! [`finding::Finding`]s and go on, so that a person sees every mistake in one run; [`report`]
//! shows them, to people and to programs. A wrong world (unreadable file, full disk) is an
//! [`anyhow::Error`], at the edges only.

pub mod build;
pub mod check;
pub mod cli;
pub mod coverage;
pub mod document;
pub mod finding;
pub mod font;
pub mod guide;
pub mod html;
pub mod kit;
pub mod labels;
pub mod layout;
pub mod library;
pub mod lint;
pub mod overlay;
pub mod parallel;
pub mod pdf;
pub mod placeholder;
pub mod report;
pub mod schema;
pub mod serve;
pub mod source;
pub mod template;
pub mod theme;
pub mod usage;
pub mod watch;
pub mod workspace;
pub mod yaml;
