//! From the errors of the JSON Schema validator to findings.

use super::include::can_be_included;
use super::unknown::{Owner, meant, missing_field, names, unknown_field};
use super::wording::{Spot, empty_text};
use super::{INCLUDE, REMOVE, Validator, explanations as codes, form, trap};
use crate::finding::{Explanation, Finding, MAX_FINDINGS, nearest, quoted, quoted_list};
use crate::yaml::{Extent, Key, Node, Tree};
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// All findings about the structure of `root`.
pub(super) fn findings(validator: &Validator, tree: &Tree, root: &Node) -> Vec<Finding> {
    let json = root.to_json();
    let errors: Vec<_> = validator
        .compiled()
        .iter_errors(&json)
        .take(MAX_FINDINGS)
        .collect();
    let mut mapper = Mapper {
        validator,
        tree,
        root,
        missing: BTreeMap::new(),
        misspelt: BTreeSet::new(),
        findings: Vec::new(),
    };
    // A misspelt field that is needed is one mistake and two errors. So the missing ones are
    // known first, and reported last, when the misspelt ones have been found among them.
    for error in &errors {
        if let Kind::Required {
            property: Json::String(name),
        } = error.kind()
        {
            let pointer = error.instance_path().as_str().to_owned();
            mapper.missing.entry(pointer).or_default().push(name);
        }
    }
    for error in &errors {
        mapper.map(error);
    }
    if tree.extent > Extent::Part {
        mapper.report_missing(&errors);
    }
    mapper.findings
}

struct Mapper<'a> {
    validator: &'a Validator,
    tree: &'a Tree,
    root: &'a Node,
    /// Names of missing fields, by the pointer to what lacks them.
    missing: BTreeMap<String, Vec<&'a str>>,
    /// Those of them that are there, but misspelt.
    misspelt: BTreeSet<(String, &'a str)>,
    findings: Vec<Finding>,
}

impl<'a> Mapper<'a> {
    fn map(&mut self, error: &ValidationError<'_>) {
        let spot = self.spot(error);
        let is_whole = self.tree.extent > Extent::Part;
        match error.kind() {
            Kind::AdditionalProperties { unexpected } => self.unknown(error, &spot, unexpected),
            Kind::Type { kind } => {
                let types: Vec<_> = match kind {
                    TypeKind::Single(it) => vec![it.to_string()],
                    TypeKind::Multiple(them) => them.iter().map(|it| it.to_string()).collect(),
                };
                let form = self.schema_of(error)["x-form"].as_str();
                self.findings.push(trap::wrong_type(&spot, &types, form));
            }
            Kind::Enum { options } => self.one_of(&spot, options.as_array().into_iter().flatten()),
            Kind::Constant { expected_value } => self.one_of(&spot, [&**expected_value]),
            Kind::OneOfNotValid { context } | Kind::AnyOf { context } => {
                self.branches(&spot, context)
            }
            Kind::Minimum { limit } => self.out_of_range(&spot, limit, "at least"),
            Kind::Maximum { limit } => self.out_of_range(&spot, limit, "at most"),
            Kind::MinItems { limit } | Kind::MinProperties { limit } if is_whole => {
                self.too_few(&spot, *limit);
            }
            Kind::MinLength { .. } => {
                let finding = empty_text(spot.value_place(), &spot.name);
                self.findings.push(finding);
            }
            Kind::Pattern { .. } if spot.key.is_some_and(|key| key.name == INCLUDE) => {
                let written = quoted(spot.node.text().unwrap_or_default());
                let message = format!("{written} names no entry of a library");
                let finding = self.finding(&codes::BAD_INCLUDE, &spot, message);
                self.findings.push(
                    finding
                        .label("a library, `/`, and the id of an entry belong here")
                        .help("write both, such as `cloud-security/incident-command`"),
                );
            }
            Kind::Pattern { pattern } => self.findings.push(form::misfit(&spot, pattern)),
            Kind::Required { .. } | Kind::MinItems { .. } | Kind::MinProperties { .. } => {}
            _ => {
                let message = format!("{} cannot be this: {error}", spot.name);
                self.findings
                    .push(self.finding(&codes::WRONG_TYPE, &spot, message));
            }
        }
    }

