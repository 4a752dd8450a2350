//! Sample documents with every kind of block, written by hand.

use crate::document::{
    Alignment, Blank, Block, Cell, ChoiceOption, Document, Inline, List, ListItem, Mark, PanelKind,
    ParagraphStyle, Row, Table, TableStyle, TimePart,
};
use crate::html::{FileLink, Format, KitListing, PacketListing};
use crate::kit::{Audience, Imprint};

pub(super) fn imprint(title: &str, audience: Audience) -> Imprint {
    Imprint {
        role: "Network Lead".into(),
        title: title.into(),
        audience,
        version: match audience {
            Audience::Internal => "Kit 7c41e09 · built from network-lead.yaml".into(),
            _ => "Aster Freight · jobs@aster.example".into(),
        },
        language: "en".into(),
    }
}

pub(super) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn strong(words: &str) -> Vec<Inline> {
    vec![Inline::Strong(text(words))]
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading {
        level,
        content: text(words),
    }
}

fn paragraph(style: ParagraphStyle, words: &str) -> Block {
    Block::Paragraph {
        style,
        content: text(words),
    }
}

fn body(words: &str) -> Block {
    paragraph(ParagraphStyle::Body, words)
}

fn label(words: &str) -> Block {
    paragraph(ParagraphStyle::Label, words)
}

fn list(items: &[&str]) -> Block {
    let items = items.iter().map(|item| ListItem {
        check: None,
        blocks: vec![body(item)],
    });
    Block::List(List {
        start: None,
        items: items.collect(),
    })
}

fn blank(field: &str, label: &str, width: u16) -> Blank {
    Blank {
        field: field.into(),
        label: text(label),
        width,
    }
}

fn notes(field: &str, label: &str, lines: u16) -> Block {
    Block::Notes {
        field: field.into(),
        label: text(label),
        lines,
    }
}

fn question(
    number: u8,
    ask: &str,
    meta: &str,
    cover: &[&str],
    follow_ups: &[&str],
    lines: u16,
) -> Block {
    Block::Question {
        number: number.to_string(),
        ask: text(ask),
        blocks: vec![
            paragraph(ParagraphStyle::Meta, meta),
            Block::Columns(vec![
                vec![label("Listen for"), list(cover)],
                vec![label("If you need more"), list(follow_ups)],
            ]),
            notes(&format!("screening.q{number}.notes"), "Notes", lines),
        ],
    }
}

fn level(field: &str, value: usize, words: &str) -> Cell {
    Cell {
        content: if words.is_empty() {
            Vec::new()
        } else {
            text(words)
        },
        mark: Some(Mark {
            field: field.into(),
            value: value.to_string(),
        }),
        field: None,
    }
}

fn criterion(field: &str, name: &str, anchors: [&str; 4]) -> Row {
    let mut cells = vec![
        Cell {
            content: text(name),
            ..Cell::default()
        },
        level(field, 0, ""),
    ];
    cells.extend(
        anchors
            .iter()
            .enumerate()
            .map(|(at, anchor)| level(field, at + 1, anchor)),
    );
    Row::Cells(cells)
}

fn head(words: &[&str]) -> Vec<Cell> {
    let cell = |word: &&str| Cell {
        content: if word.is_empty() {
            Vec::new()
        } else {
            text(word)
        },
        ..Cell::default()
    };
    words.iter().map(cell).collect()
}

