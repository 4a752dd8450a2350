//! The console sessions of the README and of the customising guide are run, and say what they say. The
//! files they show are there.

use crate::workspace::Workspace;

#[test]
fn the_sessions_in_the_readme_run_as_shown() {
    let run = run(&Workspace::empty(), "README.md");
    assert!(run >= 5, "{run} commands");
}

#[test]
fn the_customising_guide_leads_to_a_branded_kit() {
    let workspace = Workspace::empty();
    workspace.put("aster/fonts/Aster-Regular.ttf", notosans::ITALIC_TTF);
    workspace.put("aster/fonts/Aster-Bold.ttf", notosans::BOLD_ITALIC_TTF);
    let run = run(&workspace, "guides/CUSTOMISING.md");
    assert!(run >= 8, "{run} commands");
    let german = workspace.text_of("aster/out/netzwerk/internal", "-gespraech.md");
    for words in ["Beurteilungsbogen", "**Good signs**", "- [ ] **Strong**"] {
        assert!(german.contains(words), "{words}\n{german}");
    }
    workspace.text_of("aster/out/netzwerk/internal", "-gespraech-run-sheet.md");
    let process = workspace.text_of("aster/out/it-manager/candidate", "-our-process.md");
    assert!(process.contains("\n1. **"), "{process}");
    let page = workspace.text_of("aster/out/it-manager/internal", "-screening.html");
    for words in [
        "alt=\"Aster Freight\"",
        "--accent:#7a1f3d",
        "font-family:\"Theme\"",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

/// Runs the commands that a document shows, after writing the files that it shows before them. Returns how
/// many there were.
fn run(workspace: &Workspace, document: &str) -> usize {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = std::fs::read_to_string(path).expect("the document is there");
    let mut run = 0;
    for block in text.split("\n```").skip(1).step_by(2) {
        let (language, block) = block
            .split_once('\n')
            .expect("the block begins on its own line");
        // A file is shown with its name as a comment in front.
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        let name = first.trim_start_matches("# ");
        match language {
            "yaml" => workspace.write(name, block),
            "svg" => {
                let name = first.trim_start_matches("<!-- ").trim_end_matches(" -->");
                workspace.write(name, &format!("{rest}\n"));
            }
            // Copied whole: a comment of a template.
            "markdown" => {
                let name = first.trim_start_matches("{# ").trim_end_matches(" #}");
                workspace.write(name, &format!("{block}\n"));
            }
            "diff" => change(workspace, name, rest),
            "console" => run += session(workspace, block),
            _ => {}
        }
    }
    run
}

/// Exchanges the lines that go for those that come.
fn change(workspace: &Workspace, name: &str, lines: &str) {
    let those = |mark: char| -> String {
        let lines = lines.lines().filter_map(|line| line.strip_prefix(mark));
        lines.map(|line| format!("{line}\n")).collect()
    };
    workspace.change(name, &those('-'), &those('+'));
}

fn session(workspace: &Workspace, session: &str) -> usize {
    let mut run = 0;
    for step in session.split("$ hirekit ").skip(1) {
        let (command, output) = step.split_once('\n').expect("a command is a line");
        let arguments = words(command);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let expected = output.trim_end().to_owned() + "\n";
        let expected = snapbox::Data::text(expected);
        workspace
            .hirekit(&arguments)
            .assert()
            .success()
            .stdout_eq(expected);
        run += 1;
    }
    run
}

/// Splits a command line at spaces outside double quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().expect("there is one").push(other),
        }
    }
    words
}
