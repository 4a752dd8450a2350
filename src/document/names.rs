//! Names of fields: no two alike in one document, and none that is the front of another.
//!
//! A PDF keeps the names of fields as a tree: `screening.q3.notes` is a field `notes` in a group
//! `q3` in a group `screening`. A group cannot be a field as well, so once there is a field
//! `screening.q3`, the group of that name has to be another one.

use std::collections::BTreeMap;

/// The names that are taken.
#[derive(Debug, Default)]
pub(crate) struct Names {
    top: Group,
}

/// The names within a group.
#[derive(Debug, Default)]
struct Group {
    entries: BTreeMap<String, Entry>,
    /// By name, the last number a field got behind it: thousands of fields of one name would
    /// otherwise take the square of their number in time.
    numbers: BTreeMap<String, u32>,
    /// By name, the number behind the group that is entered for it, for the same reason. All before it
    /// are fields, and remain so.
    groups: BTreeMap<String, u32>,
}

#[derive(Debug)]
enum Entry {
    Field,
    Group(Group),
}

impl Names {
    /// Takes a name; when it is not free, one like it: `notes-2` for a second `notes`.
    ///
    /// Of an impossible name, like `.notes..`, only the parts that say something remain.
    pub(crate) fn take(&mut self, name: &str) -> String {
        let parts = name.split('.').filter(|part| !part.trim().is_empty());
        let mut parts: Vec<&str> = parts.collect();
        let rest = parts.split_off(parts.len().min(DEEPEST)).join("-");
        if !rest.is_empty() {
            parts.push(&rest);
        }
        let (field, groups) = parts.split_last().unwrap_or((&UNNAMED, &[]));
        let mut group = &mut self.top;
        let mut taken = String::new();
        for part in groups {
            let (found, next) = group.enter(part);
            taken.push_str(&found);
            taken.push('.');
            group = next;
        }
        taken + &group.add(field)
    }

    /// Takes a name in which dots mean nothing.
    pub(crate) fn take_word(&mut self, word: &str) -> String {
        self.top.add(word)
    }
}

/// Groups within groups: not every reader of PDFs looks into hundreds of them.
const DEEPEST: usize = 8;

/// The name of a field without a name.
const UNNAMED: &str = "field";

impl Group {
    /// The group of a name within this one.
    fn enter(&mut self, name: &str) -> (String, &mut Group) {
        let is_field = |name: &String| matches!(self.entries.get(name), Some(Entry::Field));
        let from = self.groups.get(name).copied().unwrap_or(1);
        let found = numbered(name, from).find(|(name, _)| !is_field(name));
        let (free, number) = found.expect("the numbers do not run out");
        self.groups.insert(name.to_owned(), number);
        let entry = self.entries.entry(free.clone());
        match entry.or_insert_with(|| Entry::Group(Group::default())) {
            Entry::Group(group) => (free, group),
            Entry::Field => unreachable!("the name of a field is passed over"),
        }
    }

    /// Adds a field.
    fn add(&mut self, name: &str) -> String {
        let next = self.numbers.get(name).map_or(1, |last| last + 1);
        let found = numbered(name, next).find(|(name, _)| !self.entries.contains_key(name));
        let (free, number) = found.expect("the numbers do not run out");
        self.numbers.insert(name.to_owned(), number);
        self.entries.insert(free.clone(), Entry::Field);
        free
    }
}

/// `name`, `name-2`, `name-3` …, from a number on.
fn numbered(name: &str, from: u32) -> impl Iterator<Item = (String, u32)> {
    (from..).map(move |number| match number {
        1 => (name.to_owned(), number),
        _ => (format!("{name}-{number}"), number),
    })
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn taken(names: &[&str]) -> Vec<String> {
        let mut taken = Names::default();
        names.iter().map(|name| taken.take(name)).collect()
    }

    #[test]
    fn free_names_are_kept() {
        let names = ["a.q1.notes", "a.q2.notes", "a.date", "b.date", "date"];
        assert_eq!(taken(&names), names);
    }

    #[test]
    fn a_second_field_of_a_name_is_numbered() {
        let names = ["a.notes", "a.notes", "a.notes", "a.notes-2"];
        let expected = ["a.notes", "a.notes-2", "a.notes-3", "a.notes-2-2"];
        assert_eq!(taken(&names), expected);
    }

    #[test]
    fn a_field_is_no_group() {
        assert_eq!(taken(&["a.q3", "a.q3.notes"]), ["a.q3", "a.q3-2.notes"]);
        assert_eq!(taken(&["a.q3.notes", "a.q3"]), ["a.q3.notes", "a.q3-2"]);
    }

    #[test]
    fn impossible_names_are_mended() {
        let expected = ["field", "field-2", "a.b", "a.b-2"];
        assert_eq!(taken(&["", " . ", ".a..b.", "a.b"]), expected);
    }

    #[test]
    fn groups_have_a_bottom() {
        let deep = taken(&[&"a.".repeat(1_000)]);
        assert_eq!(deep[0].matches('.').count(), super::DEEPEST);
        assert!(deep[0].ends_with("-a-a-a"));
    }

    /// Thousands of fields of one name would otherwise take the square of their number in time.
    #[test]
    fn many_of_a_name_are_quick() {
        let mut names = Names::default();
        let last = (0..3_000).map(|_| names.take("x")).last();
        assert_eq!(last.as_deref(), Some("x-3000"));
        let last = (0..3_000).map(|_| names.take("x.y")).last();
        assert_eq!(last.as_deref(), Some("x-3001.y-3000"));
    }
}
