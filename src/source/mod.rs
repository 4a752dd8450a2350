//! Reading a file: what may be opened, how much of it, and which bytes are text.
//!
//! A file that cannot be read at all is an error of the world; a file that is no text is a
//! finding, so that the other files are still checked.

mod decode;
mod explanations;

pub(crate) use explanations::{CONTROL_CHARACTER, EXPLANATIONS};

use crate::finding::{Finding, Place, Source};
use anyhow::Context;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The most a file may hold: fifty times the largest guide we know of.
pub const MAX_BYTES: usize = 4 << 20;

/// Reads the file at `path`, to be shown as `shown` in findings.
///
/// With a `workspace` folder, a file that a link leads out of that folder is not opened. Where
/// there are findings, the text may be empty and is not worth checking any further.
///
/// # Errors
///
/// The file does not exist, or may not be read.
pub fn read(
    path: &Path,
    shown: &Path,
    workspace: Option<&Path>,
) -> anyhow::Result<(Arc<Source>, Vec<Finding>)> {
    let decoded = match refusal(path, workspace)? {
        Some(refusal) => Err(refusal),
        None => match bounded(path, MAX_BYTES)? {
            Some(bytes) => decode::decode(&bytes),
            None => Err(too_large()),
        },
    };
    let (text, refusal) = match decoded {
        Ok(text) => (text, None),
        Err(refusal) => (refusal.text.clone(), Some(refusal)),
    };
    let source = Arc::new(Source {
        path: shown.to_owned(),
        text,
    });
    let findings = refusal.map(|it| it.finding(&source)).into_iter().collect();
    Ok((source, findings))
}

/// Reads a file that another one names, of at most `limit` bytes, and in the `workspace`.
///
/// # Errors
///
/// Why it cannot be read, in words that go on a sentence.
pub(crate) fn read_bytes(path: &Path, workspace: &Path, limit: usize) -> Result<Vec<u8>, String> {
    match refusal(path, Some(workspace)) {
        Err(_) => return Err("there is no such file, or it may not be read".to_owned()),
        Ok(Some(refusal)) => return Err(refusal.message),
        Ok(None) => {}
    }
    match bounded(path, limit) {
        Err(_) => Err("it may not be read".to_owned()),
        Ok(None) => Err("it is too large".to_owned()),
        Ok(Some(bytes)) => Ok(bytes),
    }
}

/// Why the contents of a file are not used.
struct Refusal {
    explanation: &'static crate::finding::Explanation,
    message: String,
    label: &'static str,
    help: &'static str,
    /// What could be decoded, when the place of the mistake is to be shown.
    text: String,
    span: std::ops::Range<usize>,
}

impl Refusal {
    fn new(
        explanation: &'static crate::finding::Explanation,
        message: impl Into<String>,
        help: &'static str,
    ) -> Self {
        Self {
            explanation,
            message: message.into(),
            label: "",
            help,
            text: String::new(),
            span: 0..0,
        }
    }

    fn finding(self, source: &Arc<Source>) -> Finding {
        self.explanation
            .finding(Place::new(source, self.span), self.message)
            .label(self.label)
            .help(self.help)
    }
}

/// Looks at what `path` leads to before it is opened: opening a FIFO would wait for ever.
fn refusal(path: &Path, workspace: Option<&Path>) -> anyhow::Result<Option<Refusal>> {
    let cannot_read = || format!("cannot read {}", path.display());
    let real = path.canonicalize().with_context(cannot_read)?;
    if let Some(workspace) = workspace {
        let workspace = workspace
            .canonicalize()
            .with_context(|| format!("cannot read {}", workspace.display()))?;
        if !real.starts_with(&workspace) {
            return Ok(Some(Refusal::new(
                &explanations::OUTSIDE_WORKSPACE,
                "this file is a link that leads out of the workspace",
                "put a copy of the file in the workspace",
            )));
        }
    }
    let kind = real.metadata().with_context(cannot_read)?;
    if kind.is_file() {
        return Ok(None);
    }
    let what = if kind.is_dir() {
        "a folder"
    } else {
        "a device or a pipe"
    };
    Ok(Some(Refusal::new(
        &explanations::NOT_A_FILE,
        format!("this is {what}, not a file"),
        "name a file, such as `guides/it-manager.yaml`",
    )))
}

/// Reads a file of at most `limit` bytes; `None` if it is larger. The size is not asked for
/// beforehand: a file may grow meanwhile.
fn bounded(path: &Path, limit: usize) -> anyhow::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes))
        .with_context(|| format!("cannot read {}", path.display()))?;
    Ok((bytes.len() <= limit).then_some(bytes))
}

fn too_large() -> Refusal {
    Refusal::new(
        &explanations::FILE_TOO_LARGE,
        "this file is larger than 4 MiB",
        "check that this is the right file; split it into several guides if it is",
    )
}