fn scorecard() -> Block {
    let likely = ["Unlikely", "In part", "Likely", "Likely to do better"];
    Block::Table(Table {
        style: TableStyle::Scorecard,
        alignment: vec![Alignment::Start; 6],
        widths: vec![17, 10, 18, 18, 18, 19],
        head: head(&["", "0 · not enough heard", "1", "2", "3", "4"]),
        rows: vec![
            Row::Band(text("What you heard")),
            criterion(
                "screening.score.technical-depth",
                "Technical depth",
                [
                    "Names products; cannot say how traffic flows",
                    "Explains one site; unsure across sites or cloud",
                    "Explains the whole estate and its weak points",
                    "Also shows how design choices paid off or did not",
                ],
            ),
            criterion(
                "screening.score.problem-solving",
                "Problem solving",
                [
                    "Tries fixes until one holds",
                    "Finds causes in familiar faults",
                    "Narrows down step by step, with evidence",
                    "Also removes the class of fault afterwards",
                ],
            ),
            criterion(
                "screening.score.communication",
                "Communication",
                [
                    "Hard to follow without knowing the field",
                    "Clear to engineers, less so to others",
                    "Clear to whoever is listening",
                    "Also changes minds without rank",
                ],
            ),
            criterion(
                "screening.score.leading",
                "Leading people",
                [
                    "Has worked alone",
                    "Has shared out tasks",
                    "Has grown people into bigger work",
                    "Also built a team that runs without them",
                ],
            ),
            Row::Band(text("Will this person reach our goals?")),
            criterion(
                "screening.score.uptime",
                "99.9 % uptime in six months",
                likely,
            ),
            criterion(
                "screening.score.three-sites",
                "Three sites on one design by spring",
                likely,
            ),
        ],
    })
}

fn recommendation() -> Block {
    let option = |value: &str, words: &str| ChoiceOption {
        value: value.into(),
        label: text(words),
    };
    Block::Choice {
        field: "screening.recommendation".into(),
        options: vec![
            option("strong-no-hire", "Strong no hire"),
            option("no-hire", "No hire"),
            option("hire", "Hire"),
            option("strong-hire", "Strong hire"),
        ],
    }
}

/// A screening interview: directions, questions, scorecard, recommendation.
pub(super) fn screening() -> Document {
    let part = |minutes: &str, words: &str| TimePart {
        minutes: minutes.into(),
        label: text(words),
    };
    let mut blocks = vec![
        heading(1, "Screening interview"),
        paragraph(ParagraphStyle::Audience, Audience::Internal.label()),
        paragraph(
            ParagraphStyle::Lead,
            "Network Lead · 45 minutes · Recruiter · first of five stages",
        ),
        Block::Blanks(vec![
            blank("candidate", "Candidate", 4),
            blank("interviewer", "Interviewer", 4),
            blank("date", "Date", 2),
        ]),
        Block::TimeBar(vec![
            part("3", "welcome"),
            part("32", "six questions"),
            part("8", "their questions"),
            part("2", "next steps"),
        ]),
        Block::Panel {
            kind: PanelKind::Directions,
            blocks: vec![
                label("Before you start"),
                body(
                    "Find out whether this person has done work of this size before, and whether they can explain it. You are deciding on a longer conversation, not on a hire.",
                ),
                list(&[
                    "Read the CV for scope: sites, people, money, not for brand names.",
                    "Ask every question, in this order, and write down what was said, not what you concluded.",
                    "When an answer is general, ask for the last time it happened.",
                ]),
            ],
        },
        Block::Panel {
            kind: PanelKind::ReadAloud,
            blocks: vec![
                label("Read aloud"),
                body(
                    "Thank you for making the time. I will ask about the networks you look after today and how you run them. Specific examples help most. We keep the last eight minutes for your questions.",
                ),
            ],
        },
        heading(2, "Questions"),
    ];
    blocks.extend(questions());
    blocks.extend([
        Block::PageBreak,
        heading(2, "Scorecard"),
        paragraph(ParagraphStyle::Lead, "Fill this in alone, before you talk to anyone about the candidate. Mark one level per row. Level 0 means you did not hear enough to judge: it is never counted as a score."),
        scorecard(),
        Block::Keep(vec![
            heading(2, "Recommendation"),
            recommendation(),
            notes("screening.evidence", "The evidence that decided it, in your own words", 5),
            Block::Blanks(vec![blank("signature", "Signature", 4), blank("signature-date", "Date", 1)]),
        ]),
    ]);
    Document { blocks }
}

