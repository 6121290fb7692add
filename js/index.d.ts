/** The policy module of Kumomori. `docs/module.md` has the formats of requests and answers. */

export type Lang = "en" | "ja";
export type Role = "customer" | "provider";
export type Severity = "low" | "medium" | "high" | "critical";
export type Verdict = "supports" | "contradicts" | "insufficient" | "not-applicable";
export type Want = "checks" | "verdicts" | "controls" | "frameworks" | "gaps" | "risks" | "explain" | "evaluation" | "catalog";

/** An evidence file: the envelope around a document. */
export interface Evidence {
  kind: string;
  document: unknown;
  collected_at?: string;
  collected_by?: string;
  tool?: string;
  role?: Role;
  [field: string]: unknown;
}

export interface Options {
  /** The language of sentences; English by default. */
  lang?: Lang;
  /** Whose duties evidence speaks for that does not say so itself. */
  role?: Role;
  /** Thresholds of checks in place of the defaults. */
  thresholds?: Record<string, number | string | string[]>;
}

export interface Request extends Options {
  want?: Want[];
  /** What to explain: controls, requirements, domains, frameworks, `overall`. */
  about?: string[];
  evidence?: Evidence[];
  /** A `kumomori.assessment/1`. */
  assessment?: unknown;
  /** The day of the evaluation, such as `2026-06-30`. */
  as_of?: string;
}

export interface Diagnostic {
  /** Which field of the request; empty for the whole. */
  field: string;
  message: string;
  help: string | null;
  /** From 1, in the request as it was handed over. */
  line: number;
  column: number;
}

export interface Statement {
  check: string;
  severity: Severity;
  verdict: Verdict;
  controls: { control: string; aspect: "design" | "operation" }[];
  /** What decided, a sentence each. */
  said: string[];
}

/** What an evidence file says, or why it cannot be asked. */
export type Asked =
  | { kind: string; collected: string | null; tool: string | null; checks: Statement[]; problem?: undefined }
  | { problem: string; line: number; column: number; kind?: undefined };

export interface Reading {
  low: number;
  confirmed: number;
  claimed: number;
  high: number;
}

export interface Gap {
  control: string;
  role: Role;
  dimension: "design" | "operation";
  kind: string;
  reading: Reading;
  shortfall: number;
  priority: number;
  key: boolean;
  effort: number;
}

/** The parts of a `kumomori.evaluation/1` that something comes from. */
export interface Explained {
  about: string;
  groups: unknown[];
  requirements: unknown[];
  controls: unknown[];
  gaps: Gap[];
}

/** The wanted parts of a `kumomori.evaluation/1`; `docs/formats.md` has its fields. */
export interface Answer {
  /** SHA-256 of the policies. */
  library: string;
  checks?: Asked[];
  verdicts?: (string | null)[];
  groups?: unknown[];
  requirements?: unknown[];
  controls?: unknown[];
  gaps?: Gap[];
  risks?: unknown[];
  explain?: Explained[];
  attestations?: unknown[];
  evidence?: unknown[];
  wanted?: unknown[];
  warnings?: unknown[];
  catalog?: Catalog;
}

export interface Catalog {
  library: string;
  version: string;
  frameworks: { framework: string; edition: string; requirements: string[] }[];
  controls: { control: string; domain: string; weight: number; roles: Role[] }[];
  kinds: { kind: string; is_list: boolean; fields: unknown[] }[];
  checks: { check: string; kind: string; severity: Severity; controls: string[] }[];
  thresholds: { threshold: string; default: number | string | string[] }[];
}

export interface Kumomori {
  /** What a request wants. Throws a `RequestError` when it is wrong. */
  answer(request: Request): Answer;
  /** Asks evidence files. */
  check(evidence: Evidence[], options?: Options): Asked[];
  /** Judges an assessment on a day such as `2026-06-30`. */
  evaluate(assessment: unknown, asOf: string, options?: Options & Pick<Request, "evidence" | "want">): Answer;
  /**
   * The verdicts of one evidence file, a letter for each check of its kind: `s`, `c`, `i` and `n`
   * for supports, contradicts, insufficient and not applicable; undefined when it cannot be read.
   */
  verdicts(evidence: string | BufferSource): string | undefined;
  /** What can be asked about. */
  catalog(): Catalog;
}

/** A request that cannot be answered. */
export class RequestError extends Error {
  readonly diagnostics: Diagnostic[];
}

/** Loads the module: the one beside this file, or one from elsewhere. */
export function load(source?: string | URL | Response | BufferSource | WebAssembly.Module): Promise<Kumomori>;
