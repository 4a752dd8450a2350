//! What pages look like, and what they promise.

use super::*;
use crate::document::{self, Block, Document, Inline, ParagraphStyle};
use crate::font::test_fonts::hebrew;
use crate::kit::Audience;
use crate::labels::Languages;
use crate::layout::pages::Colour;
use crate::theme::logo::tests::wordmark;
use crate::theme::{Density, Logo, Margins, Theme, mm};
use std::collections::BTreeSet;
use std::sync::Arc;

fn body_of(document: &Document) -> String {
    body(document, &sample::imprint("Sample", Audience::Internal)).out
}

fn page_of(document: &Document) -> String {
    page(
        document,
        &sample::imprint("Sample", Audience::Internal),
        &Skin::default(),
    )
}

/// The values of an attribute, in order.
fn values<'p>(html: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    let parts = html.split(&*opening).skip(1);
    parts
        .map(|part| part.split('"').next().expect("split yields one part"))
        .collect()
}

/// The text of a page without its tags, in words.
fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    for part in html.split('<') {
        let (_, after) = part.split_once('>').unwrap_or_default();
        text.push_str(after);
    }
    let text = text
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn screening() {
    snapbox::assert_data_eq!(
        body_of(&sample::screening()),
        snapbox::file!["golden/screening.html"].raw()
    );
}

#[test]
fn brief() {
    snapbox::assert_data_eq!(
        body_of(&sample::brief()),
        snapbox::file!["golden/brief.html"].raw()
    );
}

#[test]
fn debrief() {
    snapbox::assert_data_eq!(
        body_of(&sample::debrief()),
        snapbox::file!["golden/debrief.html"].raw()
    );
}

#[test]
fn a_page_says_what_its_document_says() {
    assert_eq!(
        words(&body_of(&sample::brief())).join(" "),
        "Your screening interview \
         Network Lead at Aster Freight · 45 minutes · by video or in person \
         Thank you for your interest. Examples from your own work help us most. \
         How the time is used \
         3 minutes Welcome and introductions \
         8 minutes Your questions to us \
         The whole process Stage With whom Time \
         Screening Recruiter 45 min \
         Work sample Hiring manager and an engineer 75 min \
         If you need something different \
         Write to jobs@aster.example or see how we arrange it. It plays no part in the decision."
    );
}

#[test]
fn fields_keep_their_ids() {
    let page = page_of(&sample::screening());
    let (_, body) = page.split_once("<body").expect("a page has a body");
    let mut names = values(body, "name");
    names.dedup();
    assert_eq!(
        names,
        [
            "screening.candidate",
            "screening.interviewer",
            "screening.date",
            "screening.q1.notes",
            "screening.q2.notes",
            "screening.score.technical-depth",
            "screening.score.problem-solving",
            "screening.score.uptime",
            "screening.recommendation",
            "screening.evidence",
            "screening.signature",
            "screening.signed-on",
        ]
    );
}

#[test]
fn ids_are_unique_and_every_reference_has_its_id() {
    for document in [sample::screening(), sample::brief(), sample::debrief()] {
        let page = page_of(&document);
        let ids = values(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for id in values(&page, attribute) {
                assert!(unique.contains(id), "{attribute}={id}");
            }
        }
    }
}

#[test]
fn the_policy_fits_the_style() {
    use sha2::{Digest, Sha256};
    let page = page_of(&sample::debrief());
    let (_, style) = page.split_once("<style>").expect("a page has a style");
    let (style, _) = style.split_once("</style>").expect("the style ends");
    let hash = escape::base64(&Sha256::digest(style.as_bytes()));
    // The policy is an attribute, and its quotes are escaped there.
    assert!(page.contains(&format!("style-src &#39;sha256-{hash}&#39;;")));
}

#[test]
fn a_page_asks_for_nothing_and_runs_nothing() {
    for document in [sample::screening(), sample::brief(), sample::debrief()] {
        let page = page_of(&document);
        for forbidden in [
            "<script", "<link", "<iframe", "<form", "@import", "url(", " style=", " src=",
        ] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
    }
}

#[test]
fn the_head_says_who_may_see_it() {
    for audience in Audience::ALL {
        let page = page(
            &Document::default(),
            &sample::imprint("T", audience),
            &Skin::default(),
        );
        assert!(page.contains(&format!(
            "<p class=\"badge\">{}</p>",
            Languages::english().audience(audience)
        )));
        assert!(page.contains(&format!("<body class=\"{audience}\">")));
        let hidden = page.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(hidden, audience != Audience::Public);
    }
}

#[test]
fn an_audience_line_that_says_more_than_the_head_stays() {
    let line = |words: &str| {
        let content = sample::text(words);
        let style = ParagraphStyle::Audience;
        body_of(&Document {
            blocks: vec![Block::Paragraph { style, content }],
        })
    };
    assert_eq!(line(Languages::english().audience(Audience::Internal)), "");
    assert_eq!(line("Sample · Network Lead"), "");
    assert!(line("Internal, and secret").contains("Internal, and secret"));
}

