//! Calls in any order, with any numbers: a host may be wrong, the module never is.

use crate::raw::Raw;
use anyhow::{Context, Result};
use kumomori_hosts::golden;
use wasmtime::TypedFunc;

/// A simple generator of numbers, the same for the same seed.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

const FUEL: u64 = 50_000_000;
const MEMORY: usize = 64 << 20;

#[test]
fn any_order_of_calls_ends_in_an_answer_or_a_refusal() -> Result<()> {
    let n_rounds = if std::env::var_os("KUMOMORI_FULL").is_some() { 2_000_u64 } else { 40 };
    let all = golden()?;
    let small = all.iter().find(|it| it.name == "verdicts").context("verdicts")?;
    let mut raw = Raw::new(true, MEMORY)?;
    let reset: TypedFunc<(), ()> = raw.instance.get_typed_func(&mut raw.store, "kumomori_reset")?;
    let rows: TypedFunc<(u32, u32), u32> =
        raw.instance.get_typed_func(&mut raw.store, "kumomori_verdicts_rows")?;
    for seed in 1..=n_rounds {
        let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut handles: Vec<u32> = vec![0, 12, u32::MAX];
        for _ in 0..30 {
            raw.store.set_fuel(FUEL)?;
            let handle = handles[numbers.below(handles.len() as u64) as usize];
            // A trap, or fuel that runs out, is an end; what counts is what comes afterwards.
            let made = match numbers.below(6) {
                0 => raw
                    .function("kumomori_buffer")?
                    .call(&mut raw.store, numbers.next() as u32)
                    .ok(),
                1 => raw
                    .buffer(&small.request[..numbers.below(small.request.len() as u64) as usize])
                    .ok(),
                2 => raw.function("kumomori_answer")?.call(&mut raw.store, handle).ok(),
                3 => raw.function("kumomori_verdicts")?.call(&mut raw.store, handle).ok(),
                4 => rows.call(&mut raw.store, (handle, numbers.next() as u32 % 5)).ok(),
                _ => raw.free(handle).ok().map(|()| handle),
            };
            handles.extend(made);
        }
        raw.store.set_fuel(u64::MAX)?;
        reset.call(&mut raw.store, ())?;
        let answer = raw.ask("kumomori_answer", &small.request)?;
        assert_eq!(answer, small.answer.as_bytes(), "seed {seed}");
    }
    Ok(())
}

#[test]
fn damaged_requests_never_trap() -> Result<()> {
    let n_each = if std::env::var_os("KUMOMORI_FULL").is_some() { 2_000 } else { 30 };
    let mut raw = Raw::new(false, 1 << 30)?;
    let mut numbers = Numbers(7);
    for it in golden()? {
        for _ in 0..n_each {
            let mut bytes = it.request.clone();
            for _ in 0..=numbers.below(3) {
                let at = numbers.below(bytes.len() as u64) as usize;
                match numbers.below(3) {
                    0 => bytes[at] = numbers.next() as u8,
                    1 => bytes.truncate(at.max(1)),
                    _ => bytes.insert(at, b"{}[],:\"0-"[numbers.below(9) as usize]),
                }
            }
            let answer = raw.ask("kumomori_answer", &bytes)?;
            let native = kumomori_module::answer(&bytes);
            assert_eq!(answer, native.trim_end().as_bytes(), "{}", String::from_utf8_lossy(&bytes));
        }
    }
    Ok(())
}

#[test]
fn ended_calls_leave_nothing_behind() -> Result<()> {
    let all = golden()?;
    let large = all.iter().find(|it| it.name == "evaluation").context("evaluation")?;
    let small = all.iter().find(|it| it.name == "verdicts").context("verdicts")?;
    let mut raw = Raw::new(true, MEMORY)?;
    let answer = raw.function("kumomori_answer")?;
    let reset: TypedFunc<(), ()> = raw.instance.get_typed_func(&mut raw.store, "kumomori_reset")?;
    for n in 0..300 {
        raw.store.set_fuel(u64::MAX)?;
        let request = raw.buffer(&large.request)?;
        raw.store.set_fuel(2_000_000 + n * 100_000)?;
        assert!(answer.call(&mut raw.store, request).is_err(), "fuel runs out");
        raw.store.set_fuel(u64::MAX)?;
        reset.call(&mut raw.store, ())?;
    }
    assert_eq!(raw.ask("kumomori_answer", &small.request)?, small.answer.as_bytes());
    Ok(())
}

#[test]
fn the_deepest_document_in_every_field_is_answered_as_natively() -> Result<()> {
    let mut raw = Raw::new(false, 1 << 30)?;
    for depth in [20, 31, 32, 33, 60, 64, 65, 500] {
        let deep = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        for field in ["want", "lang", "evidence", "assessment", "thresholds", "checks", "role"] {
            for value in [&deep, &objects] {
                let request = format!(r#"{{"format":"kumomori.request/1","{field}":{value}}}"#);
                let native = kumomori_module::answer(request.as_bytes());
                let answer = raw.ask("kumomori_answer", request.as_bytes())?;
                assert_eq!(answer, native.trim_end().as_bytes(), "{field}: {depth}");
            }
        }
    }
    Ok(())
}
