//! Section 3: bounds from a sample, with Pascal's triangle and bisection.

use kumomori_core::assessment::{Sample, Window};
use kumomori_core::sample::Tolerance;
use std::sync::OnceLock;

/// The largest `n` whose binomial coefficients fit a double.
const MOST: usize = 1_000;

/// `choose(n, k)` by additions alone, so its relative error stays below 1e-12.
fn choose(n: u32, k: u32) -> f64 {
    static TRIANGLE: OnceLock<Vec<Vec<f64>>> = OnceLock::new();
    let triangle = TRIANGLE.get_or_init(|| {
        let mut rows = vec![vec![1.0]];
        for n in 1..=MOST {
            let above: &Vec<f64> = &rows[n - 1];
            let inner = above.windows(2).map(|pair| pair[0] + pair[1]);
            let row = [1.0].into_iter().chain(inner).chain([1.0]).collect();
            rows.push(row);
        }
        rows
    });
    let row = &triangle[usize::try_from(n).unwrap()];
    row.get(usize::try_from(k).unwrap()).copied().unwrap_or(0.0)
}

fn one_minus(confidence: u32) -> f64 {
    f64::from(1000 - confidence) / 1000.0
}

/// P(X <= k) for `n` draws that are each bad with probability `p`.
fn binomial(n: u32, k: u32, p: f64) -> f64 {
    let mut sum = 0.0;
    for bad in 0..=k.min(n) {
        let good = n - bad;
        sum += choose(n, bad)
            * p.powi(i32::try_from(bad).unwrap())
            * (1.0 - p).powi(i32::try_from(good).unwrap());
    }
    sum
}

/// The p with P(X <= k | n, p) = 1 - confidence, by bisection.
pub fn binomial_bound(n: u32, k: u32, confidence: u32) -> f64 {
    if k >= n {
        return 1.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if binomial(n, k, middle) > one_minus(confidence) {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// P(X <= k) for `n` of `all` items, `bad` of which are bad.
fn hypergeometric(all: u32, bad: u32, n: u32, k: u32) -> f64 {
    let mut ways = 0.0;
    for found in 0..=k.min(n) {
        ways += choose(bad, found) * choose(all - bad, n - found);
    }
    ways / choose(all, n)
}

/// The largest number of bad items with P(X <= k) > 1 - confidence.
pub fn hypergeometric_count(all: u32, n: u32, k: u32, confidence: u32) -> u32 {
    let limit = one_minus(confidence);
    let mut largest = 0;
    for bad in 0..=all {
        let probability = hypergeometric(all, bad, n, k);
        let is_tie = (probability - limit).abs() <= 1e-12 * limit;
        if probability > limit && !is_tie {
            largest = bad;
        }
    }
    largest
}

pub(super) fn passes(
    sample: Sample,
    tolerance: Tolerance,
    window: Option<Window>,
    all_below: u32,
) -> bool {
    let (n, k) = (sample.tested, sample.deviations);
    if n == 0 {
        return false;
    }
    if let Some(automation) = sample.automation {
        return match (automation.unchanged_since, window) {
            (Some(since), Some(window)) => k == 0 && since <= window.from,
            _ => false,
        };
    }
    match sample.population {
        Some(all) if all <= all_below => n == all && k == 0,
        Some(all) => {
            let bad = hypergeometric_count(all, n, k, tolerance.confidence);
            bad * 1000 <= tolerance.tolerable * all
        }
        None => {
            let tolerable = f64::from(tolerance.tolerable) / 1000.0;
            k < n && binomial(n, k, tolerable) <= one_minus(tolerance.confidence)
        }
    }
}
