//! Damage.

use super::Target;

/// Numbers that look random and are the same every time (splitmix64).
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap();
        usize::try_from(self.next() % n).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

/// The input with a number, and the place of the seed that it was made of.
pub(crate) fn input(target: &Target, seed: u64) -> (Vec<u8>, usize) {
    let mut dice = Dice::new(seed);
    let of = dice.below(target.seeds.len());
    let mut input = target.seeds[of].clone();
    // A few inputs stay as they are, most are damaged once or twice, some beyond recognition.
    let n = [0, 1, 1, 1, 1, 2, 2, 3, 5, 12][dice.below(10)];
    for _ in 0..n {
        damage(&mut input, &mut dice, target);
    }
    (input, of)
}

fn damage(input: &mut Vec<u8>, dice: &mut Dice, target: &Target) {
    let at = dice.below(input.len() + 1);
    match dice.below(12) {
        0 | 1 => change(input, dice, |byte, dice| byte ^ (1 << dice.below(8))),
        2 => change(input, dice, |_, dice| dice.byte()),
        3 => change(input, dice, |_, dice| [0, 1, 0x7f, 0x80, 0xff, b'"', b'\\'][dice.below(7)]),
        4 => {
            let n = 1 + dice.below(8);
            let bytes: Vec<u8> = (0..n).map(|_| dice.byte()).collect();
            insert(input, at, &bytes);
        }
        5 | 6 if !target.words.is_empty() => {
            let word = target.words[dice.below(target.words.len())];
            insert(input, at, word.as_bytes());
        }
        7 => {
            let (from, to) = range(input, dice);
            input.drain(from..to);
        }
        8 => {
            let (from, to) = range(input, dice);
            let copy = input[from..to].to_vec();
            insert(input, at, &copy);
        }
        9 => {
            let other = &target.seeds[dice.below(target.seeds.len())];
            let (from, to) = range(other, dice);
            insert(input, at, &other[from..to]);
        }
        10 => input.truncate(at),
        _ => replace_number(input, dice),
    }
}

fn change(input: &mut [u8], dice: &mut Dice, to: fn(u8, &mut Dice) -> u8) {
    let at = dice.below(input.len());
    if let Some(byte) = input.get_mut(at) {
        *byte = to(*byte, dice);
    }
}

fn insert(input: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    input.splice(at..at, bytes.iter().copied());
}

/// A part of up to 64 bytes.
fn range(of: &[u8], dice: &mut Dice) -> (usize, usize) {
    let from = dice.below(of.len() + 1);
    let most = (of.len() - from).min(64);
    (from, from + dice.below(most + 1))
}

/// Puts another number in place of the digits at some place.
fn replace_number(input: &mut Vec<u8>, dice: &mut Dice) {
    const NUMBERS: [&str; 14] = [
        "0",
        "-0",
        "1.0",
        "10e-1",
        "1e400",
        "-1e-400",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1.5",
        "01",
        "2e",
        "1e18",
        "0.1e1",
    ];
    let start = dice.below(input.len());
    let Some(from) = input.iter().skip(start).position(u8::is_ascii_digit) else { return };
    let from = start + from;
    let len = input[from..].iter().take_while(|it| it.is_ascii_digit()).count();
    let number = NUMBERS[dice.below(NUMBERS.len())];
    input.splice(from..from + len, number.bytes());
}
