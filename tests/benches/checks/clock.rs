//! Medians.

use std::time::{Duration, Instant};

/// How long a sample takes at least, so that looking at the clock does not count.
const SAMPLE: Duration = Duration::from_millis(2);
/// How long all samples take about.
const ALL: Duration = Duration::from_secs(1);
/// How many samples there are at least.
const MIN_SAMPLES: usize = 7;

/// The median of how long something takes, in microseconds.
pub(crate) fn median(mut run: impl FnMut()) -> f64 {
    let mut batch = 1_u32;
    while time(batch, &mut run) < SAMPLE {
        batch *= 2;
    }
    let (start, mut times) = (Instant::now(), Vec::new());
    while times.len() < MIN_SAMPLES || start.elapsed() < ALL {
        times.push(time(batch, &mut run));
    }
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    median.as_secs_f64() * 1e6 / f64::from(batch)
}

fn time(batch: u32, run: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..batch {
        run();
    }
    start.elapsed()
}
