//! The functions by which a host finds this crate.
//!
//! Bytes go in and out through two buffers of the module's own: the host writes into
//! `input(length)`, calls one of the other functions with the length of the passphrase, which the
//! input begins with, and reads what that says there is from `output()`.

#[cfg(feature = "file")]
use crate::file::Problem;
use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for `length` bytes and gives its place; what was there is gone.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|it| {
        it.clear();
        it.resize(length, 0);
        it.as_mut_ptr()
    })
}

/// The place of the output.
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(Vec::as_ptr)
}

fn give(output: Vec<u8>) -> usize {
    let length = output.len();
    OUTPUT.set(output);
    length
}

/// Takes the input as a passphrase and a salt; gives 32, or 0 for a cost or salt that is refused.
#[cfg(feature = "key")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
extern "C" fn derive(passphrase: usize, memory: u32, passes: u32, lanes: u32) -> usize {
    let given = INPUT.take();
    let cost = crate::key::Cost { memory, passes, lanes };
    let made = given.split_at_checked(passphrase);
    let made = made.and_then(|(passphrase, salt)| crate::key::derive(passphrase, salt, cost));
    give(made.map_or_else(Vec::new, Vec::from))
}

/// Takes the input as a passphrase, random bytes and a content; gives the length of the output: 0 and
/// the file, or the number of the problem.
#[cfg(feature = "file")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
extern "C" fn encrypt(passphrase: usize) -> usize {
    answer(passphrase, |rest, passphrase| {
        let (random, content) = rest.split_first_chunk().ok_or(Problem::Damaged)?;
        crate::file::encrypt(content, passphrase, random).ok_or(Problem::Damaged)
    })
}

/// Takes the input as a passphrase and a file; gives the length of the output: 0 and the content, or
/// the number of the problem.
#[cfg(feature = "file")]
#[expect(unsafe_code, reason = "a host finds a function by its name")]
#[unsafe(no_mangle)]
extern "C" fn decrypt(passphrase: usize) -> usize {
    answer(passphrase, crate::file::decrypt)
}

#[cfg(feature = "file")]
fn answer(passphrase: usize, act: impl Fn(&[u8], &str) -> Result<Vec<u8>, Problem>) -> usize {
    let given = INPUT.take();
    let (passphrase, rest) = given.split_at_checked(passphrase).unwrap_or_default();
    let passphrase = str::from_utf8(passphrase).map_err(|_| Problem::WrongPassphrase);
    give(match passphrase.and_then(|it| act(rest, it)) {
        Ok(made) => [&[0], &*made].concat(),
        Err(problem) => vec![problem as u8],
    })
}
