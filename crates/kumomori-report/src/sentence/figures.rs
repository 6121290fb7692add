//! What the figures of a group say, in words.

use crate::names::Names;
use crate::number::{means, percent, permille};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::{GroupResult, Share};
use kumomori_core::member::lowest_keys;
use kumomori_core::text::Lang;

/// The name of a dimension where figures are given: operation is assured operation there.
pub(crate) fn figures_name(names: &Names<'_>, dimension: Dimension) -> &'static str {
    names.words(match dimension {
        Dimension::Design => words::dimension(Dimension::Design),
        Dimension::Operation => words::assured_operation(),
    })
}

/// How much is answered, such as "83 % answered (15 of 18 by weight)".
pub fn coverage(names: &Names<'_>, share: Share) -> String {
    let percent = percent(share, names.lang);
    match names.lang {
        Lang::Ja => format!("{percent}が回答済み(重み{}のうち{})", share.of, share.part),
        Lang::En => format!("{percent} answered ({} of {} by weight)", share.part, share.of),
    }
}

/// The five figures of one dimension of a group, in one line each; none when nothing in it
/// applies.
pub fn standing(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    group: &GroupResult,
    dimension: Dimension,
) -> Vec<String> {
    let Some(figures) = group.dimension(dimension) else { return Vec::new() };
    let level = figures.group_level;
    let floor = figures.floor.map(|floor| {
        let members = evaluation.members(&group.key, group.view);
        let controls = lowest_keys(&members, dimension, figures);
        (floor.number(), super::first_controls(names, &controls, 3))
    });
    let evidence = percent(figures.evidence, names.lang);
    let mean = means(&figures.mean);
    let claimed = crate::number::mean(figures.mean.claimed);
    let (low, confirmed) = (level.low.number(), level.confirmed.number());
    let (said, high) = (level.claimed.number(), level.high.number());
    let range = match (names.lang, low == high) {
        (_, true) => String::new(),
        (Lang::Ja, false) => format!("、取り得る幅は{low}から{high}"),
        (Lang::En, false) => format!(", possible from {low} to {high}"),
    };
    let name = names.words(words::level_name(level.confirmed));
    match names.lang {
        Lang::Ja => vec![
            format!("グループレベルは{confirmed}({name})。申告は{said}{range}。"),
            format!("平均は{mean}、申告では{claimed}。"),
            floor.map_or_else(
                || "キー管理策はない。".to_owned(),
                |(level, titles)| format!("最も低いキー管理策はレベル{level}: {titles}。"),
            ),
            format!("回答率: {}。", coverage(names, figures.coverage)),
            format!("証拠の強さ: 重みの{evidence}に、新しく十分な証拠がある。"),
        ],
        Lang::En => vec![
            format!(
                "Group level {confirmed} ({name}); claimed {said}{range}.",
                name = name.to_ascii_lowercase()
            ),
            format!("Mean {mean}, claimed {claimed}."),
            floor.map_or_else(
                || "No key control.".to_owned(),
                |(level, titles)| format!("Lowest key control at level {level}: {titles}."),
            ),
            format!("Coverage: {}.", coverage(names, figures.coverage)),
            format!("Evidence strength: {evidence} of the weight has strong fresh evidence."),
        ],
    }
}

/// What must be kept in mind with the figures of a group: provisional, thin.
pub fn notes(names: &Names<'_>, group: &GroupResult) -> Vec<String> {
    let settings = &names.library.settings;
    let mut notes = Vec::new();
    let is_provisional = Dimension::ALL
        .into_iter()
        .any(|it| group.dimension(it).is_some_and(|figures| figures.is_provisional));
    if is_provisional {
        let limit = permille(settings.coverage_provisional, names.lang);
        notes.push(match names.lang {
            Lang::Ja => format!(
                "暫定: 回答済みの重みが{limit}に満たないため、残りの回答しだいで結果が変わり得ます。"
            ),
            Lang::En => format!(
                "Provisional: less than {limit} is answered, so the rest can still turn the picture."
            ),
        });
    }
    if group.is_thin {
        let share = percent(group.not_applicable, names.lang);
        notes.push(match names.lang {
            Lang::Ja => {
                format!("対象僅少: 重みの{share}が適用外のため、少ない管理策に基づく結果です。")
            }
            Lang::En => {
                format!("Thin: {share} of the weight does not apply, so few controls remain.")
            }
        });
    }
    notes
}

/// What no figure of a self-assessment can be.
pub fn limits(names: &Names<'_>) -> Vec<String> {
    let limits = [
        Words::new(
            "自己回答は実際より良い方に偏ります。確認済みの値を基準に読んでください。",
            "Self-answers are biased upward; read the confirmed values first.",
        ),
        Words::new(
            "この結果は準備状況を示すもので、認証や監査人の意見ではありません。SOC 2は報告書であり、認証ではありません。",
            "This shows readiness. It is no certificate and no auditor's opinion; SOC 2 is a report, never a certificate.",
        ),
        Words::new(
            "順序尺度であるレベルの平均は読み取りの目安です。重み、対応付け、しきい値、上限は判断によるもので、それぞれに理由を添えています。",
            "Means of ordinal levels are a reading aid. Weights, mappings, thresholds and caps are judgement, each with its reason beside it.",
        ),
    ];
    limits.iter().map(|it| it.of(names.lang).to_owned()).collect()
}
