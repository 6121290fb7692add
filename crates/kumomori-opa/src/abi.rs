//! What a host calls, by the names of OPA's ABI 1.3.
//!
//! The two versions are set to 1 and 3 after linking: Rust exports the address of a static, not
//! its value.
#![expect(unsafe_code, reason = "hosts find functions by their names and hand over addresses")]
#![allow(missing_docs, clippy::missing_safety_doc, reason = "names and meaning are OPA's own")]

use alloc::string::String;
use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;
use core::{ptr, slice};
use kumomori_guest::heap::{is_there, set_top, take, top};

#[link(wasm_import_module = "env")]
unsafe extern "C" {
    fn opa_abort(message: *const u8);
}

#[unsafe(no_mangle)]
pub static opa_wasm_abi_version: i32 = 1;
#[unsafe(no_mangle)]
pub static opa_wasm_abi_minor_version: i32 = 3;

/// A text that lies in memory, a zero after it.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Text {
    at: *const u8,
    length: usize,
}

/// One evaluation of hosts that set it up step by step.
#[derive(Debug)]
#[repr(C)]
pub struct Context {
    input: *const Text,
    data: *const Text,
    result: *const Text,
    entrypoint: i32,
}

/// Ends with a message, which has a zero at its end.
fn abort(message: &'static [u8]) -> ! {
    // SAFETY: the message is static and ends with a zero. Some hosts come back from it.
    unsafe { opa_abort(message.as_ptr()) };
    unreachable()
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    abort(b"kumomori: out of memory\0")
}

fn room(size: usize) -> *mut u8 {
    let at = take(size, 8);
    if at.is_null() {
        abort(b"opa_malloc: failed\0")
    }
    at
}

/// Puts a value somewhere for good.
fn keep<T>(value: T) -> *mut T {
    let at = room(size_of::<T>()).cast::<T>();
    // SAFETY: there is room for it, aligned to more than it needs.
    unsafe { at.write(value) };
    at
}

/// Keeps bytes with a zero after them.
fn keep_text(bytes: &[u8]) -> *mut Text {
    let at = room(bytes.len() + 1);
    // SAFETY: there is room for the bytes and the zero.
    unsafe {
        ptr::copy_nonoverlapping(bytes.as_ptr(), at, bytes.len());
        at.add(bytes.len()).write(0);
    }
    keep(Text { at, length: bytes.len() })
}

/// Bytes at an address; none at address 0.
unsafe fn bytes<'a>(at: *const u8, length: usize) -> &'a [u8] {
    if at.is_null() {
        return &[];
    }
    if !is_there(at as usize, length) {
        abort(b"illegal address\0");
    }
    // SAFETY: hosts hand over addresses of memory that they wrote, and it is there.
    unsafe { slice::from_raw_parts(at, length) }
}

/// The bytes of a value; none at address 0.
unsafe fn value<'a>(value: *const Text) -> &'a [u8] {
    // SAFETY: values are those that this module gave.
    if value.is_null() { &[] } else { unsafe { bytes((*value).at, (*value).length) } }
}

fn answer(entrypoint: i32, input: &[u8], data: &[u8]) -> String {
    match entrypoint {
        0 => kumomori_module::admission::review(input, data)
            .unwrap_or_else(|| kumomori_module::answer(input)),
        1 => kumomori_module::answer_wanting(input, "checks"),
        2 => kumomori_module::answer_wanting(input, "frameworks"),
        3 => kumomori_module::catalog(),
        _ => abort(b"illegal entrypoint id\0"),
    }
}

