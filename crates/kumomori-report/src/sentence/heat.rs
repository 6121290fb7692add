//! What the picture of requirements shows, in one sentence or two.

use crate::names::Names;
use crate::words::Words;
use alloc::format;
use alloc::string::String;
use kumomori_core::dimension::Status;
use kumomori_core::framework::{Framework, Group};
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::text::Lang;

/// What stands out among requirements that are not met.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble {
    Gap,
    Unknown,
    Unproven,
}

impl Trouble {
    fn of(status: RequirementStatus) -> Option<Self> {
        match status {
            RequirementStatus::Judged(Status::Contradicted | Status::Gap) => Some(Self::Gap),
            RequirementStatus::Judged(Status::Unknown) => Some(Self::Unknown),
            RequirementStatus::Judged(Status::Claimed) => Some(Self::Unproven),
            _ => None,
        }
    }
}

/// How many requirements are met, and under which heading most of the worst trouble stands.
pub(crate) fn heat(
    names: &Names<'_>,
    framework: &Framework,
    results: &[&RequirementResult<'_>],
) -> String {
    let met = RequirementStatus::Judged(Status::Met);
    let (n, n_met) = (results.len(), results.iter().filter(|it| it.status == met).count());
    let met = match names.lang {
        Lang::Ja => format!("要求事項{n}件のうち、目標に達しているのは{n_met}件です。"),
        Lang::En => format!("{n_met} of {n} requirements reach the target."),
    };
    let all = [Trouble::Gap, Trouble::Unknown, Trouble::Unproven];
    let has = |it: &Trouble| results.iter().any(|result| Trouble::of(result.status) == Some(*it));
    let Some(trouble) = all.into_iter().find(has) else { return met };
    let count = |group: &Group| {
        let of_group = results.iter().filter(|it| it.requirement.group == group.id);
        of_group.filter(|it| Trouble::of(it.status) == Some(trouble)).count()
    };
    let Some(group) = first_largest(&framework.groups, count) else { return met };
    let all = framework.groups.iter().map(count).sum::<usize>();
    let (title, k) = (names.quoted(names.text(group.title)), count(group));
    let what = match trouble {
        Trouble::Gap => Words::new("届かないもの", "fall short"),
        Trouble::Unknown => Words::new("不明なもの", "are unknown"),
        Trouble::Unproven => Words::new("証拠が足りないもの", "lack evidence"),
    };
    let what = names.words(what);
    let where_ = match (names.lang, k == all) {
        (Lang::Ja, true) => format!("{what}は{k}件で、{title}にあります。"),
        (Lang::Ja, false) => format!("{what}は{all}件で、最も多いのは{title}({k}件)です。"),
        (Lang::En, true) => format!("Those that {what} ({k}) stand under {title}."),
        (Lang::En, false) => format!("Of the {all} that {what}, most stand under {title} ({k})."),
    };
    format!("{met}{}{where_}", names.between_sentences())
}

/// The first of those groups that have the most.
fn first_largest(groups: &[Group], count: impl Fn(&Group) -> usize) -> Option<&Group> {
    let most = groups.iter().map(&count).max()?;
    groups.iter().find(|it| count(it) == most)
}
