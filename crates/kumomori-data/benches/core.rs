//! How long an evaluation takes: medians over many runs of the examples in policies/.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may fail loudly")]

use kumomori_core::assessment::{Answer, Assessment, Evidence, Target};
use kumomori_core::control::Control;
use kumomori_core::date::Date;
use kumomori_core::dimension::Aspects;
use kumomori_core::evaluation::evaluate;
use kumomori_core::framework::Framework;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::library::Library;
use kumomori_core::pack;
use kumomori_core::role::{Role, Roles};
use kumomori_core::testimony::Hearing;
use kumomori_wire::assessment::read_assessment;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const RUNS: usize = 2_001;

/// What the first version took for every control, in microseconds.
const FIRST_VERSION: u32 = 415;

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
        let assessment = read_assessment(&bytes, library, as_of).unwrap().assessment;
        report(&format!("evaluate {story}"), || {
            black_box(evaluate(
                black_box(library),
                black_box(&assessment),
                Hearing::default(),
                as_of,
            ));
        });
        report(&format!("read {story}"), || {
            black_box(read_assessment(black_box(&bytes), library, as_of)).unwrap();
        });
    }
    let full = full(library);
    report("evaluate every control, both roles, all editions", || {
        black_box(evaluate(black_box(library), black_box(&full), Hearing::default(), as_of));
    });
    // What it takes now stands beside what it took before results borrowed from the library.
    println!("the same in the first version\t{FIRST_VERSION}\tµs (on two quiet shared cores)");
    report("open the packed library", || {
        black_box(pack::read(black_box(kumomori_data::LIBRARY))).unwrap();
    });
}

/// An assessment that answers every control for both roles against every edition.
fn full(library: &Library) -> Assessment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../policies/examples/saas-provider/assessment.json");
    let bytes = std::fs::read(path).unwrap();
    let as_of = "2026-06-30".parse().unwrap();
    let mut full = read_assessment(&bytes, library, as_of).unwrap().assessment;
    full.scope.roles = Roles::BOTH;
    (full.scope.uses_ai, full.scope.personal_data) = (true, true);
    let target = |it: &Framework| Target {
        framework: it.id.clone(),
        categories: it.categories.iter().map(|it| it.id.clone()).collect(),
    };
    full.scope.targets = library.frameworks.iter().map(target).collect();
    full.answers.clear();
    for (idx, control) in library.controls.iter().enumerate() {
        for role in control.roles().iter() {
            full.answers.push(answer(control, role, idx));
        }
    }
    full
}

fn answer(control: &Control, role: Role, idx: usize) -> Answer {
    let level = |n: usize| Level::new(u8::try_from(n % 6).unwrap()).unwrap();
    let evidence = Evidence {
        title: "Record".to_owned(),
        location: None,
        aspects: Aspects::BOTH,
        grade: u8::try_from(idx % 5).unwrap(),
        date: "2026-05-01".parse().ok(),
    };
    Answer {
        design: Ladder::up_to(level(idx + 3)),
        operation: Ladder::up_to(level(idx)),
        evidence: vec![evidence],
        ..Answer::blank(control.id.clone(), role)
    }
}

/// Measures what `cargo bench -- WORD` names, or everything.
fn report(name: &str, run: impl Fn()) {
    let mut words = std::env::args().skip(1).filter(|it| !it.starts_with("--")).peekable();
    if words.peek().is_some() && !words.any(|it| name.contains(&it)) {
        return;
    }
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
