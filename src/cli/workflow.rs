//! The GitHub workflow that `init --ci` writes.

use super::starter::write_new;
use crate::report::Root;
use anyhow::{Context, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The workflow. `ACTION` and `DIRECTORY` stand for what is different everywhere.
const WORKFLOW: &str = include_str!("starter/workflow.yml");

/// Where GitHub looks for workflows, from the root of the repository.
const PATH: &str = ".github/workflows/hirekit.yml";

/// Reads where the action is: `OWNER/REPOSITORY@VERSION`, or `./FOLDER` in the same repository.
pub(super) fn action(argument: &str) -> Result<String, String> {
    let is_part = |part: &str| {
        let mut letters = part.chars();
        let known = letters.all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        known && !part.is_empty() && part != ".."
    };
    let is_path = |path: &str| path.split('/').all(is_part);
    let is_action = match argument.split_once('@') {
        Some((path, version)) => path.contains('/') && is_path(path) && is_path(version),
        None => argument == "./" || argument.starts_with("./") && is_path(argument),
    };
    if is_action {
        Ok(argument.to_owned())
    } else {
        Err("write it as `OWNER/REPOSITORY@VERSION`".to_owned())
    }
}

/// Where the workflow for the workspace at `workspace` goes: into the git repository around it, or
/// into the workspace when there is none.
///
/// # Errors
///
/// The workspace cannot be read.
pub(super) fn path(workspace: &Path) -> anyhow::Result<PathBuf> {
    let whole = whole(workspace)?;
    let root = Root::around(&whole);
    // As it was typed, where that is enough.
    let is_root = root.folder() == whole;
    let folder = if is_root { workspace } else { root.folder() };
    Ok(folder.join(PATH))
}

/// Writes a workflow that runs `action` on the workspace at `workspace`. The file must not exist.
///
/// # Errors
///
/// It cannot be written, or the name of the workspace cannot stand in it.
pub(super) fn write(path: &Path, workspace: &Path, action: &str) -> anyhow::Result<()> {
    let whole = whole(workspace)?;
    let text = text(action, &Root::around(&whole).path(&whole))?;
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    write_new(path, &text)
}

fn whole(workspace: &Path) -> anyhow::Result<PathBuf> {
    let whole = workspace.canonicalize();
    whole.with_context(|| format!("cannot read {}", workspace.display()))
}

fn text(action: &str, directory: &str) -> anyhow::Result<String> {
    let directory = if directory.is_empty() { "." } else { directory };
    // GitHub would run what stands in `${{ }}`; YAML has no words for the others.
    if directory.contains(|c: char| c.is_control() || c == '\u{fffd}') || directory.contains("${{")
    {
        bail!("a workflow cannot name the folder {directory:?}: give it a plain name");
    }
    // Text in JSON is text in YAML.
    let directory = serde_json::Value::from(directory).to_string();
    let text = WORKFLOW.replace("ACTION", action);
    Ok(text.replace("DIRECTORY", &directory))
}

#[cfg(test)]
mod tests {
    use super::{action, text};

    #[test]
    fn only_what_can_be_an_action_is_one() {
        for good in [
            "a/b@v1",
            "a/b/kits@main",
            "a-b/c.d@0123abc",
            "./",
            "./tools/hirekit",
        ] {
            assert!(action(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a/b",
            "a@b",
            "/a@b",
            "a/b@",
            "a/../b@c",
            "./../a",
            "a/b@c d",
            "a/b@c\nx: y",
            "a/b@${{x}}",
            "./a#b",
        ] {
            assert!(action(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_name_of_a_folder_is_only_a_name() {
        let text_for = |directory| text("a/b@v1", directory);
        let quoted = text_for("a: \"b\" #c").expect("it can be named");
        assert!(
            quoted.ends_with("directory: \"a: \\\"b\\\" #c\"\n"),
            "{quoted}"
        );
        assert!(
            text_for("")
                .expect("it can be named")
                .ends_with("directory: \".\"\n")
        );
        assert!(text_for("${{ x }}").is_err());
        assert!(text_for("a\nb").is_err());
    }
}
