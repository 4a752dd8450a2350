//! The structure tree: what the marks on paper mean, for screen readers and reflowing viewers.
//!
//! A node's children are other nodes, its marks on the pages, its links, and its places to fill
//! in, each in an element of its own. They are put in reading order: nodes in the order of their
//! indices, marks where they were painted between them, and fields where they are read.

use lopdf::{ObjectId, dictionary, text_string};

use super::draft::{Draft, DraftPage};
use super::marks::{self, Owner};
use super::objects::{Entries, Objects};
use super::{picture, points};
use crate::layout::pages::{NodeId, Pages, Role, Structure};

/// Adds the tree. `links` and `fields` have the ids of each page's links and fields.
pub(super) fn add(
    draft: &mut Draft,
    pages: &Pages,
    links: &[Vec<ObjectId>],
    fields: &[Vec<ObjectId>],
) {
    if pages.structure.is_empty() {
        return;
    }
    let forms: Vec<ObjectId> = fields
        .iter()
        .flatten()
        .map(|_| draft.document.new_object_id())
        .collect();
    let children = collect(pages, links, (fields, &forms));
    annotate(draft, &children);
    let ids: Vec<ObjectId> = pages
        .structure
        .iter()
        .map(|_| draft.document.new_object_id())
        .collect();
    let root = draft.document.new_object_id();
    for (index, node) in pages.structure.iter().enumerate() {
        let parent = if index == node.parent {
            root
        } else {
            ids[node.parent]
        };
        draft.spelled.add_entries(ids[index], |element| {
            element.at("S").name(role_name(node.role));
            element.at("P").reference(parent);
            add_children(element, &children[index], (&ids, &draft.pages));
            add_attributes(element, node);
            if node.role == Role::Figure {
                describe(element, pages, index, &children[index]);
            }
        });
    }
    add_forms(draft, pages, fields, (&forms, &ids));
    let nodes = pages.pages.iter().flat_map(|page| &page.links);
    let owners = nodes.map(|link| ids[link.node]).chain(forms);
    let (parents, next) = parent_tree(draft, pages, owners, &ids);
    draft.document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => parents,
            "ParentTreeNextKey" => next,
        },
    );
    draft.catalog.set("StructTreeRoot", root);
    draft
        .catalog
        .set("MarkInfo", dictionary! { "Marked" => true });
}

/// The name that PDF has for a role.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Part => "Part",
        Role::Section => "Sect",
        Role::Heading(0 | 1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::Quote => "BlockQuote",
        Role::BulletedList | Role::NumberedList => "L",
        Role::ListItem => "LI",
        Role::ListLabel => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::ColumnHeader | Role::RowHeader => "TH",
        Role::Cell => "TD",
        Role::Link => "Link",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Code => "Code",
        Role::Figure => "Figure",
    }
}

/// A child of a structure node.
enum Child {
    Node(NodeId),
    Mark {
        page: usize,
        number: i64,
    },
    Link {
        page: usize,
        id: ObjectId,
    },
    Form {
        page: usize,
        field: ObjectId,
        element: ObjectId,
    },
}

/// The children of every node, in reading order. `forms` has the ids of the elements of all fields.
fn collect(
    pages: &Pages,
    links: &[Vec<ObjectId>],
    (fields, forms): (&[Vec<ObjectId>], &[ObjectId]),
) -> Vec<Vec<Child>> {
    let mut tree = Tree::new(&pages.structure);
    let mut forms = forms.iter();
    for (page, entry) in pages.pages.iter().enumerate() {
        let ids = fields[page].iter().zip(forms.by_ref());
        let ids = ids.map(|(&field, &element)| Child::Form {
            page,
            field,
            element,
        });
        let mut fields = entry.fields.iter().zip(ids).peekable();
        for mark in marks::of(entry) {
            while let Some((field, form)) = fields.next_if(|(field, _)| field.after <= mark.after) {
                tree.add(field.node, form);
            }
            if let Some(Owner { node, number }) = mark.owner {
                tree.add(node, Child::Mark { page, number });
            }
        }
        for (field, form) in fields {
            tree.add(field.node, form);
        }
        for (link, &id) in entry.links.iter().zip(&links[page]) {
            tree.add(link.node, Child::Link { page, id });
        }
    }
    tree.finish()
}

