//! The built site in Chromium: answers, starts and memory.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Measurement;
use crate::workspace::Workspace;
use crate::{headers, process, serve, tools};

/// What the measuring program prints.
#[derive(Debug, Deserialize)]
struct Printed {
    figures: Vec<Figure>,
}

/// One figure over all runs.
#[derive(Debug, Deserialize)]
struct Figure {
    name: String,
    unit: String,
    median: f64,
    least: f64,
    most: f64,
}

/// Serves the built site with its real headers and measures it.
pub(super) fn web(workspace: &Workspace) -> Result<Vec<Measurement>> {
    let chromium = tools::ensure_browser()?;
    let url = serve::serve_in_background(&workspace.dist(), headers::NOBODY)?;
    println!("bench web: measuring, which takes half an hour");
    let mut node = Command::new("node");
    node.arg("bench.mjs").current_dir(workspace.e2e()).stderr(Stdio::inherit());
    node.env("KUMOMORI_URL", url).env("CHROMIUM", chromium);
    let printed =
        process::capture(&mut node).context("the packages come with `cargo xtask tools`")?;
    measurements(&printed)
}

/// The median of each figure, and the ends of its range.
fn measurements(printed: &str) -> Result<Vec<Measurement>> {
    let printed: Printed = serde_json::from_str(printed)?;
    let rows =
        printed.figures.into_iter().flat_map(|Figure { name, unit, median, least, most }| {
            let row = |name: String, value| Measurement { name, value, unit: unit.clone() };
            let ends = [row(format!("{name}, least"), least), row(format!("{name}, most"), most)];
            [row(name, median)].into_iter().chain(ends)
        });
    Ok(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_its_median_and_both_ends() {
        let printed = r#"{ "runs": 3, "figures": [
            { "name": "paint", "unit": "ms", "values": [2, 9, 4], "median": 4, "least": 2, "most": 9 }
        ] }"#;
        let rows = measurements(printed).unwrap();
        let rows: Vec<_> = rows.iter().map(|it| (it.name.as_str(), it.value)).collect();
        assert_eq!(rows, [("paint", 4.0), ("paint, least", 2.0), ("paint, most", 9.0)]);
    }
}
