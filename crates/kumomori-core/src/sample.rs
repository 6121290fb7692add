//! Exact bounds on the share of deviations, from a sample.
//!
//! Terms come by recurrence from the mode with `+ - * /` on IEEE doubles only, so every host
//! computes the same bits. Source: C. J. Clopper and E. S. Pearson, "The use of confidence or
//! fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934); for finite
//! populations the same argument with the hypergeometric distribution.

use crate::assessment::{Sample, Window};
use crate::settings::Settings;

/// The largest sample or population that is computed.
pub const MAX_ITEMS: u32 = 10_000;

/// How sure one must be that deviations are how rare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tolerance {
    /// One-sided confidence, in permille.
    pub confidence: u32,
    /// Tolerable share of deviations, in permille.
    pub tolerable: u32,
}

/// What a sample shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SampleResult {
    /// The sample itself.
    pub sample: Sample,
    /// What was asked of it.
    pub tolerance: Tolerance,
    /// The worst share of deviations that fits the sample, in parts per million, rounded up.
    pub bound: u32,
    /// By which rule it was judged.
    pub rule: SampleRule,
    /// Whether it passes.
    pub is_passed: bool,
}

/// The rule that judges a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SampleRule {
    /// The binomial bound of an unknown population.
    Binomial,
    /// The hypergeometric bound of a known population.
    Hypergeometric,
    /// Every item of a small population.
    All,
    /// An automated control that did not change in the window.
    Automated,
}

/// Judges a sample by `docs/scoring.md` section 3.
pub fn sample_result(
    sample: Sample,
    is_key: bool,
    window: Option<Window>,
    settings: &Settings,
) -> SampleResult {
    let tolerance = if is_key { settings.sample_key } else { settings.sample_normal };
    let population = sample.population.map(|all| all.min(MAX_ITEMS));
    let n = sample.tested.min(population.unwrap_or(MAX_ITEMS));
    let k = sample.deviations.min(n);
    let (rule, passes, bound) = match (sample.automation, population) {
        (Some(automation), _) => {
            let start = window.map(|window| window.from);
            let constant =
                automation.unchanged_since.zip(start).is_some_and(|(since, start)| since <= start);
            let bound = binomial_upper(n, k, tolerance.confidence);
            (SampleRule::Automated, k == 0 && constant, bound)
        }
        (None, Some(all)) => {
            let bad = u64::from(hypergeometric_upper(all, n, k, tolerance.confidence));
            let bound = (bad * 1_000_000).div_ceil(u64::from(all.max(1)));
            let bound = u32::try_from(bound).unwrap_or(1_000_000);
            if all <= settings.sample_all_below {
                (SampleRule::All, n == all && k == 0, bound)
            } else {
                let tolerated = bad * 1000 <= u64::from(tolerance.tolerable) * u64::from(all);
                (SampleRule::Hypergeometric, tolerated, bound)
            }
        }
        (None, None) => {
            let bound = binomial_upper(n, k, tolerance.confidence);
            (SampleRule::Binomial, binomial_passes(n, k, tolerance), bound)
        }
    };
    SampleResult { sample, tolerance, bound, rule, is_passed: n >= 1 && passes }
}

/// The smallest sample with `k` deviations that passes for an unknown population, if one of at
/// most [`MAX_ITEMS`] does.
pub fn minimum_sample(k: u32, tolerance: Tolerance) -> Option<u32> {
    (k.max(1)..=MAX_ITEMS).find(|n| binomial_passes(*n, k, tolerance))
}

