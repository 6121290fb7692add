//! Every row of the vectors that were computed apart from this code.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a vector that cannot be read should fail the test"
)]

use kumomori_core::assessment::Sample;
use kumomori_core::control_result::Flag;
use kumomori_core::dimension::Reading;
use kumomori_core::evaluation::evaluate;
use kumomori_core::figures::{Figures, GroupKey};
use kumomori_core::ladder::{Ladder, Rung};
use kumomori_core::role::View;
use kumomori_core::sample::{Tolerance, binomial_upper, hypergeometric_upper, minimum_sample};
use kumomori_core::testimony::Hearing;
use kumomori_tests::plain;

const VECTORS: &str = include_str!("../fixtures/scoring-test-vectors.tsv");

/// One input of a row, such as `n=25`.
fn input<'a>(inputs: &'a str, name: &str) -> &'a str {
    let found = inputs.split(' ').filter_map(|it| it.split_once('=')).find(|it| it.0 == name);
    found.unwrap_or_else(|| panic!("`{inputs}` has no `{name}`")).1
}

fn number(inputs: &str, name: &str) -> u32 {
    input(inputs, name).parse().unwrap()
}

/// A decimal below 1, such as `0.95`, in permille.
fn permille(inputs: &str, name: &str) -> u32 {
    let digits = input(inputs, name).strip_prefix("0.").unwrap();
    format!("{digits:0<3}").parse().unwrap()
}

/// Asserts every row of a kind, and that there are as many as there should be.
fn check(kind: &str, n_rows: usize, assert_row: impl Fn(&str, &str)) {
    let rows = VECTORS.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let rows: Vec<Vec<&str>> = rows.filter(|row| row[0] == kind).collect();
    assert_eq!(rows.len(), n_rows, "rows of {kind}");
    for row in rows {
        assert_row(row[1], row[2]);
    }
}

#[test]
fn no_row_is_left_out() {
    assert_eq!(VECTORS.lines().skip(1).count(), 14 + 14 + 6 + 10 + 6 + 4);
}

#[test]
fn the_bound_for_an_unknown_population_is_the_vectors() {
    check("binomial_upper", 14, |inputs, expected| {
        let (n, k) = (number(inputs, "n"), number(inputs, "k"));
        let found = binomial_upper(n, k, permille(inputs, "conf"));
        let nearest: u32 = expected.replace('.', "").parse().unwrap();
        assert!([nearest, nearest + 1].contains(&found), "{inputs}: {found} for {expected}");
    });
}

#[test]
fn the_bound_for_a_known_population_is_the_vectors() {
    check("hypergeometric_upper_count", 14, |inputs, expected| {
        let (all, n, k) = (number(inputs, "N"), number(inputs, "n"), number(inputs, "k"));
        let found = hypergeometric_upper(all, n, k, permille(inputs, "conf"));
        assert_eq!(found.to_string(), expected, "{inputs}");
    });
}

#[test]
fn the_smallest_sample_that_passes_is_the_vectors() {
    check("minimum_sample", 6, |inputs, expected| {
        let tolerance = Tolerance {
            confidence: permille(inputs, "conf"),
            tolerable: permille(inputs, "tolerable"),
        };
        let found = minimum_sample(number(inputs, "k"), tolerance);
        assert_eq!(found, Some(expected.parse().unwrap()), "{inputs}");
    });
}

#[test]
fn the_levels_of_a_ladder_are_the_vectors() {
    check("ladder_low_high", 10, |letters, expected| {
        let rungs: Vec<Rung> = letters.chars().filter_map(Rung::from_letter).collect();
        let ladder = Ladder(rungs.try_into().unwrap());
        let found = format!("{} {}", ladder.low().number(), ladder.high().number());
        assert_eq!(found, expected, "{letters}");
    });
}

/// The readings of design, operation and assured operation, and the flag.
fn one_control(inputs: &str) -> ([Reading; 3], Option<Flag>) {
    let [design, operation, grade] =
        ["D", "O", "e"].map(|name| u8::try_from(number(inputs, name)).unwrap());
    let deviations = match input(inputs, "sample_pass") {
        "True" => 0,
        _ => 1,
    };
    let mut answer = plain::answer("c", design, operation, grade);
    answer.sample = Some(Sample { population: None, tested: 22, deviations, automation: None });
    let library = plain::library_of(vec![plain::control("c", 1)]);
    let evaluation =
        evaluate(&library, &plain::assessment(vec![answer]), Hearing::default(), plain::day());
    let found = &evaluation.controls[0];
    ([found.design.reading, found.operation.reading, found.assured], found.flag)
}

#[test]
fn the_confirmed_levels_are_the_vectors() {
    check("confirmed", 6, |inputs, expected| {
        let ([design, operation, assured], flag) = one_control(inputs);
        let flag = match flag {
            None => "none",
            Some(Flag::DesignAhead) => "paper",
            Some(Flag::OperationAhead) => "practice",
        };
        let found = format!(
            "D={} O={} assured={} flag={flag}",
            design.confirmed.number(),
            operation.confirmed.number(),
            assured.confirmed.number(),
        );
        assert_eq!(found, expected, "{inputs}");
    });
}

/// Design and assured operation of a group such as `w3:s4* w1:s3`; a star marks a key control.
fn one_group(members: &str) -> [Figures; 2] {
    let (mut controls, mut answers) = (Vec::new(), Vec::new());
    for (idx, member) in members.split(' ').enumerate() {
        let (weight, level) = member.trim_end_matches('*').split_once(":s").unwrap();
        let weight: u8 = weight.strip_prefix('w').unwrap().parse().unwrap();
        assert_eq!(member.ends_with('*'), weight >= plain::settings().key_weight, "{member}");
        let level: u8 = level.parse().unwrap();
        controls.push(plain::control(&format!("c{idx}"), weight));
        answers.push(plain::answer(&format!("c{idx}"), level, level, 4));
    }
    let library = plain::library_of(controls);
    let evaluation =
        evaluate(&library, &plain::assessment(answers), Hearing::default(), plain::day());
    let group = evaluation.group(&GroupKey::Overall, View::Provider).unwrap();
    [group.design.unwrap(), group.operation.unwrap()]
}

#[test]
fn the_group_levels_and_means_are_the_vectors() {
    check("group_level_mean", 4, |members, expected| {
        for figures in one_group(members) {
            let level = figures.group_level.confirmed.number();
            let found = format!("G={level} M={}", figures.mean.confirmed);
            assert_eq!(found, expected, "{members}");
        }
    });
}
