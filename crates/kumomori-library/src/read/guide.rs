//! Risks, measures and guides.

use super::Known;
use super::reader::{Ids, Reader};
use crate::problem::{Fault, Kind};
use crate::raw::{RawGuide, RawGuideRow, RawMeasures, RawRiskKind, RawRisks, Word};
use crate::source::Source;
use kumomori_core::guide::Guide;
use kumomori_core::id::{ColumnId, ControlId, TermId};
use kumomori_core::measure::Measure;
use kumomori_core::risk::{Risk, RiskKind};
use kumomori_core::text::TextId;

pub(crate) fn risks(reader: &mut Reader<'_>, known: &Known) -> Vec<Risk> {
    let Some((source, raw)) = reader.file::<RawRisks>("risks.yaml") else { return Vec::new() };
    let mut ids = Ids::new(Kind::Risk);
    let mut risks = Vec::new();
    for it in raw.risks {
        let title = reader.text(source, &it.title);
        let description = reader.text(source, &it.description);
        let controls = controls(reader, source, &it.controls, known);
        let controls = controls.into_iter().map(|it| known.control_ref(it)).collect();
        let kind = match it.kind {
            RawRiskKind::Ai => RiskKind::Ai,
            RawRiskKind::Cloud => RiskKind::Cloud,
        };
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            risks.push(Risk { id, kind, title, description, controls });
        }
    }
    risks
}

pub(crate) fn measures(reader: &mut Reader<'_>, known: &Known) -> Vec<Measure> {
    let Some((source, raw)) = reader.file::<RawMeasures>("measures.yaml") else {
        return Vec::new();
    };
    let mut ids = Ids::new(Kind::Measure);
    let mut measures = Vec::new();
    for it in raw.measures {
        let title = reader.text(source, &it.title);
        let ask = reader.text(source, &it.ask);
        let controls = controls(reader, source, &it.controls, known);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            measures.push(Measure { id, title, ask, controls });
        }
    }
    measures
}

pub(super) fn controls(
    reader: &mut Reader<'_>,
    source: &Source,
    words: &[Word],
    known: &Known,
) -> Vec<ControlId> {
    let is_known = |id: &ControlId| known.has_control(id);
    words
        .iter()
        .filter_map(|word| reader.reference(source, word, Kind::Control, is_known))
        .collect()
}

pub(crate) fn guides(reader: &mut Reader<'_>) -> Vec<Guide> {
    let mut ids = Ids::new(Kind::Guide);
    let mut guides = Vec::new();
    for (source, raw) in reader.files::<RawGuide>("guides/", ".yaml") {
        let title = reader.text(source, &raw.title);
        let intro = reader.text(source, &raw.intro);
        let mut column_ids = Ids::new(Kind::Column);
        let mut columns = Vec::new();
        for it in &raw.columns {
            let title = reader.text(source, &it.title);
            if let Some(id) = reader.new_id::<ColumnId>(source, &it.id, &mut column_ids) {
                columns.push((id, title));
            }
        }
        let rows = raw.rows.iter().map(|it| guide_row(reader, source, it, &columns)).collect();
        if let Some(id) = reader.new_id(source, &raw.id, &mut ids) {
            guides.push(Guide { id, title, intro, columns, rows });
        }
    }
    guides.sort_by(|a, b| a.id.cmp(&b.id));
    guides
}

fn guide_row(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawGuideRow,
    columns: &[(ColumnId, TextId)],
) -> (TextId, Vec<TextId>) {
    let title = reader.text(source, &raw.title);
    let _id: Option<TermId> = reader.id(source, &raw.id);
    let is_column = |id: &ColumnId| columns.iter().any(|(it, _)| it == id);
    for cell in &raw.cells {
        let _known: Option<ColumnId> =
            reader.reference(source, &cell.column, Kind::Column, is_column);
    }
    let mut cells = Vec::new();
    for (column, _) in columns {
        let found = raw.cells.iter().find(|it| it.column.value == column.as_str());
        if let Some(cell) = found {
            cells.push(reader.text(source, &cell.text));
        } else {
            reader.add(source, &raw.id, Fault::MissingCell { column: column.to_string() });
        }
    }
    (title, cells)
}
