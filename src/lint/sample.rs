//! A guide with one text in it, for the tests of rules that look at words.

use super::levels::Limits;
use super::said::Role;
use super::{Guide, Rule};
use crate::check::PrintedWith;
use crate::check::subject::Subject;
use crate::finding::{Finding, Source};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What `rule` marks in `text`, where that is a text of `role`: the underlined words.
pub(super) fn marked(rule: &Rule, role: Role, text: &str) -> Vec<String> {
    let found = findings(rule, &guide(role, text));
    let marked = found.iter().map(|it| it.place.text().to_owned());
    marked.collect()
}

/// What `rule` finds in a guide with these fields, which need not be complete.
pub(super) fn findings(rule: &Rule, guide: &Value) -> Vec<Finding> {
    let source = Source {
        path: "sample.yaml".into(),
        text: guide.to_string(),
    };
    let sources = [Arc::new(source)];
    let tree = crate::yaml::parse(&sources[0]);
    let root = tree.root.as_ref().expect("JSON is YAML");
    let removed = BTreeMap::new();
    let subject = Subject::new(root, &sources, &removed, PrintedWith::bundled());
    let mut found = Vec::new();
    (rule.check)(&Guide::of(&subject, Limits::default()), &mut found);
    found
}

/// Asserts that the rule marks something in each of these texts.
pub(super) fn flags(rule: &Rule, role: Role, texts: &[&str]) {
    for text in texts {
        let marked = marked(rule, role, text);
        assert!(!marked.is_empty(), "{} passes by: {text}", rule.name());
    }
}

/// Asserts that the rule marks nothing in any of these texts.
pub(super) fn passes(rule: &Rule, role: Role, texts: &[&str]) {
    for text in texts {
        let marked = marked(rule, role, text);
        assert!(
            marked.is_empty(),
            "{} marks {marked:?} in: {text}",
            rule.name()
        );
    }
}

fn guide(role: Role, text: &str) -> Value {
    let question = |field: Value| json!({"stages": [{"kind": "interview", "questions": [field]}]});
    match role {
        Role::Question => question(json!({ "ask": text })),
        Role::FollowUp => question(json!({ "follow_ups": [text] })),
        Role::Cover => question(json!({ "cover": [text] })),
        Role::Hint => question(json!({ "guidance": text })),
        Role::ReadAloud => json!({"stages": [{"directions": {"read_aloud": text}}]}),
        Role::Brief => json!({"stages": [{"directions": {"candidate": text}}]}),
        Role::Scenario => json!({"stages": [{"scenario": {"brief": text}}]}),
        Role::Drill => json!({"stages": [{"scenario": {"drills": [{"trigger": text}]}}]}),
        Role::Posting => json!({"posting": {"about": text}}),
        Role::Scorecard => json!({"stages": [{"scorecard": {"criteria": [{"name": text}]}}]}),
        Role::Profile => json!({"profile": {"overview": text}}),
        Role::Other => json!({ "summary": text }),
    }
}