/// Puts the annotations of each page in the order in which they are read: viewers without a
/// sense of structure let the Tab key go by it.
fn annotate(draft: &mut Draft, children: &[Vec<Child>]) {
    let mut open = vec![children[0].iter()];
    while let Some(siblings) = open.last_mut() {
        match siblings.next() {
            None => drop(open.pop()),
            Some(Child::Node(node)) => open.push(children[*node].iter()),
            Some(Child::Mark { .. }) => {}
            Some(
                Child::Link { page, id }
                | Child::Form {
                    page, field: id, ..
                },
            ) => draft.pages[*page].annotate(*id),
        }
    }
}

/// Adds the elements of fields. An element of a form holds one field and nothing else.
fn add_forms(
    draft: &mut Draft,
    pages: &Pages,
    fields: &[Vec<ObjectId>],
    (forms, nodes): (&[ObjectId], &[ObjectId]),
) {
    let mut forms = forms.iter();
    for (index, (page, ids)) in pages.pages.iter().zip(fields).enumerate() {
        for ((field, &id), &form) in page.fields.iter().zip(ids).zip(forms.by_ref()) {
            draft.spelled.add_entries(form, |element| {
                element.at("S").name("Form");
                element.at("P").reference(nodes[field.node]);
                element.at("Pg").reference(draft.pages[index].id);
                element.at("K").dictionary(|place| {
                    place.at("Type").name("OBJR");
                    place.at("Obj").reference(id);
                });
            });
        }
    }
}

/// The tree while its nodes are attached to their parents.
struct Tree<'s> {
    structure: &'s [Structure],
    children: Vec<Vec<Child>>,
    /// By parent, the child nodes not yet attached, last first.
    waiting: Vec<Vec<NodeId>>,
}

impl<'s> Tree<'s> {
    fn new(structure: &'s [Structure]) -> Self {
        let mut waiting = vec![Vec::new(); structure.len()];
        for (node, entry) in structure.iter().enumerate().rev() {
            if entry.parent != node {
                waiting[entry.parent].push(node);
            }
        }
        let children = structure.iter().map(|_| Vec::new()).collect();
        Self {
            structure,
            children,
            waiting,
        }
    }

    fn add(&mut self, node: NodeId, child: Child) {
        self.attach_up_to(node);
        self.children[node].push(child);
    }

    /// Attaches a node to its parent, after the siblings before it: those without marks of
    /// their own, like the empty cells of a form, must keep their place as well.
    fn attach_up_to(&mut self, node: NodeId) {
        let mut node = node;
        while self.structure[node].parent != node {
            let parent = self.structure[node].parent;
            while let Some(next) = self.waiting[parent].pop_if(|next| *next <= node) {
                self.children[parent].push(Child::Node(next));
            }
            node = parent;
        }
    }

    fn finish(mut self) -> Vec<Vec<Child>> {
        for (children, waiting) in self.children.iter_mut().zip(&mut self.waiting) {
            children.extend(waiting.drain(..).rev().map(Child::Node));
        }
        self.children
    }
}

/// Writes the children of an element.
fn add_children(
    element: &mut Entries<'_>,
    children: &[Child],
    (nodes, pages): (&[ObjectId], &[DraftPage]),
) {
    // Marks are bare numbers when they are on the page that the element names.
    let home = children.iter().find_map(Child::page);
    if let Some(page) = home {
        element.at("Pg").reference(pages[page].id);
    }
    let mut kids = match children {
        [] => return,
        _ => element.at("K"),
    };
    match children {
        [only] => only.write(&mut kids, home, (nodes, pages)),
        _ => kids.list(|kids| {
            let write = |child: &Child| child.write(kids, home, (nodes, pages));
            children.iter().for_each(write);
        }),
    }
}

