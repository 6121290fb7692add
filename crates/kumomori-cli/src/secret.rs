//! Files that open with a passphrase (the format of age): `kumomori encrypt` and `kumomori decrypt`,
//! and whatever reads a file opens it on the way.

use crate::Outcome;
use crate::arguments::secret::Turn;
use crate::input;
use crate::output::{complain, write};
use anyhow::{Context, Result, bail, ensure};
use kumomori_core::text::Lang;
use kumomori_crypto::file::{self, Problem, RANDOM, is_encrypted};
use kumomori_wire::history::MAX_BYTES;
use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Names a file whose first line is the passphrase, for where nobody can be asked.
const PASSPHRASE_FILE: &str = "KUMOMORI_PASSPHRASE_FILE";

/// The fewest characters of a passphrase that a file is made with.
const FEWEST: usize = 12;

/// Writes a file as one that opens with a passphrase.
pub(crate) fn encrypt(command: &Turn) -> Result<Outcome> {
    let content = within(input::raw_bytes(&command.file, MAX_BYTES)?, &command.file)?;
    let lang = command.language.lang();
    if is_encrypted(&content) {
        complain(&already(lang, &input::name(&command.file)));
        return Ok(Outcome::WrongInput);
    }
    let passphrase = passphrase(true)?;
    if passphrase.chars().count() < FEWEST {
        complain(short(lang));
        return Ok(Outcome::WrongInput);
    }
    let mut random = [0; RANDOM];
    getrandom::fill(&mut random).context("this system has no random bytes")?;
    let made = file::encrypt(&content, &passphrase, &random);
    let made = made.context("the file could not be made")?;
    give(command.out.as_deref(), &made)
}

/// Writes what is in an encrypted file.
pub(crate) fn decrypt(command: &Turn) -> Result<Outcome> {
    let given = within(input::raw_bytes(&command.file, MAX_BYTES)?, &command.file)?;
    if !is_encrypted(&given) {
        complain(&plain(command.language.lang(), &input::name(&command.file)));
        return Ok(Outcome::WrongInput);
    }
    give(command.out.as_deref(), &opened(given, &command.file)?)
}

/// What is in a file: of one that opens with a passphrase, what that opens.
///
/// # Errors
/// It does not open, or nobody can be asked for the passphrase.
pub(crate) fn opened(given: Vec<u8>, path: &Path) -> Result<Vec<u8>> {
    if !is_encrypted(&given) {
        return Ok(given);
    }
    match file::decrypt(&given, &passphrase(false)?) {
        Ok(content) => Ok(content),
        Err(problem) => bail!("cannot open `{}`: {}", input::name(path), reason(problem)),
    }
}

fn within(given: Vec<u8>, path: &Path) -> Result<Vec<u8>> {
    let name = input::name(path);
    ensure!(given.len() <= MAX_BYTES, "`{name}` is larger than 64 MiB, which no file of ours is");
    Ok(given)
}

/// The passphrase: from the file that the environment names, or else as it is typed, twice where a
/// file is to be made with it.
fn passphrase(is_new: bool) -> Result<String> {
    if let Some(path) = env::var_os(PASSPHRASE_FILE) {
        let shown = path.to_string_lossy();
        let text = fs::read_to_string(&path);
        let text = text.with_context(|| format!("cannot read `{shown}` ({PASSPHRASE_FILE})"))?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    typed(is_new)
}

/// The passphrase as it is typed at the terminal.
#[cfg(not(target_os = "wasi"))]
fn typed(is_new: bool) -> Result<String> {
    let ask = |prompt| rpassword::prompt_password(prompt).with_context(nobody);
    let typed = ask("Passphrase: ")?;
    if is_new {
        let again = ask("Passphrase, once more: ")?;
        ensure!(typed == again, "the two passphrases are not the same; nothing was written");
    }
    Ok(typed)
}

/// Under WASI there is no terminal to ask at.
#[cfg(target_os = "wasi")]
fn typed(_is_new: bool) -> Result<String> {
    bail!(nobody())
}

fn nobody() -> String {
    format!("there is nobody to ask for the passphrase; set {PASSPHRASE_FILE}")
}

/// Writes bytes to a file, or to standard output unless that is a terminal.
fn give(path: Option<&Path>, bytes: &[u8]) -> Result<Outcome> {
    match path {
        Some(path) => write(path, bytes)?,
        None if io::stdout().is_terminal() => {
            bail!("this is not for a terminal: name a file with --out, or redirect the output")
        }
        None => io::stdout().write_all(bytes).context("cannot write the output")?,
    }
    Ok(Outcome::Done)
}

fn reason(problem: Problem) -> &'static str {
    match problem {
        Problem::WrongPassphrase => "this is not its passphrase",
        Problem::NotForPassphrase => {
            "it was encrypted for a key, not with a passphrase; decrypt it with age first"
        }
        Problem::TooMuchWork => {
            "opening it takes more than 1 GiB of memory; decrypt it with age first"
        }
        Problem::Damaged => "it is damaged or was cut; get the original file once more",
    }
}

fn already(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => {
            format!("エラー: `{name}` はすでに暗号化されている\n  対処: 元のファイルを指定する")
        }
        Lang::En => format!("error: `{name}` is encrypted already\n  fix: name the plain file"),
    }
}

fn plain(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "エラー: `{name}` は暗号化されたファイルではない\n  対処: そのまま使うか、暗号化されたファイルを指定する"
        ),
        Lang::En => format!(
            "error: `{name}` is not encrypted\n  fix: use it as it is, or name an encrypted file"
        ),
    }
}

fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "エラー: パスフレーズが短すぎる\n  対処: 12文字以上にする。互いに関係のない単語を4つ以上並べると、覚えやすく推測されにくい"
        }
        Lang::En => {
            "error: the passphrase is too short\n  fix: use at least 12 characters, such as four words that have nothing to do with each other"
        }
    }
}
