//! What a host calls, and how its memory is read and written: in words of 64 bits.
#![expect(unsafe_code, reason = "hosts are reached by the names of their functions")]

use alloc::string::String;
use alloc::vec::Vec;
use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;
use kumomori_guest::heap;

#[link(wasm_import_module = "extism:host/env")]
unsafe extern "C" {
    fn input_length() -> u64;
    fn input_load_u8(at: u64) -> u8;
    fn input_load_u64(at: u64) -> u64;
    fn alloc(size: u64) -> u64;
    fn store_u8(at: u64, byte: u8);
    fn store_u64(at: u64, word: u64);
    fn output_set(at: u64, size: u64);
    fn error_set(at: u64);
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}

const WORD: usize = 8;

/// The input of the call; `None` when there is no memory for it.
fn input() -> Option<Vec<u8>> {
    // SAFETY: these only read, and below the length that the host gives.
    unsafe {
        let size = usize::try_from(input_length()).ok()?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size).ok()?;
        while bytes.len() + WORD <= size {
            bytes.extend_from_slice(&input_load_u64(bytes.len() as u64).to_le_bytes());
        }
        while bytes.len() < size {
            bytes.push(input_load_u8(bytes.len() as u64));
        }
        Some(bytes)
    }
}

/// Writes a text into the memory of the host, and gives its address; `None` where the host has no
/// room.
fn written(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let (words, rest) = bytes.as_chunks::<WORD>();
    // SAFETY: it is written where the host made room for it.
    unsafe {
        let start = Some(alloc(bytes.len() as u64)).filter(|it| *it != 0)?;
        let mut at = start;
        for word in words {
            store_u64(at, u64::from_le_bytes(*word));
            at += WORD as u64;
        }
        for byte in rest {
            store_u8(at, *byte);
            at += 1;
        }
        Some(start)
    }
}

/// Hands the host an answer: 0, that all is well.
fn give(answer: &str) -> i32 {
    let answer = answer.trim_end();
    let Some(at) = written(answer) else { return 1 };
    // SAFETY: so much was written there.
    unsafe { output_set(at, answer.len() as u64) };
    0
}

/// Tells the host what is wrong.
fn fail(message: &str) -> i32 {
    if let Some(at) = written(message) {
        // SAFETY: it was written there.
        unsafe { error_set(at) };
    }
    1
}

fn answered(answer: impl Fn(&[u8]) -> String) -> i32 {
    heap::clear();
    input().map_or_else(|| fail("there is no memory for the input"), |it| give(&answer(&it)))
}

/// The answer to a request.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> i32 {
    answered(kumomori_module::answer)
}

/// The answer to a request, as if it wanted `checks`.
#[unsafe(no_mangle)]
pub extern "C" fn check() -> i32 {
    answered(|it| kumomori_module::answer_wanting(it, "checks"))
}

/// The answer to a request, as if it wanted `evaluation`.
#[unsafe(no_mangle)]
pub extern "C" fn evaluate() -> i32 {
    answered(|it| kumomori_module::answer_wanting(it, "evaluation"))
}

/// What can be asked about.
#[unsafe(no_mangle)]
pub extern "C" fn catalog() -> i32 {
    answered(|_| kumomori_module::catalog())
}
