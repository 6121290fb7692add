//! Random checks about the controls of a library.

use crate::plain::{self, TEXT};
use kumomori_core::checks::{Check, Checks, EvidenceKind, Kind, Severity};
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::library::Library;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const KINDS: [&str; 2] = ["accounts", "storage"];

/// One to six checks of two kinds.
pub fn checks(library: &Library) -> BoxedStrategy<Checks> {
    let sides = sides(library);
    let fresh = select(vec![0_u8, 3, 6, 12, 12, 12]);
    (vec(check(sides), 1..=6), [fresh.clone(), fresh])
        .prop_map(|(mut checks, fresh)| {
            for (idx, check) in checks.iter_mut().enumerate() {
                check.id = format!("k{idx}").parse().unwrap();
            }
            let kinds = KINDS.into_iter().zip(fresh).map(|(id, months)| kind(id, months));
            Checks { kinds: kinds.collect(), thresholds: Vec::new(), checks }
        })
        .boxed()
}

/// Both dimensions of every control of the library, of a planned one and of one that nobody knows.
fn sides(library: &Library) -> Vec<(ControlId, Dimension)> {
    let known = library.controls.iter().map(|it| it.id.clone());
    let all = known.chain(["x0", "zz"].map(|it| it.parse().unwrap()));
    all.flat_map(|it| Dimension::ALL.map(|dimension| (it.clone(), dimension))).collect()
}

fn check(sides: Vec<(ControlId, Dimension)>) -> impl Strategy<Value = Check> {
    let severity = select(Severity::ALL.to_vec());
    (0..KINDS.len(), severity, subsequence(sides, 1..=8)).prop_map(|(kind, severity, controls)| {
        Check { kind, severity, controls, ..plain::check("unnamed") }
    })
}

fn kind(id: &str, fresh_months: u8) -> EvidenceKind {
    EvidenceKind {
        kind: Kind { id: id.into(), is_list: false, fields: Vec::new(), top: Vec::new() },
        title: TEXT,
        about: TEXT,
        from: TEXT,
        fresh_months,
        fields: Vec::new(),
    }
}
