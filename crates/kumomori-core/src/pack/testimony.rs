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
    Verdict { 0 => Supports, 1 => Contradicts, 2 => Insufficient, 3 => NotApplicable }
}

impl Pack for Date {
    fn write(&self, out: &mut Writer) {
        let (year, month, day) = self.parts();
        (u32::from(year), (month, day)).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (year, (month, day)) = <(u32, (u8, u8))>::read(from)?;
        Self::new(u16::try_from(year).ok()?, month, day)
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

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match u8::read(from)? {
            0 => Self::Asked {
                testimony: Pack::read(from)?,
                because: Pack::read(from)?,
                notes: Pack::read(from)?,
                lacking: Pack::read(from)?,
            },
            1 => Self::Refused { why: Pack::read(from)?, at: Pack::read(from)? },
            _ => return None,
        })
    }
}
