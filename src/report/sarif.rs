//! Findings as SARIF 2.1.0, the format that code hosts and editors take from checkers (OASIS
//! Static Analysis Results Interchange Format).

use super::fingerprint::Fingerprints;
use super::json_text;
use super::places::{Region, Sources};
use super::root::{Root, Seen};
use crate::finding::{
    Example, Explanation, Finding, Fix, Place, Severity, explain, explanation, visible,
};
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// What SARIF calls the folder that relative paths begin at.
const ROOT: &str = "SRCROOT";

/// The name of our fingerprints, and their version: another way to make them has another number.
const FINGERPRINT: &str = "hirekitFinding/v1";

/// The findings as one SARIF log with one run.
pub fn sarif(findings: &[Finding], root: &Root) -> String {
    let rules = rules(findings);
    let sources = Sources::of(findings);
    let driver = json!({
        "name": "hirekit",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.keys().map(|code| rule(code)).collect::<Vec<_>>(),
    });
    json_text(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({"driver": driver}),
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: json!({ROOT: {"description": {
                "text": "the repository, or the folder that hirekit was run in"
            }}}),
            results: Results {
                findings,
                rules,
                fingerprints: Fingerprints::of(findings, &sources, root),
                sources,
                root,
            },
        }],
    })
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Json,
    column_kind: &'static str,
    original_uri_base_ids: Json,
    results: Results<'a>,
}

/// The results of a run, each of which takes its form only when it is written: there may be a
/// hundred thousand.
struct Results<'a> {
    findings: &'a [Finding],
    rules: BTreeMap<&'static str, usize>,
    fingerprints: Vec<String>,
    sources: Sources<'a>,
    root: &'a Root,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.findings.iter().zip(&self.fingerprints);
        serializer.collect_seq(findings.map(|(it, fingerprint)| self.result(it, fingerprint)))
    }
}

/// The codes of the findings, each with its number.
fn rules(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut rules: BTreeMap<_, _> = findings.iter().map(|it| (it.code, 0)).collect();
    for (number, index) in rules.values_mut().enumerate() {
        *index = number;
    }
    rules
}

fn rule(code: &str) -> Json {
    let Some(about) = explanation(code) else {
        return json!({"id": code});
    };
    json!({
        "id": code,
        "shortDescription": {"text": about.summary},
        "fullDescription": {"text": about.why},
        "help": {
            "text": explain(code).unwrap_or_default(),
            "markdown": markdown(about),
        },
        "defaultConfiguration": {"level": level(about.severity)},
    })
}

fn markdown(about: &Explanation) -> String {
    let block = |example| match example {
        Example::Run(yaml) => format!("```yaml\n{}\n```", yaml.trim_end()),
        Example::Told(words) => format!("```text\n{words}\n```"),
    };
    let (bad, good) = (block(about.bad), block(about.good));
    format!("{}\n\nInstead of\n\n{bad}\n\nwrite\n\n{good}\n", about.why)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

impl Results<'_> {
    fn result(&self, finding: &Finding, fingerprint: &str) -> Json {
        let mut text = finding.message.clone();
        if let Some(help) = &finding.help {
            text = format!("{text}: {help}");
        }
        let mut result = json!({
            "ruleId": finding.code,
            "ruleIndex": self.rules[finding.code],
            "level": level(finding.severity),
            "message": message(&text),
            "locations": [self.location(&finding.place, &finding.label)],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        });
        if !finding.related.is_empty() {
            let related = finding.related.iter().enumerate();
            let related = related.map(|(id, (place, label))| {
                let mut location = self.location(place, label);
                location["id"] = json!(id);
                location
            });
            result["relatedLocations"] = related.collect();
        }
        if let Some(fix) = self.fix(finding) {
            result["fixes"] = json!([fix]);
        }
        result
    }

    fn location(&self, place: &Place, label: &str) -> Json {
        let mut location = json!({"physicalLocation": {"artifactLocation": self.artifact(place)}});
        if let Some(it) = self.sources.region(place) {
            location["physicalLocation"]["region"] = region(it);
        }
        if !label.is_empty() {
            location["message"] = message(label);
        }
        location
    }

    fn artifact(&self, place: &Place) -> Json {
        let seen = self.root.see(&place.source.path);
        match seen {
            Seen::Inside(_) => json!({"uri": seen.uri(), "uriBaseId": ROOT}),
            Seen::Outside(_) => json!({"uri": seen.uri()}),
        }
    }

    fn fix(&self, finding: &Finding) -> Option<Json> {
        let Fix { place, text } = finding.fix.as_ref()?;
        let deleted = self.sources.region(place)?;
        let mut fix = json!({"artifactChanges": [{
            "artifactLocation": self.artifact(place),
            "replacements": [{
                "deletedRegion": region(deleted),
                "insertedContent": {"text": text},
            }],
        }]});
        if let Some(help) = &finding.help {
            fix["description"] = message(help);
        }
        Some(fix)
    }
}

fn region(region: Region) -> Json {
    json!({
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    })
}

/// A message of words and nothing else. In SARIF, `[words](address)` is a link, and the words may
/// be a stranger's.
fn message(text: &str) -> Json {
    json!({"text": visible(text.chars()).replace("](", "] (")})
}
