use super::*;
use age::armor::{ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, scrypt};
use std::io::{Read, Write};
use std::iter;

/// Lengths around those of a chunk.
const LENGTHS: [usize; 9] = [0, 1, 4095, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073];

fn content(length: usize) -> Vec<u8> {
    "雲守 Kumomori ".bytes().cycle().take(length).collect()
}

fn made(length: usize, passphrase: &str) -> Vec<u8> {
    encrypt(&content(length), passphrase, &std::array::from_fn(|it| u8::try_from(it).unwrap()))
        .unwrap()
}

/// The content, by the library of others.
fn by_others(file: &[u8], passphrase: &str) -> Vec<u8> {
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(18);
    let decryptor = Decryptor::new_buffered(file).unwrap();
    let mut content = Vec::new();
    let identities = iter::once(&identity as &dyn age::Identity);
    decryptor.decrypt(identities).unwrap().read_to_end(&mut content).unwrap();
    content
}

/// A file made by the library of others, with little work.
fn from_others(content: &[u8], passphrase: &str, format: Format) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(4);
    let recipients = iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).unwrap();
    let output = ArmoredWriter::wrap_output(Vec::new(), format).unwrap();
    let mut writer = encryptor.wrap_output(output).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().finish().unwrap()
}

#[test]
fn others_open_what_we_make() {
    for length in LENGTHS {
        let file = made(length, "正しい馬 correct horse");
        assert!(is_encrypted(&file));
        assert_eq!(by_others(&file, "正しい馬 correct horse"), content(length), "{length}");
    }
}

#[test]
fn we_open_what_others_make() {
    for length in LENGTHS {
        for format in [Format::Binary, Format::AsciiArmor] {
            let file = from_others(&content(length), "正しい馬", format);
            assert!(is_encrypted(&file));
            assert_eq!(decrypt(&file, "正しい馬"), Ok(content(length)), "{length}");
        }
    }
}

#[test]
fn a_file_of_the_tool_age_opens() {
    // `age -p -a`, version 1.1.1, with the passphrase `correct horse`.
    let file = include_bytes!("../../tests/stock.age");
    assert!(is_encrypted(file));
    assert_eq!(decrypt(file, "correct horse").unwrap(), "{\"a\":\"評価\"}".as_bytes());
    assert_eq!(decrypt(file, "battery staple"), Err(Problem::WrongPassphrase));
}

#[test]
fn a_file_for_a_key_says_so() {
    // `age -r`, for a key that was thrown away.
    let file = include_bytes!("../../tests/key.age");
    assert_eq!(decrypt(file, "correct horse"), Err(Problem::NotForPassphrase));
}

#[test]
fn a_file_that_asks_for_too_much_work_says_so_at_once() {
    for work in ["21", "63", "255", "1000"] {
        let file = from_others(b"a", "p", Format::Binary);
        let at = file.windows(3).position(|it| it == b" 4\n").unwrap();
        let file = [&file[..=at], work.as_bytes(), &file[at + 2..]].concat();
        assert_eq!(decrypt(&file, "p"), Err(Problem::TooMuchWork), "{work}");
    }
}

#[test]
fn a_file_with_one_byte_changed_or_cut_off_anywhere_does_not_open() {
    let file = from_others(b"content", "p", Format::Binary);
    assert_eq!(decrypt(&file, "p").unwrap(), b"content");
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(decrypt(&changed, "p").is_err(), "byte {at} changed");
        assert!(decrypt(&file[..at], "p").is_err(), "cut at {at}");
    }
    assert!(decrypt(&[&file[..], b"a"].concat(), "p").is_err());
}

#[test]
fn chunks_cannot_be_left_out_or_exchanged() {
    let file = from_others(&content(3 * 65_536), "p", Format::Binary);
    let start = file.len() - 3 * (65_536 + 16);
    let chunk = |at: usize| &file[start + at * 65_552..start + (at + 1) * 65_552];
    for order in [&[0, 2][..], &[0, 1], &[1, 0, 2], &[0, 1, 2, 2], &[]] {
        let chunks = order.iter().flat_map(|it| chunk(*it));
        let changed: Vec<u8> = file[..start].iter().chain(chunks).copied().collect();
        assert_eq!(decrypt(&changed, "p"), Err(Problem::Damaged), "{order:?}");
    }
}

#[test]
fn what_only_resembles_a_header_is_refused() {
    let file = from_others(b"a", "p", Format::Binary);
    let text = String::from_utf8_lossy(&file);
    let (salt, rest) = text.split_once("scrypt ").unwrap().1.split_once(' ').unwrap();
    let wrapped = rest.lines().nth(1).unwrap();
    for header in [
        format!("age-encryption.org/v2\n-> scrypt {salt} 4\n{wrapped}\n--- {wrapped}\n"),
        format!("age-encryption.org/v1\n-> scrypt {salt} 04\n{wrapped}\n--- {wrapped}\n"),
        format!("age-encryption.org/v1\n-> scrypt {salt} +4\n{wrapped}\n--- {wrapped}\n"),
        format!("age-encryption.org/v1\n-> scrypt {salt} 4 5\n{wrapped}\n--- {wrapped}\n"),
        format!("age-encryption.org/v1\n-> scrypt {salt}= 4\n{wrapped}\n--- {wrapped}\n"),
        format!("age-encryption.org/v1\r\n-> scrypt {salt} 4\n{wrapped}\n--- {wrapped}\n"),
        format!(
            "age-encryption.org/v1\n-> scrypt {salt} 4\n{wrapped}\n-> scrypt {salt} 4\n{wrapped}\n--- {wrapped}\n"
        ),
        "age-encryption.org/v1".to_owned(),
    ] {
        assert_eq!(decrypt(header.as_bytes(), "p"), Err(Problem::Damaged), "{header}");
    }
}
