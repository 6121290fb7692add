//! Files of the site, named by their content.

use anyhow::{Context, Result};

use super::digest;

/// One file of the site.
#[derive(Debug)]
pub(super) struct Asset {
    /// What pages and scripts call it, such as `texts-ja-titles`.
    pub(super) name: String,
    /// The name of its source, such as `texts.ja.titles.bin`.
    pub(super) source: String,
    /// The name in the built site: the source's with a hash before the ending.
    pub(super) file_name: String,
    /// The value of an `integrity` attribute.
    pub(super) integrity: String,
    /// Its content.
    pub(super) bytes: Vec<u8>,
    /// Whether it is fetched once the page runs; then no page names it.
    pub(super) is_later: bool,
}

impl Asset {
    /// Names a content.
    pub(super) fn new(name: &str, source: &str, bytes: Vec<u8>) -> Self {
        let hash: String = digest::sha256(&bytes).chars().take(16).collect();
        let (stem, ending) = source.rsplit_once('.').unwrap_or((source, "bin"));
        let file_name = format!("{stem}.{hash}.{ending}");
        let (name, source) = (name.to_owned(), source.to_owned());
        Self {
            name,
            source,
            file_name,
            integrity: digest::integrity(&bytes),
            bytes,
            is_later: false,
        }
    }

    /// Names a content that is fetched once the page runs.
    pub(super) fn later(name: &str, source: &str, bytes: Vec<u8>) -> Self {
        Self { is_later: true, ..Self::new(name, source, bytes) }
    }
}

/// All files of the site but its pages.
#[derive(Debug, Default)]
pub(super) struct Assets(Vec<Asset>);

impl Assets {
    /// Adds one.
    pub(super) fn add(&mut self, asset: Asset) {
        self.0.push(asset);
    }

    /// All of them, in the order in which they were added.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.0.iter()
    }

    /// The list of those that are fetched later: the name that scripts use, the file, its hash.
    pub(super) fn list_of_later(&self) -> String {
        let entry = |it: &Asset| {
            format!("\"{}\":[\"{}\",\"{}\"]", camel(&it.name), it.file_name, it.integrity)
        };
        let entries = self.iter().filter(|it| it.is_later).map(entry);
        format!("{{{}}}", entries.collect::<Vec<_>>().join(",\n"))
    }

    /// The asset that was made from a source file.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn of_source(&self, source: &str) -> Result<&Asset> {
        let found = self.iter().find(|asset| asset.source == source);
        found.with_context(|| format!("it refers to `{source}`, which the build does not make"))
    }
}

/// A name as scripts write it: `texts-ja-access` is `textsJaAccess`.
fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (initial, rest) = part.split_at_checked(1).unwrap_or((part, ""));
        name + &initial.to_uppercase() + rest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_changes_with_the_content_only() {
        let one = Asset::new("boot", "boot.js", b"one".to_vec());
        let same = Asset::new("boot", "boot.js", b"one".to_vec());
        let other = Asset::new("boot", "boot.js", b"other".to_vec());
        assert_eq!(one.file_name, same.file_name);
        assert_ne!(one.file_name, other.file_name);
    }

    #[test]
    fn what_comes_later_is_listed_under_the_name_that_scripts_use() {
        let mut assets = Assets::default();
        assets.add(Asset::new("boot", "boot.js", Vec::new()));
        assets.add(Asset::later("texts-ja-ai-use", "texts.ja.ai-use.bin", Vec::new()));
        let list = assets.list_of_later();
        let file = "texts.ja.ai-use.e3b0c44298fc1c14.bin";
        assert!(list.starts_with(&format!("{{\"textsJaAiUse\":[\"{file}\",\"sha384-")), "{list}");
        assert!(!list.contains("boot"), "{list}");
    }

    #[test]
    fn the_hash_stands_before_the_ending() {
        let asset = Asset::new("texts-ja-titles", "texts.ja.titles.bin", Vec::new());
        assert_eq!(asset.file_name, "texts.ja.titles.e3b0c44298fc1c14.bin");
    }
}
