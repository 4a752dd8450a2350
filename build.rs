//! Names the sources that this program is made of, so that packets made by other sources count as
//! stale: `HIREKIT_SOURCES` is a hash of all that can change their bytes.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What goes into the program, below the folder of the package.
const SOURCES: [&str; 4] = ["src", "templates", "guides", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(Path::new(source), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        // The same on every system, and however git writes the ends of lines there.
        let name = file.to_string_lossy().replace('\\', "/");
        let mut bytes = fs::read(&file)?;
        bytes.retain(|byte| *byte != b'\r');
        for part in [name.as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    let digest = hash.finalize();
    let hex: String = digest
        .iter()
        .take(8)
        .map(|it| format!("{it:02x}"))
        .collect();
    println!("cargo::rustc-env=HIREKIT_SOURCES={hex}");
    Ok(())
}

/// The files at and below a path. A package from a registry may lack some of them.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}
