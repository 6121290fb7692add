//! A heap whose top hosts may read, write behind, and set back.
//!
//! Memory is taken upward. What is given back is kept in a list of pieces of its size and taken
//! from there first; setting the top forgets these lists. Large pieces are given back only when
//! they are the last ones taken.
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
/// The smallest piece and the largest that are kept in lists, in powers of two.
const SMALLEST: u32 = 4;
const LARGEST: u32 = 16;
const N_LISTS: usize = (LARGEST - SMALLEST + 1) as usize;

unsafe extern "C" {
    /// Where the static data of the module ends.
    static __heap_base: u8;
}

/// The top of the heap; 0 before anything was asked.
static TOP: AtomicUsize = AtomicUsize::new(0);

/// The first free piece of each size; 0 where there is none. A free piece holds the next one.
static FREE: [AtomicUsize; N_LISTS] = [const { AtomicUsize::new(0) }; N_LISTS];

/// The allocator of the module.
struct Heap;

#[global_allocator]
static HEAP: Heap = Heap;

/// The next address that is aligned; none where there is no such address.
fn aligned(at: usize, align: usize) -> Option<usize> {
    Some(at.checked_add(align - 1)? & !(align - 1))
}

/// The bottom of the heap.
fn bottom() -> usize {
    let end = &raw const __heap_base as usize;
    aligned(end, ALIGN).unwrap_or(end)
}

/// The top of the heap.
pub fn top() -> usize {
    match TOP.load(Ordering::Relaxed) {
        0 => bottom(),
        top => top,
    }
}

/// Sets the top of the heap; what lies above it is gone. It is never set below its bottom, nor
/// beyond the most that the module takes.
pub fn set_top(at: usize) {
    let top = aligned(at.min(MOST * PAGE), ALIGN).unwrap_or(at);
    TOP.store(top.max(bottom()), Ordering::Relaxed);
    for list in &FREE {
        list.store(0, Ordering::Relaxed);
    }
}

/// Gives everything back.
pub fn clear() {
    set_top(0);
}

/// Whether so many bytes at an address were taken and not given back.
pub fn is_taken(at: usize, size: usize) -> bool {
    at >= bottom() && at.checked_add(size).is_some_and(|end| end <= top())
}

/// Whether there are so many bytes at an address.
pub fn is_there(at: usize, size: usize) -> bool {
    at.checked_add(size).is_some_and(|end| end <= memory_size::<0>() * PAGE)
}

/// Takes memory above the top, aligned to a power of two; a null pointer when there is no more.
pub fn take(size: usize, align: usize) -> *mut u8 {
    let Some(start) = aligned(top(), align.max(ALIGN)) else { return ptr::null_mut() };
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

/// The power of two that pieces for a layout have, where they are kept in lists.
fn power(layout: Layout) -> Option<u32> {
    let power = layout.size().max(1).next_power_of_two().trailing_zeros().max(SMALLEST);
    (power <= LARGEST && layout.align() <= ALIGN).then_some(power)
}

fn list(power: u32) -> Option<&'static AtomicUsize> {
    FREE.get((power - SMALLEST) as usize)
}

/// Gives back what was taken last.
fn give_back(at: *mut u8, size: usize) -> bool {
    let is_last = (at as usize).checked_add(size) == Some(top());
    if is_last {
        TOP.store(at as usize, Ordering::Relaxed);
    }
    is_last
}

// SAFETY: what `take` gives lies above everything that was taken and not given back, within the
// memory of the module, and is aligned; a piece of a list was given back, has the size of its list
// and is aligned to `ALIGN`; there is one thread.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(power) = power(layout) else { return take(layout.size(), layout.align()) };
        let Some(list) = list(power) else { return ptr::null_mut() };
        let at = list.load(Ordering::Relaxed) as *mut usize;
        if at.is_null() {
            return take(1 << power, ALIGN);
        }
        // SAFETY: a free piece holds the address of the next one.
        list.store(unsafe { at.read() }, Ordering::Relaxed);
        at.cast()
    }

    #[expect(clippy::cast_ptr_alignment, reason = "pieces of lists are aligned to eight bytes")]
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        let Some(power) = power(layout) else {
            give_back(at, layout.size());
            return;
        };
        let Some(list) = list(power) else { return };
        // SAFETY: nobody uses the piece, and it has room for an address.
        unsafe { at.cast::<usize>().write(list.load(Ordering::Relaxed)) };
        list.store(at as usize, Ordering::Relaxed);
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the size is that of a layout with this alignment, as callers promise.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        let (power, wanted_power) = (power(layout), power(wanted));
        if power.is_some() && power == wanted_power {
            return at;
        }
        let is_large = power.is_none() && wanted_power.is_none();
        if is_large && size <= layout.size() {
            return at;
        }
        let is_last = is_large && give_back(at, layout.size());
        // SAFETY: the layout is not empty, as callers promise.
        let new = if is_last { take(size, layout.align()) } else { unsafe { self.alloc(wanted) } };
        if is_last && new.is_null() {
            TOP.store(at as usize + layout.size(), Ordering::Relaxed);
        }
        if !is_last && !new.is_null() {
            // SAFETY: both are memory of at least the smaller size, apart from each other.
            unsafe {
                ptr::copy_nonoverlapping(at, new, layout.size().min(size));
                self.dealloc(at, layout);
            }
        }
        new
    }
}