fn questions() -> Vec<Block> {
    vec![
        question(
            1,
            "Which networks are you responsible for today, and what depends on them?",
            "Technical depth · about 6 minutes",
            &[
                "Number of sites, users and devices",
                "Wired, wireless and cloud edges",
                "What stops when the network stops",
                "Their own part, and the team's",
            ],
            &[
                "What did you inherit, and what did you change first?",
                "Which part would you rebuild, and why?",
                "Who calls you at three in the morning?",
            ],
            4,
        ),
        question(
            2,
            "Tell me about the last outage you led from first alarm to last report.",
            "Problem solving, Communication · about 6 minutes",
            &[
                "How the fault was narrowed down",
                "Who was told, when, and in what words",
                "What was done so it stays fixed",
            ],
            &[
                "What did you believe at first that turned out wrong?",
                "How did you split the work?",
            ],
            3,
        ),
        question(
            3,
            "Whom did you help to grow, and what can they do now that they could not do before?",
            "Leading people · about 6 minutes",
            &[
                "One person, by what they do",
                "What they themselves did for it",
            ],
            &["What did not work?"],
            3,
        ),
    ]
}

/// What a candidate gets before the screening interview.
pub(super) fn brief() -> Document {
    let row = |cells: &[Vec<Inline>]| {
        Row::Cells(
            cells
                .iter()
                .map(|content| Cell {
                    content: content.clone(),
                    ..Cell::default()
                })
                .collect(),
        )
    };
    let table = |columns: usize, widths: &[u16], head: Vec<Cell>, rows: Vec<Row>| {
        Block::Table(Table {
            style: TableStyle::Plain,
            alignment: vec![Alignment::Start; columns],
            widths: widths.to_vec(),
            head,
            rows,
        })
    };
    Document {
        blocks: vec![
            heading(1, "Your screening interview"),
            paragraph(ParagraphStyle::Lead, "Network Lead at Aster Freight · 45 minutes · by video or in person"),
            Block::Panel {
                kind: PanelKind::ReadAloud,
                blocks: vec![body("Thank you for your interest. In this first conversation we would like to hear about the networks you run today and how you lead the people who run them with you. Examples from your own work help us most. Nothing needs to be prepared in writing.")],
            },
            heading(2, "How the time is used"),
            table(2, &[1, 5], head(&["", ""]), vec![
                row(&[strong("3 minutes"), text("Welcome and introductions")]),
                row(&[strong("32 minutes"), text("Six questions about your experience, the same for every candidate")]),
                row(&[strong("8 minutes"), text("Your questions to us")]),
                row(&[strong("2 minutes"), text("What happens next, and when you will hear from us")]),
            ]),
            heading(2, "The whole process"),
            table(3, &[], head(&["Stage", "With whom", "Time"]), vec![
                row(&[strong("Screening"), text("Recruiter"), text("45 min")]),
                row(&[strong("Work sample"), text("Hiring manager and an engineer"), text("75 min")]),
                row(&[strong("Experience interview"), text("Two future colleagues"), text("60 min")]),
                row(&[strong("References"), text("People you name"), text("–")]),
            ]),
            heading(2, "If you need something different"),
            Block::Paragraph {
                style: ParagraphStyle::Body,
                content: vec![
                    Inline::Text("Tell us if another time, format or place would help you do your best: write to ".into()),
                    Inline::Link { url: "mailto:jobs@aster.example".into(), content: text("jobs@aster.example") },
                    Inline::Text(" or see ".into()),
                    Inline::Link { url: "https://aster.example/jobs/adjustments".into(), content: text("how we arrange it") },
                    Inline::Text(". It plays no part in the decision.".into()),
                ],
            },
        ],
    }
}

