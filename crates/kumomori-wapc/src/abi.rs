//! What a host calls, and what of the host is called.
#![expect(unsafe_code, reason = "hosts write where they are told to")]

use alloc::string::String;
use alloc::vec;
use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;
use kumomori_guest::heap;

#[link(wasm_import_module = "wapc")]
unsafe extern "C" {
    fn __guest_request(operation: *mut u8, message: *mut u8);
    fn __guest_response(at: *const u8, size: usize);
    fn __guest_error(at: *const u8, size: usize);
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}

/// The most bytes of a message that there is room for; one that is taken has at most 16 MiB.
const MOST: usize = 64 * 1024 * 1024;
const UNKNOWN: &str = "there is no such operation: use answer, catalog, validate, \
                       validate_settings or protocol_version";

/// Answers one operation: 1 with a response, 0 with an error.
#[unsafe(no_mangle)]
pub extern "C" fn __guest_call(operation_size: usize, message_size: usize) -> i32 {
    heap::clear();
    if operation_size.max(message_size) > MOST {
        return failed("a message has at most 64 MiB");
    }
    let mut operation = vec![0; operation_size];
    let mut message = vec![0; message_size];
    // SAFETY: the host writes as many bytes as it said.
    unsafe { __guest_request(operation.as_mut_ptr(), message.as_mut_ptr()) };
    let Some(answer) = answered(&operation, &message) else { return failed(UNKNOWN) };
    // SAFETY: the host reads the bytes before this call returns.
    unsafe { __guest_response(answer.as_ptr(), answer.trim_end().len()) };
    1
}

/// Tells the host what is wrong.
fn failed(message: &str) -> i32 {
    // SAFETY: the host reads the bytes before this call returns.
    unsafe { __guest_error(message.as_ptr(), message.len()) };
    0
}

fn answered(operation: &[u8], message: &[u8]) -> Option<String> {
    match operation {
        b"answer" => Some(kumomori_module::answer(message)),
        b"catalog" => Some(kumomori_module::catalog()),
        b"validate" => Some(kumomori_module::admission::validate(message)),
        b"validate_settings" => Some(kumomori_module::admission::validate_settings(message)),
        b"protocol_version" => Some(r#""v1""#.into()),
        _ => None,
    }
}
