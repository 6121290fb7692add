//! Every target of the fuzzer, for a moment.

use kumomori_tests::fuzz::{memory, run, target};
use kumomori_tests::random;

#[global_allocator]
static COUNTED: memory::Counted = memory::Counted;

/// One after the other, so that the memory of one is not counted for another.
#[test]
fn nothing_is_wrong_with_damaged_inputs() {
    let usual = [
        ("json", 6_000),
        ("expression", 6_000),
        ("pack", 1_000),
        ("evidence", 3_000),
        ("envelope", 20_000),
        ("assessment", 400),
    ];
    for (name, usual) in usual {
        let inputs = random::cases(usual, 50 * usual).cases;
        let report = run(&mut target(name).unwrap(), inputs.into(), 1);
        let report = report.unwrap_or_else(|it| panic!("{it}"));
        assert!(report.taken > 0, "{name} takes nothing");
    }
}
