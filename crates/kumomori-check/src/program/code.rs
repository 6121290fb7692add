//! Programs as bytes.
//!
//! One byte says what an operation is; the places that it reads are not written, since they are
//! those that a stack would hold. Numbers are LEB128.

use super::{At, Comparison, Conversion, Counting, Macro, Op, Program, Search};
use crate::compile::MAX_OPS;
use alloc::string::String;
use alloc::vec::Vec;

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const INT: u8 = 3;
const DOUBLE: u8 = 4;
const TEXT: u8 = 5;
const LIST: u8 = 6;
const POLICY: u8 = 7;
const DOCUMENT: u8 = 8;
const VARIABLE: u8 = 9;
const FIELD: u8 = 10;
const HAS: u8 = 11;
const INDEX: u8 = 12;
const NOT: u8 = 13;
const MINUS: u8 = 14;
const AND: u8 = 15;
const OR: u8 = 16;
const CHOICE: u8 = 17;
const IN: u8 = 18;
const DECIMAL: u8 = 19;
const SIZE: u8 = 20;
// From here on one code for each word of a set.
const COMPARE: u8 = 32;
const COUNT: u8 = 40;
const SEARCH: u8 = 48;
const CONVERT: u8 = 56;
const MACRO: u8 = 64;

impl Program {
    /// The program as bytes.
    pub fn to_code(&self) -> Vec<u8> {
        let mut out = Vec::new();
        number(&mut out, self.texts.len());
        for text in &self.texts {
            number(&mut out, text.len());
            out.extend_from_slice(text.as_bytes());
        }
        for op in &self.ops {
            write(op, &mut out);
        }
        out
    }

    /// The program that bytes hold; `None` when they hold none.
    ///
    /// Whether it suits a kind is another question: [`Program::fits`].
    pub fn from_code(code: &[u8]) -> Option<Self> {
        let mut reader = Reader { rest: code, ops: Vec::new(), open: Vec::new() };
        let n_texts = reader.number()?;
        let mut texts = Vec::new();
        for _ in 0..n_texts {
            texts.push(reader.text()?);
        }
        while !reader.rest.is_empty() && reader.ops.len() < MAX_OPS {
            let op = reader.op()?;
            reader.open.push(reader.ops.len());
            reader.ops.push(op);
        }
        let is_whole = reader.rest.is_empty() && reader.open.len() == 1;
        is_whole.then(|| Self::new(reader.ops, texts, Vec::new()))
    }
}

fn write(op: &Op, out: &mut Vec<u8>) {
    let mut with = |code, numbers: &[usize]| {
        out.push(code);
        for it in numbers {
            number(out, *it);
        }
    };
    match op {
        Op::Null => with(NULL, &[]),
        Op::Bool(value) => with(if *value { TRUE } else { FALSE }, &[]),
        Op::Int(value) => {
            with(INT, &[]);
            out.extend_from_slice(&value.to_le_bytes());
        }
        Op::Double(value) => {
            with(DOUBLE, &[]);
            out.extend_from_slice(&value.to_le_bytes());
        }
        Op::Text(idx) => with(TEXT, &[*idx]),
        Op::List(items) => with(LIST, &[items.len()]),
        Op::Policy(idx) => with(POLICY, &[*idx]),
        Op::Document => with(DOCUMENT, &[]),
        Op::Variable(idx) => with(VARIABLE, &[*idx]),
        Op::Field { slot, field, .. } => with(FIELD, &[*slot, *field]),
        Op::Has { slot, field, .. } => with(HAS, &[*slot, *field]),
        Op::Index(..) => with(INDEX, &[]),
        Op::Not(_) => with(NOT, &[]),
        Op::Minus(_) => with(MINUS, &[]),
        Op::And(..) => with(AND, &[]),
        Op::Or(..) => with(OR, &[]),
        Op::Choice(..) => with(CHOICE, &[]),
        Op::In(..) => with(IN, &[]),
        Op::Decimal(_) => with(DECIMAL, &[]),
        Op::Size(_) => with(SIZE, &[]),
        Op::Compare(how, ..) => with(COMPARE + place(&Comparison::ALL, how), &[]),
        Op::Count(how, ..) => with(COUNT + place(&Counting::ALL, how), &[]),
        Op::Search(how, ..) => with(SEARCH + place(&Search::ALL, how), &[]),
        Op::Convert(how, _) => with(CONVERT + place(&Conversion::ALL, how), &[]),
        Op::Macro { kind, .. } => with(MACRO + place(&Macro::ALL, kind), &[]),
    }
}

