//! A team's own checks and thresholds.

use crate::output::{complain, complain_all};
use anyhow::Result;
use kumomori_core::checks::Checks;
use kumomori_core::library::Library;
use kumomori_core::text::Lang;
use kumomori_library::folder::read_files;
use kumomori_library::own::{Own, read_own};
use std::path::Path;

/// The checks in a folder, beside those of the library; `None` when they cannot be used, which has
/// been said then.
pub(crate) fn checks(
    folder: &Path,
    checks: &Checks,
    library: &Library,
    lang: Lang,
) -> Result<Option<Own>> {
    let sources = read_files(folder)?;
    match read_own(&sources, checks, library) {
        Ok(own) if own.ids().is_empty() => {
            let folder = folder.display();
            complain(&match lang {
                Lang::Ja => format!(
                    "エラー: `{folder}`にチェックがない\n  対処: チェックを1件ずつ書いたYAMLファイルを置く(docs/checks.md)"
                ),
                Lang::En => format!(
                    "error: there is no check in `{folder}`\n  help: put YAML files there, one check each (docs/checks.md)"
                ),
            });
            Ok(None)
        }
        Ok(own) => Ok(Some(own)),
        Err(problems) => {
            complain_all(&problems, &sources);
            Ok(None)
        }
    }
}