/// The largest share of deviations, in parts per million rounded up, under which `k` or fewer
/// in `n` are still as likely as one minus the confidence (in permille).
pub fn binomial_upper(n: u32, k: u32, confidence: u32) -> u32 {
    let is_unlikely =
        |ppm: u32| !exceeds(binomial_cdf(n, k, f64::from(ppm) / 1_000_000.0), confidence);
    let (mut low, mut high) = (0, 1_000_000);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_unlikely(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

fn binomial_passes(n: u32, k: u32, tolerance: Tolerance) -> bool {
    let share = f64::from(tolerance.tolerable) / 1000.0;
    k < n && !exceeds(binomial_cdf(n, k, share), tolerance.confidence)
}

/// The largest number of bad items among `all` under which `k` or fewer bad in `n` are still
/// likelier than one minus the confidence (in permille).
pub fn hypergeometric_upper(all: u32, n: u32, k: u32, confidence: u32) -> u32 {
    let (mut low, mut high) = (k.min(all), all);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if exceeds(hypergeometric_cdf(all, middle, n, k), confidence) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

/// Whether a probability is greater than one minus the confidence; a tie within a relative
/// 1e-12 is not greater.
fn exceeds(probability: f64, confidence: u32) -> bool {
    let limit = f64::from(1000_u32.saturating_sub(confidence)) / 1000.0;
    probability > limit * (1.0 + 1e-12)
}

/// P(X <= k) of the binomial distribution.
fn binomial_cdf(n: u32, k: u32, p: f64) -> f64 {
    if k >= n {
        return 1.0;
    }
    if p <= 0.0 {
        return 1.0;
    }
    if p >= 1.0 {
        return 0.0;
    }
    let odds = p / (1.0 - p);
    let mode = whole((f64::from(n) + 1.0) * p).min(n);
    let ratio = |i: u32| odds * f64::from(n - i) / (f64::from(i) + 1.0);
    cdf_from_mode(0, n, k, mode, ratio)
}

/// P(X <= k) of the hypergeometric distribution: `bad` among `all`, `n` drawn.
fn hypergeometric_cdf(all: u32, bad: u32, n: u32, k: u32) -> f64 {
    let n = n.min(all);
    let least = (n + bad).saturating_sub(all);
    let most = n.min(bad);
    if k >= most {
        return 1.0;
    }
    if k < least {
        return 0.0;
    }
    let product = (f64::from(n) + 1.0) * (f64::from(bad) + 1.0);
    let mode = whole(product / (f64::from(all) + 2.0)).clamp(least, most);
    let ratio = |i: u32| {
        let up = f64::from(bad - i) * f64::from(n - i);
        let down =
            (f64::from(i) + 1.0) * (f64::from(i) + 1.0 + f64::from(all - bad) - f64::from(n));
        up / down
    };
    cdf_from_mode(least, most, k, mode, ratio)
}

/// Terms below this share of the one at the mode change no sum that is compared with a confidence.
const NEGLIGIBLE: f64 = 1e-30;

/// Sums terms relative to the one at the mode; `ratio(i)` is term i + 1 over term i.
fn cdf_from_mode(least: u32, most: u32, k: u32, mode: u32, ratio: impl Fn(u32) -> f64) -> f64 {
    let (mut up_to_k, mut total) = (0.0, 0.0);
    let mut add = |i: u32, term: f64| {
        total += term;
        if i <= k {
            up_to_k += term;
        }
    };
    let mut term = 1.0;
    for i in (least..mode).rev() {
        term /= ratio(i);
        if term < NEGLIGIBLE {
            break;
        }
        add(i, term);
    }
    add(mode, 1.0);
    term = 1.0;
    for i in mode..most {
        term *= ratio(i);
        if term < NEGLIGIBLE {
            break;
        }
        add(i + 1, term);
    }
    up_to_k / total
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value lies between 0 and a sample size; truncation is the floor that is meant"
)]
fn whole(value: f64) -> u32 {
    value as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_not_greater() {
        assert_eq!(hypergeometric_upper(20, 18, 0, 900), 0);
    }

    #[test]
    fn bad_items_cannot_outnumber_what_was_not_found_good() {
        assert_eq!(hypergeometric_upper(12, 12, 1, 900), 1);
        assert_eq!(hypergeometric_upper(4, 4, 4, 900), 4);
    }

    #[test]
    fn large_samples_stay_finite() {
        assert!(binomial_upper(10_000, 5_000, 950) < 520_000);
        assert!(hypergeometric_upper(10_000, 9_000, 100, 950) < 200);
    }
}
