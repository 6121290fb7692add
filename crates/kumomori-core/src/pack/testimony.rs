//! How what files say is laid out on its way from a worker to a page.

use super::codec::{Pack, Reader, Writer};
use crate::assessment::Window;
use crate::date::Date;
use crate::testimony::{Statement, Testimony, Told, Verdict};

super::shapes::pack_structs! {
    Testimony { kind, tool, source, role, collected, period, fresh_months, statements }
    Statement { check, severity, verdict, controls }
    Window { from, to }
}

super::shapes::pack_words! {
    Verdict { Supports, Contradicts, Insufficient, NotApplicable }
}

impl Pack for Date {
    fn write(&self, out: &mut Writer) {
        let (year, month, day) = self.parts();
        (u32::from(year), (month, day)).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let (year, (month, day)) = <(u32, (u8, u8))>::read(from);
        let date = u16::try_from(year).ok().and_then(|year| Self::new(year, month, day));
        from.checked(date, Self::FIRST)
    }
}

impl Pack for Told {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Asked { testimony, because, notes, lacking } => {
                out.push(0);
                testimony.write(out);
                because.write(out);
                notes.write(out);
                lacking.write(out);
            }
            Self::Refused { why, at } => {
                out.push(1);
                why.write(out);
                at.write(out);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        if bool::read(from) {
            return Self::Refused { why: Pack::read(from), at: Pack::read(from) };
        }
        Self::Asked {
            testimony: Pack::read(from),
            because: Pack::read(from),
            notes: Pack::read(from),
            lacking: Pack::read(from),
        }
    }
}
