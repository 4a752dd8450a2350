//! Small objects, spelled as soon as nothing about them changes any more: as a tree in memory,
//! the thousands of a whole kit would take ten times the room.

use lopdf::{Object, ObjectId};

use super::objects::{Entries, Objects};
use super::syntax;

/// Objects as they go into object streams (ISO 32000-1, 7.5.7).
#[derive(Default)]
pub(super) struct Spelled {
    /// The number of each object, and where it starts.
    starts: Vec<(u32, usize)>,
    content: Vec<u8>,
}

/// Some of the objects, in the order in which they were added.
pub(super) struct Batch<'s> {
    pub(super) numbers: Vec<u32>,
    /// The number and the start of each object, in digits.
    pub(super) index: Vec<u8>,
    pub(super) content: &'s [u8],
}

impl Spelled {
    /// Adds an object.
    pub(super) fn add(&mut self, id: ObjectId, object: &Object) {
        self.write(id, |objects| objects.object(object));
    }

    /// Adds a dictionary, entry by entry.
    pub(super) fn add_entries(&mut self, id: ObjectId, add: impl FnOnce(&mut Entries<'_>)) {
        self.write(id, |objects| objects.dictionary(add));
    }

    fn write(&mut self, (number, _): ObjectId, write: impl FnOnce(&mut Objects<'_>)) {
        self.starts.push((number, self.content.len()));
        write(&mut Objects::new(&mut self.content));
        self.content.push(b' ');
    }

    /// All objects, in batches of so many at most.
    pub(super) fn batches(&self, most: usize) -> impl Iterator<Item = Batch<'_>> {
        let mut batches = self.starts.chunks(most).peekable();
        std::iter::from_fn(move || {
            let batch = batches.next()?;
            let next = batches.peek().map(|next| next[0].1);
            Some(self.batch(batch, next.unwrap_or(self.content.len())))
        })
    }

    fn batch(&self, starts: &[(u32, usize)], end: usize) -> Batch<'_> {
        let first = starts[0].1;
        let mut index = Vec::new();
        for &(number, start) in starts {
            for value in [number.into(), (start - first) as i64] {
                syntax::integer(value, &mut index);
                index.push(b' ');
            }
        }
        Batch {
            numbers: starts.iter().map(|&(number, _)| number).collect(),
            index,
            content: &self.content[first..end],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_batch_counts_from_its_own_start() {
        let mut spelled = Spelled::default();
        for number in [4, 7, 9] {
            spelled.add((number, 0), &"Name".into());
        }
        let batches: Vec<_> = spelled.batches(2).collect();
        let texts = batches.iter().map(|batch| {
            let text = [&batch.index, batch.content].concat();
            String::from_utf8(text).expect("what is spelled here is ASCII")
        });
        let texts: Vec<_> = texts.collect();
        assert_eq!(texts, ["4 0 7 6 /Name /Name ", "9 0 /Name "]);
        assert_eq!(batches[0].numbers, [4, 7]);
    }
}
