//! A heap whose top hosts may read, write behind, and set back.
#![expect(unsafe_code, reason = "an allocator is made of raw memory")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};

const PAGE: usize = 65_536;
/// The most memory that the module takes, in pages: 256 MiB.
const MOST: usize = 4_096;
/// What everything is aligned to, whatever a host sets the top to.
const ALIGN: usize = 8;

unsafe extern "C" {
    /// Where the static data of the module ends.
    static __heap_base: u8;
}

/// The top of the heap; 0 before anything was asked.
static TOP: AtomicUsize = AtomicUsize::new(0);

/// The allocator of the module.
struct Heap;

#[global_allocator]
static HEAP: Heap = Heap;

fn aligned(at: usize, align: usize) -> usize {
    (at + align - 1) & !(align - 1)
}

/// The bottom of the heap.
fn bottom() -> usize {
    aligned(&raw const __heap_base as usize, ALIGN)
}

/// The top of the heap.
pub fn top() -> usize {
    match TOP.load(Ordering::Relaxed) {
        0 => bottom(),
        top => top,
    }
}

/// Sets the top of the heap; what lies above it is gone. It is never set below its bottom.
pub fn set_top(at: usize) {
    let most = usize::MAX - ALIGN;
    TOP.store(aligned(at.min(most), ALIGN).max(bottom()), Ordering::Relaxed);
}

/// Gives everything back.
pub fn clear() {
    TOP.store(bottom(), Ordering::Relaxed);
}

/// Whether so many bytes at an address were taken and not given back.
pub fn is_taken(at: usize, size: usize) -> bool {
    at >= bottom() && at.checked_add(size).is_some_and(|end| end <= top())
}

/// Takes memory, aligned to a power of two; a null pointer when there is no more.
pub fn take(size: usize, align: usize) -> *mut u8 {
    let start = aligned(top(), align.max(ALIGN));
    let Some(end) = start.checked_add(size) else { return ptr::null_mut() };
    // A host may have grown the memory itself.
    let pages = memory_size::<0>();
    let needed = end.div_ceil(PAGE);
    let is_there =
        needed <= pages || needed <= MOST && memory_grow::<0>(needed - pages) != usize::MAX;
    if !is_there {
        return ptr::null_mut();
    }
    TOP.store(end, Ordering::Relaxed);
    start as *mut u8
}

/// Gives back what was taken last.
fn give_back(at: *mut u8, size: usize) -> bool {
    let is_last = at as usize + size == top();
    if is_last {
        TOP.store(at as usize, Ordering::Relaxed);
    }
    is_last
}

// SAFETY: what `take` gives lies above everything that was taken and not given back, within the
// memory of the module, and is aligned; there is one thread.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size(), layout.align())
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        give_back(at, layout.size());
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let is_last = give_back(at, layout.size());
        if !is_last && size <= layout.size() {
            return at;
        }
        let new = take(size, layout.align());
        if is_last && new.is_null() {
            TOP.store(at as usize + layout.size(), Ordering::Relaxed);
        }
        if !is_last && !new.is_null() {
            // SAFETY: both are memory of at least these sizes, and the new one lies above.
            unsafe { ptr::copy_nonoverlapping(at, new, layout.size()) };
        }
        new
    }
}
