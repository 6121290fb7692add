// What was measured: one value for each run, with the load of the machine beside it.

import { loadavg } from "node:os";

/** The value below which so many of a hundred lie, by the nearest rank. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
}

const round = (value) => Math.round(value * 100) / 100;

/** Figures by name, in the order in which they were first measured. */
export class Figures {
  #all = new Map();

  /** Notes one value of a run; `wanted` is the most that it should be. */
  note(name, value, unit = "ms", wanted = undefined) {
    if (!this.#all.has(name)) this.#all.set(name, { name, unit, wanted, values: [], load: [] });
    const figure = this.#all.get(name);
    figure.values.push(round(value));
    figure.load.push(round(loadavg()[0]));
  }

  /** Notes the middle and the end of many values of a run. */
  spread(name, values, wanted = undefined) {
    for (const share of [50, 95, 99]) {
      this.note(`${name}, p${share}`, percentile(values, share), "ms", share === 95 ? wanted : undefined);
    }
    this.note(`${name}, most`, Math.max(...values));
  }

  /** All figures, each with its median and range. */
  list() {
    return [...this.#all.values()].map((it) => ({
      ...it,
      median: percentile(it.values, 50),
      least: Math.min(...it.values),
      most: Math.max(...it.values),
    }));
  }

  /** The figures for people. */
  table() {
    const rows = this.list().map((it) => [
      it.name,
      `${it.median} ${it.unit}`,
      `${it.least} to ${it.most}`,
      it.wanted === undefined ? "" : `${it.wanted}${it.median > it.wanted ? " missed" : ""}`,
      `${Math.min(...it.load)} to ${Math.max(...it.load)}`,
    ]);
    const all = [["what", "median", "range", "wanted", "load"], ...rows];
    const widths = all[0].map((_, idx) => Math.max(...all.map((row) => row[idx].length)));
    return all.map((row) => row.map((cell, idx) => cell.padEnd(widths[idx])).join("  ").trimEnd()).join("\n");
  }
}
