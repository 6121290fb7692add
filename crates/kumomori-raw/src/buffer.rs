//! Bytes that host and module hand each other.
#![expect(unsafe_code, reason = "handles of hosts are addresses")]
#![expect(clippy::cast_ptr_alignment, reason = "what is taken is aligned to eight bytes")]

use core::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use core::{ptr, slice};
use kumomori_guest::heap::{clear, is_taken, take};

/// What stands in a buffer that is in use, another number after each reset.
static MARK: AtomicU32 = AtomicU32::new(0x6b75_6d6f);

/// How many buffers are in use.
static LIVES: AtomicUsize = AtomicUsize::new(0);

/// A buffer; its address is its handle.
#[derive(Debug)]
#[repr(C)]
pub struct Buffer {
    at: *mut u8,
    size: usize,
    mark: u32,
}

/// A new buffer, or a null pointer when there is no memory for it.
pub(crate) fn make(size: usize) -> *mut Buffer {
    let whole = size.checked_add(size_of::<Buffer>() + 4);
    let head = whole.map_or(ptr::null_mut(), |it| take(it, 8).cast::<Buffer>());
    if head.is_null() {
        return head;
    }
    LIVES.fetch_add(1, Ordering::Relaxed);
    // SAFETY: there is room for it and the bytes after it, aligned to what it needs.
    unsafe {
        let at = head.add(1).cast::<u8>().add(4);
        head.write(Buffer { at, size, mark: MARK.load(Ordering::Relaxed) });
    }
    head
}

/// A new buffer with these bytes.
pub(crate) fn keep(bytes: &[u8]) -> *mut Buffer {
    let made = make(bytes.len());
    if !made.is_null() {
        // SAFETY: there is room for as many bytes, apart from those given.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), (*made).at, bytes.len()) };
    }
    made
}

/// The buffer of a handle, if it is one in use.
fn live(handle: *mut Buffer) -> Option<Buffer> {
    let is_possible = is_taken(handle as usize, size_of::<Buffer>()) && handle.is_aligned();
    if !is_possible {
        return None;
    }
    // SAFETY: it lies within memory that was taken, and any bits are a value of each field.
    let buffer = unsafe { handle.read() };
    let is_live = buffer.mark == MARK.load(Ordering::Relaxed);
    (is_live && is_taken(buffer.at as usize, buffer.size)).then_some(buffer)
}

/// The bytes of a buffer; `None` when the handle is none of a buffer in use.
pub(crate) fn bytes<'a>(handle: *mut Buffer) -> Option<&'a [u8]> {
    // SAFETY: so many bytes were taken there.
    live(handle).map(|it| unsafe { slice::from_raw_parts(it.at, it.size) })
}

/// Frees a buffer; with the last one all memory is free again.
pub(crate) fn free(handle: *mut Buffer) {
    if live(handle).is_none() {
        return;
    }
    // SAFETY: it is a buffer in use.
    unsafe { (*handle).mark = 0 };
    if LIVES.fetch_sub(1, Ordering::Relaxed) == 1 {
        clear();
    }
}

/// Frees everything; handles from before are none of buffers in use any more.
pub(crate) fn reset() {
    LIVES.store(0, Ordering::Relaxed);
    MARK.fetch_add(1, Ordering::Relaxed);
    clear();
}
