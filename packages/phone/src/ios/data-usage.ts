// DataUsage.sqlite: which processes used the network. A use whose process is no longer listed is shown, as a weak
// sign: spyware has deleted its own entry, and so do updates, resets and iOS itself.
import type { ExaminerOutput } from "@tocsin/core";
import type { EvidenceDatabase, EvidenceRows } from "../acquisition.ts";
import { PhoneError } from "../errors.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorIndex, IndicatorMatch } from "../indicators/indicator-index.ts";
import { appleTimeToIso } from "./apple-time.ts";
import { examineDatabase, textOf, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";
import { findStored } from "./manifest.ts";
import type { ManifestListing } from "./manifest.ts";

const artifact = "ios.data-usage";
export const usagePlace = { domain: "WirelessDomain", path: "Library/Databases/DataUsage.sqlite" };

export function examineDataUsage(
  examination: Examination,
  listing: ManifestListing,
): Generator<ExaminerOutput> {
  const stored = findStored(examination, listing, usagePlace);
  return examineDatabase(examination, {
    artifact,
    file: stored.file,
    log: stored.log,
    missing: stored.missing,
    read: (database, tally) => readUsage(examination, database, { file: stored.file, tally }),
  });
}

interface Source {
  readonly file: string;
  readonly tally: Tally;
}

function* readUsage(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput> {
  const processes = yield* readProcesses(examination, database, source);
  if (database.columns("ZLIVEUSAGE")?.includes("ZHASPROCESS") === true)
    yield* readUnnamed(examination, database, { source, processes });
}

/** Gives the numbers of all processes. */
function* readProcesses(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput, ReadonlySet<number>> {
  const processes = new Set<number>();
  const known = database.columns("ZPROCESS") ?? [];
  const times = ["ZFIRSTTIMESTAMP", "ZTIMESTAMP"].filter((name) => known.includes(name));
  const names = ["ZPROCNAME", "ZBUNDLENAME"].filter((name) => known.includes(name));
  if (names.length === 0)
    throw new PhoneError("phone.no-table", "Cannot read use of data: the database has no table of processes");
  const rows = database.rows("ZPROCESS", [...names, ...times]);
  const process = { rows, name: names.indexOf("ZPROCNAME"), bundle: names.indexOf("ZBUNDLENAME") };
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    processes.add(rows.row());
    return examineProcess(examination, source, { ...process, names: names.length, times: times.length });
  });
  return processes;
}

interface ProcessRow {
  readonly rows: EvidenceRows;
  /** Positions of the columns; -1 where there is none. */
  readonly name: number;
  readonly bundle: number;
  readonly names: number;
  readonly times: number;
}

function examineProcess(
  { index }: Examination,
  source: Source,
  { rows, name, bundle, names, times }: ProcessRow,
): readonly ExaminerOutput[] {
  const process = textOf(rows, name) ?? "";
  const match = index.matchProcess(process) ?? matchApp(index, [textOf(rows, bundle), afterSlash(process)]);
  if (match === null) return [];
  const meaning = match.kind === "app" ? "app.installed" : match.whole ? "process.seen" : "process.cut";
  const first = times > 0 ? appleTimeToIso(rows.number(names)) : null;
  return [
    createFinding({
      type: `indicator.${match.kind}`,
      meaning,
      artifact,
      place: { file: source.file, table: "ZPROCESS", row: rows.row() },
      time: first ?? (times > 1 ? appleTimeToIso(rows.number(names + 1)) : null),
      value: match.value,
      indicators: match.indicators,
    }),
  ];
}

/** The table writes "process/bundle" where one process works for an app. */
function afterSlash(process: string): string | null {
  const slash = process.indexOf("/");
  return slash < 0 ? null : process.slice(slash + 1);
}

function matchApp(index: IndicatorIndex, ids: readonly (string | null)[]): IndicatorMatch | null {
  for (const id of ids) {
    const match = id === null ? null : index.matchApp(id);
    if (match !== null) return match;
  }
  return null;
}

/** After so many processes that are gone the coverage counts the rest. */
const mostUnnamed = 200;
/** And after so many it counts no further: no phone has run them. */
const mostCounted = 100_000;

/** One finding for each process that is gone, at its first use. */
function* readUnnamed(
  examination: Examination,
  database: EvidenceDatabase,
  { source, processes }: { readonly source: Source; readonly processes: ReadonlySet<number> },
): Generator<ExaminerOutput> {
  const hasTime = database.columns("ZLIVEUSAGE")?.includes("ZTIMESTAMP") === true;
  const rows = database.rows("ZLIVEUSAGE", ["ZHASPROCESS", ...(hasTime ? ["ZTIMESTAMP"] : [])]);
  const reported = new Set<number>();
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    const stored = rows.number(0);
    const process = Number(stored);
    if (stored === null || processes.has(process) || reported.has(process)) return [];
    if (reported.size < mostCounted) reported.add(process);
    if (reported.size > mostUnnamed) return [];
    const time = hasTime ? appleTimeToIso(rows.number(1)) : null;
    const at = { file: source.file, table: "ZLIVEUSAGE", row: rows.row() };
    return [
      createFinding({
        type: "process.unnamed",
        meaning: "process.unnamed",
        artifact,
        place: at,
        time,
        value: String(process),
      }),
    ];
  });
  if (reported.size > mostUnnamed)
    source.tally.note = { key: "phone.coverage.many-unnamed", values: { count: reported.size } };
}
