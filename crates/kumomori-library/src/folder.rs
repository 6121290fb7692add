//! Policy folders on disk.

use crate::source::Source;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The largest policy file, in bytes.
pub const MAX_FILE: u64 = 1 << 20;

/// Why a policy folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The file system refused.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
    /// The file is larger than a policy file may be.
    #[error("`{}` is larger than {MAX_FILE} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
}

/// Reads every YAML file below a folder, sorted by path; `examples/` is left out.
///
/// # Errors
///
/// When a file or folder cannot be read, or a file is too large.
pub fn read_folder(root: &Path) -> Result<Vec<Source>, LibraryError> {
    let mut sources = Vec::new();
    add_folder(root, "", &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn add_folder(folder: &Path, prefix: &str, into: &mut Vec<Source>) -> Result<(), LibraryError> {
    let refused = |source| LibraryError::Read { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let path = entry.path();
        let below = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            if below != "examples" {
                add_folder(&path, &format!("{below}/"), into)?;
            }
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml") {
            into.push(Source::new(&below, &read_file(&path)?));
        }
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<String, LibraryError> {
    let refused = |source| LibraryError::Read { path: path.to_owned(), source };
    if fs::metadata(path).map_err(refused)?.len() > MAX_FILE {
        return Err(LibraryError::TooLarge { path: path.to_owned() });
    }
    fs::read_to_string(path).map_err(refused)
}
