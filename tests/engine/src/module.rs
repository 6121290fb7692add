//! What a host of the module calls.
//!
//! Bytes go in and out through two buffers of the module's own: the host writes into
//! `input(length)`, calls one of the other functions, and reads what that says there is from
//! `output()`.

use crate::questions::Questions;
use kumomori_check::document::Document;
use kumomori_check::evaluate::Verdict;
use kumomori_core::pack;
use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static QUESTIONS: RefCell<Option<Questions<'static>>> = const { RefCell::new(None) };
    static KEPT: RefCell<Option<Document<'static>>> = const { RefCell::new(None) };
}

/// Makes room for `length` bytes and gives its place.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|it| {
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

/// Takes the input as packed checks, of which those of the kind at a place are asked from here
/// on; 1 when they can be used, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn checks(kind: usize) -> u32 {
    let checks = INPUT.with_borrow(|it| pack::read_checks(it));
    // They live as long as the module.
    let checks = checks.map(|it| &*Box::leak(Box::new(it)));
    let questions = checks.and_then(|it| Questions::new(it, kind));
    let is_some = questions.is_some();
    QUESTIONS.set(questions);
    u32::from(is_some)
}

/// Takes the input as a document and asks it; gives the length of the output, 0 for what is no
/// document and before [`checks`].
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    answer(Questions::tell_verdicts)
}

/// As [`ask`], with the reason of each answer.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn explain() -> usize {
    answer(Questions::tell_reasons)
}

fn answer(tell: fn(&Questions<'static>, &Document<'_>, &mut Vec<u8>)) -> usize {
    OUTPUT.with_borrow_mut(|out| {
        out.clear();
        QUESTIONS.with_borrow(|questions| {
            INPUT.with_borrow(|input| {
                let questions = questions.as_ref()?;
                tell(questions, &questions.read(input).ok()?, out);
                Some(())
            })
        });
        out.len()
    })
}

/// Takes the input as the document that [`verdict`] asks from here on; 1 when it is one, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn keep() -> u32 {
    // It lives as long as the module.
    let bytes: &'static [u8] = INPUT.take().leak();
    let document =
        QUESTIONS.with_borrow(|it| it.as_ref().and_then(|questions| questions.read(bytes).ok()));
    let is_some = document.is_some();
    KEPT.set(document);
    u32::from(is_some)
}

/// Asks the check at a place of the document that was kept: the place of its verdict among all, or their
/// number when there is no such check or no such document.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn verdict(check: usize) -> usize {
    let verdict = QUESTIONS.with_borrow(|questions| {
        KEPT.with_borrow(|kept| questions.as_ref()?.verdict(check, kept.as_ref()?))
    });
    let place = |it| Verdict::ALL.iter().position(|other| *other == it);
    verdict.and_then(place).unwrap_or(Verdict::ALL.len())
}
