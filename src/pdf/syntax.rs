//! Objects as a PDF file spells them (ISO 32000-1, 7.3).
//!
//! lopdf can write them as well, but spells every object that goes into an object stream three
//! times, after copying it: that was a third of the time of a build.

use std::io::Write as _;

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

/// Appends an object.
pub(super) fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(value) => integer(*value, out),
        Object::Real(value) => real(*value, out),
        Object::Name(value) => name(value, out),
        Object::String(value, StringFormat::Literal) => literal(value, out),
        Object::String(value, StringFormat::Hexadecimal) => hexadecimal(value, out),
        Object::Array(items) => array(items, out),
        Object::Dictionary(entries) => dictionary(entries, out),
        Object::Stream(value) => stream(value, out),
        Object::Reference(id) => reference(*id, out),
    }
}

/// Appends a whole number.
pub(super) fn integer(value: i64, out: &mut Vec<u8>) {
    out.extend(itoa::Buffer::new().format(value).as_bytes());
}

/// Appends a reference.
pub(super) fn reference((id, generation): ObjectId, out: &mut Vec<u8>) {
    integer(id.into(), out);
    match generation {
        // As all of ours.
        0 => out.extend(b" 0 R"),
        _ => write!(out, " {generation} R").expect("writing into memory cannot fail"),
    }
}

/// Appends a number. Nearly all are thousandths, the unit of [`Length`](crate::layout::pages::Length).
pub(super) fn real(value: f32, out: &mut Vec<u8>) {
    let thousandths = (value * 1000.0).round();
    if thousandths.abs() >= 1e9 || thousandths / 1000.0 != value {
        write!(out, "{value}").expect("writing into memory cannot fail");
        return;
    }
    // Written from its end, since zeros there are left out.
    let mut digits = [0; 16];
    let mut start = digits.len();
    let mut rest = (thousandths as i32).unsigned_abs();
    let mut decimals = 3;
    while decimals > 0 && rest.is_multiple_of(10) {
        (rest, decimals) = (rest / 10, decimals - 1);
    }
    let mut put = |byte| {
        start -= 1;
        digits[start] = byte;
    };
    for left in (0..decimals).rev() {
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
        if left == 0 {
            put(b'.');
        }
    }
    loop {
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if thousandths < 0.0 {
        put(b'-');
    }
    out.extend(&digits[start..]);
}

/// Appends a name.
pub(super) fn name(value: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    if value.iter().all(u8::is_ascii_alphanumeric) {
        return out.extend(value);
    }
    for &byte in value {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.push(b'#');
            digits(byte, out);
        }
    }
}

fn literal(value: &[u8], out: &mut Vec<u8>) {
    out.push(b'(');
    value.iter().for_each(|&byte| literal_byte(byte, out));
    out.push(b')');
}

/// Appends a byte that is within a string.
pub(super) fn literal_byte(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
        // A bare carriage return would be read as the end of a line, which is a newline.
        b'\r' => out.extend(b"\\r"),
        _ => out.push(byte),
    }
}

fn hexadecimal(value: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    value.iter().for_each(|&byte| digits(byte, out));
    out.push(b'>');
}

fn digits(byte: u8, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.extend([byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]));
}

fn array(items: &[Object], out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 && begins_bare(item) {
            out.push(b' ');
        }
        write(item, out);
    }
    out.push(b']');
}

fn dictionary(entries: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in entries {
        name(key, out);
        if begins_bare(value) {
            out.push(b' ');
        }
        write(value, out);
    }
    out.extend(b">>");
}

fn stream(value: &Stream, out: &mut Vec<u8>) {
    dictionary(&value.dict, out);
    out.extend(b"stream\n");
    out.extend(&value.content);
    out.extend(b"\nendstream");
}

/// Whether nothing sets the object off from what is before it.
pub(super) fn begins_bare(object: &Object) -> bool {
    use Object::{Boolean, Integer, Null, Real, Reference};
    matches!(
        object,
        Null | Boolean(_) | Integer(_) | Real(_) | Reference(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    fn spelled(object: impl Into<Object>) -> String {
        let mut out = Vec::new();
        write(&object.into(), &mut out);
        String::from_utf8(out).expect("what is spelled here is ASCII")
    }

    #[test]
    fn numbers_have_no_more_digits_than_they_need() {
        let cases = [
            (0.0, "0"),
            (-0.0004, "-0.0004"),
            (0.5, "0.5"),
            (-12.05, "-12.05"),
            (841.889, "841.889"),
            (0.001, "0.001"),
            (1_190.551, "1190.551"),
            (0.123_456, "0.123456"),
            (3e9, "3000000000"),
        ];
        for (value, expected) in cases {
            assert_eq!(spelled(value), expected);
        }
    }

    #[test]
    fn names_and_strings_keep_every_byte() {
        assert_eq!(
            spelled(Object::Name(b"a b/#\xe9".to_vec())),
            "/a#20b#2F#23#E9"
        );
        let text = Object::string_literal("a (b) \\ \r\n");
        assert_eq!(spelled(text), "(a \\(b\\) \\\\ \\r\n)");
        let bytes = Object::String(vec![0, 0xfe], StringFormat::Hexadecimal);
        assert_eq!(spelled(bytes), "<00FE>");
    }

    #[test]
    fn only_what_would_run_together_is_parted() {
        let items = vec![1.into(), 2.into(), "Name".into(), Object::Null];
        let entries = dictionary! { "K" => items, "P" => (7, 0), "S" => "Form" };
        assert_eq!(spelled(entries), "<</K[1 2/Name null]/P 7 0 R/S/Form>>");
    }
}
