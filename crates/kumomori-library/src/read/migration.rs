//! migrations/: one file for each pair of editions.

use super::Known;
use super::reader::{Reader, known_edition, span_of};
use crate::problem::{Fault, Kind, Problem};
use crate::raw::{RawCarryOver, RawMigration, RawMigrationRow, RawRelation, Word};
use crate::source::{Source, Span};
use kumomori_core::framework::Framework;
use kumomori_core::id::RequirementId;
use kumomori_core::migration::{Migration, MigrationRow, Relation};

/// How editions correspond, sorted by the earlier one.
pub(crate) fn migrations(
    reader: &mut Reader<'_>,
    known: &Known,
    frameworks: &[Framework],
) -> Vec<Migration> {
    let mut migrations = Vec::new();
    for (source, raw) in reader.files::<RawMigration>("migrations/", ".yaml") {
        migrations.extend(migration(reader, source, &raw, known, frameworks));
    }
    migrations.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    migrations
}

fn migration(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawMigration,
    known: &Known,
    frameworks: &[Framework],
) -> Option<Migration> {
    let from = known_edition(reader, source, &raw.from, &raw.from.value, frameworks);
    let to = known_edition(reader, source, &raw.to, &raw.to.value, frameworks);
    let (from, to) = (from?, to?);
    let expected =
        format!("migrations/{}-{}-to-{}.yaml", from.id.framework, from.id.edition, to.id.edition);
    if *source.path != *expected {
        reader.add(source, &raw.from, Fault::WrongPath { expected });
    }
    let rows: Vec<MigrationRow> =
        raw.rows.iter().map(|it| row(reader, source, it, known, (from, to))).collect();
    if !known.lacks_requirements() {
        find_forgotten(reader, &span_of(source, &raw.from), &rows, (from, to));
    }
    Some(Migration { from: from.id.clone(), to: to.id.clone(), rows })
}

/// Names the requirements of both editions of which no row speaks.
fn find_forgotten(
    reader: &mut Reader<'_>,
    at: &Span,
    rows: &[MigrationRow],
    (from, to): (&Framework, &Framework),
) {
    let ids =
        |framework: &Framework| framework.requirements.iter().map(|it| it.id.clone()).collect();
    let (earlier, later): (Vec<RequirementId>, Vec<RequirementId>) = (ids(from), ids(to));
    let lost = earlier.iter().filter(|id| !rows.iter().any(|it| it.from.as_ref() == Some(id)));
    let lost = lost.map(|id| format!("{}/{id}", from.id));
    let fresh = later.iter().filter(|id| !rows.iter().any(|it| it.to.as_ref() == Some(id)));
    for requirement in lost.chain(fresh.map(|id| format!("{}/{id}", to.id))) {
        let fault = Fault::ForgottenRequirement { requirement };
        reader.problems.push(Problem::new(fault, at.clone()));
    }
}

fn row(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawMigrationRow,
    known: &Known,
    (from, to): (&Framework, &Framework),
) -> MigrationRow {
    let relation = relation(raw.relation.value);
    let has_sides = (raw.from.is_some(), raw.to.is_some());
    let expected = (relation != Relation::New, relation != Relation::Gone);
    if has_sides != expected {
        reader.add(source, &raw.relation, Fault::WrongSides);
    }
    MigrationRow {
        from: side(reader, source, raw.from.as_ref(), known, from),
        to: side(reader, source, raw.to.as_ref(), known, to),
        relation,
        is_to_review: raw.carry_over == RawCarryOver::Review,
        note: reader.text(source, &raw.note),
    }
}

fn side(
    reader: &mut Reader<'_>,
    source: &Source,
    word: Option<&Word>,
    known: &Known,
    framework: &Framework,
) -> Option<RequirementId> {
    let is_known =
        |id: &RequirementId| framework.requirement(id).is_some() || known.lacks_requirements();
    reader.reference(source, word?, Kind::Requirement, is_known)
}

fn relation(raw: RawRelation) -> Relation {
    match raw {
        RawRelation::SameTopic => Relation::SameTopic,
        RawRelation::Broader => Relation::Broader,
        RawRelation::Merged => Relation::Merged,
        RawRelation::Split => Relation::Split,
        RawRelation::New => Relation::New,
        RawRelation::Gone => Relation::Gone,
    }
}
