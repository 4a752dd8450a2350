//! Escaping: how any text becomes harmless in HTML, in a link and in a style sheet.

use crate::document::may_link_to;
use std::fmt::Write as _;

/// Appends `text` so that it is only text, between tags as well as inside a quoted attribute.
///
/// Characters that HTML forbids even as references (NUL, other controls, noncharacters) become
/// U+FFFD, so that a page with a stray control character is still a valid page.
pub(super) fn text(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        // Most of it is plain, and is taken over in long stretches.
        let plain = rest.bytes().take_while(is_plain).count();
        out.push_str(&rest[..plain]);
        let mut others = rest[plain..].chars();
        let Some(character) = others.next() else {
            return;
        };
        rest = others.as_str();
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser would turn a carriage return into a line feed by itself.
            '\r' => out.push('\n'),
            _ if is_forbidden(character) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(character),
        }
    }
}

fn is_plain(byte: &u8) -> bool {
    let means_something = matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    matches!(byte, b' '..=b'~') && !means_something
}

/// Appends ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    text(out, value);
    out.push('"');
}

/// The id of the element of a form field.
///
/// Field ids are lower-case letters, digits, `-` and `.`; the dot becomes `_`, because a dot in an
/// element's id reads as a class in a style sheet. The prefix keeps fields apart from the page's
/// own ids.
pub(super) fn element_id(field: &str) -> String {
    let mut id = String::from("f-");
    id.extend(field.chars().map(|character| match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => character,
        _ => '_',
    }));
    id
}

/// The address, when it is one that a page may link to: http, https or mailto.
///
/// Characters that an address may not hold are percent-encoded.
pub(super) fn link(url: &str) -> Option<String> {
    may_link_to(url).then(|| encode(url))
}

/// A relative address of a file, percent-encoded.
pub(super) fn path(path: &str) -> String {
    // A colon before the first slash would make the front of a file name a scheme.
    match path.split('/').next() {
        Some(first) if first.contains(':') => format!("./{}", encode(path)),
        _ => encode(path),
    }
}

fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, character) in url.char_indices() {
        let keep = match character {
            '%' => is_percent_code(&url.as_bytes()[at + 1..]),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ => !character.is_control() && !is_forbidden(character),
        };
        if keep {
            out.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

fn is_percent_code(rest: &[u8]) -> bool {
    matches!(rest, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

/// The text as a string of a style sheet, with its quotes.
pub(super) fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || matches!(character, ' ' | '·' | '-' | '.' | ',') {
            out.push(character);
        } else {
            // A NUL has no escape of its own in CSS; it becomes U+FFFD there too.
            let _ = write!(out, "\\{:x} ", u32::from(character));
        }
    }
    out.push('"');
    out
}

/// A style sheet that cannot end its own `<style>` element.
pub(super) fn style(css: &str) -> String {
    // `\/` means `/` wherever CSS lets a slash after `<` stand at all: in strings and comments.
    css.replace("</", "<\\/")
        .replace('\r', "")
        .replace('\0', "\u{fffd}")
}

/// Base64 with padding (RFC 4648, section 4): hashes of styles and inlined pictures.
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            if digit <= chunk.len() {
                let index = (group >> (18 - 6 * digit)) & 63;
                out.push(char::from(ALPHABET[index as usize]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

/// Controls other than tab and line feed, and noncharacters: a parse error in HTML.
fn is_forbidden(character: char) -> bool {
    let code = u32::from(character);
    let control = character.is_control() && !matches!(character, '\t' | '\n');
    control || code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(input: &str) -> String {
        let mut out = String::new();
        text(&mut out, input);
        out
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(
            escaped("<script>alert('1')</script> & \"]]>\""),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;]]&gt;&quot;"
        );
    }

    #[test]
    fn forbidden_characters_are_replaced() {
        assert_eq!(
            escaped("a\0b\u{7f}c\u{fffe}d\re\tf"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\ne\tf"
        );
    }

    #[test]
    fn only_three_schemes_are_links() {
        assert_eq!(
            link("https://a.example/b c?d=\"e\""),
            Some("https://a.example/b%20c?d=%22e%22".into())
        );
        assert_eq!(
            link("MAILTO:jobs@a.example"),
            Some("MAILTO:jobs@a.example".into())
        );
        assert_eq!(
            link("https://a.example/100%/%41"),
            Some("https://a.example/100%25/%41".into())
        );
        for url in [
            "javascript:alert(1)",
            "java\nscript:x",
            " https://a.example",
            "data:,x",
            "//a.example",
            "http",
            "",
        ] {
            assert_eq!(link(url), None, "{url}");
        }
    }

    #[test]
    fn a_file_name_is_never_a_scheme() {
        assert_eq!(path("javascript:x/y z.html"), "./javascript:x/y%20z.html");
        assert_eq!(
            path("internal/03-screening.html"),
            "internal/03-screening.html"
        );
    }

    #[test]
    fn css_strings_cannot_end_early() {
        assert_eq!(
            css_string("a\"b\\c\n<d>·é"),
            "\"a\\22 b\\5c c\\a \\3c d\\3e ·é\""
        );
        assert_eq!(
            style("a{content:\"</style>\"}\r\n"),
            "a{content:\"<\\/style>\"}\n"
        );
    }

    #[test]
    fn base64_pads() {
        // The test vectors of RFC 4648, section 10.
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
