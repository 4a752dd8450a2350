//! From parser events to nodes.

use super::budget::{Budget, Exhausted};
use super::{Extent, Key, Node, Style, Tree, Value, messages, scalar};
use crate::finding::{Finding, Lines, MAX_FINDINGS, Place, Severity, Source};
use granit_parser::{Event, ScalarStyle, Span, StructureStyle};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// A finding that ends the reading, boxed because most steps have none.
type Step = Result<(), Box<Finding>>;

pub(super) struct Builder<'a> {
    source: &'a Arc<Source>,
    findings: Vec<Finding>,
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
                self.report(messages::unknown_alias(self.place(bytes.clone()), &name));
                self.add(self.absent(bytes), 0, Some(format!("*{name}")))
            }
            _ => Ok(()),
        }
    }

    /// Closes what is open and hands over the tree.
    pub(super) fn finish(mut self, extent: Extent, mistakes: Vec<Finding>) -> Tree {
        // What is closed here has been paid for, or ended the reading when it could not be.
        self.budget = Budget::new();
        while !self.open.is_empty() {
            let _ = self.close(None);
        }
        let is_empty = self
            .root
            .as_ref()
            .is_none_or(|root| root.value == Value::Null);
        if is_empty && self.findings.is_empty() && mistakes.is_empty() {
            let end = self.source.text.len();
            self.report(messages::empty_file(self.place(end..end)));
        }
        // Of two findings in one line, the parser's is a consequence of ours.
        let lines = Lines::of(&self.source.text);
        let line = |it: &Finding| lines.position(it.place.span.start).line;
        let errors = self
            .findings
            .iter()
            .filter(|it| it.severity == Severity::Error);
        let known: BTreeSet<_> = errors.map(line).collect();
        let new = mistakes.into_iter().filter(|it| !known.contains(&line(it)));
        self.findings.extend(new.collect::<Vec<_>>());
        Tree {
            source: Arc::clone(self.source),
            root: self.root.filter(|_| !is_empty),
            extent,
            findings: self.findings,
        }
    }

    fn report(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.source, span)
    }

    /// Stands in for a value that cannot be had.
    fn absent(&self, span: Range<usize>) -> Node {
        Node {
            value: Value::Null,
            place: self.place(span),
            style: Style::Plain,
        }
    }

    fn document(&mut self, bytes: Range<usize>) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        Err(Box::new(messages::second_document(self.place(bytes))))
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
        Err(Box::new(messages::nested_too_deep(self.place(bytes))))
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
            place: self.place(open.start..end),
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
            self.report(messages::control_character(self.place(span.clone()), c));
        }
        if style == ScalarStyle::Plain
            && matches!(value, Value::Text(_))
            && let Some(comment) = comment_behind(&self.source.text, span.end)
        {
            self.report(messages::cut_by_comment(self.place(comment)));
        }
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            _ => Style::Block,
        };
        let place = self.place(span);
        Node {
            value,
            place,
            style,
        }
    }

    fn alias(&mut self, anchor: usize, bytes: Range<usize>) -> Step {
        let Some(node) = self.anchors.get(&anchor).cloned() else {
            self.report(messages::alias_cycle(self.place(bytes.clone())));
            return self.add(self.absent(bytes), 0, None);
        };
        if self.budget.pay_copy(&node).is_err() {
            return Err(Box::new(messages::over_budget(self.place(bytes))));
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
            return Err(Box::new(messages::over_budget(node.place)));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(open) => {
                open.end = open.end.max(node.place.span.end);
                match &mut open.contents {
                    Contents::List(items) => items.push(node),
                    Contents::Map {
                        fields, pending, ..
                    } => match pending.take() {
                        Some(key) => fields.push((key, node)),
                        None => self.key(node.place.span, name),
                    },
                }
            }
        }
        Ok(())
    }

    /// Takes a key, and says what is wrong with it.
    fn key(&mut self, span: Range<usize>, name: Option<String>) {
        let place = self.place(span.clone());
        let mut found = match name.as_deref() {
            None => Some(messages::key_not_text(place.clone())),
            Some("<<") => Some(messages::merge_key(place.clone())),
            Some(_) => None,
        };
        let name = name.unwrap_or_default();
        let source = self.source;
        let Some(Contents::Map { pending, seen, .. }) = self.innermost() else {
            return;
        };
        if let Some(first) = seen.get(&name).filter(|_| found.is_none()) {
            let first = Place::new(source, first.clone());
            found = Some(messages::duplicate_key(place, &name, first));
        }
        seen.entry(name.clone()).or_insert_with(|| span.clone());
        let place = Place::new(source, span);
        *pending = Some(Key { name, place });
        found.into_iter().for_each(|it| self.report(it));
    }

    fn innermost(&mut self) -> Option<&mut Contents> {
        self.open.last_mut().map(|open| &mut open.contents)
    }

    fn reject_tag(&mut self, event: &Event<'_>, span: Span) {
        use Event::{MappingStart, Scalar, SequenceStart};
        let (Scalar(.., Some(tag)) | SequenceStart(.., Some(tag)) | MappingStart(.., Some(tag))) =
            event
        else {
            return;
        };
        let bytes = span.tag_span().and_then(|tag| tag.byte_range());
        let bytes = bytes.or(span.byte_range()).unwrap_or(0..0);
        self.report(messages::tag(self.place(bytes), &tag.original()));
    }
}

/// A span without the white space at its end: those of block scalars run up to the next value.
/// A comment behind a text that looks like more of the text: `#3`, without a space. An excuse is
/// one however it is written.
fn comment_behind(text: &str, end: usize) -> Option<Range<usize>> {
    let line = text.get(end..)?.lines().next()?;
    let comment = line.trim_start_matches([' ', '\t']);
    let words = comment.strip_prefix('#')?;
    let is_text = words.starts_with(char::is_alphanumeric) && !words.starts_with("allow ");
    let start = end + line.len() - comment.len();
    is_text.then(|| start..start + comment.trim_end().len())
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let kept = text.get(span.clone()).unwrap_or_default().trim_end();
    span.start..span.start + kept.len()
}
