//! Documents on the terminal and in files.

use crate::arguments::report::{ReportFormat, Writing};
use crate::output::{WIDTH, complain, give, show_document};
use anyhow::Result;
use kumomori_core::text::Lang;
use kumomori_report::csv;
use kumomori_report::document::to_text;
use kumomori_report::names::Names;
use kumomori_report::report::{Format, Report};

impl Writing {
    /// Whether the options fit together; what does not has been said then.
    pub(crate) fn is_possible(&self, lang: Lang, has_dates: bool) -> bool {
        if self.bom && self.format != ReportFormat::Csv {
            complain(bom_without_csv(lang));
            return false;
        }
        if self.format == ReportFormat::Ics && !has_dates {
            complain(no_dates(lang));
            return false;
        }
        true
    }

    /// Prints a document, or writes its file.
    pub(crate) fn give(&self, names: &Names<'_>, report: &Report) -> Result<()> {
        match (&self.out, self.format) {
            (None, ReportFormat::Text) => {
                show_document(&report.document);
                Ok(())
            }
            (path, _) => give(path.as_deref(), &self.written(names, report)),
        }
    }

    fn written(&self, names: &Names<'_>, report: &Report) -> String {
        let mark = if self.bom { csv::BYTE_ORDER_MARK } else { "" };
        match self.format {
            ReportFormat::Text => to_text(&report.document, WIDTH),
            ReportFormat::Md => report.file(names, Format::Markdown),
            ReportFormat::Html => report.file(names, Format::Html),
            ReportFormat::Ics => report.file(names, Format::Calendar),
            ReportFormat::Csv => mark.to_owned() + &report.file(names, Format::Csv),
        }
    }
}

fn no_dates(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "エラー: カレンダーに載せる日付は工程表にだけある\n  対処: `kumomori report schedule`で作る"
        }
        Lang::En => {
            "error: only a schedule has dates for a calendar\n  help: make it with `kumomori report schedule`"
        }
    }
}

fn bom_without_csv(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "エラー: `--bom`はCSVにだけ付けられる\n  対処: `--format csv`を指定する",
        Lang::En => "error: only CSV takes `--bom`\n  help: give `--format csv` too",
    }
}
