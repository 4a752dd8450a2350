//! From bytes to text.

use super::{Refusal, explanations};

/// The text of `bytes`, without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if is_utf16(bytes) {
        return Err(Refusal::new(
            &explanations::NOT_UTF8,
            "this file is saved as UTF-16, not as UTF-8",
            "save it again as UTF-8: in Notepad, Save as, then Encoding",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Refusal::new(
            &explanations::NOT_UTF8,
            format!("line {line} of this file is not UTF-8 text"),
            "save the file again as UTF-8, or type the line again",
        )
    })?;
    match text.char_indices().find(|(_, c)| is_forbidden(*c)) {
        None => Ok(text.to_owned()),
        Some((at, c)) => Err(Refusal {
            label: "it cannot be seen, but it is here",
            text: text.to_owned(),
            span: at..at + c.len_utf8(),
            ..Refusal::new(
                &explanations::CONTROL_CHARACTER,
                format!(
                    "there is a control character (U+{:04X}) in the text",
                    u32::from(c)
                ),
                "delete it: type the words around it again",
            )
        }),
    }
}

/// A byte order mark says so; without one, every other byte of Western text is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// Characters that YAML does not allow in a file.
fn is_forbidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' | '\u{85}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn code(bytes: &[u8]) -> &'static str {
        decode(bytes).map_or_else(|refusal| refusal.explanation.code, |_| "none")
    }

    #[test]
    fn only_utf8_text_is_decoded() {
        assert_eq!(code(b"\xef\xbb\xbfid: a\r\n"), "none");
        assert_eq!(code(b""), "none");
        assert_eq!(code(b"i\0d\0:\0"), "not-utf8");
        assert_eq!(code(b"\xfe\xff\0i"), "not-utf8");
        assert_eq!(code(b"role: Caf\xe9"), "not-utf8");
        assert_eq!(code(b"role: a\x1b[2Jb"), "control-character");
        assert_eq!(code(b"role: a\0b"), "control-character");
    }
}
