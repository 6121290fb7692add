//! What a sample shows, in words.

use crate::names::Names;
use crate::number::{counted, permille};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use kumomori_core::sample::{SampleResult, SampleRule};
use kumomori_core::text::Lang;

/// The worst share of deviations that fits a sample, such as "at worst about 9 in 100".
pub fn worst_share(lang: Lang, bound: u32) -> String {
    let (n, of) =
        if bound < 10_000 { (bound.div_ceil(1_000), 1_000) } else { (bound.div_ceil(10_000), 100) };
    match (lang, bound) {
        (Lang::Ja, 0) => "最悪でも0件".to_owned(),
        (Lang::En, 0) => "at worst none".to_owned(),
        (Lang::Ja, _) => format!("最悪でも{of}件中約{n}件"),
        (Lang::En, _) => format!("at worst about {n} in {of}"),
    }
}

/// What a sample shows and whether that is enough.
pub fn sample(names: &Names<'_>, result: &SampleResult) -> String {
    let (tested, deviations) = (result.sample.tested, result.sample.deviations);
    let worst = worst_share(names.lang, result.bound);
    let confidence = permille(result.tolerance.confidence, names.lang);
    match names.lang {
        Lang::Ja => format!(
            "{}{tested}件をテストし、逸脱は{deviations}件でした。信頼度{confidence}で見て、逸脱は{worst}です。{}",
            population(result, Lang::Ja),
            conclusion(result, Lang::Ja),
        ),
        Lang::En => format!(
            "{} tested{}, {}. With {confidence} confidence, {worst} deviate. {}",
            counted(count(tested), "item", "items"),
            population(result, Lang::En),
            counted(count(deviations), "deviation", "deviations"),
            conclusion(result, Lang::En),
        ),
    }
}

fn count(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn population(result: &SampleResult, lang: Lang) -> String {
    match (result.sample.population, lang) {
        (Some(all), Lang::Ja) => format!("{all}件のうち"),
        (Some(all), Lang::En) => format!(" of {all}"),
        (None, _) => String::new(),
    }
}

fn conclusion(result: &SampleResult, lang: Lang) -> String {
    let asked = asked(result, lang);
    match (lang, result.is_passed) {
        (Lang::Ja, true) => format!("{asked}ので、サンプルテストの条件を満たします。"),
        (Lang::Ja, false) => format!("{asked}ので、サンプルテストの条件を満たしません。"),
        (Lang::En, true) => format!("{asked}, so the sample test is met."),
        (Lang::En, false) => format!("{asked}, so the sample test is not met."),
    }
}

fn asked(result: &SampleResult, lang: Lang) -> String {
    let tolerable = result.tolerance.tolerable / 10;
    match (result.rule, lang) {
        (SampleRule::Automated, Lang::Ja) => {
            "自動化された管理策では、逸脱がなく、観察期間の初日より前から変更がないことを求める"
                .into()
        }
        (SampleRule::Automated, Lang::En) => {
            "An automated control needs no deviation and no change since before the window".into()
        }
        (SampleRule::All, Lang::Ja) => {
            "母集団が小さいため全件をテストし、逸脱がないことを求める".into()
        }
        (SampleRule::All, Lang::En) => {
            "So small a population is tested in full and none may deviate".into()
        }
        (SampleRule::Binomial | SampleRule::Hypergeometric, Lang::Ja) => {
            format!("許容するのは100件中{tolerable}件までな")
        }
        (SampleRule::Binomial | SampleRule::Hypergeometric, Lang::En) => {
            format!("At most {tolerable} in 100 may")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_reads_as_a_share_of_a_hundred() {
        assert_eq!(worst_share(Lang::En, 87_985), "at worst about 9 in 100");
        assert_eq!(worst_share(Lang::Ja, 87_985), "最悪でも100件中約9件");
    }

    #[test]
    fn a_small_bound_reads_as_a_share_of_a_thousand() {
        assert_eq!(worst_share(Lang::En, 2_300), "at worst about 3 in 1000");
        assert_eq!(worst_share(Lang::Ja, 0), "最悪でも0件");
    }
}
