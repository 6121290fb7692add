//! How each type of a library is laid out: its fields in order, its variants by number.

use super::codec::{Pack, Reader, Writer};
use crate::assessment::{DataClass, Scope, ServiceModel, SubjectKind, Target};
use crate::attribute::Attribute;
use crate::control::{
    CallsFor, Control, ControlRef, Criterion, Duty, Frequency, Question, Threshold,
};
use crate::dimension::{Aspects, Dimension};
use crate::framework::{
    Addressing, Category, Confidence, Examination, Framework, Group, Part, Requirement, Row,
    Standing,
};
use crate::guide::{Guide, Term};
use crate::id::FrameworkRef;
use crate::ladder::Level;
use crate::library::{Domain, Library};
use crate::measure::Measure;
use crate::migration::{Migration, MigrationRow, Relation};
use crate::profile::Profile;
use crate::risk::{Risk, RiskKind};
use crate::roadmap::Step;
use crate::role::{Role, Roles};
use crate::sample::Tolerance;
use crate::selection::{Choice, Rule, Selection, SelectionQuestion};
use crate::settings::Settings;

macro_rules! pack_structs {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Pack for $name {
            fn write(&self, out: &mut Writer) {
                $(self.$field.write(out);)*
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self { $($field: Pack::read(from)),* }
            }

            fn pass(from: &mut Reader<'_>) {
                $(super::codec::pass_field(|it: &Self| &it.$field, from);)*
            }
        }
    )*};
}

macro_rules! pack_words {
    ($($name:ident { $first:ident $(, $variant:ident)* $(,)? })*) => {$(
        impl Pack for $name {
            fn write(&self, out: &mut Writer) {
                let all = [Self::$first $(, Self::$variant)*];
                let number = all.iter().zip(0..).find(|(it, _)| *it == self);
                out.push(number.map_or(0, |(_, number)| number));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                from.one_of(Self::$first, &[Self::$first $(, Self::$variant)*])
            }
        }
    )*};
}

pub(super) use {pack_structs, pack_words};

pack_structs! {
    Library {
        version, settings, domains, controls, planned, frameworks, risks, measures, roadmap, profiles,
        selection, migrations, guides, terms,
    }
    Settings {
        group_share, coverage_provisional, not_applicable_thin, evidence_fresh, document_grades,
        series_months, design_caps,
        operation_caps, operation_cap_sampled, sample_normal, sample_key, sample_all_below,
        attested_level, examined_level, report_period, report_age, effort_days, key_weight,
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
    FrameworkRef { framework, edition }
    Framework {
        id, name, title, publisher, addressing, examination, standing, notice, source, categories,
        groups, requirements,
    }
    Category { id, is_always_in, title, description }
    Group { id, title }
    Requirement { id, group, category, title, asks, attributes, formerly, confidence, rows }
    Risk { id, kind, title, description, controls }
    Measure { id, title, ask, controls }
    Step {
        id, title, aim, weeks, is_recurring, deliverables, cautions, activities, controls, first_due,
    }
    Profile { id, title, description, subject, scope }
    Scope {
        roles, service_models, uses_ai, personal_data, data_classes, targets, target_level,
    }
    Roles { customer, provider }
    Target { framework, categories }
    Selection { questions, rules }
    SelectionQuestion { id, ask }
    Rule { id, when, unless, choose, reason }
    Choice { framework, category }
    Migration { from, to, rows }
    MigrationRow { from, to, relation, is_to_review, note }
    Guide { id, title, intro, columns, rows }
    Term { id, term, meaning }
}

pack_words! {
    Role { Customer, Provider }
    Dimension { Design, Operation }
    Frequency {
        Continuous, Daily, Weekly, Monthly, Quarterly, Annual,
        OnChange, PerEvent,
    }
    ServiceModel { Iaas, Paas, Saas }
    CallsFor { Ai, PersonalData, Always }
    Addressing { Each, Provider }
    Examination { ManagementSystem, Extension, Report }
    Confidence { Verified, SecondHand }
    RiskKind { Ai, Cloud }
    SubjectKind { Organization, Service }
    DataClass { Public, Internal, Confidential, Restricted }
    Relation { SameTopic, Broader, Merged, Split, New, Gone }
}

impl Pack for Attribute {
    fn write(&self, out: &mut Writer) {
        Self::ALL.iter().position(|it| it == self).unwrap_or_default().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let found = Self::ALL.get(usize::read(from)).copied();
        from.checked(found, Self::Preventive)
    }
}

impl Pack for Level {
    fn write(&self, out: &mut Writer) {
        out.push(self.number());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let level = Self::new(u8::read(from));
        from.checked(level, Self::ZERO)
    }
}

/// Ladder and rung in one byte.
impl Pack for Criterion {
    fn write(&self, out: &mut Writer) {
        self.id.write(out);
        out.push((self.rung << 1) | u8::from(self.ladder == Dimension::Operation));
        self.text.write(out);
        self.evidence.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let id = Pack::read(from);
        let place = u8::read(from);
        let ladder = if place & 1 == 0 { Dimension::Design } else { Dimension::Operation };
        Self { id, ladder, rung: place >> 1, text: Pack::read(from), evidence: Pack::read(from) }
    }
}

/// The index of a known one from 1 up, or 0 and the name of a planned one.
impl Pack for ControlRef {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Known(idx) => (idx + 1).write(out),
            Self::Planned(id) => {
                0usize.write(out);
                id.write(out);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match usize::read(from) {
            0 => Self::Planned(Pack::read(from)),
            number => Self::Known(number - 1),
        }
    }
}

/// What kind of row it is, in one byte: planned, design, operation, and part above them.
impl Pack for Row {
    fn write(&self, out: &mut Writer) {
        let Aspects { design, operation } = self.aspects;
        let is_planned = matches!(self.control, ControlRef::Planned(_));
        let flags = u8::from(is_planned) | u8::from(design) << 1 | u8::from(operation) << 2;
        let part = Part::ALL.iter().zip(0..).find(|(it, _)| **it == self.part);
        out.push(flags | part.map_or(0, |(_, number)| number) << 3);
        match &self.control {
            ControlRef::Known(idx) => idx.write(out),
            ControlRef::Planned(id) => id.write(out),
        }
        self.reason.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let kind = u8::read(from);
        let control = if kind & 1 == 0 {
            ControlRef::Known(Pack::read(from))
        } else {
            ControlRef::Planned(Pack::read(from))
        };
        let aspects = Aspects { design: kind & 2 != 0, operation: kind & 4 != 0 };
        let [first, ..] = Part::ALL;
        let part = from.checked(Part::ALL.get(usize::from(kind >> 3)).copied(), first);
        Self { control, part, aspects, reason: Pack::read(from) }
    }
}

impl Pack for Standing {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::InForce => None,
            Self::Withdrawn { replaced_by } => Some(replaced_by.clone()),
        }
        .write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let withdrawn: Option<FrameworkRef> = Pack::read(from);
        withdrawn.map_or(Self::InForce, |replaced_by| Self::Withdrawn { replaced_by })
    }
}

impl<T: Pack + Copy, const N: usize> Pack for [T; N] {
    fn write(&self, out: &mut Writer) {
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        core::array::from_fn(|_| T::read(from))
    }
}
