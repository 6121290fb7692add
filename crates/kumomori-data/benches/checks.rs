//! How long asking evidence takes, beside `serde_json` on the same bytes.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may fail loudly")]

use kumomori_check::compile::compile;
use kumomori_check::document::{Plan, read};
use kumomori_check::evaluate::{Verdict, evaluate};
use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_core::checks::Checks;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

/// The checks of the measurement: five of the library and three of a platform engineer.
const MORE: [&str; 3] = [
    "identity_accounts.all(a, a.kind != 'person' || a.mfa)",
    "identity_accounts.all(a, !a.admin || a.origin_restricted)",
    "identity_accounts.exists(a, a.admin)",
];

/// What the checks of the library read beside.
const REST: &str = r#","enabled":true,"password_login":false,"ssh_key":true,"employed":true,
  "opened_at":"2026-01-05T00:00:00Z","last_used_at":"2026-10-30T00:00:00Z",
  "reviewed_at":"2026-10-05T00:00:00Z","as_of":"2026-11-01T00:00:00Z""#;

fn main() {
    // Cargo also calls benchmarks with `--test`; nothing is measured then.
    if std::env::args().any(|it| it == "--test") {
        return;
    }
    let checks = kumomori_data::checks().unwrap();
    let kind = &checks.kinds.get(checks.kind("identity-accounts").unwrap()).unwrap().kind;
    let policy = checks.policy();
    let all = programs(&checks, kind, &policy);
    let own: Vec<Program> = MORE.iter().map(|it| compile(it, kind, &policy).unwrap()).collect();
    let cases = [("1 account", 1, 20_001, &all), ("100,000 accounts", 100_000, 11, &own)];
    for (name, n, runs, programs) in cases {
        let document = accounts(n);
        let bytes = document.as_bytes();
        println!("{name}: {} bytes, {} checks", bytes.len(), programs.len());
        let answers = ask(bytes, kind, programs, &policy);
        assert!(answers.iter().all(|it| *it == Verdict::Supports), "{answers:?}");
        report(&format!("{name}: read and ask"), runs, || {
            black_box(ask(black_box(bytes), kind, programs, &policy));
        });
        let plan = Plan::of(kind, programs);
        report(&format!("{name}: read"), runs, || {
            black_box(read(black_box(bytes), &plan)).unwrap();
        });
        let open = read(bytes, &plan).unwrap();
        report(&format!("{name}: ask one check"), runs, || {
            black_box(evaluate(None, programs.first().unwrap(), black_box(&open), &policy));
        });
        report(&format!("{name}: serde_json, ignoring all"), runs, || {
            black_box(serde_json::from_slice::<serde::de::IgnoredAny>(black_box(bytes))).unwrap();
        });
        report(&format!("{name}: serde_json, as a value"), runs, || {
            black_box(serde_json::from_slice::<serde_json::Value>(black_box(bytes))).unwrap();
        });
    }
}

fn programs(checks: &Checks, kind: &Kind, policy: &Policy) -> Vec<Program> {
    let place = checks.kind("identity-accounts").unwrap();
    let library = checks.of_kind(place).filter(|it| it.when.is_none()).map(|it| it.expect.clone());
    let more = MORE.iter().map(|it| compile(it, kind, policy).unwrap());
    library.take(5).chain(more).collect()
}

fn ask(bytes: &[u8], kind: &Kind, programs: &[Program], policy: &Policy) -> Vec<Verdict> {
    let document = read(bytes, &Plan::of(kind, programs)).unwrap();
    programs.iter().map(|it| evaluate(None, it, &document, policy).verdict).collect()
}

/// Accounts that support every check; many of them have only what the own checks read.
fn accounts(n: usize) -> String {
    let mut text = String::from("[");
    for idx in 0..n {
        let between = if idx == 0 { "" } else { "," };
        write!(
            text,
            "{between}{{\"id\":\"u-{idx:06}\",\"kind\":\"person\",\"admin\":{},\"mfa\":true,\
             \"origin_restricted\":true{}}}",
            idx == 0,
            if n == 1 { REST } else { "" }
        )
        .unwrap();
    }
    text + "]"
}

fn report(name: &str, runs: usize, run: impl Fn()) {
    let mut times: Vec<u128> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    let median = times.get(runs / 2).copied().unwrap_or_default();
    println!("{name}\t{}.{:03}\tµs (median of {runs} runs)", median / 1000, median % 1000);
}
