//! Builds that are ended before they are done: every packet is whole, and the next build heals.

#![cfg(unix)]

use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn spawn(workspace: &Workspace) -> Child {
    Command::new(snapbox::cmd::cargo_bin!("hirekit"))
        .args(["build", "--format", "md,html"])
        .current_dir(workspace.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs")
}

fn packets(workspace: &Workspace) -> Files {
    workspace.packets("out").into_iter().collect()
}

/// A workspace in which a word of each guide is `version`.
fn change_to(workspace: &Workspace, version: usize) {
    for id in ["good", "one", "two"] {
        let guide = format!("guides/{id}.yaml");
        let text = workspace.read(&guide);
        let lines = text.lines().map(|line| match line.starts_with("role: ") {
            true => format!("role: Role {version}\n"),
            false => format!("{line}\n"),
        });
        workspace.write(&guide, &lines.collect::<String>());
    }
}

/// Kills builds at moments that `random` chooses, each after a change of all guides.
fn kill_builds(count: usize, mut random: u64) {
    let workspace = Workspace::with_good_guide();
    for id in ["one", "two"] {
        workspace.hirekit(&["new", id]).assert().success();
    }
    change_to(&workspace, 0);
    workspace
        .hirekit(&["build", "--format", "md,html"])
        .assert()
        .success();
    for version in 1..=count {
        let old = packets(&workspace);
        change_to(&workspace, version);
        let mut child = spawn(&workspace);
        // xorshift: any numbers will do, the same ones each time.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(random % 120_000));
        child.kill().expect("it can be killed");
        child.wait().expect("it has ended");
        let torn = packets(&workspace);
        workspace
            .hirekit(&["build", "--format", "md,html"])
            .assert()
            .success()
            .stderr_eq("");
        let new = packets(&workspace);
        for (path, bytes) in &torn {
            let is_unfinished = path.extension().is_some_and(|it| it == "hirekit");
            let is_whole = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
            assert!(is_whole || is_unfinished, "{}", path.display());
        }
        assert!(new.keys().eq(old.keys()), "nothing is left over");
        workspace.hirekit(&["build", "--check"]).assert().success();
    }
}

#[test]
fn builds_killed_at_any_moment_are_healed_by_the_next() {
    kill_builds(6, 0x9e37_79b9_7f4a_7c15);
}

/// `cargo test --test cli -- --ignored killed`
#[test]
#[ignore = "takes a minute"]
fn two_hundred_builds_killed_at_any_moment_are_healed_by_the_next() {
    kill_builds(200, 0x2545_f491_4f6c_dd1d);
}

#[test]
fn ctrl_c_ends_a_build_cleanly() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.read("guides/good.yaml");
    for id in 0..24 {
        let text = guide.replacen("id: good", &format!("id: guide-{id}"), 1);
        workspace.write(&format!("guides/guide-{id}.yaml"), &text);
    }
    let mut child = spawn(&workspace);
    // The first kit shows that it has begun.
    while !workspace.path("out/good/kit.json").exists()
        && !workspace.path("out/guide-0/kit.json").exists()
    {
        assert!(child.try_wait().expect("it can be waited for").is_none());
        std::thread::sleep(Duration::from_millis(1));
    }
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(killed.expect("there is such a program").success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let unfinished =
        |(path, _): &(PathBuf, Vec<u8>)| path.extension().is_some_and(|it| it == "hirekit");
    assert!(!workspace.files("out").iter().any(unfinished));
    workspace
        .hirekit(&["build", "--format", "md,html"])
        .assert()
        .success();
    workspace.hirekit(&["build", "--check"]).assert().success();
}
