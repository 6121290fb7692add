//! Policy folders on disk, and files of users.

use crate::source::Source;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

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
    /// The file is no text.
    #[error("`{}` is not UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
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

/// Reads a file with an organization's own policy, which goes by a path that no file of a policy
/// folder has.
///
/// # Errors
///
/// When it cannot be read, is too large or is not UTF-8.
pub(crate) fn read_overlay(path: &Path) -> Result<Source, LibraryError> {
    if path.is_absolute() { read_file(path) } else { read_file(&Path::new(".").join(path)) }
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
        } else if is_yaml(&path) {
            into.push(Source::new(&below, &read_text(&path)?));
        }
    }
    Ok(())
}

/// Reads a file, or every YAML file below a folder, sorted by path.
///
/// Names that begin with a dot are left out, and folders that a link leads to.
///
/// # Errors
///
/// When a file or folder cannot be read, or a file is too large.
pub fn read_files(path: &Path) -> Result<Vec<Source>, LibraryError> {
    let mut sources = Vec::new();
    if path.is_dir() {
        add_files(path, &mut sources)?;
    } else {
        sources.push(read_file(path)?);
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn add_files(folder: &Path, into: &mut Vec<Source>) -> Result<(), LibraryError> {
    let refused = |source| LibraryError::Read { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(refused)?);
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            add_files(&path, into)?;
        } else if is_yaml(&path) && !path.is_dir() {
            into.push(read_file(&path)?);
        }
    }
    Ok(())
}

/// Reads a file of a user, which goes by the path that was given.
///
/// # Errors
///
/// When it cannot be read, is too large or is not UTF-8.
pub fn read_file(path: &Path) -> Result<Source, LibraryError> {
    Ok(Source::new(&path.display().to_string(), &read_text(path)?))
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "yaml" || it == "yml")
}

fn read_text(path: &Path) -> Result<String, LibraryError> {
    let refused = |source| LibraryError::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(refused)?;
    // One byte more than allowed shows that a file is too large.
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(LibraryError::TooLarge { path: path.to_owned() });
    }
    String::from_utf8(bytes).map_err(|_| LibraryError::NotUtf8 { path: path.to_owned() })
}
