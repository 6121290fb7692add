//! settings.yaml.

use super::reader::{Ids, Reader, span_of};
use crate::problem::{Fault, Kind, Problem};
use crate::raw::RawSettings;
use crate::source::{Source, Span};
use kumomori_core::id::TermId;
use kumomori_core::ladder::Level;
use kumomori_core::sample::Tolerance;
use kumomori_core::settings::Settings;
use std::collections::BTreeMap;

/// The version and the settings, when every one of them is usable.
pub(crate) fn settings(reader: &mut Reader<'_>) -> Option<(String, Settings)> {
    let (source, raw) = reader.file::<RawSettings>("settings.yaml")?;
    let mut values = Values { by_id: BTreeMap::new(), source, missing: Vec::new() };
    let mut ids = Ids::new(Kind::Setting);
    for it in raw.settings {
        reader.text(source, &it.reason);
        let at = span_of(source, &it.id);
        if reader.new_id::<TermId>(source, &it.id, &mut ids).is_some() {
            values.by_id.insert(it.id.value, (it.value, at));
        }
    }
    let settings = values.settings();
    let leftover: Vec<Problem> = values
        .by_id
        .iter()
        .map(|(id, (_, at))| {
            let fault = Fault::DanglingReference { kind: Kind::Setting, id: id.clone() };
            Problem::new(fault, at.clone())
        })
        .collect();
    reader.problems.extend(leftover);
    reader.problems.extend(values.missing);
    Some((raw.version.value, settings?))
}

/// Settings by id, taken out one by one.
struct Values<'a> {
    by_id: BTreeMap<String, (Vec<u32>, Span)>,
    source: &'a Source,
    missing: Vec<Problem>,
}

impl Values<'_> {
    fn settings(&mut self) -> Option<Settings> {
        let group_share = self.one("group-share", 1000);
        let coverage_provisional = self.one("coverage-provisional", 1000);
        let not_applicable_thin = self.one("not-applicable-thin", 1000);
        let evidence_fresh = self.months("evidence-fresh");
        let document_grades = self.take("document-grades", 4);
        let series_months = self.months("series-gap");
        let design_caps = self.levels("design-caps");
        let operation_caps = self.levels("operation-caps");
        let operation_cap_sampled = self.level("operation-cap-sampled");
        let sample_normal = self.tolerance("sample-normal");
        let sample_key = self.tolerance("sample-key");
        let sample_all_below = self.one("sample-all-below", 10_000);
        let attested_level = self.level("attested-level");
        let examined_level = self.level("examined-level");
        let report_period = self.months("report-period");
        let report_age = self.months("report-age");
        let effort_days = self.take("effort-days", 1000);
        let key_weight = self.one("key-weight", 3);
        Some(Settings {
            group_share: group_share?,
            coverage_provisional: coverage_provisional?,
            not_applicable_thin: not_applicable_thin?,
            evidence_fresh: evidence_fresh?,
            document_grades: grades(document_grades?)?,
            series_months: series_months?,
            design_caps: design_caps?,
            operation_caps: operation_caps?,
            operation_cap_sampled: operation_cap_sampled?,
            sample_normal: sample_normal?,
            sample_key: sample_key?,
            sample_all_below: sample_all_below?,
            attested_level: attested_level?,
            examined_level: examined_level?,
            report_period: report_period?,
            report_age: report_age?,
            effort_days: effort_days?,
            key_weight: u8::try_from(key_weight?).ok()?,
        })
    }

    /// Takes a setting that must have `N` values of at most `max`.
    fn take<const N: usize>(&mut self, id: &str, max: u32) -> Option<[u32; N]> {
        let Some((values, at)) = self.by_id.remove(id) else {
            let fault = Fault::MissingField { field: id.to_owned() };
            self.missing.push(Problem::new(fault, self.source.start()));
            return None;
        };
        let taken = <[u32; N]>::try_from(values).ok();
        let taken = taken.filter(|values| values.iter().all(|it| *it <= max));
        if taken.is_none() {
            self.missing.push(Problem::new(Fault::WrongSetting { id: id.to_owned() }, at));
        }
        taken
    }

    fn one(&mut self, id: &str, max: u32) -> Option<u32> {
        self.take::<1>(id, max).map(|[value]| value)
    }

    fn months(&mut self, id: &str) -> Option<i32> {
        self.one(id, 1200).and_then(|it| i32::try_from(it).ok())
    }

    fn level(&mut self, id: &str) -> Option<Level> {
        self.one(id, 5).and_then(level)
    }

    fn levels(&mut self, id: &str) -> Option<[Level; 5]> {
        let levels: Option<Vec<Level>> = self.take::<5>(id, 5)?.into_iter().map(level).collect();
        levels?.try_into().ok()
    }

    fn tolerance(&mut self, id: &str) -> Option<Tolerance> {
        let [confidence, tolerable] = self.take::<2>(id, 999)?;
        Some(Tolerance { confidence, tolerable })
    }
}

fn grades(numbers: [u32; 3]) -> Option<[u8; 3]> {
    let [typed, dated, covering] = numbers.map(u8::try_from);
    Some([typed.ok()?, dated.ok()?, covering.ok()?])
}

fn level(number: u32) -> Option<Level> {
    u8::try_from(number).ok().and_then(Level::new)
}
