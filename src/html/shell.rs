//! The page around a body: template, style sheet, and the policy that shuts everything else out.

use super::blocks::Writer;
use super::escape;
use super::skin::{Picture, Skin};
use crate::finding::Finding;
use crate::kit::running::{self, RunningWords, Weight};
use crate::kit::{Audience, Imprint};
use crate::labels::{Direction, Labels};
use crate::template::{self, BuiltIn, Language, Replacements, header, labels};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{
    AutoEscape, Environment, Error, UndefinedBehavior, Value, context, escape_formatter,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::OnceLock;

/// The templates and style sheets of pages: built in, or replaced by the workspace's.
pub struct Shell {
    environment: Environment<'static>,
    replacements: Replacements,
}

impl Shell {
    /// The built-in ones.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Shell> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::new(&Replacements::new()).0)
    }

    /// The built-in ones, some of them replaced, with what is wrong with the replacements.
    pub fn new(replacements: &Replacements) -> (Self, Vec<Finding>) {
        let mut environment = environment();
        for built_in in BuiltIn::all_in(Language::Html) {
            let added = environment.add_template(built_in.name, built_in.text);
            added.expect("the built-in templates parse: a test renders each of them");
        }
        let own = replacements.iter();
        let own = own.filter(|(name, _)| Language::of(name) == Some(Language::Html));
        let mut findings = Vec::new();
        for (name, source) in own {
            let added = environment.add_template_owned(name.clone(), source.text.clone());
            findings.extend(added.err().map(|error| template::broken(&error, source)));
        }
        let shell = Self {
            environment,
            replacements: replacements.clone(),
        };
        (shell, findings)
    }

    /// A packet's page. `data` is an element for its head, already safe; mostly none.
    pub(super) fn packet(
        &self,
        body: Writer,
        imprint: &Imprint,
        data: &str,
        skin: &Skin,
    ) -> Result<String, Finding> {
        let own = running_head(imprint, skin) + &body.sizes.css();
        let frame = Frame::new(self.style(&["style.css"], skin, &own), skin);
        let values = context! {
            frame => Serde(&frame),
            role => &*imprint.role,
            title => &*imprint.title,
            version => &*imprint.version,
            head => Value::from_safe_string(running_words(&imprint.running.head)),
            foot => Value::from_safe_string(running_words(&imprint.running.foot)),
            audience => imprint.audience.name(),
            badge => imprint.audience_label(),
            listed => imprint.audience == Audience::Public,
            data => Value::from_safe_string(data.to_owned()),
            body => Value::from_safe_string(body.out.clone()),
        };
        let page = self.render("page.html", &imprint.labels, values, &frame)?;
        match self.replacements.is_empty() || page.contains(&body.out) && page.contains(data) {
            true => Ok(page),
            false => Err(self.lacks("page.html", "`{{ body }}` or `{{ data }}`")),
        }
    }

    /// Renders a page. One that the workspace has a hand in must have kept its frame.
    pub(super) fn render(
        &self,
        name: &str,
        labels: &Labels,
        values: Value,
        frame: &Frame,
    ) -> Result<String, Finding> {
        let values = in_language(labels, values);
        let found = self.environment.get_template(name);
        let page = found.and_then(|it| it.render(&values)).map_err(|error| {
            let source = |name: &str| template::source(&self.replacements, name);
            template::diagnose(&error, &self.environment, name, &values, &source)
        })?;
        match self.replacements.is_empty() || frame.is_around(&page) {
            true => Ok(page),
            false => Err(self.lacks(name, "`{{ frame.policy }}` or `{{ frame.style }}`")),
        }
    }

    /// The finding for a page that has not kept what every page must have.
    fn lacks(&self, name: &str, what: &str) -> Finding {
        template::no_page(&template::source(&self.replacements, name), what)
    }

    /// The style sheet of a page: the named files, what the theme adds, and rules of the page's own.
    pub(super) fn style(&self, files: &[&str], skin: &Skin, own: &str) -> String {
        let mut css = String::from("\n");
        for name in files.iter().copied().chain(skin.sheet()) {
            css.push_str(header::split(self.text(name)).1);
        }
        css.push_str(skin.css());
        css.push_str(own);
        escape::style(&css)
    }

    fn text(&self, name: &str) -> &str {
        let own = self.replacements.get(name);
        let own = own.map(|source| source.text.as_str());
        own.or_else(|| BuiltIn::named(name).map(|it| it.text))
            .expect("style sheets are asked for by the names of built-in ones")
    }
}

