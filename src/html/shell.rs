//! The page around a body: template, style sheet, and the policy that shuts everything else out.

use super::blocks::Writer;
use super::escape;
use super::skin::{Picture, Skin};
use crate::kit::{Audience, Imprint};
use crate::labels::{Direction, Labels};
use crate::template::labels;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{
    AutoEscape, Environment, Error, UndefinedBehavior, Value, context, escape_formatter,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// The templates of pages and their style sheets, by name.
pub(crate) const SHELLS: &[(&str, &str)] = &[
    ("page.html", include_str!("../../templates/page.html")),
    (
        "kit-index.html",
        include_str!("../../templates/kit-index.html"),
    ),
    (
        "all-kits.html",
        include_str!("../../templates/all-kits.html"),
    ),
    ("style.css", include_str!("../../templates/style.css")),
    ("index.css", include_str!("../../templates/index.css")),
    ("compact.css", include_str!("../../templates/compact.css")),
    ("roomy.css", include_str!("../../templates/roomy.css")),
];

/// The source of one of them.
pub(super) fn shell(name: &str) -> Option<&'static str> {
    let found = SHELLS.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text)
}

/// A packet's page. `data` is an element for its head, already safe; mostly none.
pub(super) fn packet(body: Writer, imprint: &Imprint, data: &str, skin: &Skin) -> String {
    let own = running_head(imprint, skin) + &body.sizes.css();
    let frame = Frame::new(&["style.css"], &own, skin);
    render(
        "page.html",
        &imprint.labels,
        context! {
            frame => Serde(frame),
            role => &*imprint.role,
            title => &*imprint.title,
            version => &*imprint.version,
            audience => imprint.audience.name(),
            badge => imprint.audience_label(),
            listed => imprint.audience == Audience::Public,
            data => Value::from_safe_string(data.to_owned()),
            body => Value::from_safe_string(body.out),
        },
    )
}

/// What the head of every page needs: the style, and the policy that fits it.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    style: Value,
    policy: String,
    logo: Option<Picture>,
}

impl Frame {
    /// The frame for a style sheet: the named files, what the theme adds, and rules of the page's
    /// own.
    pub(super) fn new(files: &[&str], own: &str, skin: &Skin) -> Self {
        let style = style(files, &[skin.css(), own]);
        Self {
            policy: policy(&style) + skin.policy(),
            style: Value::from_safe_string(style),
            logo: skin.logo.clone(),
        }
    }
}

/// The policy that lets a browser use this style sheet, and nothing else.
fn policy(style: &str) -> String {
    let hash = escape::base64(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

fn style(files: &[&str], more: &[&str]) -> String {
    let mut css = String::from("\n");
    for name in files {
        css.push_str(shell(name).expect("built-in style sheets are asked for by their names"));
    }
    css.extend(more.iter().copied());
    escape::style(&css)
}

/// Head and foot of every printed page, in browsers that know page margin boxes. The others
/// print the head and foot of the page once.
fn running_head(imprint: &Imprint, skin: &Skin) -> String {
    let head = match imprint.role.trim() {
        "" => imprint.title.clone(),
        role => format!("{role} · {}", imprint.title),
    };
    let (start, end) = match imprint.labels.direction {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    format!(
        "@page{{@top-{start}{{content:{}}}@top-{end}{{content:{};color:{}}}@bottom-{start}{{content:{}}}@bottom-{end}{{content:{}}}}}\n",
        escape::css_string(&head),
        escape::css_string(imprint.audience_label()),
        match imprint.audience {
            Audience::Internal => "#8c1c13",
            Audience::Candidate => "#1d5c3a",
            Audience::Public => skin.grey.as_deref().unwrap_or("#5a6370"),
        },
        escape::css_string(&imprint.version),
        page_number(&imprint.labels),
    )
}

/// The number of a page as the style sheet writes it: `"Page " counter(page) " of " counter(pages)`.
fn page_number(labels: &Labels) -> String {
    let counter = |hole: &str| match hole {
        "page" => " counter(page) ",
        _ => " counter(pages) ",
    };
    let number = &labels.program.foot.page;
    let number = number.fill_with(|hole| counter(hole).to_owned(), escape::css_string);
    number.trim().to_owned()
}

/// Renders a built-in template in the language of the labels.
pub(super) fn render(name: &str, labels: &Labels, values: Value) -> String {
    let own = context! {
        labels => &labels.templates,
        language => &*labels.language,
        direction => labels.direction.name(),
    };
    let values = context! { ..own, ..values };
    static ENVIRONMENT: OnceLock<Environment<'static>> = OnceLock::new();
    ENVIRONMENT
        .get_or_init(environment)
        .get_template(name)
        .and_then(|template| template.render(values))
        .expect("built-in templates use only values that they are given")
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
            .expect("the usual delimiters do not collide"),
    );
    environment.set_loader(|name| Ok(shell(name).map(str::to_owned)));
    environment.add_filter("with", with);
    // One way to escape in the whole program: minijinja's own leaves NUL alone.
    environment.set_formatter(|out, state, value| match value.as_str() {
        None if labels::refuse(value).is_err() => labels::refuse(value),
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => {
            let mut escaped = String::new();
            escape::text(&mut escaped, text);
            Ok(out.write_str(&escaped)?)
        }
        _ => escape_formatter(out, state, value),
    });
    environment
}

/// `{{ label | with(n=3) }}`: a label with what belongs in its holes. It is text like any other, and
/// escaped when it is printed.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the template engine hands over named arguments by value"
)]
fn with(label: &Value, holes: Kwargs) -> Result<String, Error> {
    labels::filled(label, &holes, str::to_owned, Value::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_hash_of_the_style() {
        // printf 'p{}' | openssl dgst -sha256 -binary | base64
        assert_eq!(
            policy("p{}"),
            "default-src 'none'; style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; \
             base-uri 'none'; form-action 'none'"
        );
    }
}
