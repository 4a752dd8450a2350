//! What a scalar without quotes means: the core schema of YAML 1.2.
//!
//! So `yes`, `no`, `on` and `off` are text, as is a date; `010` is ten.

use super::Value;

/// The value of a plain scalar.
pub(crate) fn resolve(plain: &str) -> Value {
    match plain {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Boolean(true),
        "false" | "False" | "FALSE" => Value::Boolean(false),
        text => number(text).unwrap_or_else(|| Value::Text(text.into())),
    }
}

fn number(text: &str) -> Option<Value> {
    if let Some(digits) = text.strip_prefix("0o") {
        return based(digits, 8);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return based(digits, 16);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
        return Some(Value::Float(sign * f64::INFINITY));
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(Value::Float(f64::NAN));
    }
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if let Ok(integer) = text.parse() {
        return Some(Value::Integer(integer));
    }
    // Rust reads the same floats as YAML, once words such as `infinity` are ruled out.
    text.parse().ok().map(Value::Float)
}

fn based(digits: &str, base: u32) -> Option<Value> {
    let all = !digits.is_empty() && digits.chars().all(|c| c.is_digit(base));
    let number = i64::from_str_radix(digits, base).ok();
    number.filter(|_| all).map(Value::Integer)
}

#[cfg(test)]
mod tests {
    use super::{Value, resolve};

    #[test]
    fn the_core_schema() {
        for (plain, value) in [
            ("", Value::Null),
            ("~", Value::Null),
            ("TRUE", Value::Boolean(true)),
            ("-12", Value::Integer(-12)),
            ("010", Value::Integer(10)),
            ("0o17", Value::Integer(15)),
            ("0xFf", Value::Integer(255)),
            ("1e3", Value::Float(1000.0)),
            (".5", Value::Float(0.5)),
            ("-.inf", Value::Float(f64::NEG_INFINITY)),
            ("99999999999999999999", Value::Float(1e20)),
        ] {
            assert_eq!(resolve(plain), value, "{plain}");
        }
        for text in [
            "yes",
            "No",
            "on",
            "2024-01-01",
            "1_000",
            "0x",
            "0o8",
            ".",
            "+-1",
            "nan",
            "1:30",
        ] {
            assert_eq!(resolve(text), Value::Text(text.into()), "{text}");
        }
    }
}
