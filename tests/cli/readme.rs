//! The README's console sessions are run, and say what they say. The files it shows are there.

use crate::workspace::Workspace;

#[test]
fn the_sessions_in_the_readme_run_as_shown() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let readme = readme.expect("the README is there");
    let workspace = Workspace::empty();
    let mut run = 0;
    for block in readme.split("\n```").skip(1).step_by(2) {
        let (language, session) = block
            .split_once('\n')
            .expect("the block begins on its own line");
        // A file is shown with its name as a comment in front.
        let file = session.split_once('\n').filter(|_| language == "yaml");
        if let Some((name, _)) = file {
            workspace.write(name.trim_start_matches("# "), session);
        }
        let session = if language == "console" { session } else { "" };
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
    }
    assert!(run >= 5, "{run} commands");
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
