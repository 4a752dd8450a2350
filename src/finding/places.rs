//! The lines of many places, without looking through a file for each of them.

use super::{Lines, Place, Source};
use std::collections::HashMap;
use std::sync::Arc;

/// The lines of the files that places are in, each looked through once.
#[derive(Default)]
pub(crate) struct Places<'a> {
    lines: HashMap<*const Source, Lines<'a>>,
}

impl<'a> Places<'a> {
    /// The line of a place, from 1.
    pub(crate) fn line(&mut self, place: &'a Place) -> usize {
        let source = &place.source;
        let lines = self.lines.entry(Arc::as_ptr(source));
        let lines = lines.or_insert_with(|| Lines::of(&source.text));
        lines.line(place.span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::finding::{Place, Source};
    use std::sync::Arc;

    #[test]
    fn each_file_has_its_lines() {
        let source = |text: &str| {
            let (path, text) = ("a".into(), text.to_owned());
            Arc::new(Source { path, text })
        };
        let (one, other) = (source("a\né\nb"), source("\n\n\n\nc"));
        let at = [(&one, 0), (&other, 4), (&one, 2), (&one, 5)];
        let at = at.map(|(source, byte)| Place::new(source, byte..byte));
        let mut places = Places::default();
        let lines: Vec<usize> = at.iter().map(|place| places.line(place)).collect();
        assert_eq!(lines, [1, 5, 2, 3]);
        assert_eq!(places.lines.len(), 2);
    }
}
