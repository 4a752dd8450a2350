//! Objects written piece by piece.
//!
//! Elements of the structure tree and places to fill in are nine tenths of all objects. Made of
//! lopdf's dictionaries first, most of their time went into copying and hashing the keys.

use lopdf::{Object, ObjectId};

use super::syntax;

/// Objects, written one after the other.
pub(super) struct Objects<'o> {
    out: &'o mut Vec<u8>,
    /// Whether a bracket sets the next object off from what is before it.
    is_first: bool,
}

/// The entries of a dictionary, written one after the other.
pub(super) struct Entries<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Objects<'o> {
    /// The first objects after an end of line or a space.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            is_first: true,
        }
    }

    /// Writes a name.
    pub(super) fn name(&mut self, value: &str) {
        self.is_first = false;
        syntax::name(value.as_bytes(), self.out);
    }

    /// Writes a whole number.
    pub(super) fn integer(&mut self, value: i64) {
        self.part();
        syntax::integer(value, self.out);
    }

    /// Writes a number.
    pub(super) fn real(&mut self, value: f32) {
        self.part();
        syntax::real(value, self.out);
    }

    /// Writes a reference to an object.
    pub(super) fn reference(&mut self, id: ObjectId) {
        self.part();
        syntax::reference(id, self.out);
    }

    /// Writes an object that is there already.
    pub(super) fn object(&mut self, value: &Object) {
        if syntax::begins_bare(value) {
            self.part();
        }
        self.is_first = false;
        syntax::write(value, self.out);
    }

    /// Writes a list.
    pub(super) fn list(&mut self, write: impl FnOnce(&mut Objects<'_>)) {
        self.is_first = false;
        self.out.push(b'[');
        write(&mut Objects::new(self.out));
        self.out.push(b']');
    }

    /// Writes a dictionary.
    pub(super) fn dictionary(&mut self, write: impl FnOnce(&mut Entries<'_>)) {
        self.is_first = false;
        self.out.extend(b"<<");
        write(&mut Entries { out: self.out });
        self.out.extend(b">>");
    }

    fn part(&mut self) {
        if !self.is_first {
            self.out.push(b' ');
        }
        self.is_first = false;
    }
}

impl Entries<'_> {
    /// Begins an entry: its value must follow, and its key must not come again.
    pub(super) fn at(&mut self, key: &str) -> Objects<'_> {
        syntax::name(key.as_bytes(), self.out);
        Objects {
            out: self.out,
            is_first: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_spelled_as_lopdf_objects_are() {
        let mut written = Vec::new();
        Objects::new(&mut written).dictionary(|entries| {
            entries.at("Type").name("Ex ample");
            entries.at("K").list(|items| {
                items.integer(1);
                items.reference((2, 0));
                items.dictionary(|entries| entries.at("N").integer(-3));
                items.real(0.5);
                items.list(|_| {});
                items.name("Name");
                items.object(&Object::string_literal("text"));
                items.object(&Object::Null);
            });
            entries.at("P").reference((7, 0));
        });
        let items: Vec<Object> = vec![
            1.into(),
            (2, 0).into(),
            lopdf::dictionary! { "N" => -3 }.into(),
            0.5.into(),
            Object::Array(Vec::new()),
            "Name".into(),
            Object::string_literal("text"),
            Object::Null,
        ];
        let entries = lopdf::dictionary! { "Type" => "Ex ample", "K" => items, "P" => (7, 0) };
        let mut expected = Vec::new();
        syntax::write(&entries.into(), &mut expected);
        assert_eq!(
            String::from_utf8_lossy(&written),
            String::from_utf8_lossy(&expected)
        );
    }
}
