//! The contract with templates: which values each kind of packet hands to its template.
//!
//! The types in [`context`](super::context) are the contract; their comments explain it. From both
//! follows what `hirekit templates reference` prints.

use super::context::{
    Assessment, CandidateProfile, Debrief, Handbook, Interview, Preparation,
    candidate::{CandidateBrief, ScenarioSheet},
    declared::{CandidateGuide, CandidateStage, TeamGuide, TeamStage},
    public::JobPosting,
};
use super::running::RunningHead;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

/// The version of the contract. It goes up when a value that templates could use is gone, or means
/// something else; a value more leaves it as it is.
pub const CONTRACT_VERSION: u32 = 1;

/// What a template is given.
#[derive(Debug)]
pub struct Contract {
    /// The name of the template, or which templates have these values.
    pub template: &'static str,
    /// The values.
    pub values: Vec<Value>,
}

/// A value that a template can use.
#[derive(Debug, PartialEq, Eq)]
pub struct Value {
    /// How a template gets at it: `stage.groups[].questions[].ask`, where `[]` stands for each
    /// item of a list.
    pub path: String,
    /// What kind of value it is, in words.
    pub kind: String,
    /// What it is.
    pub about: String,
}

/// What each template of a packet is given, by the names of the templates, and then what templates are
/// given that a workspace declares packets with.
pub fn contracts() -> Vec<Contract> {
    vec![
        contract::<Assessment>("assessment.md"),
        contract::<CandidateBrief>("candidate-brief.md"),
        contract::<Preparation>("candidate-prep.md"),
        contract::<CandidateProfile>("candidate-profile.md"),
        contract::<Debrief>("debrief.md"),
        contract::<Handbook>("handbook.md"),
        contract::<Interview>("interview.md"),
        contract::<JobPosting>("job-posting.md"),
        contract::<Interview>("references.md"),
        contract::<TeamStage>("run-sheet.md"),
        contract::<RunningHead>("running-foot.md"),
        contract::<RunningHead>("running-head.md"),
        contract::<ScenarioSheet>("scenario-sheet.md"),
        contract::<Assessment>("session.md"),
        contract::<TeamStage>("a declared packet for each stage, internal"),
        contract::<TeamGuide>("a declared packet for the guide, internal"),
        contract::<CandidateStage>("a declared packet for each stage, for the candidate"),
        contract::<CandidateGuide>("a declared packet for the guide, for the candidate"),
        contract::<JobPosting>("a declared packet for the guide, public"),
    ]
}

/// What a template is given whose context is a `T`.
fn contract<T: JsonSchema>(template: &'static str) -> Contract {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.inline_subschemas = true;
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut values = Vec::new();
    fields("", schema.as_value(), &mut values);
    Contract { template, values }
}

/// The fields of an object, and those within them.
fn fields(before: &str, object: &Json, values: &mut Vec<Value>) {
    let properties = object["properties"].as_object();
    for (name, schema) in properties.into_iter().flatten() {
        let path = format!("{before}{name}");
        let about = schema["description"].as_str().unwrap_or_default();
        values.push(Value {
            path: path.clone(),
            kind: kind(schema),
            about: about.replace('\n', " "),
        });
        let schema = present(schema);
        fields(&format!("{path}."), schema, values);
        fields(&format!("{path}[]."), present(&schema["items"]), values);
    }
}

/// The schema of a value when it is there.
fn present(schema: &Json) -> &Json {
    let branches = schema["anyOf"].as_array().into_iter().flatten();
    let mut branches = branches.filter(|branch| branch["type"] != "null");
    branches.next().unwrap_or(schema)
}

fn kind(schema: &Json) -> String {
    let types = match &schema["type"] {
        Json::Array(types) => types.iter().filter_map(Json::as_str).collect(),
        one => one.as_str().into_iter().collect::<Vec<_>>(),
    };
    let is_optional = types.contains(&"null") || !std::ptr::eq(present(schema), schema);
    let types = match schema["anyOf"] {
        Json::Null => types,
        _ => vec![present(schema)["type"].as_str().unwrap_or_default()],
    };
    let kind = match types.iter().find(|it| **it != "null").copied() {
        Some("string") if schema["format"] == "markdown" => "Markdown".to_owned(),
        Some("string") => "text".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "yes or no".to_owned(),
        Some("array") => match kind(&schema["items"]).as_str() {
            "fields" => "list".to_owned(),
            items => format!("list of {items}"),
        },
        _ => "fields".to_owned(),
    };
    match is_optional {
        true => format!("{kind} or none"),
        false => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_explained() {
        for contract in contracts() {
            for value in &contract.values {
                assert!(
                    value.about.ends_with('.'),
                    "{} {value:?}",
                    contract.template
                );
            }
        }
    }

    #[test]
    fn kinds_and_paths_are_those_of_the_types() {
        let contracts = contracts();
        let interview = contracts.iter().find(|it| it.template == "interview.md");
        let values = &interview.expect("it is there").values;
        for (path, kind) in [
            ("head", "fields"),
            ("head.title", "Markdown"),
            ("head.audience", "text"),
            ("stage.minutes", "number"),
            ("stage.optional", "yes or no"),
            ("stage.interviewer", "Markdown or none"),
            ("stage.directions", "fields or none"),
            ("stage.directions.read_aloud", "Markdown or none"),
            ("stage.groups", "list"),
            ("stage.groups[].questions[].cover", "list of Markdown"),
            ("scorecard", "fields or none"),
            ("scorecard.criteria[].weight", "number or none"),
            ("scorecard.criteria[].anchors", "list of Markdown or none"),
        ] {
            let value = values.iter().find(|it| it.path == path);
            assert_eq!(value.map(|it| it.kind.as_str()), Some(kind), "{path}");
        }
    }
}