/// The result of an evaluation: a list with one binding, or the set that Rego writes.
fn result(entrypoint: i32, input: &[u8], data: &[u8], is_rego: bool) -> *mut Text {
    let [before, after] = if is_rego { ["{{\"result\":", "}}"] } else { ["[{\"result\":", "}]"] };
    let answer = answer(entrypoint, input, data);
    keep_text([before, answer.trim_end(), after].concat().as_bytes())
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_malloc(size: usize) -> *mut u8 {
    room(size)
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_free(_: *mut u8) {}

#[unsafe(no_mangle)]
pub extern "C" fn opa_value_free(_: *mut u8) {}

#[unsafe(no_mangle)]
pub extern "C" fn opa_heap_ptr_get() -> usize {
    top()
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_heap_ptr_set(at: usize) {
    set_top(at);
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_heap_blocks_stash() {}

#[unsafe(no_mangle)]
pub extern "C" fn opa_heap_blocks_restore() {}

#[unsafe(no_mangle)]
pub extern "C" fn opa_heap_stash_clear() {}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_json_parse(at: *const u8, length: usize) -> *mut Text {
    // SAFETY: as `bytes` says.
    keep_text(unsafe { bytes(at, length) })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_value_parse(at: *const u8, length: usize) -> *mut Text {
    // SAFETY: as `bytes` says.
    unsafe { opa_json_parse(at, length) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_json_dump(value: *const Text) -> *const u8 {
    // SAFETY: values are those that this module gave.
    if value.is_null() { c"null".as_ptr().cast() } else { unsafe { (*value).at } }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_value_dump(value: *const Text) -> *const u8 {
    // SAFETY: as for `opa_json_dump`.
    unsafe { opa_json_dump(value) }
}

/// The data cannot be changed in place: the error of a wrong path.
#[unsafe(no_mangle)]
pub extern "C" fn opa_value_add_path(_: i32, _: i32, _: i32) -> i32 {
    3
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_value_remove_path(_: i32, _: i32) -> i32 {
    3
}

#[unsafe(no_mangle)]
pub extern "C" fn builtins() -> *mut Text {
    keep_text(b"{}")
}

#[unsafe(no_mangle)]
pub extern "C" fn entrypoints() -> *mut Text {
    keep_text(br#"{"assess/result":0,"assess/checks":1,"assess/score":2,"catalog":3}"#)
}

#[unsafe(no_mangle)]
pub extern "C" fn opa_eval_ctx_new() -> *mut Context {
    let none = ptr::null();
    keep(Context { input: none, data: none, result: none, entrypoint: 0 })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_eval_ctx_set_input(context: *mut Context, value: *const Text) {
    // SAFETY: contexts are those that this module gave.
    unsafe { (*context).input = value };
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_eval_ctx_set_data(context: *mut Context, value: *const Text) {
    // SAFETY: as for `opa_eval_ctx_set_input`.
    unsafe { (*context).data = value };
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_eval_ctx_set_entrypoint(context: *mut Context, entrypoint: i32) {
    // SAFETY: as for `opa_eval_ctx_set_input`.
    unsafe { (*context).entrypoint = entrypoint };
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_eval_ctx_get_result(context: *const Context) -> *const Text {
    // SAFETY: as for `opa_eval_ctx_set_input`.
    unsafe { (*context).result }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn eval(context: *mut Context) -> i32 {
    // SAFETY: contexts and values are those that this module gave.
    unsafe {
        let (input, data) = (value((*context).input), value((*context).data));
        (*context).result = result((*context).entrypoint, input, data, false);
    }
    0
}

/// All of an evaluation in one call: `heap` is the top of the heap, behind the input.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn opa_eval(
    _: i32,
    entrypoint: i32,
    data: *const Text,
    input: *const u8,
    length: usize,
    heap: usize,
    format: i32,
) -> *const u8 {
    // What the host wrote stays, wherever it says that the heap begins.
    set_top(heap.max((input as usize).saturating_add(length)));
    // SAFETY: the host wrote the input below the top.
    let (input, data) = unsafe { (bytes(input, length), value(data)) };
    let result = result(entrypoint, input, data, format == 1);
    // SAFETY: it was made just now.
    unsafe { (*result).at }
}
