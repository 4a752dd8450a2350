//! The structure tree: what the marks on paper mean, for screen readers and reflowing viewers.
//!
//! A node's children are other nodes, its marks on the pages, its links, and its places to fill
//! in, each in an element of its own. They are put in reading order: nodes in the order of their
//! indices, marks where they were painted between them, and fields where they are read.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use super::draft::Draft;
use super::marks::{self, Owner};
use super::{picture, points};
use crate::layout::pages::{NodeId, Page, Pages, Role, Structure};

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
        let mut element = element(draft, node, parent, &children[index], &ids);
        if node.role == Role::Figure {
            describe(&mut element, pages, index, &children[index]);
        }
        draft.spelled.add(ids[index], &element.into());
    }
    add_forms(draft, pages, fields, (&forms, &ids));
    let nodes = pages.pages.iter().flat_map(|page| &page.links);
    let nodes = nodes.map(|link| ids[link.node]);
    let annotations = links.iter().flatten().zip(nodes);
    let annotations = annotations.chain(fields.iter().flatten().zip(forms));
    let (parents, next) = parent_tree(draft, pages, annotations, &ids);
    let parents = draft.document.add_object(parents);
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
            let element = dictionary! {
                "S" => "Form",
                "P" => nodes[field.node],
                "Pg" => draft.pages[index].id,
                "K" => dictionary! { "Type" => "OBJR", "Obj" => id },
            };
            draft.spelled.add(form, &element.into());
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

fn element(
    draft: &Draft,
    node: &Structure,
    parent: ObjectId,
    children: &[Child],
    ids: &[ObjectId],
) -> Dictionary {
    let mut element = dictionary! { "S" => role_name(node.role), "P" => parent };
    // Marks are bare numbers when they are on the page that the element names.
    let home = children.iter().find_map(Child::page);
    if let Some(page) = home {
        element.set("Pg", draft.pages[page].id);
    }
    let mut kids: Vec<Object> = children
        .iter()
        .map(|child| child.object(draft, home, ids))
        .collect();
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    element
}

/// Says what a picture shows, and where on its page.
fn describe(element: &mut Dictionary, pages: &Pages, node: NodeId, children: &[Child]) {
    let page = children.iter().find_map(Child::page);
    let page = page.map(|page| &pages.pages[page]);
    let Some((page, (logo, rect))) = page.and_then(|it| Some((it, picture::figure(it, node)?)))
    else {
        return;
    };
    let (left, top) = (rect.x, page.height - rect.y);
    let corners = [left, top - rect.height, left + rect.width, top];
    element.set("Alt", text_string(&logo.alt));
    element.set(
        "A",
        dictionary! {
            "O" => "Layout",
            "Placement" => "Block",
            "BBox" => corners.map(|length| Object::from(points(length))).to_vec(),
        },
    );
}

impl Child {
    fn page(&self) -> Option<usize> {
        match self {
            Child::Node(_) | Child::Form { .. } => None,
            Child::Mark { page, .. } | Child::Link { page, .. } => Some(*page),
        }
    }

    fn object(&self, draft: &Draft, home: Option<usize>, ids: &[ObjectId]) -> Object {
        let mut entries = match *self {
            Child::Node(node) => return ids[node].into(),
            Child::Form { element, .. } => return element.into(),
            Child::Mark { page, number } if home == Some(page) => return number.into(),
            Child::Mark { number, .. } => dictionary! { "Type" => "MCR", "MCID" => number },
            Child::Link { id, .. } => dictionary! { "Type" => "OBJR", "Obj" => id },
        };
        if let Some(page) = self.page().filter(|_| self.page() != home) {
            entries.set("Pg", draft.pages[page].id);
        }
        entries.into()
    }
}

/// What a table or list says about itself.
fn attributes(node: &Structure) -> Option<Dictionary> {
    let mut attributes = match node.role {
        Role::BulletedList => dictionary! { "O" => "List", "ListNumbering" => "Disc" },
        Role::NumberedList => dictionary! { "O" => "List", "ListNumbering" => "Decimal" },
        Role::ColumnHeader => dictionary! { "O" => "Table", "Scope" => "Column" },
        Role::RowHeader => dictionary! { "O" => "Table", "Scope" => "Row" },
        Role::Cell if node.column_span > 1 => dictionary! { "O" => "Table" },
        _ => return None,
    };
    if node.column_span > 1 {
        attributes.set("ColSpan", node.column_span as i64);
    }
    Some(attributes)
}

/// The way back from marks and annotations to their nodes, and the first free key of it. Pages
/// have the keys from 0, annotations the keys after them.
fn parent_tree<'a>(
    draft: &mut Draft,
    pages: &Pages,
    annotations: impl Iterator<Item = (&'a ObjectId, ObjectId)>,
    ids: &[ObjectId],
) -> (Dictionary, i64) {
    let mut entries: Vec<Object> = Vec::new();
    let mut next = 0;
    for (page, entry) in pages.pages.iter().zip(&mut draft.pages) {
        entry.entries.set("StructParents", next);
        entry.entries.set("Tabs", "S");
        entries.extend([next.into(), Object::Array(owners(page, ids))]);
        next += 1;
    }
    for (&annotation, node) in annotations {
        let annotation = draft.document.get_dictionary_mut(annotation);
        annotation
            .expect("annotations were added before")
            .set("StructParent", next);
        entries.extend([next.into(), node.into()]);
        next += 1;
    }
    (dictionary! { "Nums" => entries }, next)
}

/// The nodes of a page's marks by number.
fn owners(page: &Page, ids: &[ObjectId]) -> Vec<Object> {
    marks::of(page)
        .filter_map(|mark| mark.owner)
        .map(|owner| ids[owner.node].into())
        .collect()
}