/// Says what a picture shows, and where on its page.
fn describe(element: &mut Entries<'_>, pages: &Pages, node: NodeId, children: &[Child]) {
    let page = children.iter().find_map(Child::page);
    let page = page.map(|page| &pages.pages[page]);
    let Some((page, (logo, rect))) = page.and_then(|it| Some((it, picture::figure(it, node)?)))
    else {
        return;
    };
    let (left, top) = (rect.x, page.height - rect.y);
    let corners = [left, top - rect.height, left + rect.width, top];
    element.at("Alt").object(&text_string(&logo.alt));
    element.at("A").dictionary(|layout| {
        layout.at("O").name("Layout");
        layout.at("Placement").name("Block");
        let corners = corners.into_iter().map(points);
        layout
            .at("BBox")
            .list(|numbers| corners.for_each(|it| numbers.real(it)));
    });
}

impl Child {
    fn page(&self) -> Option<usize> {
        match self {
            Child::Node(_) | Child::Form { .. } => None,
            Child::Mark { page, .. } | Child::Link { page, .. } => Some(*page),
        }
    }

    fn write(
        &self,
        kids: &mut Objects<'_>,
        home: Option<usize>,
        (nodes, pages): (&[ObjectId], &[DraftPage]),
    ) {
        let away = self.page().filter(|_| self.page() != home);
        let away = away.map(|page| pages[page].id);
        match *self {
            Child::Node(node) => kids.reference(nodes[node]),
            Child::Form { element, .. } => kids.reference(element),
            Child::Mark { number, .. } if away.is_none() => kids.integer(number),
            Child::Mark { number, .. } => kids.dictionary(|mark| {
                mark.at("Type").name("MCR");
                mark.at("MCID").integer(number);
                away.into_iter().for_each(|id| mark.at("Pg").reference(id));
            }),
            Child::Link { id, .. } => kids.dictionary(|link| {
                link.at("Type").name("OBJR");
                link.at("Obj").reference(id);
                away.into_iter().for_each(|id| link.at("Pg").reference(id));
            }),
        }
    }
}

/// Writes what a table or list says about itself.
fn add_attributes(element: &mut Entries<'_>, node: &Structure) {
    let (owner, more) = match node.role {
        Role::BulletedList => ("List", Some(("ListNumbering", "Disc"))),
        Role::NumberedList => ("List", Some(("ListNumbering", "Decimal"))),
        Role::ColumnHeader => ("Table", Some(("Scope", "Column"))),
        Role::RowHeader => ("Table", Some(("Scope", "Row"))),
        Role::Cell if node.column_span > 1 => ("Table", None),
        _ => return,
    };
    element.at("A").dictionary(|attributes| {
        attributes.at("O").name(owner);
        if let Some((key, value)) = more {
            attributes.at(key).name(value);
        }
        if node.column_span > 1 {
            attributes.at("ColSpan").integer(node.column_span as i64);
        }
    });
}

/// Adds the way back from marks and annotations to their nodes; gives its id, and the first free
/// key of it. Pages have the keys from 0, annotations the keys after them.
fn parent_tree(
    draft: &mut Draft,
    pages: &Pages,
    owners: impl Iterator<Item = ObjectId>,
    ids: &[ObjectId],
) -> (ObjectId, i64) {
    let tree = draft.document.new_object_id();
    let mut next = 0;
    for entry in &mut draft.pages {
        entry.entries.set("StructParents", next);
        entry.entries.set("Tabs", "S");
        next += 1;
    }
    draft.spelled.add_entries(tree, |entries| {
        entries.at("Nums").list(|numbers| {
            for (key, page) in (0..).zip(&pages.pages) {
                numbers.integer(key);
                let owners = marks::of(page).filter_map(|mark| mark.owner);
                numbers.list(|list| owners.for_each(|it| list.reference(ids[it.node])));
            }
            for owner in owners {
                numbers.integer(next);
                numbers.reference(owner);
                next += 1;
            }
        });
    });
    (tree, next)
}
