//! The site as one file to hand on, the same bytes from every build of the same sources.

use std::fs;
use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::inventory::inventory;
use crate::site::digest;
use crate::workspace::{Workspace, empty_folder, files_below, read_bytes, write};

/// Folders that go in as they are: where they are, and what they are called inside.
const FOLDERS: [(&str, &str); 2] = [("dist", "site"), ("deploy", "deploy")];
/// Files that go in as they are.
const FILES: [&str; 4] = ["LICENSE-APACHE", "LICENSE-MIT", "SECURITY.md", "CHANGELOG.md"];

/// Puts the built site, the settings for hosts, the inventory and the hashes of all of it into
/// `target/kumomori-site.zip`.
///
/// # Errors
/// Something cannot be read or written.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("kumomori-site");
    empty_folder(&folder)?;
    for (from, to) in FOLDERS {
        let from = workspace.root.join(from);
        for name in files_below(&from)? {
            write(&folder.join(to).join(&name), &read_bytes(&from.join(&name))?)?;
        }
    }
    for name in FILES {
        write(&folder.join(name), &read_bytes(&workspace.root.join(name))?)?;
    }
    write(&folder.join("sbom.cdx.json"), inventory(workspace)?.as_bytes())?;
    write(&folder.join("SHA256SUMS"), digest::sums(&folder)?.as_bytes())?;
    let files = files_below(&folder)?;
    let read = |name: &String| Ok((name.clone(), read_bytes(&folder.join(name))?));
    let files = files.iter().map(read).collect::<Result<Vec<_>>>()?;
    let bytes = zipped(&files)?;
    let path = workspace.target.join("kumomori-site.zip");
    fs::write(&path, &bytes).with_context(|| path.display().to_string())?;
    println!("{} {} bytes, {} files", path.display(), bytes.len(), files.len());
    println!("SHA-256 {}", digest::sha256(&bytes));
    Ok(())
}

/// Files as one archive, in their order, without anything of this machine or this day.
fn zipped(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        archive.start_file(format!("kumomori-site/{name}"), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn files_come_back_as_they_were_and_the_bytes_are_the_same_again() {
        let files = [("a/b.txt".to_owned(), b"one".repeat(99)), ("雲.txt".to_owned(), Vec::new())];
        let bytes = zipped(&files).unwrap();
        assert_eq!(bytes, zipped(&files).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (idx, (name, content)) in files.iter().enumerate() {
            let mut file = archive.by_index(idx).unwrap();
            assert_eq!(file.name().unwrap(), format!("kumomori-site/{name}"));
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert_eq!(&read, content);
        }
    }
}
