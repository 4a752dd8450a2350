//! Which rules run, and how bad their findings are: `rules` in `hirekit.yaml`.

use super::rule::Rule;
use super::{Pack, RULES, rule};
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Place, Severity, nearest, quoted};
use crate::yaml::Node;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const UNKNOWN_RULE: Explanation = Explanation {
    code: "unknown-rule",
    severity: Severity::Error,
    summary: "the settings or a comment name a rule that there is not",
    why: "A name that is misspelt would turn nothing off and excuse nothing, and nobody would notice. \
          `hirekit explain` lists all rules; packs are core, wording, law-us, law-uk, law-eu, posting and print.",
    bad: Told("`rules: {closed-questions: off}` in hirekit.yaml"),
    good: Told("`rules: {closed-question: off}`"),
};

/// How bad the findings of a rule or pack are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Something to think about. `check` still exits with 0.
    Advice,
    /// `check` exits with 1; the guide is built all the same.
    Warning,
    /// The guide is not built.
    Error,
}

impl Level {
    /// What findings at this level are. `None` when there are to be none.
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Advice => Some(Severity::Advice),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }

    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Advice => Self::Advice,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

/// The most that a workspace lets a guide do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    /// Minutes that all stages together may take of a candidate.
    pub(super) candidate_minutes: u16,
}

impl Default for Limits {
    fn default() -> Self {
        // Six hours: a screening, two interviews of an hour and an exercise, with some room.
        Self {
            candidate_minutes: 360,
        }
    }
}

/// The levels of all rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// By the name of a rule or pack.
    set: BTreeMap<String, Level>,
    limits: Limits,
    /// Whether rules below the level of an error are passed by.
    errors_only: OnlyErrors,
}

/// Which rules run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum OnlyErrors {
    /// All that are on.
    #[default]
    No,
    /// Those whose findings keep a guide from being built.
    Yes,
}

impl Levels {
    /// Those that the settings of a workspace give, by the name of a rule or pack.
    pub fn new(set: BTreeMap<String, Level>, candidate_minutes: Option<u16>) -> Self {
        let mut limits = Limits::default();
        if let Some(minutes) = candidate_minutes {
            limits.candidate_minutes = minutes;
        }
        Self {
            set,
            limits,
            errors_only: OnlyErrors::No,
        }
    }

    /// What a build needs: the rules whose findings keep a guide from being built. `None` when
    /// there are none.
    pub fn for_build(&self) -> Option<Self> {
        let levels = Self {
            errors_only: OnlyErrors::Yes,
            ..self.clone()
        };
        let runs = RULES.iter().any(|rule| levels.of(rule) != Level::Off);
        runs.then_some(levels)
    }

    /// The level of a rule. What is said of the rule itself counts for more than what is said of
    /// its packs; of several packs, the strictest counts.
    pub(super) fn of(&self, rule: &Rule) -> Level {
        let default = Level::of(rule.explanation.severity);
        let of_pack = |pack: &Pack| self.set.get(pack.name()).copied().unwrap_or(default);
        let packs = rule.packs.iter().map(of_pack);
        let strictest = packs.max_by_key(|level| *level as u8).unwrap_or(default);
        let level = self.set.get(rule.name()).copied().unwrap_or(strictest);
        match (self.errors_only, level) {
            (OnlyErrors::Yes, Level::Advice | Level::Warning) => Level::Off,
            (_, level) => level,
        }
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    /// What tells these levels from others, as text.
    pub(crate) fn fingerprint(&self) -> String {
        format!("{self:?}")
    }
}

/// Names under `rules` that are no rule and no pack. `rules` is that field of the settings.
pub(crate) fn unknown(rules: &Node) -> Vec<Finding> {
    let keys = rules.fields().iter().map(|(key, _)| key);
    let is_known =
        |name: &str| rule(name).is_some() || Pack::ALL.iter().any(|it| it.name() == name);
    keys.filter(|key| !is_known(&key.name))
        .map(|key| unknown_name(key.place.clone(), &key.name, "rule or pack"))
        .collect()
}

/// There is no rule of this name.
pub(super) fn unknown_name(place: Place, name: &str, noun: &str) -> Finding {
    let packs = Pack::ALL.iter().map(|it| it.name());
    let names = RULES.iter().map(Rule::name).chain(packs);
    let finding = UNKNOWN_RULE
        .finding(place, format!("there is no {noun} {}", quoted(name)))
        .label("has no effect");
    match nearest(name, names) {
        Some(meant) => finding.replace_with(meant),
        None => finding.help("write the name of a rule: `hirekit explain` lists them"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, Levels};
    use crate::lint::rule;

    fn level(set: &[(&str, Level)], name: &str) -> Level {
        let set = set.iter().map(|(name, level)| ((*name).to_owned(), *level));
        Levels::new(set.collect(), None).of(rule(name).expect("there is such a rule"))
    }

    #[test]
    fn a_rule_counts_for_more_than_its_packs() {
        let set = [("wording", Level::Off), ("closed-question", Level::Error)];
        assert_eq!(level(&set, "closed-question"), Level::Error);
        assert_eq!(level(&set[..1], "closed-question"), Level::Off);
    }

    #[test]
    fn a_rule_of_several_packs_runs_while_one_is_on() {
        let set = [
            ("law-us", Level::Off),
            ("law-uk", Level::Off),
            ("law-eu", Level::Off),
        ];
        assert_ne!(level(&set[..2], "religion"), Level::Off);
        assert_eq!(level(&set, "religion"), Level::Off);
    }

    #[test]
    fn a_build_runs_nothing_that_does_not_keep_a_guide_from_being_built() {
        assert_eq!(Levels::default().for_build(), None);
        let strict = Levels::new([("religion".to_owned(), Level::Error)].into(), None);
        let strict = strict.for_build().expect("one rule runs");
        assert_eq!(
            strict.of(rule("closed-question").expect("it exists")),
            Level::Off
        );
    }
}
