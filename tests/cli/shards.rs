//! `--shard` and `--jobs`: however the work is shared, the result is the same.

use crate::workspace::Workspace;
use snapbox::str;

fn workspace() -> Workspace {
    let workspace = Workspace::with_good_guide();
    for id in ["one", "two", "three", "four", "five"] {
        workspace.hirekit(&["new", id]).assert().success();
    }
    workspace
}

#[test]
fn shards_join_without_conflict() {
    let workspace = workspace();
    let formats = ["--format", "md,html"];
    workspace
        .hirekit(&["build"])
        .args(formats)
        .assert()
        .success();
    for shard in ["1/3", "2/3", "3/3"] {
        let out = format!("shard-{}", &shard[..1]);
        let mut build = workspace.hirekit(&["build", "--out", &out, "--shard", shard]);
        build = build.args(formats);
        build.assert().success();
        assert!(!workspace.path(&out).join("index.html").exists());
        for (path, bytes) in workspace.files(&out) {
            let joined = path.to_string_lossy().replace(&out, "joined");
            let joined = std::path::Path::new(&joined);
            // What is local is the same in all or of one kit only, too.
            let before = std::fs::read(joined)
                .ok()
                .filter(|_| !joined.ends_with("lock"));
            assert!(before.is_none_or(|before| before == bytes), "{joined:?}");
            let folder = joined.parent().expect("it is in a folder");
            std::fs::create_dir_all(folder).expect("it can be made");
            std::fs::write(joined, bytes).expect("it can be written");
        }
    }
    // The page of all kits comes last.
    workspace
        .hirekit(&["build", "--out", "joined"])
        .args(formats)
        .assert()
        .success()
        .stdout_eq("6 kits up to date\n");
    let bytes = |folder: &str| -> Vec<_> {
        let packets = workspace.packets(folder).into_iter();
        packets
            .map(|(path, bytes)| (path.file_name().map(ToOwned::to_owned), bytes))
            .collect()
    };
    assert!(bytes("joined") == bytes("out"));
}

#[test]
fn a_shard_removes_only_its_own() {
    let workspace = workspace();
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    for id in ["one", "two", "three", "four", "five"] {
        workspace.remove(&format!("guides/{id}.yaml"));
    }
    let mut left = Vec::new();
    for shard in ["1/2", "2/2"] {
        workspace
            .hirekit(&["build", "--format", "md", "--shard", shard])
            .assert()
            .success();
        left.push(
            workspace
                .path("out")
                .read_dir()
                .expect("it is there")
                .count(),
        );
    }
    // The guide that is left, and the folder of what is local.
    assert!(left[0] > 2 && left[1] == 2, "{left:?}");
}

#[test]
fn what_is_no_shard_is_refused() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build", "--shard", "3/2"]).assert().code(2).stderr_eq(str![[r#"
error: invalid value '3/2' for '--shard <K/N>': write it as `K/N`: `2/5` is the second of five shards

For more information, try '--help'.

"#]]);
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes_and_the_same_words() {
    let workspace = workspace();
    workspace.change("guides/two.yaml", "role: Your Role", "rolle: Your Role");
    workspace.change(
        "guides/four.yaml",
        "competencies: [craft, collaboration]\n        cover:\n          - What it was for",
        "competencies: [kraft, collaboration]\n        cover:\n          - What it was for",
    );
    let mut before = None;
    for jobs in ["1", "2", "7"] {
        let ended = workspace
            .hirekit(&["build", "--format", "md,html", "--jobs", jobs])
            .output();
        let ended = ended.expect("it runs");
        let after = (
            ended.stdout,
            ended.stderr,
            ended.status,
            workspace.packets("out"),
        );
        assert!(before.is_none_or(|before| before == after), "{jobs}");
        before = Some(after);
        workspace.remove("out");
    }
}

#[test]
fn two_builds_at_once_both_end_well() {
    let workspace = workspace();
    workspace
        .hirekit(&["build", "--format", "md", "--out", "alone"])
        .assert()
        .success();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                workspace
                    .hirekit(&["build", "--format", "md"])
                    .assert()
                    .success()
            });
        }
    });
    let bytes = |folder: &str| -> Vec<_> {
        workspace
            .packets(folder)
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect()
    };
    assert!(bytes("out") == bytes("alone"));
    workspace.hirekit(&["build", "--check"]).assert().success();
}
