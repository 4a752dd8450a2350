//! Which templates a template includes, and those in turn: what a packet's Markdown can depend on.

use std::collections::{BTreeMap, BTreeSet};

/// The tags that name another template.
const TAGS: [&str; 4] = ["include", "import", "from", "extends"];

/// For each template, the texts of itself and of all that it may include, in the order of their
/// names. A template that works out at run time what it includes may include any.
pub(super) fn closures<'t>(
    templates: &BTreeMap<&'t str, &'t str>,
) -> BTreeMap<&'t str, Vec<&'t str>> {
    let names = reach(templates).into_iter();
    let texts = |names: BTreeSet<&'t str>| names.iter().map(|name| templates[name]).collect();
    names.map(|(name, names)| (name, texts(names))).collect()
}

/// For each template, the names of itself and of all that it may include.
pub(super) fn reach<'t>(
    templates: &BTreeMap<&'t str, &'t str>,
) -> BTreeMap<&'t str, BTreeSet<&'t str>> {
    let named: BTreeMap<_, _> = templates
        .iter()
        .map(|(name, text)| (*name, named(text)))
        .collect();
    let closure = |start: &'t str| {
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(name) = open.pop() {
            match named.get(name) {
                Some(Some(names)) => {
                    let known = names.iter().filter_map(|it| templates.get_key_value(it));
                    open.extend(known.map(|(name, _)| *name).filter(|it| seen.insert(it)));
                }
                Some(None) => return templates.keys().copied().collect(),
                None => {}
            }
        }
        seen
    };
    templates
        .keys()
        .map(|name| (*name, closure(name)))
        .collect()
}

/// The names in the tags of a template; `None` when one of them is worked out.
fn named(text: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    for tag in text.split("{%").skip(1) {
        let tag = tag.trim_start_matches(['-', '+']).trim_start();
        let Some(rest) = TAGS.iter().find_map(|name| tag.strip_prefix(name)) else {
            continue;
        };
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let (name, after) = rest[1..].split_once(quote)?;
        // A name and nothing else: after it, the tag ends or says what to import.
        let after = after.trim_start().trim_start_matches(['-', '+']);
        let is_plain = !name.contains('\\')
            && ["%}", "as ", "import ", "ignore ", "with ", "without "]
                .iter()
                .any(|it| after.starts_with(it));
        if !is_plain {
            return None;
        }
        names.push(name);
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closure_follows_names() {
        let templates = BTreeMap::from([
            ("a", "{% include 'b' %} x {%- from \"c\" import m -%}"),
            ("b", "{%include \"d\"%}"),
            ("c", "c"),
            (
                "d",
                "{% include 'a' %}{% include 'nosuch' ignore missing %}",
            ),
            ("e", "{{ 'c' }} {% for from in x %}{% endfor %}"),
            ("f", "{% include x %}"),
            ("g", "{% include 'b' ~ 'c' %}"),
            ("h", "{% include ['b', 'c'] %}"),
        ]);
        let closures = closures(&templates);
        assert_eq!(closures["a"].len(), 4);
        assert_eq!(closures["d"], closures["a"]);
        assert_eq!(closures["e"], [templates["e"]]);
        for any in ["f", "g", "h"] {
            assert_eq!(closures[any].len(), templates.len(), "{any}");
        }
    }

    #[test]
    fn the_built_in_templates_name_what_they_include() {
        for it in crate::template::BUILT_IN {
            assert!(named(it.text).is_some(), "{}", it.name);
        }
    }
}
