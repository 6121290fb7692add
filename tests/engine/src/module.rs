//! What a host of the module calls.
//!
//! Bytes go in and out through two buffers of the module's own: the host writes into
//! `input(length)`, calls one of the other functions, and reads what that says there is from
//! `output()`.

use crate::questions::Questions;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::arch::wasm32::unreachable;
use core::cell::RefCell;
use core::mem::take;
use core::panic::PanicInfo;
use kumomori_check::document::Document;
use kumomori_check::evaluate::Verdict;
use kumomori_core::pack;
use talc::TalckWasm;

#[expect(unsafe_code, reason = "the allocator wants a module of one thread, as this one is")]
#[global_allocator]
static ALLOCATOR: TalckWasm = unsafe { TalckWasm::new_global() };

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    unreachable()
}

/// What lives as long as the module.
struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    questions: Option<Questions<'static>>,
    document: Option<Document<'static>>,
}

/// The state, which only one thread sees.
struct Alone(RefCell<State>);

#[expect(unsafe_code, reason = "the module has one thread")]
unsafe impl Sync for Alone {}

static STATE: Alone = Alone(RefCell::new(State {
    input: Vec::new(),
    output: Vec::new(),
    questions: None,
    document: None,
}));

/// Makes room for `length` bytes and gives its place.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    let input = &mut STATE.0.borrow_mut().input;
    input.resize(length, 0);
    input.as_mut_ptr()
}

/// The place of the output.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    STATE.0.borrow().output.as_ptr()
}

/// Takes the input as packed checks, of which those of the kind at a place are asked from here
/// on; 1 when they can be used, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn checks(kind: usize) -> u32 {
    let mut state = STATE.0.borrow_mut();
    // They live as long as the module.
    let checks = pack::read_checks(&state.input).map(|it| &*Box::leak(Box::new(it)));
    state.questions = checks.and_then(|it| Questions::new(it, kind));
    u32::from(state.questions.is_some())
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
    let State { input, output, questions, .. } = &mut *STATE.0.borrow_mut();
    output.clear();
    if let Some(questions) = questions
        && let Ok(document) = questions.read(input)
    {
        tell(questions, &document, output);
    }
    output.len()
}

/// Takes the input as the document that [`verdict`] asks from here on; 1 when it is one, else 0.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn keep() -> u32 {
    let mut state = STATE.0.borrow_mut();
    // It lives as long as the module.
    let bytes: &'static [u8] = take(&mut state.input).leak();
    state.document = state.questions.as_ref().and_then(|it| it.read(bytes).ok());
    u32::from(state.document.is_some())
}

/// Asks the check at a place of the document that was kept: the place of its verdict among all, or their
/// number when there is no such check or no such document.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
pub extern "C" fn verdict(check: usize) -> usize {
    let state = STATE.0.borrow();
    let (questions, document) = (state.questions.as_ref(), state.document.as_ref());
    let verdict = questions.zip(document).and_then(|(it, document)| it.verdict(check, document));
    let place = |it| Verdict::ALL.iter().position(|other| *other == it);
    verdict.and_then(place).unwrap_or(Verdict::ALL.len())
}
