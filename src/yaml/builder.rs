//! From parser events to nodes.

use super::budget::{Budget, Exhausted};
use super::explanations as codes;
use super::{Extent, Key, Node, Style, Tree, Value, scalar};
use crate::finding::{Explanation, Finding, Place, Source, quoted};
use granit_parser::{Event, ScalarStyle, Span, StructureStyle};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A finding that ends the reading.
type Step = Result<(), Finding>;

pub(super) struct Builder<'a> {
    source: &'a Arc<Source>,
    pub(super) findings: Vec<Finding>,
    open: Vec<Open>,
    anchors: HashMap<usize, Node>,
    budget: Budget,
    documents: usize,
    root: Option<Node>,
}

/// A list or map whose end has not been read yet.
struct Open {
    contents: Contents,
    start: usize,
    end: usize,
    style: StructureStyle,
    anchor: usize,
}

enum Contents {
    List(Vec<Node>),
    Map {
        fields: Vec<(Key, Node)>,
        /// The key whose value comes next.
        pending: Option<Key>,
        /// Where each name was first used.
        seen: HashMap<String, Range<usize>>,
    },
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a Arc<Source>) -> Self {
        Self {
            source,
            findings: Vec::new(),
            open: Vec::new(),
            anchors: HashMap::new(),
            budget: Budget::new(),
            documents: 0,
            root: None,
        }
    }

    /// Takes the next event. An error ends the reading.
    pub(super) fn event(&mut self, event: Event<'_>, span: Span) -> Step {
        let bytes = span.byte_range().unwrap_or(0..0);
        self.reject_tag(&event, span);
        match event {
            Event::DocumentStart(..) => self.document(bytes),
            Event::SequenceStart(style, anchor, _) => {
                self.open(Contents::List(Vec::new()), bytes, style, anchor)
            }
            Event::MappingStart(style, anchor, _) => {
                let contents = Contents::Map {
                    fields: Vec::new(),
                    pending: None,
                    seen: HashMap::new(),
                };
                self.open(contents, bytes, style, anchor)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(Some(bytes)),
            Event::Scalar(text, style, anchor, tag) => {
                let tagged = tag.is_some();
                let node = self.scalar(&text, style, &bytes, tagged);
                let name = (style != ScalarStyle::Plain || !text.is_empty() && !bytes.is_empty())
                    .then(|| text.into_owned());
                self.add(node, anchor, name)
            }
            Event::Alias(anchor) => self.alias(anchor, bytes),
            Event::UnresolvedAlias(name) => {
                self.findings.push(self.unknown_alias(&name, bytes.clone()));
                self.add(absent(bytes), 0, Some(format!("*{name}")))
            }
            _ => Ok(()),
        }
    }

    /// Closes what is open and hands over the tree.
    pub(super) fn finish(mut self, extent: Extent) -> Tree {
        while !self.open.is_empty() {
            if let Err(finding) = self.close(None) {
                self.findings.push(finding);
            }
        }
        let is_empty = self
            .root
            .as_ref()
            .is_none_or(|root| root.value == Value::Null);
        if is_empty && self.findings.is_empty() {
            let end = self.source.text.len();
            let finding = self.finding(&codes::EMPTY_FILE, end..end, "this file holds no guide");
            let help = "`hirekit new ID` writes a guide to start from";
            self.findings.push(finding.help(help));
        }
        Tree {
            source: Arc::clone(self.source),
            root: self.root.filter(|_| !is_empty),
            extent,
            findings: self.findings,
        }
    }

    fn finding(&self, code: &Explanation, span: Range<usize>, message: &str) -> Finding {
        code.finding(Place::new(self.source, span), message)
    }

    fn document(&mut self, bytes: Range<usize>) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        Err(self
            .finding(&codes::SECOND_DOCUMENT, bytes, "a second document starts here")
            .label("what follows is not read")
            .help("keep one guide in one file: delete this line, or move what follows to its own file"))
    }

    fn open(
        &mut self,
        contents: Contents,
        bytes: Range<usize>,
        style: StructureStyle,
        anchor: usize,
    ) -> Step {
        self.open.push(Open {
            contents,
            start: bytes.start,
            end: bytes.end,
            style,
            anchor,
        });
        if self.open.len() <= super::MAX_DEPTH {
            return Ok(());
        }
        Err(self
            .finding(&codes::NESTED_TOO_DEEP, bytes, "this is nested too deeply")
            .help("check the brackets and the indentation: a guide needs no more than ten levels"))
    }

    /// Ends the innermost list or map. `end` is its end event, which says where a flow
    /// collection ends; a block collection ends with its last value.
    fn close(&mut self, end: Option<Range<usize>>) -> Step {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let end = match (open.style, end) {
            (StructureStyle::Flow, Some(end)) => end.end,
            _ => open.end,
        };
        let value = match open.contents {
            Contents::List(items) => Value::List(items),
            Contents::Map { fields, .. } => Value::Map(fields),
        };
        let node = Node {
            value,
            span: open.start..end,
            style: Style::Collection,
        };
        self.add(node, open.anchor, None)
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        bytes: &Range<usize>,
        tagged: bool,
    ) -> Node {
        let value = match style {
            ScalarStyle::Plain if !tagged => scalar::resolve(text),
            _ => Value::Text(text.into()),
        };
        let span = trimmed(&self.source.text, bytes.clone());
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\u{85}');
        if let Some(c) = text.chars().find(|c| is_control(*c)) {
            let message = format!(
                "this text contains a control character (U+{:04X})",
                u32::from(c)
            );
            let finding = self.finding(&crate::source::CONTROL_CHARACTER, span.clone(), &message);
            self.findings
                .push(finding.help("remove it: it cannot be printed"));
        }
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            _ => Style::Block,
        };
        Node { value, span, style }
    }

    fn alias(&mut self, anchor: usize, bytes: Range<usize>) -> Step {
        let Some(node) = self.anchors.get(&anchor).cloned() else {
            let finding = self
                .finding(
                    &codes::ALIAS_CYCLE,
                    bytes.clone(),
                    "this alias stands inside the value it repeats",
                )
                .label("would go on for ever")
                .help("write out what you mean here");
            self.findings.push(finding);
            return self.add(absent(bytes), 0, None);
        };
        if self.budget.pay_copy(&node).is_err() {
            return Err(self.over_budget(bytes));
        }
        let name = node.text().map(str::to_owned);
        self.add(node, 0, name)
    }

    /// Puts a finished value where it belongs. `name` is what it is called as a key.
    fn add(&mut self, node: Node, anchor: usize, name: Option<String>) -> Step {
        let mut paid = self.budget.pay(&node.value);
        if anchor != 0 {
            paid = paid.and_then(|()| self.budget.pay_copy(&node));
        }
        if let Err(Exhausted) = paid {
            return Err(self.over_budget(node.span));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(open) => {
                open.end = open.end.max(node.span.end);
                match &mut open.contents {
                    Contents::List(items) => items.push(node),
                    Contents::Map {
                        fields, pending, ..
                    } => match pending.take() {
                        Some(key) => fields.push((key, node)),
                        None => self.key(node.span, name),
                    },
                }
            }
        }
        Ok(())
    }

    /// Takes a key, and says what is wrong with it.
    fn key(&mut self, span: Range<usize>, name: Option<String>) {
        let place = |span: &Range<usize>| Place::new(self.source, span.clone());
        let mut found = None;
        if name.is_none() {
            found = Some(
                codes::KEY_NOT_TEXT
                    .finding(place(&span), "the name of this field is not text")
                    .label("not a name")
                    .help(
                        "write `name: value`; put text that starts with `[`, `{` or `?` in quotes",
                    ),
            );
        } else if name.as_deref() == Some("<<") {
            found = Some(
                codes::MERGE_KEY
                    .finding(place(&span), "`<<` does not merge fields here")
                    .help("write the fields out"),
            );
        }
        let name = name.unwrap_or_default();
        let Some(Open {
            contents: Contents::Map { pending, seen, .. },
            ..
        }) = self.open.last_mut()
        else {
            return;
        };
        if let Some(first) = seen.get(&name).filter(|_| found.is_none()) {
            let message = format!("the field {} is given twice", quoted(&name));
            found = Some(
                codes::DUPLICATE_KEY
                    .finding(place(&span), message)
                    .label("given again here")
                    .related(place(first), "first given here")
                    .help("delete one of the two, or rename it"),
            );
        }
        seen.entry(name.clone()).or_insert_with(|| span.clone());
        *pending = Some(Key { name, span });
        self.findings.extend(found);
    }

    fn reject_tag(&mut self, event: &Event<'_>, span: Span) {
        let (Event::Scalar(.., Some(tag))
        | Event::SequenceStart(.., Some(tag))
        | Event::MappingStart(.., Some(tag))) = event
        else {
            return;
        };
        let bytes = span.tag_span().and_then(|tag| tag.byte_range());
        let bytes = bytes.or(span.byte_range()).unwrap_or(0..0);
        let message = format!("{} is a tag, and a guide has none", quoted(&tag.original()));
        let finding = self
            .finding(&codes::TAG_NOT_SUPPORTED, bytes, &message)
            .help("delete it; put text that starts with `!` in quotes");
        self.findings.push(finding);
    }

    fn unknown_alias(&self, name: &str, bytes: Range<usize>) -> Finding {
        let message = format!(
            "{} repeats a value that was never named",
            quoted(&format!("*{name}"))
        );
        self.finding(&codes::UNKNOWN_ALIAS, bytes, &message)
            .label("read as an alias, because it starts with `*`")
            .help("put text that starts with `*` in quotes, or under a `>-`")
    }

    fn over_budget(&self, bytes: Range<usize>) -> Finding {
        let message = "the values up to here are more than a guide may hold";
        self.finding(&codes::ALIAS_BUDGET, bytes, message)
            .help("write the values out instead of repeating them with `*`")
    }
}

/// Stands in for a value that cannot be had.
fn absent(span: Range<usize>) -> Node {
    Node {
        value: Value::Null,
        span,
        style: Style::Plain,
    }
}

/// A span without the white space at its end: those of block scalars run up to the next value.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let kept = text.get(span.clone()).unwrap_or_default().trim_end();
    span.start..span.start + kept.len()
}