/// What the head of every page needs: the style, and the policy that fits it.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    style: Value,
    policy: String,
    logo: Option<Picture>,
}

impl Frame {
    /// The frame for a style sheet, and for what the theme adds besides.
    pub(super) fn new(style: String, skin: &Skin) -> Self {
        Self {
            policy: policy(&style) + skin.policy(),
            style: Value::from_safe_string(style),
            logo: skin.logo.clone(),
        }
    }

    /// Whether a page has this frame: the policy before anything that it is about, and the style.
    /// A page without the policy could load what it likes, wherever it is opened.
    fn is_around(&self, page: &str) -> bool {
        let mut policy = String::from("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        escape::text(&mut policy, &self.policy);
        policy.push_str("\">");
        let style = format!("<style>{}</style>", self.style);
        let Some((before, _)) = page.split_once(&policy) else {
            return false;
        };
        let before = before.to_ascii_lowercase();
        let early = [
            "<style", "<script", "<link", "<img", "<base", "<body", "<!--",
        ];
        page.contains(&style) && !early.iter().any(|tag| before.contains(tag))
    }
}

/// The policy that lets a browser use this style sheet, and nothing else.
fn policy(style: &str) -> String {
    let hash = escape::base64(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// Head and foot of every printed page, in browsers that know page margin boxes. The others
/// print the head and foot of the page once.
fn running_head(imprint: &Imprint, skin: &Skin) -> String {
    let (start, end) = match imprint.labels.direction {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    format!(
        "@page{{@top-{start}{{content:{}}}@top-{end}{{content:{};color:{}}}@bottom-{start}{{content:{}}}@bottom-{end}{{content:{}}}}}\n",
        escape::css_string(&running::plain(&imprint.running.head)),
        escape::css_string(imprint.audience_label()),
        match imprint.audience {
            Audience::Internal => "#8c1c13",
            Audience::Candidate => "#1d5c3a",
            Audience::Public => skin.grey.as_deref().unwrap_or("#5a6370"),
        },
        escape::css_string(&running::plain(&imprint.running.foot)),
        page_number(&imprint.labels),
    )
}

/// The words of a running head on a page. Each is isolated, so that what is read to the right and
/// what is read to the left do not mix; what parts them is not.
fn running_words(words: &[RunningWords]) -> String {
    let mut out = String::new();
    for RunningWords { text, weight } in words {
        let start = text.find(char::is_alphanumeric).unwrap_or(text.len());
        let (between, text) = text.split_at(start);
        escape::text(&mut out, between);
        let class = match weight {
            Weight::Bold => " class=\"role\"",
            Weight::Regular => "",
        };
        if !text.is_empty() {
            let _ = write!(out, "<bdi{class}>");
            escape::text(&mut out, text);
            out.push_str("</bdi>");
        }
    }
    out
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

/// What every page is given: the labels, and the language that they are in.
fn in_language(labels: &Labels, values: Value) -> Value {
    let own = context! {
        labels => &labels.templates,
        language => &*labels.language,
        direction => labels.direction.name(),
    };
    context! { ..own, ..values }
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
    template::bound(&mut environment);
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
    fn a_page_that_hides_its_policy_is_none() {
        let frame = Frame::new("p{}".to_owned(), &Skin::default());
        let mut policy = String::new();
        escape::text(&mut policy, &frame.policy);
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let style = "<style>p{}</style>";
        assert!(frame.is_around(&format!("<head>{policy}{style}")));
        for page in [
            style.to_owned(),
            policy.clone(),
            format!("{style}{policy}"),
            format!("<!-- {policy} -->{style}"),
            format!("<SCRIPT></SCRIPT>{policy}{style}"),
        ] {
            assert!(!frame.is_around(&page), "{page}");
        }
    }

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