    fn spot(&self, error: &ValidationError<'_>) -> Spot<'a> {
        Spot::at(
            self.root,
            error.instance_path().as_str(),
            self.validator.whole,
        )
    }

    fn finding(&self, code: &Explanation, spot: &Spot<'_>, message: String) -> Finding {
        code.finding(spot.value_place(), message)
    }

    /// The schema that holds the keyword which failed.
    fn schema_of(&self, error: &ValidationError<'_>) -> &'a Json {
        let path = error.schema_path().as_str();
        let object = path.rsplit_once('/').map_or("", |(object, _)| object);
        self.validator.schema.pointer(object).unwrap_or(&Json::Null)
    }

    fn unknown(&mut self, error: &ValidationError<'_>, spot: &Spot<'a>, unexpected: &[String]) {
        let pointer = error.instance_path().as_str();
        let object = self.schema_of(error);
        let missing = self.missing.get(pointer).cloned().unwrap_or_default();
        let fields = spot
            .node
            .fields()
            .iter()
            .map(|(key, _)| (key.name.as_str(), key));
        let keys: HashMap<&str, &Key> = fields.collect();
        let mut absent = names(object);
        absent.retain(|name| !keys.contains_key(name));
        if can_be_included(object) {
            absent.push(INCLUDE);
        }
        let owner = Owner {
            validator: self.validator,
            spot,
            object,
            missing: &missing,
            absent: &absent,
        };
        for name in unexpected.iter().take(MAX_FINDINGS) {
            let Some(key) = keys.get(name.as_str()) else {
                continue;
            };
            let finding = unknown_field(&owner, key);
            if let Some(name) = meant(&finding, &missing) {
                self.misspelt.insert((pointer.to_owned(), name));
            }
            // What is included need not be written.
            if finding.fix.as_ref().is_some_and(|fix| fix.text == INCLUDE) {
                let missing = missing.iter().map(|name| (pointer.to_owned(), *name));
                self.misspelt.extend(missing);
            }
            self.findings.push(finding);
        }
    }

    fn report_missing(&mut self, errors: &[ValidationError<'_>]) {
        for error in errors {
            let Kind::Required {
                property: Json::String(name),
            } = error.kind()
            else {
                continue;
            };
            let pointer = error.instance_path().as_str().to_owned();
            if !self.misspelt.contains(&(pointer, name.as_str())) {
                let (spot, object) = (self.spot(error), self.schema_of(error));
                self.findings.push(missing_field(&spot, object, name));
            }
        }
    }

    fn one_of<'o>(&mut self, spot: &Spot<'_>, options: impl IntoIterator<Item = &'o Json>) {
        let options: Vec<_> = options.into_iter().filter_map(Json::as_str).collect();
        let message = format!(
            "{} should be one of {}",
            spot.name,
            quoted_list(options.iter().copied())
        );
        let finding = self
            .finding(&codes::UNKNOWN_VALUE, spot, message)
            .label("not one of them");
        let written = spot.node.text().unwrap_or_default();
        self.findings.push(match nearest(written, options) {
            Some(meant) => finding.replace_with(meant),
            None => finding.help("choose the one you mean"),
        });
    }

    /// Reports the branch that was meant: an enum is a branch for each of its words; of several
    /// objects, the one that fits best.
    fn branches(&mut self, spot: &Spot<'_>, branches: &[Vec<ValidationError<'static>>]) {
        let here = |error: &&ValidationError<'_>| match error.kind() {
            Kind::Constant { .. } | Kind::Enum { .. } => {
                std::ptr::eq(self.spot(error).node, spot.node)
            }
            _ => false,
        };
        let mut options = Vec::new();
        for error in branches
            .iter()
            .filter_map(|branch| branch.iter().find(here))
        {
            match error.kind() {
                Kind::Constant { expected_value } => options.push(&**expected_value),
                Kind::Enum { options: more } => {
                    options.extend(more.as_array().into_iter().flatten())
                }
                _ => {}
            }
        }
        if !options.is_empty() {
            return self.one_of(spot, options);
        }
        let is_tag = |error: &ValidationError<'_>| matches!(error.kind(), Kind::Constant { .. });
        let fit = |branch: &&Vec<ValidationError<'_>>| (branch.iter().any(is_tag), branch.len());
        for error in branches.iter().min_by_key(fit).into_iter().flatten() {
            self.map(error);
        }
    }

    fn out_of_range(&mut self, spot: &Spot<'_>, limit: &Json, bound: &str) {
        let message = format!("{} should be {bound} {limit}", spot.name);
        let finding = self.finding(&codes::OUT_OF_RANGE, spot, message);
        self.findings.push(
            finding
                .label("out of range")
                .help(format!("write a number of {bound} {limit}")),
        );
    }

    fn too_few(&mut self, spot: &Spot<'_>, limit: u64) {
        let items = if limit == 1 { "item" } else { "items" };
        let message = format!("{} needs at least {limit} {items}", spot.name);
        let finding = codes::TOO_FEW_ITEMS.finding(spot.name_place(), message);
        let is_change = std::ptr::eq(self.validator, Validator::overlay());
        let help = match spot.key.filter(|key| is_change && key.name != REMOVE) {
            Some(key) => format!(
                "to have none, write {} beside it, or `remove: true` in each entry",
                quoted(&format!("remove: [{}]", key.name))
            ),
            None => "add an item: begin a line with `- `".to_owned(),
        };
        self.findings.push(finding.label("too few").help(help));
    }
}