/// A debrief: agenda with tick boxes, a grid of everyone's scores, and the rarer blocks.
pub(super) fn debrief() -> Document {
    let cell = |row: &str, column: &str| Cell {
        field: Some(format!("grid.{row}.{column}")),
        ..Cell::default()
    };
    let row = |id: &str, name: &str| {
        let mut cells = vec![Cell {
            content: text(name),
            ..Cell::default()
        }];
        cells.extend(
            [
                "screening",
                "technical",
                "work-sample",
                "experience",
                "references",
            ]
            .map(|column| cell(id, column)),
        );
        Row::Cells(cells)
    };
    let check = |field: &str, blocks: Vec<Block>| ListItem {
        check: Some(field.into()),
        blocks,
    };
    Document {
        blocks: vec![
            heading(1, "Debrief"),
            paragraph(
                ParagraphStyle::Lead,
                "Network Lead · 45 minutes · everyone who interviewed",
            ),
            Block::Paragraph {
                style: ParagraphStyle::Body,
                content: vec![
                    Inline::Text("We decide today about ".into()),
                    Inline::Blank {
                        label: "Candidate".into(),
                    },
                    Inline::Text(", who would report to ".into()),
                    Inline::Blank {
                        label: "Manager".into(),
                    },
                    Inline::Text(". Everyone has ".into()),
                    Inline::Emphasis(text("already")),
                    Inline::Text(" filled in ".into()),
                    Inline::Strikethrough(text("a form")),
                    Inline::Text(" their scorecard, saved as ".into()),
                    Inline::Code("scorecard.pdf".into()),
                    Inline::Text(".".into()),
                    Inline::Break,
                    Inline::Text(
                        "Nobody changes a score in the meeting without saying why.".into(),
                    ),
                ],
            },
            heading(2, "Agenda"),
            Block::List(List {
                start: None,
                items: vec![
                    check(
                        "agenda.scores",
                        vec![body("Everyone enters their scores, in silence")],
                    ),
                    check(
                        "agenda.gaps",
                        vec![
                            body("Talk about the rows that differ by two levels or more"),
                            list(&[
                                "What did each of you hear?",
                                "What would have changed your mind?",
                            ]),
                        ],
                    ),
                    check("agenda.decision", vec![body("Decide, and write down why")]),
                ],
            }),
            heading(2, "Scores side by side"),
            Block::Table(Table {
                style: TableStyle::Grid,
                alignment: vec![
                    Alignment::Start,
                    Alignment::Centre,
                    Alignment::Centre,
                    Alignment::Centre,
                    Alignment::Centre,
                    Alignment::Centre,
                ],
                widths: vec![3, 2, 2, 2, 2, 2],
                head: head(&[
                    "Criterion",
                    "Screening",
                    "Technical",
                    "Work sample",
                    "Experience",
                    "References",
                ]),
                rows: vec![
                    Row::Band(text("Competencies")),
                    row("technical-depth", "Technical depth"),
                    row("problem-solving", "Problem solving"),
                    row("communication", "Communication"),
                    Row::Band(text("Outcomes")),
                    row("uptime", "99.9 % uptime in six months"),
                ],
            }),
            heading(4, "If you cannot agree"),
            Block::List(List {
                start: Some(3),
                items: vec![
                    ListItem {
                        check: None,
                        blocks: vec![
                            body("Name the evidence that is missing."),
                            body("Who can get it, by when?"),
                        ],
                    },
                    ListItem {
                        check: None,
                        blocks: vec![body("Meet once more.")],
                    },
                ],
            }),
            Block::Panel {
                kind: PanelKind::Note,
                blocks: vec![body("The hiring manager decides; the group advises.")],
            },
            Block::Rule,
            Block::Code("score = sum(weight * level) / sum(weight)\n".into()),
            notes("debrief.reasons", "", 4),
        ],
    }
}

/// A kit with one packet for each audience, not all in every format.
pub(super) fn kit() -> KitListing {
    let packet = |title: &str, minutes, audience, path: &str, formats: &[Format]| PacketListing {
        title: title.into(),
        description: "What it is for.".into(),
        minutes,
        audience,
        files: formats
            .iter()
            .map(|format| FileLink {
                format: *format,
                path: format!(
                    "{path}.{}",
                    match format {
                        Format::Markdown => "md",
                        Format::Html => "html",
                        Format::Pdf => "pdf",
                    }
                ),
            })
            .collect(),
    };
    let all = [Format::Markdown, Format::Html, Format::Pdf];
    KitListing {
        role: "Network Lead".into(),
        id: "network-lead".into(),
        version: "Kit 7c41e09 · built from network-lead.yaml".into(),
        language: "en".into(),
        whole: vec![FileLink {
            format: Format::Pdf,
            path: "internal/00-whole-kit.pdf".into(),
        }],
        packets: vec![
            packet(
                "Job posting",
                None,
                Audience::Public,
                "public/01-posting",
                &all,
            ),
            packet(
                "Screening interview",
                Some(45),
                Audience::Internal,
                "internal/04-screening",
                &all,
            ),
            packet(
                "Your interview",
                Some(45),
                Audience::Candidate,
                "candidate/07-brief",
                &all[2..],
            ),
        ],
    }
}
