//! Finding the uses of an id.

use crate::check::{Checked, CheckedLibrary};
use crate::finding::{Place, Places, visible};
use crate::library::{Included, Kind};
use crate::schema::{Shape, Validator};
use crate::yaml::{Key, Node, Value};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A place where something is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Use {
    /// The file, as the user would type it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What the place has to do with it.
    #[serde(rename = "use")]
    pub role: Role,
    /// What stands there, by names and ids: `stages/technical/questions/incident-command`.
    pub path: String,
    /// For what is included: the fields that are not the library's.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub own: BTreeSet<String>,
    /// The ids of the guides that it is part of, sorted. None for an entry that is only in a library.
    pub guides: BTreeSet<String>,
}

/// What a place has to do with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It says what the thing is.
    Declared,
    /// It takes the thing from a library.
    Included,
    /// It names the thing.
    Named,
}

impl Role {
    /// The role as words that a path follows.
    pub fn words(self) -> &'static str {
        match self {
            Self::Declared => "declared as",
            Self::Included => "included as",
            Self::Named => "named in",
        }
    }
}

/// A place before its line is known: file, byte, role and path.
type Spot = (PathBuf, usize, Role, String);

/// All uses of `name` in guides, and where libraries have it, by file and line. It is the id of
/// anything in a guide, that of a library, or that of an entry of a library with the library in
/// front.
pub fn uses(guides: &[Checked], libraries: &[CheckedLibrary], name: &str) -> Vec<Use> {
    let paths = libraries.iter().map(|it| it.source.path.clone());
    let mut search = Search {
        name,
        libraries: paths.collect(),
        found: BTreeMap::new(),
    };
    for library in libraries {
        search.library(library);
    }
    for guide in guides {
        search.guide(guide);
    }
    let mut places = Places::default();
    let used = search.found.values();
    let mut used: Vec<Use> = used
        .map(|(place, found)| found.at(place, places.line(place)))
        .collect();
    used.sort_by(|a, b| {
        let order = |it: &Use| (it.file.clone(), it.line, it.role, it.path.clone());
        order(a).cmp(&order(b))
    });
    used
}

struct Search<'n> {
    name: &'n str,
    /// The files of libraries that were searched themselves.
    libraries: BTreeSet<PathBuf>,
    found: BTreeMap<Spot, (Place, Found)>,
}

/// What was found at a place.
struct Found {
    role: Role,
    path: String,
    own: BTreeSet<String>,
    guides: BTreeSet<String>,
}

impl Found {
    fn at(&self, place: &Place, line: usize) -> Use {
        let file = place.source.path.display().to_string();
        Use {
            file: visible(file.chars()),
            line,
            role: self.role,
            path: self.path.clone(),
            own: self.own.clone(),
            guides: self.guides.clone(),
        }
    }
}

/// What leads to a value in a guide.
struct Walk<'w> {
    guide: &'w str,
    /// What is included, by its path.
    included: BTreeMap<&'w str, &'w Included>,
    path: Vec<String>,
}

