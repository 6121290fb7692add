//! A team's own checks and thresholds, beside those of the library.

mod check;
pub(crate) mod threshold;

use crate::problem::Problem;
use crate::source::Source;
use crate::texts::{CHECKS, TextTable};
use check::Checks as Finder;
use kumomori_core::checks::Checks;
use kumomori_core::id::CheckId;
use kumomori_core::library::Library;
use kumomori_core::text::Lang;

/// Checks of the library together with a team's own.
#[derive(Debug)]
pub struct Own {
    /// All checks, sorted by id, and all thresholds, those of the library first.
    pub checks: Checks,
    // INVARIANT: sorted.
    ids: Vec<CheckId>,
    texts: TextTable,
}

impl Own {
    /// The ids of the team's own checks, sorted.
    pub fn ids(&self) -> &[CheckId] {
        &self.ids
    }

    /// The texts of the team's own checks in one language, as a chapter beside those of the
    /// library.
    pub fn chapter(&self, lang: Lang) -> Vec<u8> {
        self.texts.blob(CHECKS, lang)
    }
}

/// Reads a team's own files: `thresholds.yaml` defines thresholds, every other file one check.
///
/// A text is one text for both languages, or `en` and `ja`; house rules for texts do not apply.
///
/// # Errors
///
/// Everything that is wrong with the files, by file, line and column.
pub fn read_own(
    sources: &[Source],
    checks: &Checks,
    library: &Library,
) -> Result<Own, Vec<Problem>> {
    let mut checks = checks.clone();
    let mut texts = TextTable::own();
    let (thresholds, others): (Vec<_>, Vec<_>) =
        sources.iter().partition(|it| is_of_thresholds(it));
    let mut problems = threshold::read(&thresholds, &mut checks.thresholds, &mut texts);
    let mut finder = Finder::new(&checks, library, problems.is_empty());
    let own: Vec<_> = others.iter().filter_map(|it| finder.read(it, &mut texts)).collect();
    problems.extend(finder.problems);
    if !problems.is_empty() {
        problems.sort_by(|a, b| a.at.cmp(&b.at));
        return Err(problems);
    }
    let mut ids: Vec<CheckId> = own.iter().map(|it| it.id.clone()).collect();
    ids.sort();
    checks.checks.extend(own);
    checks.checks.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Own { checks, ids, texts })
}

fn is_of_thresholds(source: &Source) -> bool {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    name == "thresholds.yaml" || name == "thresholds.yml"
}
