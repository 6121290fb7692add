//! How long an evaluation takes: medians over many runs of the examples in policies/.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may fail loudly")]

use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::pack;
use kumomori_wire::assessment::read_assessment;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const RUNS: usize = 2_001;

fn main() {
    // Cargo also calls benchmarks with `--test`; nothing is measured then.
    if std::env::args().any(|it| it == "--test") {
        return;
    }
    let library = kumomori_data::library().unwrap();
    let as_of: Date = "2026-06-30".parse().unwrap();
    for story in ["saas-provider", "ai-translation-service"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../policies/examples")
            .join(story)
            .join("assessment.json");
        let bytes = std::fs::read(path).unwrap();
        let assessment = read_assessment(&bytes, &library, as_of).unwrap().assessment;
        report(&format!("evaluate {story}"), || {
            black_box(evaluate(black_box(&library), black_box(&assessment), as_of));
        });
        report(&format!("read {story}"), || {
            black_box(read_assessment(black_box(&bytes), &library, as_of)).unwrap();
        });
    }
    report("open the packed library", || {
        black_box(pack::read(black_box(kumomori_data::LIBRARY))).unwrap();
    });
}

fn report(name: &str, run: impl Fn()) {
    let mut times: Vec<u128> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    let median = times.get(RUNS / 2).copied().unwrap_or_default();
    println!("{name}\t{}.{:03}\tµs (median of {RUNS} runs)", median / 1000, median % 1000);
}
