//! Words that patterns name together: `<kin>` in a pattern is any of the words of that class.

/// Classes by name, their words parted by `|` as in a pattern.
const CLASSES: &[(&str, &str)] = &[
    (
        "<you>",
        "you|you'd|you'll|you're|you've|he|she|they|they're|they've|candidate|applicant",
    ),
    // A possessive is a word of its own: `candidate's` is `candidate` and `'s`.
    ("<your>", "your|his|her|their|'s"),
    (
        "<kin>",
        "husband|wife|spouse|boyfriend|girlfriend|fiancé|fiancée|fiance|fiancee|children|child|kids|kid|\
         babies|toddler|toddlers|son|sons|daughter|daughters",
    ),
    (
        "<children>",
        "children|kids|babies|toddlers|dependants|dependents",
    ),
    (
        "<relatives>",
        "parents|parent|mother|father|mum|mom|dad|grandparents|grandmother|grandfather|brother|brothers|\
         sister|sisters|siblings|relatives|relations|aunt|uncle",
    ),
    (
        "<illness>",
        "illness|illnesses|disease|diseases|cancer|diabetes|epilepsy|asthma|depression|anxiety|migraine|\
         migraines|adhd|autism|dyslexia|ptsd|alcoholism|addiction|hiv|dementia|alzheimer|stroke|arthritis|\
         breakdown|breakdowns",
    ),
    (
        "<belief>",
        "christian|christians|muslim|muslims|jewish|jew|jews|hindu|hindus|sikh|sikhs|buddhist|buddhists|\
         catholic|catholics|evangelical|pentecostal|methodist|quaker|jehovah|orthodox|protestant|protestants|mormon|mormons|baptist|anglican|islamic|atheist|atheists",
    ),
    (
        "<people>",
        "british|english|scottish|irish|welsh|american|german|french|spanish|italian|polish|romanian|\
         russian|ukrainian|indian|pakistani|bangladeshi|chinese|japanese|korean|vietnamese|african|asian|\
         arab|arabic|iranian|turkish|greek|portuguese|brazilian|mexican|latino|latina|hispanic|nigerian|\
         jamaican|european|foreign|black|white",
    ),
    (
        "<lands>",
        "england|scotland|wales|ireland|britain|germany|france|spain|italy|poland|romania|ukraine|russia|\
         india|pakistan|bangladesh|china|japan|korea|vietnam|africa|nigeria|asia|iran|iraq|syria|turkey|\
         greece|portugal|brazil|mexico|jamaica|america|europe",
    ),
    (
        "<forces>",
        "army|navy|military|marines|marine|forces|raf|reserves|corps|guard",
    ),
];

/// The words of the class of this name, parted by `|`.
pub(super) fn class(name: &str) -> Option<&'static str> {
    let found = CLASSES.iter().find(|(class, _)| *class == name);
    found.map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::CLASSES;
    use crate::lint::words::words;

    #[test]
    fn each_is_a_list_of_single_words() {
        for (name, listed) in CLASSES {
            assert!(name.starts_with('<') && name.ends_with('>'), "{name}");
            for word in listed.split('|').filter(|it| *it != "'s") {
                let split = words(word);
                assert!(split.len() == 1 && split[0].folded == word, "{word}");
            }
        }
    }
}