impl Search<'_> {
    fn library(&mut self, library: &CheckedLibrary) {
        let Some(root) = &library.tree.root else {
            return;
        };
        let id = root.get("id").and_then(Node::text).unwrap_or_default();
        let wanted = self
            .name
            .strip_prefix(id)
            .and_then(|it| it.strip_prefix('/'));
        let wanted = wanted.unwrap_or(self.name);
        for kind in Kind::ALL {
            let Some(list) = root.get(kind.list()) else {
                continue;
            };
            let listed = list.items().iter().filter_map(|item| item.get("id"));
            let listed = listed.filter_map(|id| Some((id.text()?, &id.place)));
            let named = list.fields().iter();
            let named = named.map(|(key, _)| (key.name.as_str(), &key.place));
            for (name, place) in listed.chain(named).filter(|(name, _)| *name == wanted) {
                let path = format!("{}/{name}", kind.list());
                self.add(place, Role::Declared, path, None);
            }
        }
    }

    fn guide(&mut self, checked: &Checked) {
        let Some(tree) = &checked.tree else { return };
        let mut included = BTreeMap::new();
        for it in &checked.included {
            included.entry(it.path.as_str()).or_insert(it);
        }
        let mut walk = Walk {
            guide: checked.claimed_id().unwrap_or_default(),
            included,
            path: Vec::new(),
        };
        self.within(tree, Validator::guide().shape(), &mut walk);
    }

    fn within(&mut self, node: &Node, shape: Shape<'_>, walk: &mut Walk<'_>) {
        for item in node.items() {
            let depth = walk.path.len();
            if let Some(id) = item.get("id") {
                walk.path.extend(id.text().map(step));
                self.entry(id.text(), &id.place, walk);
            }
            self.within(item, shape.items(), walk);
            walk.path.truncate(depth);
        }
        for (key, value) in node.fields() {
            walk.path.push(step(&key.name));
            if is_named_by_key(shape, walk) {
                self.entry(Some(&key.name), &key.place, walk);
            }
            self.names(&key.name, value, walk);
            if key.name == "outcomes" && matches!(value.value, Value::Map(_)) {
                for (key, _) in named(value, self.name) {
                    self.add(&key.place, Role::Named, walk.owner(), Some(walk.guide));
                }
            }
            self.within(value, shape.field(&key.name), walk);
            walk.path.pop();
        }
    }

    /// An entry of a list, or of the scales.
    fn entry(&mut self, id: Option<&str>, place: &Place, walk: &Walk<'_>) {
        let path = walk.path.join("/");
        if let Some(it) = walk.included.get(path.as_str()) {
            let (library, entry) = it.name.split_once('/').unwrap_or_default();
            if [&*it.name, library, entry].contains(&self.name) || id == Some(self.name) {
                let use_of = self.add(&it.place, Role::Included, path, Some(walk.guide));
                use_of.own.extend(own_fields(it));
                // One that comes with hirekit.
                if !self.libraries.contains(&it.entry.source.path) {
                    let path = format!("{}/{entry}", it.kind.list());
                    self.add(&it.entry, Role::Declared, path, None);
                }
            }
        } else if id == Some(self.name) {
            self.add(place, Role::Declared, path, Some(walk.guide));
        }
    }

    /// A field that holds ids of something else.
    fn names(&mut self, field: &str, value: &Node, walk: &Walk<'_>) {
        let ids = match field {
            "competency" | "scale" => std::slice::from_ref(value),
            "competencies" => value.items(),
            _ => &[],
        };
        for id in ids.iter().filter(|id| id.text() == Some(self.name)) {
            self.add(&id.place, Role::Named, walk.owner(), Some(walk.guide));
        }
    }

    fn add(&mut self, place: &Place, role: Role, path: String, guide: Option<&str>) -> &mut Found {
        let spot = (
            place.source.path.clone(),
            place.span.start,
            role,
            path.clone(),
        );
        let found = Found {
            role,
            path,
            own: BTreeSet::new(),
            guides: BTreeSet::new(),
        };
        let (_, found) = self
            .found
            .entry(spot)
            .or_insert_with(|| (place.clone(), found));
        found.guides.extend(guide.map(str::to_owned));
        found
    }
}

impl Walk<'_> {
    /// The path to what has the field that is being looked at.
    fn owner(&self) -> String {
        let owner = self.path.len().saturating_sub(1);
        self.path[..owner].join("/")
    }
}

/// Whether the names of the fields here are ids: those of the scales of a guide are.
fn is_named_by_key(shape: Shape<'_>, walk: &Walk<'_>) -> bool {
    walk.path.len() == 2 && shape.fields().next().is_none() && walk.path[0] == Kind::Scale.list()
}

/// The fields of an entry that a guide changes where it includes it.
fn own_fields(it: &Included) -> impl Iterator<Item = String> {
    let paths = it.changes.iter().map(|change| change.path.as_str());
    let within = paths.filter_map(|path| path.strip_prefix(&it.path)?.strip_prefix('/'));
    let fields = within.filter_map(|path| path.split('/').next());
    fields.filter(|field| *field != "id").map(str::to_owned)
}

/// The fields called `name`.
fn named<'a>(node: &'a Node, name: &'a str) -> impl Iterator<Item = &'a (Key, Node)> {
    let fields = node.fields().iter();
    fields.filter(move |(key, _)| key.name == name)
}

/// One step of a path, as [`crate::library`] writes it.
fn step(name: &str) -> String {
    const LONGEST: usize = 64;
    visible(name.chars().take(LONGEST))
}