#[test]
fn headings_leave_no_level_out() {
    let levels = [2, 1, 4, 4, 2].map(|level| Block::Heading {
        level,
        content: sample::text("x"),
    });
    let html = body_of(&Document {
        blocks: levels.to_vec(),
    });
    let found: Vec<&str> = html.lines().map(|line| &line[..3]).collect();
    assert_eq!(found, ["<h1", "<h2", "<h3", "<h4", "<h2"]);
}

#[test]
fn a_column_is_as_wide_as_a_figure_with_its_unit() {
    let (document, _) =
        document::parse("| Time | What |\n| --- | --- |\n| 45\u{a0}min | Questions |\n");
    // Six characters that no line may break in, and the padding.
    assert!(body_of(&document).contains("class=\"least-9\">Time"));
}

#[test]
fn a_link_within_a_label_and_a_blank_within_a_link_stay_one_control() {
    let blank = Inline::Blank {
        label: "Company".into(),
        field: Some("blank.company".into()),
    };
    let link = Inline::Link {
        url: "https://a.example".into(),
        content: vec![blank.clone()],
    };
    let paragraph = |content| Block::Paragraph {
        style: ParagraphStyle::Body,
        content,
    };
    let html = body_of(&Document {
        blocks: vec![paragraph(vec![link])],
    });
    assert!(!html.contains("<input"));
    let html = body_of(&Document {
        blocks: vec![paragraph(vec![blank])],
    });
    assert!(html.contains("<input"));
}

#[test]
fn a_kit_lists_its_packets_by_audience() {
    let page = kit_index(&sample::kit(), Languages::english(), &Skin::default());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Whole kit, one PDF") < at("For the hiring team"));
    assert!(at("For the hiring team") < at("internal/04-screening.html"));
    assert!(at("internal/04-screening.html") < at("For the candidate"));
    assert!(at("candidate/07-brief.pdf") < at("For everyone"));
    assert!(page.contains("45 min"));
    // A title opens the page, whichever order the formats were given in.
    assert!(page.contains("<a href=\"internal/04-screening.html\">Screening interview</a>"));
    // Only the formats that exist.
    assert!(!page.contains("candidate/07-brief.html"));
}

#[test]
fn all_kits_are_listed_with_their_counts() {
    let page = all_kits(
        [("network-lead", &sample::kit().summary())],
        Languages::english(),
        &Skin::default(),
    );
    assert!(page.contains("<a href=\"network-lead/index.html\">Network Lead</a>"));
    for count in ["1 for the team", "1 for the candidate", "1 public"] {
        assert!(page.contains(count), "{count}");
    }
    assert!(
        all_kits([], Languages::english(), &Skin::default()).contains("There are no kits yet.")
    );
}

/// A skin with all there is.
fn branded() -> Skin {
    let logo = Logo {
        alt: "Aster \"<Freight>\"".to_owned(),
        ..wordmark()
    };
    let theme = Theme {
        accent: Some(Colour(0x7a, 0x1f, 0x3d)),
        grey: Some(Colour(0x40, 0x41, 0x42)),
        margins: Margins {
            left: mm(250),
            ..Margins::USUAL
        },
        density: Density::Roomy,
        logo: Some(Arc::new(logo)),
        ..Theme::default()
    };
    Skin::of(&theme, Some(&hebrew()))
}

#[test]
fn a_theme_comes_with_the_page_and_nothing_else_does() {
    let imprint = sample::imprint("Sample", Audience::Public);
    let page = page(&Document::default(), &imprint, &branded());
    for rule in [
        ":root{--accent:#7a1f3d;--grey:#404142;}",
        "@page{margin:25mm 18mm 18mm 25mm}",
        "@page :first{margin-top:16mm}",
        "@font-face{font-family:\"Theme\";font-weight:400;font-style:normal;src:url(data:font/sfnt;base64,",
        "body { --line: 8.5mm; }",
    ] {
        assert!(page.contains(rule), "{rule}");
    }
    assert!(page.contains("; font-src data:; img-src data:\""));
    let logo = "<main id=\"main\">\n<img class=\"logo\" alt=\"Aster &quot;&lt;Freight&gt;&quot;\" \
                src=\"data:image/svg+xml;base64,";
    assert!(page.contains(logo), "{page:.9000}");
    assert!(!page.contains("color:#5a6370}@bottom-left"));
}

#[test]
fn index_pages_have_the_theme_too() {
    let (skin, labels) = (branded(), Languages::english());
    let kits = [("network-lead", &sample::kit().summary())];
    for page in [
        kit_index(&sample::kit(), labels, &skin),
        all_kits(kits, labels, &skin),
    ] {
        assert!(page.contains("--accent:#7a1f3d") && page.contains("<img class=\"logo\""));
    }
}

#[test]
fn the_usual_theme_adds_nothing() {
    assert_eq!(Skin::of(&Theme::default(), None).parts(), ["", "", "", ""]);
}
