//! Pages as they are served: hashed names, integrity everywhere, the policy inside.

use anyhow::{Context, Result, bail};

use super::asset::{Asset, Assets};
use super::tag::{Piece, Tag, pieces};
use crate::headers;

/// Modules that the boot script loads by name; each needs its integrity in the page.
const MODULES: &[&str] = &["js", "store", "aside"];

/// Rewrites a page of the sources into the page that is served.
///
/// # Errors
/// The page has something inline, or refers to a file that the build does not make.
pub(super) fn render(html: &str, assets: &Assets) -> Result<String> {
    render_at("", html, assets)
}

/// The same for a page that names the files of the site by the way to their folder, such as `../`.
///
/// # Errors
/// As `render` has.
pub(super) fn render_at(way: &str, html: &str, assets: &Assets) -> Result<String> {
    let mut has_policy = false;
    let page = rewritten(way, html, assets, |tag| {
        let is_place = tag.get("charset").is_some();
        has_policy |= is_place;
        if is_place { policy_element() } else { String::new() }
    })?;
    if !has_policy {
        bail!("it needs `<meta charset=\"utf-8\">`, which the policy follows");
    }
    Ok(page)
}

/// Rewrites a reference page, which brings its own policy and has no script at all.
///
/// # Errors
/// The page has a script, something inline or no policy, or refers to a file that the build does
/// not make.
pub(super) fn render_reference(html: &str, assets: &Assets) -> Result<String> {
    let (mut has_policy, mut has_script) = (false, false);
    let page = rewritten("", html, assets, |tag| {
        has_policy |= tag.get("http-equiv") == Some("Content-Security-Policy");
        has_script |= tag.name == "script";
        String::new()
    })?;
    match (has_policy, has_script) {
        (_, true) => bail!("a reference page has a script"),
        (false, false) => bail!("a reference page has no policy"),
        (true, false) => Ok(page),
    }
}

/// A page with the names and hashes of what it refers to; `more` is what follows a tag.
fn rewritten(
    way: &str,
    html: &str,
    assets: &Assets,
    mut more: impl FnMut(&Tag) -> String,
) -> Result<String> {
    let mut page = String::new();
    let pieces = pieces(html)?;
    for (at, piece) in pieces.iter().enumerate() {
        let tag = match piece {
            Piece::Text(text) => {
                page += text;
                continue;
            }
            Piece::Tag(tag) => tag,
        };
        let following = pieces.get(at + 1);
        refuse_inline(tag, following)?;
        page += &rewrite(way, tag, assets)?;
        page += &more(tag);
    }
    Ok(page)
}

