//! What a host calls. A handle of 0 that comes back means that a handle given is none of a buffer
//! in use, or that there is no memory.
#![expect(unsafe_code, reason = "hosts find functions by their names")]

use crate::buffer::{self, Buffer, keep};
use crate::rows;
use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;
use core::ptr::null_mut;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}

/// The version of this interface.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_abi_version() -> u32 {
    1
}

/// A new buffer of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_buffer(size: usize) -> *mut Buffer {
    buffer::make(size)
}

/// Frees a buffer.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_free(handle: *mut Buffer) {
    buffer::free(handle);
}

/// Frees all buffers.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_reset() {
    buffer::reset();
}

/// The answer to a request, both JSON.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_answer(request: *mut Buffer) -> *mut Buffer {
    let Some(request) = buffer::bytes(request) else { return null_mut() };
    keep(kumomori_module::answer(request).trim_end().as_bytes())
}

/// The verdicts of one evidence file, a letter each; nothing when the file cannot be read.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_verdicts(evidence: *mut Buffer) -> *mut Buffer {
    let Some(evidence) = buffer::bytes(evidence) else { return null_mut() };
    let verdicts = kumomori_module::verdicts(&[evidence]);
    keep(verdicts.first().and_then(Option::as_deref).unwrap_or_default().as_bytes())
}

/// What can be asked about, JSON.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_catalog() -> *mut Buffer {
    keep(kumomori_module::catalog().trim_end().as_bytes())
}

/// `kumomori_verdicts` for rows of ClickHouse, each a text in the format `RowBinary`.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_verdicts_rows(rows: *mut Buffer, n_rows: u32) -> *mut Buffer {
    let rows = buffer::bytes(rows).and_then(|it| rows::read(it, n_rows));
    rows.map_or(null_mut(), |rows| keep(&rows::written(&kumomori_module::verdicts(&rows))))
}

/// `kumomori_answer` for rows of ClickHouse, each a text in the format `RowBinary`.
#[unsafe(no_mangle)]
pub extern "C" fn kumomori_answer_rows(rows: *mut Buffer, n_rows: u32) -> *mut Buffer {
    let rows = buffer::bytes(rows).and_then(|it| rows::read(it, n_rows));
    rows.map_or(null_mut(), |rows| {
        let answer = |it: &&[u8]| Some(kumomori_module::answer(it).trim_end().into());
        keep(&rows::written(&rows.iter().map(answer).collect::<alloc::vec::Vec<_>>()))
    })
}

/// `kumomori_buffer`, as ClickHouse calls it.
#[unsafe(no_mangle)]
pub extern "C" fn clickhouse_create_buffer(size: usize) -> *mut Buffer {
    buffer::make(size)
}

/// `kumomori_free`, as ClickHouse calls it.
#[unsafe(no_mangle)]
pub extern "C" fn clickhouse_destroy_buffer(handle: *mut Buffer) {
    buffer::free(handle);
}
