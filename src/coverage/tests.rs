use super::{Coverage, text};
use crate::guide::Guide;
use crate::kit::Words;
use crate::labels::Languages;
use std::collections::BTreeMap;

/// Two competencies and an outcome: one asked and rated, one only rated, one never rated.
fn guide() -> Guide {
    let stage = |id: &str, optional: bool, asks: &[&str], rates: &[&str]| {
        let criteria: Vec<_> = rates
            .iter()
            .map(|id| serde_json::json!({"id": id, "name": id, "competency": id, "anchors": {}}))
            .collect();
        serde_json::json!({
            "id": id, "kind": "interview", "title": id, "minutes": 50, "optional": optional,
            "questions": [{"id": "q", "ask": "Why?", "competencies": asks}],
            "scorecard": {"criteria": criteria, "rate_outcomes": false},
        })
    };
    let named = |id: &str| serde_json::json!({"id": id, "name": id, "description": "It is."});
    serde_json::from_value(serde_json::json!({
        "format": 1, "id": "test", "role": "Tester", "summary": "Tests.",
        "competencies": [named("craft"), named("a-very-long-name-of-a-competency-that-nobody-can-read")],
        "outcomes": [named("result")],
        "stages": [
            stage("first", false, &["craft"], &["craft"]),
            stage("second", true, &["craft"], &["craft", "a-very-long-name-of-a-competency-that-nobody-can-read"]),
        ],
    }))
    .expect("it is a guide")
}

#[test]
fn as_text() {
    let guide = guide();
    let fills = BTreeMap::new();
    let words = Words::new(&guide, &fills, Languages::english());
    assert_eq!(
        text::text(&guide, &Coverage::of(&guide), &words),
        "\
Tester (test)

  1  first   50 min
  2  second  50 min, optional
     In all  50 min, and 50 min more with all optional stages

Competency                                  1    2
craft                                      1r   1r
a-very-long-name-of-a-competency-that-n…    -    r
The number of questions that ask for it; r where the scorecard rates it.

Outcome    1    2
result     -    -

Gaps
  - a-very-long-name-of-a-competency-that-nobody-can-read: no question asks for it
  - result: no scorecard rates it
"
    );
}

#[test]
fn minutes_in_words() {
    assert_eq!(super::in_words(45), "45 min");
    assert_eq!(super::in_words(120), "2 h");
    assert_eq!(super::in_words(135), "2 h 15 min");
}