fn policy_element() -> String {
    let policy = headers::meta_policy();
    Tag::new("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]).text()
}

fn rewrite(way: &str, tag: &Tag, assets: &Assets) -> Result<String> {
    match tag.name.as_str() {
        "script" => boot_element(way, tag, assets),
        "link" if tag.get("rel") == Some("stylesheet") => style_element(way, tag, assets),
        // What is in a frame cannot be installed.
        "link" if tag.get("rel") == Some("manifest") && !way.is_empty() => Ok(String::new()),
        _ => Ok(tag.text()),
    }
}

fn style_element(way: &str, tag: &Tag, assets: &Assets) -> Result<String> {
    let address = tag.get("href").context("a style sheet has no address")?;
    // A page for what is missing is shown under any path, so it names files from the root.
    let (root, source) = address.strip_prefix('/').map_or((way, address), |source| ("/", source));
    let asset = assets.of_source(source)?;
    let mut tag = tag.clone();
    tag.set("href", &format!("{root}{}", asset.file_name));
    tag.set("integrity", &asset.integrity);
    Ok(tag.text())
}

/// The script itself, told the name and hash of everything it loads, after the modules' hashes; it
/// finds what it loads beside itself.
fn boot_element(way: &str, tag: &Tag, assets: &Assets) -> Result<String> {
    let boot = assets.of_source(tag.get("src").unwrap_or_default())?;
    let mut tag = tag.clone();
    tag.set("src", &format!("{way}{}", boot.file_name));
    tag.set("integrity", &boot.integrity);
    let mut before = String::new();
    for asset in assets.iter().filter(|asset| is_loaded_by_script(asset)) {
        tag.set(&format!("data-{}", asset.name), &asset.file_name);
        tag.set(&format!("data-{}-integrity", asset.name), &asset.integrity);
        if MODULES.contains(&asset.name.as_str()) {
            before += &module_element(way, asset);
        }
    }
    Ok(before + &tag.text())
}

fn module_element(way: &str, asset: &Asset) -> String {
    let address = format!("{way}{}", asset.file_name);
    let attributes = [
        ("rel", "modulepreload"),
        ("href", address.as_str()),
        ("integrity", asset.integrity.as_str()),
    ];
    Tag::new("link", &attributes).text()
}

fn is_loaded_by_script(asset: &Asset) -> bool {
    !asset.is_later && !matches!(asset.name.as_str(), "boot" | "style")
}

/// Refuses what the policy would block in the browser, where nobody would see why.
fn refuse_inline(tag: &Tag, following: Option<&Piece>) -> Result<()> {
    let is_empty = !matches!(following, Some(Piece::Text(text)) if !text.trim().is_empty());
    if tag.name == "style" {
        bail!("it has an inline style element: move it to web/style.css");
    }
    if tag.name == "script" && (tag.get("src").is_none() || !is_empty) {
        bail!("it has an inline script: move it to web/boot.js");
    }
    let inline = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on"));
    match inline {
        Some((name, _)) => bail!("`{}` has the inline attribute `{name}`", tag.name),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<meta charset=\"utf-8\">";

    fn assets() -> Assets {
        let mut assets = Assets::default();
        let files =
            [("boot", "boot.js"), ("style", "style.css"), ("js", "site.js"), ("wasm", "site.wasm")];
        for (name, source) in files {
            assets.add(Asset::new(name, source, source.as_bytes().to_vec()));
        }
        assets
    }

    fn rendered(body: &str) -> Result<String> {
        render(&format!("{HEAD}{body}"), &assets())
    }

    #[test]
    fn the_policy_is_the_first_thing_after_the_encoding() {
        let page = rendered("<title>x</title>").unwrap();
        let expected = format!(
            "{HEAD}<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"
        );
        assert!(page.starts_with(&expected), "{page}");
    }

    #[test]
    fn a_page_without_an_encoding_is_refused() {
        assert!(render("<title>x</title>", &assets()).is_err());
    }

    #[test]
    fn a_style_sheet_gets_its_hash() {
        let page = rendered("<link rel=\"stylesheet\" href=\"style.css\">").unwrap();
        assert!(page.contains("integrity=\"sha384-"), "{page}");
        assert!(!page.contains("\"style.css\""), "{page}");
    }

    #[test]
    fn an_address_from_the_root_stays_one() {
        let page = rendered("<link rel=\"stylesheet\" href=\"/style.css\">").unwrap();
        assert!(page.contains("href=\"/style."), "{page}");
    }

    #[test]
    fn the_boot_script_is_told_what_to_load() {
        let page = rendered("<script type=\"module\" src=\"boot.js\"></script>").unwrap();
        let assets = assets();
        for asset in assets.iter().filter(|asset| is_loaded_by_script(asset)) {
            assert!(page.contains(&format!("data-{}=\"{}\"", asset.name, asset.file_name)));
            let hash = format!("data-{}-integrity=\"{}\"", asset.name, asset.integrity);
            assert!(page.contains(&hash), "{page}");
        }
    }

    #[test]
    fn every_module_is_announced_with_its_hash_before_the_script() {
        let page = rendered("<script type=\"module\" src=\"boot.js\"></script>").unwrap();
        let (before, _) = page.split_once("<script").unwrap();
        assert!(before.contains("rel=\"modulepreload\" href=\"site."), "{page}");
    }

    #[test]
    fn a_page_in_a_folder_finds_its_files_one_folder_up() {
        let body = "<link rel=\"manifest\" href=\"m\"><link rel=\"stylesheet\" href=\"style.css\">\
             <script type=\"module\" src=\"boot.js\"></script>";
        let page = render_at("../", &format!("{HEAD}{body}"), &assets()).unwrap();
        for part in ["href=\"../style.", "src=\"../boot.", "href=\"../site.", "data-wasm=\"site."] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("manifest\""), "{page}");
    }

    #[test]
    fn nothing_inline_gets_through() {
        let bad = [
            "<style>p{}</style>",
            "<script>x()</script>",
            "<script src=\"boot.js\">x()</script>",
            "<p style=\"color:red\">",
            "<p onclick=\"x()\">",
        ];
        for body in bad {
            assert!(rendered(body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_reference_page_keeps_its_own_policy_and_has_no_script() {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let sheet = "<link rel=\"stylesheet\" href=\"style.css\">";
        let page = render_reference(&format!("{HEAD}{policy}{sheet}"), &assets()).unwrap();
        assert!(page.starts_with(&format!("{HEAD}{policy}<link")), "{page}");
        assert!(page.contains("integrity=\"sha384-"), "{page}");
        let script = "<script type=\"module\" src=\"boot.js\"></script>";
        for bad in [sheet.to_owned(), format!("{policy}{script}"), format!("{policy}<style>p{{}}")]
        {
            assert!(render_reference(&format!("{HEAD}{bad}"), &assets()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_reference_to_nothing_is_named() {
        let err = rendered("<link rel=\"stylesheet\" href=\"other.css\">").unwrap_err();
        assert_eq!(err.to_string(), "it refers to `other.css`, which the build does not make");
    }
}
