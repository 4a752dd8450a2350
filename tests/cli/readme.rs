//! The README's console sessions are run, and say what they say.

use crate::workspace::Workspace;

#[test]
fn the_sessions_in_the_readme_run_as_shown() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let readme = readme.expect("the README is there");
    let workspace = Workspace::empty();
    let mut run = 0;
    for block in readme.split("```console\n").skip(1) {
        let (session, _) = block.split_once("```").expect("the block ends");
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
