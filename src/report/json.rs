//! Findings as JSON: everything there is, in a format of our own that [`schema_text`] describes.

use super::fingerprint::Fingerprints;
use super::places::{Region, Sources};
use super::{Report, Root, json_text};
use crate::finding::{Finding, Place, Severity, visible};
use crate::schema::schema_text_of;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The version of the format. It changes when a program that reads it would have to.
const FORMAT: u32 = 1;

/// What a command of hirekit found, as one JSON document.
///
/// Later versions may have more fields. `format` changes only when one of these is renamed,
/// removed, or means something else.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Findings")]
struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = FORMAT))]
    format: u32,
    /// The version of hirekit that wrote this.
    hirekit: &'a str,
    /// How many of the findings are errors. A guide with an error is not built.
    errors: usize,
    /// How many of the findings are warnings.
    warnings: usize,
    /// How many of the findings are advice.
    advice: usize,
    /// What is wrong: for each file down the file, in the same order on every run.
    #[schemars(with = "Vec<Found<'a>>")]
    findings: Findings<'a>,
    /// The kits that were written, in the order of their guides. Only `build` has this.
    #[serde(skip_serializing_if = "Option::is_none")]
    kits: Option<&'a [Kit]>,
}

/// Findings, each of which takes its form only when it is written: there may be a hundred thousand.
#[derive(Debug)]
struct Findings<'a> {
    findings: &'a [Finding],
    sources: &'a Sources<'a>,
    fingerprints: Vec<String>,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.findings.iter().zip(&self.fingerprints);
        serializer
            .collect_seq(findings.map(|(it, fingerprint)| found(it, self.sources, fingerprint)))
    }
}

/// One thing that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Found<'a> {
    /// What kind of finding it is; `hirekit explain CODE` tells more. Codes are stable.
    code: &'static str,
    /// Whether the guide can still be built.
    severity: Level,
    /// What is wrong, in a sentence.
    message: String,
    /// Where it is.
    place: Located,
    /// What the text at that place is.
    #[serde(skip_serializing_if = "String::is_empty")]
    label: String,
    /// Other places that matter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
    /// What would fix it, as an imperative.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// The replacement that would fix it, where one is sure to.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Replacement<'a>>,
    /// The same for the same finding when lines above it have changed: 32 hexadecimal digits.
    fingerprint: &'a str,
}

/// How bad a finding is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Level {
    /// The guide is not built.
    Error,
    /// The guide is built all the same.
    Warning,
    /// Something to think about, which may well stay as it is.
    Advice,
}

/// A place in a file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct Located {
    /// The path of the file, as messages show it: from the folder that hirekit was run in, or as
    /// it was given. Bytes of a file name that are not UTF-8 are U+FFFD.
    file: String,
    /// The part of the file. Left out when the file is empty, or its text could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Region>,
}

/// Another place that matters.
#[derive(Debug, Serialize, JsonSchema)]
struct Related {
    /// Where it is.
    place: Located,
    /// What the text at that place is.
    #[serde(skip_serializing_if = "String::is_empty")]
    label: String,
}

/// A replacement of a part of a file.
#[derive(Debug, Serialize, JsonSchema)]
struct Replacement<'a> {
    /// What to replace.
    place: Located,
    /// What to write instead.
    text: &'a str,
}

/// A kit that was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Kit {
    /// The id of its guide, which is the name of its folder below the output folder.
    pub guide: String,
    /// The role.
    pub role: String,
    /// The packets that were built.
    pub packets: Vec<Packet>,
    /// How many files are new or different now.
    pub written: usize,
    /// How many files were already as they should be.
    pub unchanged: usize,
    /// How many files were removed because the guide makes them no more.
    pub removed: usize,
    /// How many files are not as they should be and were left alone: each has a finding.
    pub kept: usize,
}

/// A packet of a kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Packet {
    /// Its name, as in `--packet`.
    pub name: String,
    /// Who may see it: `public`, `candidate` or `internal`.
    pub audience: &'static str,
    /// How many pages its PDF has. Left out when none was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
}

/// A report as one JSON document.
pub fn json(report: &Report<'_>, root: &Root) -> String {
    let sources = Sources::of(report.findings);
    let count = |severity| {
        let alike = report.findings.iter().filter(|it| it.severity == severity);
        alike.count()
    };
    json_text(&Document {
        format: FORMAT,
        hirekit: env!("CARGO_PKG_VERSION"),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        advice: count(Severity::Advice),
        findings: Findings {
            findings: report.findings,
            sources: &sources,
            fingerprints: Fingerprints::of(report.findings, &sources, root),
        },
        kits: report.kits,
    })
}

/// The JSON Schema of [`json`], draft 2020-12, as the text of a file.
pub fn schema_text() -> String {
    schema_text_of::<Document<'static>>()
}

fn found<'a>(finding: &'a Finding, sources: &Sources<'_>, fingerprint: &'a str) -> Found<'a> {
    let located = |place| located(place, sources);
    let related = finding.related.iter().map(|(place, label)| Related {
        place: located(place),
        label: visible(label.chars()),
    });
    Found {
        code: finding.code,
        severity: match finding.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Advice => Level::Advice,
        },
        message: visible(finding.message.chars()),
        place: located(&finding.place),
        label: visible(finding.label.chars()),
        related: related.collect(),
        help: finding.help.as_ref().map(|help| visible(help.chars())),
        fix: finding.fix.as_ref().map(|fix| Replacement {
            place: located(&fix.place),
            text: &fix.text,
        }),
        fingerprint,
    }
}

fn located(place: &Place, sources: &Sources<'_>) -> Located {
    Located {
        file: place.source.path.to_string_lossy().into_owned(),
        range: sources.region(place),
    }
}
