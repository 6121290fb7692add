//! What the site does beside its page, as two WebAssembly modules that import nothing: one asks
//! evidence (feature `ask`), one explains results (feature `explain`).
//!
//! Bytes go in and out through two buffers of the module's own: the host writes into
//! `input(length)`, calls one of the other functions, and reads what that says there is from
//! `output()`. `checks()`, `library()` and `chapter()` each take what the build packed. Then
//! `ask()` takes an evidence file and gives what [`kumomori_core::pack::read_told`] reads, after
//! which `made()` gives the evidence file that it was turned into, and `form()` takes what stands in
//! a form (`src/form.rs`); in the other module `explain()` takes a request (`src/explain.rs`) and
//! gives a document as [`kumomori_report::document::from_passed`] reads it.

use held::Held;
use kumomori_core::pack;
use std::cell::RefCell;

#[cfg(feature = "explain")]
mod about;
#[cfg(feature = "ask")]
mod asker;
#[cfg(feature = "explain")]
mod explain;
#[cfg(feature = "ask")]
mod form;
mod held;
#[cfg(feature = "explain")]
mod merged;
#[cfg(feature = "explain")]
mod moved;
#[cfg(feature = "explain")]
mod past;
#[cfg(feature = "explain")]
mod services;
#[cfg(feature = "explain")]
mod wrong;

/// The end of a field of a request or an answer.
const FIELD: char = '\u{1f}';

/// Fields, each with its end.
fn joined(fields: impl IntoIterator<Item = String>) -> String {
    fields.into_iter().fold(String::new(), |text, it| text + &it + FIELD.encode_utf8(&mut [0; 4]))
}

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static HELD: RefCell<Held> = RefCell::new(Held::default());
}

#[cfg(feature = "ask")]
thread_local! {
    static MADE: RefCell<Option<String>> = const { RefCell::new(None) };
    static ASKER: RefCell<Option<asker::Asker>> = const { RefCell::new(None) };
}

/// Makes room for `length` bytes and gives its place; what was there is gone.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|it| {
        it.clear();
        it.resize(length, 0);
        it.as_mut_ptr()
    })
}

/// The place of the output.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(Vec::as_ptr)
}

/// Takes the input as the packed checks; 1 when they can be used, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn checks() -> u32 {
    // One set of checks lives as long as the worker.
    let checks = pack::read_checks(&INPUT.take()).map(|it| &*Box::leak(Box::new(it)));
    HELD.with_borrow_mut(|it| it.checks = checks);
    #[cfg(feature = "ask")]
    ASKER.set(checks.map(asker::Asker::new));
    u32::from(checks.is_some())
}

/// Takes the input as the packed library; 1 when it can be used, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn library() -> u32 {
    // One library lives as long as the worker.
    let library = pack::read(&INPUT.take()).map(|it| &*Box::leak(Box::new(it)));
    u32::from(HELD.with_borrow_mut(|it| {
        it.library = library;
        it.library.is_some()
    }))
}

/// Takes the input as one more chapter of texts, of Japanese (0) or English; 1 when it is one.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn chapter(language: u32) -> u32 {
    let blob = INPUT.take();
    u32::from(HELD.with_borrow_mut(|it| it.add_chapter(language == 0, blob)))
}

/// Takes the input as an evidence file and asks it; gives the length of the output, 0 before
/// [`checks`].
#[cfg(feature = "ask")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    let file = INPUT.take();
    let answer = ASKER.with_borrow(|it| it.as_ref().map(|it| it.ask(&file)));
    let (told, made) = answer.map(|it| (it.told, it.made)).unzip();
    MADE.set(made.flatten());
    give(told.map(|it| pack::write_told(&it)))
}

/// The evidence file that the file asked last was turned into; gives the length of the output, 0
/// where it was an evidence file itself.
#[cfg(feature = "ask")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn made() -> usize {
    give(MADE.take().map(String::into_bytes))
}

/// Takes the input as a request about a form (`src/form.rs`); gives the length of the output, 0
/// for what is none.
#[cfg(feature = "ask")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn form() -> usize {
    let request = INPUT.take();
    give(HELD.with_borrow(|it| form::answer(it, &request)).map(String::into_bytes))
}

/// Takes the input as a request and explains; gives the length of the output, 0 for what cannot
/// be explained.
#[cfg(feature = "explain")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn explain() -> usize {
    let request = INPUT.take();
    give(HELD.with_borrow(|it| explain::answer(it, &request)).map(String::into_bytes))
}

fn give(output: Option<Vec<u8>>) -> usize {
    OUTPUT.with_borrow_mut(|it| {
        *it = output.unwrap_or_default();
        it.len()
    })
}
