//! How each type of a library is laid out: its fields in order, its variants by number.

use super::codec::{Pack, Reader};
use crate::assessment::ServiceModel;
use crate::control::{CallsFor, Control, Criterion, Duty, Frequency, Question, Threshold};
use crate::dimension::{Aspects, Dimension};
use crate::framework::{
    Addressing, Category, Confidence, Framework, Group, Part, Requirement, Row, RowControl,
    Standing,
};
use crate::guide::{Guide, Term};
use crate::id::FrameworkRef;
use crate::ladder::Level;
use crate::library::{Domain, Library};
use crate::measure::Measure;
use crate::risk::{Risk, RiskKind};
use crate::role::Role;
use crate::sample::Tolerance;
use crate::settings::Settings;
use alloc::vec::Vec;

macro_rules! pack_structs {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Pack for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)*
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                Some(Self { $($field: Pack::read(from)?),* })
            }
        }
    )*};
}

macro_rules! pack_words {
    ($($name:ident { $($number:literal => $variant:ident),* $(,)? })*) => {$(
        impl Pack for $name {
            fn write(&self, out: &mut Vec<u8>) {
                out.push(match self { $(Self::$variant => $number),* });
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                match u8::read(from)? { $($number => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

pack_structs! {
    Library {
        version, settings, domains, controls, planned, frameworks, risks, measures, guides, terms,
    }
    Settings {
        group_share, coverage_provisional, not_applicable_thin, evidence_fresh, design_caps,
        operation_caps, operation_cap_sampled, sample_normal, sample_key, sample_all_below,
        attested_level, report_period, report_age, effort_days, key_weight,
    }
    Tolerance { confidence, tolerable }
    Domain { id, title, description }
    Control {
        id, domain, title, objective, why, weight, weight_reason, frequency, effort, depends_on,
        calls_for, duties, thresholds, criteria, sample, questions,
    }
    Duty { role, text, models }
    Question { ask, good }
    Threshold { id, value, text }
    Criterion { id, ladder, rung, text, evidence }
    FrameworkRef { framework, edition }
    Framework {
        id, name, title, publisher, addressing, standing, notice, source, categories, groups,
        requirements,
    }
    Category { id, is_always_in, title, description }
    Group { id, title }
    Requirement { id, group, category, title, asks, confidence, rows }
    Row { control, part, aspects, reason }
    Aspects { design, operation }
    Risk { id, kind, title, description, controls }
    Measure { id, title, ask, controls }
    Guide { id, title, intro, columns, rows }
    Term { id, term, meaning }
}

pack_words! {
    Role { 0 => Customer, 1 => Provider }
    Dimension { 0 => Design, 1 => Operation }
    Frequency {
        0 => Continuous, 1 => Daily, 2 => Weekly, 3 => Monthly, 4 => Quarterly, 5 => Annual,
        6 => OnChange, 7 => PerEvent,
    }
    ServiceModel { 0 => Iaas, 1 => Paas, 2 => Saas }
    CallsFor { 0 => Ai, 1 => PersonalData }
    Addressing { 0 => Each, 1 => Provider }
    Confidence { 0 => Verified, 1 => SecondHand }
    Part { 0 => Whole, 1 => Part, 2 => Related }
    RiskKind { 0 => Ai, 1 => Cloud }
}

impl Pack for Level {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(self.number());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::new(u8::read(from)?)
    }
}

impl Pack for RowControl {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Known(idx) => (true, *idx).write(out),
            Self::Planned(id) => (false, id.clone()).write(out),
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if bool::read(from)? {
            Pack::read(from).map(Self::Known)
        } else {
            Pack::read(from).map(Self::Planned)
        }
    }
}

impl Pack for Standing {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::InForce => None,
            Self::Withdrawn { replaced_by } => Some(replaced_by.clone()),
        }
        .write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let withdrawn: Option<FrameworkRef> = Pack::read(from)?;
        Some(withdrawn.map_or(Self::InForce, |replaced_by| Self::Withdrawn { replaced_by }))
    }
}

impl<T: Pack + Copy, const N: usize> Pack for [T; N] {
    fn write(&self, out: &mut Vec<u8>) {
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let items: Option<Vec<T>> = (0..N).map(|_| T::read(from)).collect();
        items?.try_into().ok()
    }
}
