//! Templates of pages: the page around a packet, its style, and what stands above and below it.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn the_page_and_its_style_can_be_replaced() {
    let workspace = Workspace::with_good_guide();
    let build = || workspace.hirekit(&["build", "--format", "html"]).assert();
    build().success();
    let before = workspace.packets("out");
    workspace
        .hirekit(&["templates", "eject", "page", "style"])
        .assert()
        .success();
    build().success();
    assert!(before == workspace.packets("out"), "a copy is no change");
    let style = workspace.read("templates/style.css");
    workspace.write(
        "templates/style.css",
        &format!("{style}\n.lead {{ font-style: italic; }}\n"),
    );
    workspace.write("templates/parts/house.html", "<p>{{ role }} & more</p>\n");
    workspace.change(
        "templates/page.html",
        "<main id=\"main\">",
        "{% include \"parts/house.html\" %}\n<main id=\"main\">",
    );
    build().success();
    let packet = workspace.read("out/good/internal/03-interview.html");
    assert!(
        packet.contains("<p>Your Role & more</p>\n<main"),
        "{packet:.900}"
    );
    for page in [
        "out/good/internal/03-interview.html",
        "out/good/index.html",
        "out/index.html",
    ] {
        let page = workspace.read(page);
        assert!(page.contains("font-style: italic;") && !page.contains("templates diff"));
    }
    workspace
        .hirekit(&["build", "--format", "html", "--check"])
        .assert()
        .success();
}

#[test]
fn a_page_keeps_its_policy_and_its_text() {
    for (from, to, expected) in [
        (
            "{{ frame.policy }}",
            "",
            "pages made by this template lack `{{ frame.policy }}`",
        ),
        (
            "{{ body }}",
            "",
            "pages made by this template lack `{{ body }}`",
        ),
        (
            "<meta charset=\"utf-8\">",
            "<script>alert(1)</script>",
            "pages made by this template lack `{{ frame.policy }}`",
        ),
        (
            "{{ body }}",
            "{{ body }}{{ tilte }}",
            "write `title`; there are `audience`",
        ),
        (
            "{{ body }}",
            "{% include \"/etc/passwd\" %}",
            "there is no template `/etc/passwd`",
        ),
        ("{{ body }}", "{% if", "syntax error"),
    ] {
        let workspace = Workspace::with_good_guide();
        workspace
            .hirekit(&["templates", "eject", "page"])
            .assert()
            .success();
        workspace.change("templates/page.html", from, to);
        for command in [&["build", "--format", "html"][..], &["templates", "check"]] {
            let ended = workspace.hirekit(command).output().expect("it runs");
            let said = String::from_utf8_lossy(&ended.stderr);
            assert_eq!(ended.status.code(), Some(1), "{said}");
            assert!(said.contains("templates/page.html"), "{said}");
            assert!(said.contains(expected), "{expected}\n{said}");
        }
        assert!(!workspace.path("out/good").exists());
    }
}

#[test]
fn running_heads_are_pieces_of_pages_and_prints_alike() {
    let workspace = Workspace::with_good_guide();
    workspace.write(
        "templates/running-head.md",
        "Aster Freight · **{{ title }}**\n",
    );
    workspace.write(
        "templates/running-foot.md",
        "Filled in? To People & Culture\n",
    );
    workspace.hirekit(&["build"]).assert().success();
    let page = workspace.text_of("out/good/internal", "-interview.html");
    for said in [
        "<bdi>Aster Freight · </bdi><bdi class=\"role\">First interview</bdi>",
        "<bdi>Filled in? To People &amp; Culture</bdi>",
        "{content:\"Aster Freight · First interview",
        // What stands there whatever a template says.
        "<p class=\"badge\">Internal",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    // The other pages follow a change, and texts do not.
    workspace.write("templates/running-foot.md", "Thank you\n");
    let ended = workspace.hirekit(&["build", "--check", "--message-format", "json"]);
    let ended = ended.output().expect("it runs");
    let said = String::from_utf8_lossy(&ended.stdout);
    let is_stale = |end: &str| said.contains(&format!("-interview.{end}"));
    assert_eq!(
        ["md", "html", "pdf"].map(is_stale),
        [false, true, true],
        "{said}"
    );
}

#[test]
fn what_stands_above_a_page_is_one_line() {
    let workspace = Workspace::with_good_guide();
    workspace.write("templates/running-head.md", "# {{ title }}\n");
    workspace.hirekit(&["build"]).assert().code(1).stderr_eq(str![[r#"
...
error[template-error]: what stands above or below a page is one line of words, and this template makes more
 --> templates/running-head.md:1:1
...
"#]]);
    workspace.write("templates/running-head.md", "{{ titel }}\n");
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
...
error[template-error]: `titel` is not defined here
...
"#]]);
}