fn place<T: PartialEq>(all: &[T], it: &T) -> u8 {
    all.iter().zip(0..).find(|(other, _)| *other == it).map_or(0, |(_, place)| place)
}

fn number(out: &mut Vec<u8>, mut value: usize) {
    let low = |value: usize| u8::try_from(value & 0x7f).unwrap_or_default();
    while value > 0x7f {
        out.push(low(value) | 0x80);
        value >>= 7;
    }
    out.push(low(value));
}

/// The rest of a code, what was read of it, and what nothing has read yet.
struct Reader<'a> {
    rest: &'a [u8],
    ops: Vec<Op>,
    open: Vec<At>,
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let mut value = 0u32;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return usize::try_from(value).ok();
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let len = self.number()?;
        let (text, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn one(&mut self) -> Option<At> {
        self.open.pop()
    }

    fn two(&mut self) -> Option<(At, At)> {
        let second = self.one()?;
        Some((self.one()?, second))
    }

    fn op(&mut self) -> Option<Op> {
        Some(match self.byte()? {
            NULL => Op::Null,
            FALSE => Op::Bool(false),
            TRUE => Op::Bool(true),
            INT => Op::Int(i64::from_le_bytes(self.bytes()?)),
            DOUBLE => Op::Double(f64::from_le_bytes(self.bytes()?)),
            TEXT => Op::Text(self.number()?),
            LIST => {
                let n_items = self.number()?;
                Op::List(self.open.split_off(self.open.len().checked_sub(n_items)?))
            }
            POLICY => Op::Policy(self.number()?),
            DOCUMENT => Op::Document,
            VARIABLE => Op::Variable(self.number()?),
            FIELD => {
                let (slot, field) = (self.number()?, self.number()?);
                Op::Field { of: self.one()?, slot, field }
            }
            HAS => {
                let (slot, field) = (self.number()?, self.number()?);
                Op::Has { of: self.one()?, slot, field }
            }
            NOT => Op::Not(self.one()?),
            MINUS => Op::Minus(self.one()?),
            DECIMAL => Op::Decimal(self.one()?),
            SIZE => Op::Size(self.one()?),
            CHOICE => {
                let (yes, no) = self.two()?;
                Op::Choice(self.one()?, yes, no)
            }
            code => self.op_of_two(code)?,
        })
    }

    fn op_of_two(&mut self, code: u8) -> Option<Op> {
        if let Some(how) = word(&Conversion::ALL, code, CONVERT) {
            return Some(Op::Convert(how, self.one()?));
        }
        let (a, b) = self.two()?;
        Some(match code {
            INDEX => Op::Index(a, b),
            AND => Op::And(a, b),
            OR => Op::Or(a, b),
            IN => Op::In(a, b),
            COMPARE..COUNT => Op::Compare(word(&Comparison::ALL, code, COMPARE)?, a, b),
            COUNT..SEARCH => Op::Count(word(&Counting::ALL, code, COUNT)?, a, b),
            SEARCH..CONVERT => Op::Search(word(&Search::ALL, code, SEARCH)?, a, b),
            _ => Op::Macro { kind: word(&Macro::ALL, code, MACRO)?, list: a, body: b },
        })
    }
}

fn word<T: Copy>(all: &[T], code: u8, first: u8) -> Option<T> {
    all.get(usize::from(code.checked_sub(first)?)).copied()
}
