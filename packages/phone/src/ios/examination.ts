// What the parts of the examination share: where they read, what they compare with, and how a database becomes
// coverage. A part that cannot go on says so in its coverage; the other parts are examined all the same.
import { isTocsinError } from "@tocsin/core";
import type { Coverage, CoverageStatus, ExaminerOutput, Note } from "@tocsin/core";
import type { EvidenceDatabase, EvidenceRows } from "../acquisition.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorIndex } from "../indicators/indicator-index.ts";
import type { Backup } from "./backup.ts";

export interface Examination {
  readonly backup: Backup;
  readonly index: IndicatorIndex;
  readonly acquisitionName: string;
  readonly signal: AbortSignal | undefined;
}

/** Counts as it goes, so that the coverage can tell how far it came. */
export interface Tally {
  rows: number;
  /** Something worth a sentence that is not an error: bodies that could not be read, findings that were left out. */
  note: Note | undefined;
}

export interface DatabaseArtifact {
  readonly artifact: string;
  /** Path inside the acquisition. */
  readonly file: string;
  /** Path of its write-ahead log, if the backup has one. */
  readonly log: string | undefined;
  /** Why the file may not be there. */
  readonly missing: Note;
  readonly read: (database: EvidenceDatabase, tally: Tally) => Generator<ExaminerOutput>;
}

const rowsBetweenReports = 20_000;

export function* examineDatabase(
  examination: Examination,
  artifact: DatabaseArtifact,
): Generator<ExaminerOutput> {
  const { acquisition } = examination.backup;
  const tally: Tally = { rows: 0, note: undefined };
  let sha256: string | undefined;
  try {
    const size = acquisition.size(artifact.file);
    if (size === null || size === 0) return yield* sayAbsent(examination, artifact, size);
    sha256 = acquisition.sha256(artifact.file);
    yield* readDatabase(examination, artifact, tally);
    const status = tally.rows === 0 ? "empty" : "read";
    yield coverageOf(examination, artifact, { status, rows: tally.rows, sha256, note: tally.note });
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    const note = { key: `phone.coverage.${stateOf(error.code)}`, values: { rows: tally.rows } };
    yield coverageOf(examination, artifact, { status: "unreadable", rows: tally.rows, sha256, note });
  }
  yield* compareDigest(examination, artifact, sha256);
}

/** A log without its database is said, too: it can hold what nobody can read any more. */
function* sayAbsent(
  examination: Examination,
  artifact: DatabaseArtifact,
  size: number | null,
): Generator<ExaminerOutput> {
  const state =
    size === null
      ? ({ status: "missing", note: artifact.missing } as const)
      : ({ status: "empty", note: { key: "phone.coverage.empty-file" } } as const);
  yield coverageOf(examination, artifact, state);
  if (artifact.log === undefined || examination.backup.acquisition.size(artifact.log) === 0) return;
  const named = { artifact: `${artifact.artifact}.log`, file: artifact.log };
  yield coverageOf(examination, named, {
    status: "unreadable",
    note: { key: "phone.coverage.log-left-out" },
  });
}

/** `damaged-database` of `phone.damaged-database`. */
function stateOf(code: string): string {
  return code.slice(code.indexOf(".") + 1);
}

function* readDatabase(
  examination: Examination,
  artifact: DatabaseArtifact,
  tally: Tally,
): Generator<ExaminerOutput> {
  const { database, coverage } = openWithLog(examination, artifact);
  try {
    if (coverage !== undefined) yield coverage;
    yield* artifact.read(database, tally);
  } finally {
    database.close();
  }
}

interface Opened {
  readonly database: EvidenceDatabase;
  /** What the coverage says of the log. */
  readonly coverage: ExaminerOutput | undefined;
}

/** A log that cannot be used must not cost the database beside it. */
function openWithLog(examination: Examination, artifact: DatabaseArtifact): Opened {
  const { acquisition } = examination.backup;
  const { file, log } = artifact;
  if (log === undefined) return { database: acquisition.openDatabase(file), coverage: undefined };
  const named = { ...artifact, artifact: `${artifact.artifact}.log`, file: log };
  try {
    const sha256 = acquisition.sha256(log);
    const database = acquisition.openDatabase(file, log);
    const { used, total } = database.log ?? { used: 0, total: 0 };
    const note = {
      key: used > 0 ? "phone.coverage.log-read" : "phone.coverage.log-unused",
      values: { used, total },
    };
    const status = used > 0 ? "read" : acquisition.size(log) === 0 ? "empty" : "unreadable";
    return { database, coverage: coverageOf(examination, named, { status, sha256, note }) };
  } catch (error) {
    if (!isTocsinError(error) || error.code === "phone.engine-failed") throw error;
    const note = { key: "phone.coverage.log-left-out" };
    const coverage = coverageOf(examination, named, { status: "unreadable", note });
    return { database: acquisition.openDatabase(file), coverage };
  }
}

function* compareDigest(
  examination: Examination,
  artifact: DatabaseArtifact,
  before: string | undefined,
): Generator<ExaminerOutput> {
  if (before === undefined || digestNow(examination, artifact.file) === before) return;
  yield createFinding({
    type: "evidence.changed",
    meaning: "evidence.changed",
    artifact: artifact.artifact,
    place: { file: artifact.file },
    time: null,
    value: artifact.file,
  });
}

function digestNow(examination: Examination, file: string): string | null {
  try {
    return examination.backup.acquisition.sha256(file);
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

export interface CoverageParts {
  readonly status: CoverageStatus;
  readonly rows?: number;
  readonly sha256?: string | undefined;
  readonly note?: Note | undefined;
}

export function coverageOf(
  examination: Examination,
  artifact: { readonly artifact: string; readonly file?: string },
  parts: CoverageParts,
): ExaminerOutput {
  // Of several backups in one folder, it must be clear which is meant.
  const { root } = examination.backup;
  const file = artifact.file ?? (root === "" ? undefined : root.slice(0, -1));
  const coverage: Coverage = {
    acquisition: examination.acquisitionName,
    artifact: artifact.artifact,
    status: parts.status,
    rows: parts.rows ?? 0,
    ...(file === undefined ? {} : { file }),
    ...(parts.sha256 === undefined ? {} : { sha256: parts.sha256 }),
    ...(parts.note === undefined ? {} : { note: parts.note }),
  };
  return { kind: "coverage", coverage };
}

/** SQLite lets any column hold text or bytes, whatever it was declared as. */
export function textOf(rows: EvidenceRows, column: number): string | null {
  const text = rows.text(column);
  if (text !== null) return text;
  const bytes = rows.blob(column);
  return bytes === null ? null : decoder.decode(bytes);
}

/** Keeps no state between whole texts. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export interface RowWalk {
  readonly rows: EvidenceRows;
  readonly tally: Tally;
  readonly artifact: string;
}

/** Steps through rows, counts them, reports progress, and stops when it is told to. */
export function* walkRows(
  examination: Examination,
  walk: RowWalk,
  examine: (rows: EvidenceRows) => readonly ExaminerOutput[],
): Generator<ExaminerOutput> {
  const { rows, tally, artifact } = walk;
  try {
    while (rows.next()) {
      tally.rows += 1;
      const outputs = examine(rows);
      if (outputs.length > 0) yield* outputs;
      if (tally.rows % rowsBetweenReports !== 0) continue;
      examination.signal?.throwIfAborted();
      yield { kind: "progress", progress: { done: tally.rows, total: null, unit: "rows", at: artifact } };
    }
  } finally {
    rows.close();
  }
}
