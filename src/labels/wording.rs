//! Labels of templates that have holes, some of them with a form for each case of a number.

use super::Pattern;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use minijinja::value::Object;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// The hole for the number that decides about the form.
const NUMBER: &str = "n";

/// The form that every label with forms has: for any number that has none of its own.
pub(super) const OTHER: &str = "other";

/// The names of the forms, as the Unicode CLDR has them.
pub(super) const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

/// A label of a template with holes, or with forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The language whose grammar tells numbers apart.
    language: LanguageIdentifier,
    forms: BTreeMap<String, Pattern>,
}

impl Wording {
    /// One pattern for all numbers.
    pub(super) fn plain(pattern: Pattern, language: &LanguageIdentifier) -> Self {
        Self {
            language: language.clone(),
            forms: BTreeMap::from([(OTHER.to_owned(), pattern)]),
        }
    }

    /// A pattern for each form.
    ///
    /// # Errors
    ///
    /// What is wrong with the forms.
    pub(super) fn with_forms(
        forms: &Map<String, Json>,
        language: &LanguageIdentifier,
    ) -> Result<Self, String> {
        let form = |(name, text): (&String, &Json)| {
            if !FORMS.contains(&name.as_str()) {
                return Err(format!("`{name}` is no form"));
            }
            let text = text.as_str().ok_or("a form is a text")?;
            Ok((name.clone(), Pattern::parse(text)?))
        };
        Ok(Self {
            language: language.clone(),
            forms: forms.iter().map(form).collect::<Result<_, String>>()?,
        })
    }

    /// The names of the holes.
    pub fn holes(&self) -> BTreeSet<&str> {
        self.forms.values().flat_map(Pattern::holes).collect()
    }

    /// The names of the holes whose number or words must be given: also that of a number which
    /// only chooses the form.
    pub fn needs(&self) -> BTreeSet<&str> {
        let number = (self.forms.len() > 1).then_some(NUMBER);
        self.holes().into_iter().chain(number).collect()
    }

    /// The pattern for what is in the holes.
    pub fn pattern(&self, value: impl Fn(&str) -> Option<u64>) -> &Pattern {
        let number = value(NUMBER).filter(|_| self.forms.len() > 1);
        let form = number.and_then(|number| self.forms.get(case(&self.language, number)));
        let other = || self.forms.get(OTHER);
        form.or_else(other)
            .expect("a label has this form, or it would be a section")
    }
}

/// The form that the grammar of a language wants for a number. A language of which nothing is
/// known has one form for all.
pub(super) fn case(language: &LanguageIdentifier, number: u64) -> &'static str {
    // The rules are those of the language, whatever the country.
    let language = LanguageIdentifier::from_parts(language.language, None, None, &[]);
    let rules = PluralRules::create(language, PluralRuleType::CARDINAL);
    match rules.ok().and_then(|rules| rules.select(number).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => OTHER,
    }
}

impl Object for Wording {
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let holes: Vec<_> = self.needs().into_iter().collect();
        write!(f, "a label with holes for {}", holes.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_language_counts_in_its_own_way() {
        for (language, cases) in [
            ("en", "other one other other other other"),
            ("fr-CA", "one one other other other other"),
            ("he", "other one two other other other"),
            ("ar", "zero one two few many other"),
            ("pl", "many one few few many many"),
        ] {
            let language = language.parse().expect("it is a language");
            let numbers = [0, 1, 2, 3, 11, 100].into_iter();
            let found: Vec<_> = numbers.map(|number| case(&language, number)).collect();
            assert_eq!(found.join(" "), cases, "{language}");
        }
    }

    #[test]
    fn a_form_that_is_missing_is_the_other_one() {
        let forms = json!({"one": "one day", "other": "{n} days"});
        let forms = forms.as_object().expect("it has fields");
        let english = "en".parse().expect("it is a language");
        let label = Wording::with_forms(forms, &english).expect("they are forms");
        let filled = |n: u64| label.pattern(|_| Some(n)).fill(&[("n", &n.to_string())]);
        assert_eq!(
            [filled(0), filled(1), filled(2)].join(", "),
            "0 days, one day, 2 days"
        );
        assert_eq!(label.needs().into_iter().collect::<Vec<_>>(), ["n"]);
    }
}
