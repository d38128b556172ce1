// Safari's history: History.db of the person and of each profile. The table of addresses is read first and only what
// matched is kept; the table of visits then tells when, and whether the page was loaded.
import { isTocsinError } from "@tocsin/core";
import type { ExaminerOutput, TocsinError } from "@tocsin/core";
import type { EvidenceDatabase } from "../acquisition.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorMatch } from "../indicators/indicator-index.ts";
import { parseLink } from "../indicators/links.ts";
import { appleTimeToIso } from "./apple-time.ts";
import { mayBeThere } from "./backup.ts";
import { coverageOf, examineDatabase, textOf, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";
import { findStored } from "./manifest.ts";
import type { ManifestListing, StoredFile } from "./manifest.ts";

const artifact = "ios.safari";
/** Where the history lies: in the home of the person before iOS 13, in Safari's own container since. */
export const historyPlaces = [
  { domain: "HomeDomain", path: "Library/Safari/History.db" },
  { domain: "AppDomain-com.apple.mobilesafari", path: "Library/Safari/History.db" },
] as const;

export function* examineSafari(
  examination: Examination,
  listing: ManifestListing,
): Generator<ExaminerOutput> {
  const stored = new Map<string, StoredFile>();
  for (const place of [...historyPlaces, ...listing.safariHistories.values()]) {
    const found = findStored(examination, listing, place);
    const isStored = mayBeThere(examination.backup.acquisition, found.file);
    if (isStored || found.isListed) stored.set(found.file, found);
  }
  if (stored.size === 0)
    yield coverageOf(
      examination,
      { artifact },
      { status: "missing", note: findStored(examination, listing, historyPlaces[1]).missing },
    );
  for (const found of stored.values())
    yield* examineDatabase(examination, {
      artifact,
      file: found.file,
      log: found.log,
      missing: found.missing,
      read: (database, tally) => readHistory(examination, database, { file: found.file, tally }),
    });
}

interface Source {
  readonly file: string;
  readonly tally: Tally;
}

/** An address that matched, until a visit of it is found. */
interface MatchedItem {
  readonly match: IndicatorMatch;
  isVisited: boolean;
}

function* readHistory(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput> {
  const items = new Map<number, MatchedItem>();
  // What stops one table must cost neither the other nor what was met before.
  const first = yield* attempt(readItems(examination, database, { source, items }));
  const counted = source.tally.rows;
  const isEngineUp = first?.code !== "phone.engine-failed";
  const second = isEngineUp ? yield* attempt(readVisits(examination, database, { source, items })) : null;
  // Visits are what is counted, where there are any.
  if (source.tally.rows > counted) source.tally.rows -= counted;
  yield* reportUnvisited(source, items);
  const problem = first ?? second;
  if (problem !== null) throw problem;
}

/** Gives the error that stopped the reading, if one did. */
function* attempt(reading: Generator<ExaminerOutput>): Generator<ExaminerOutput, TocsinError | null> {
  try {
    yield* reading;
    return null;
  } catch (error) {
    if (isTocsinError(error)) return error;
    throw error;
  }
}

function* reportUnvisited(
  source: Source,
  items: ReadonlyMap<number, MatchedItem>,
): Generator<ExaminerOutput> {
  for (const [row, item] of items)
    if (!item.isVisited)
      yield toFinding(source, item.match, { table: "history_items", row, time: null, isLoaded: true });
}

function* readItems(
  examination: Examination,
  database: EvidenceDatabase,
  { source, items }: { readonly source: Source; readonly items: Map<number, MatchedItem> },
): Generator<ExaminerOutput> {
  const rows = database.rows("history_items", ["url"]);
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    const link = parseLink(textOf(rows, 0) ?? "");
    const match = link === null ? null : examination.index.matchLink(link);
    if (match !== null) items.set(rows.row(), { match, isVisited: false });
    return [];
  });
}

function* readVisits(
  examination: Examination,
  database: EvidenceDatabase,
  { source, items }: { readonly source: Source; readonly items: ReadonlyMap<number, MatchedItem> },
): Generator<ExaminerOutput> {
  const known = database.columns("history_visits");
  if (known === null) return;
  const more = ["visit_time", "load_successful"].filter((name) => known.includes(name));
  const [timeAt, resultAt] = [1 + more.indexOf("visit_time"), 1 + more.indexOf("load_successful")];
  const rows = database.rows("history_visits", ["history_item", ...more]);
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    const item = items.get(Number(rows.number(0)));
    if (item === undefined) return [];
    item.isVisited = true;
    const isLoaded = resultAt === 0 || Number(rows.number(resultAt) ?? 1) !== 0;
    const time = timeAt === 0 ? null : appleTimeToIso(rows.number(timeAt));
    return [toFinding(source, item.match, { table: "history_visits", row: rows.row(), time, isLoaded })];
  });
}

interface Visit {
  readonly table: string;
  readonly row: number;
  readonly time: string | null;
  readonly isLoaded: boolean;
}

function toFinding(source: Source, match: IndicatorMatch, visit: Visit): ExaminerOutput {
  return createFinding({
    type: `indicator.${match.kind}`,
    meaning: visit.isLoaded ? "link.visited" : "link.attempted",
    artifact,
    place: { file: source.file, table: visit.table, row: visit.row },
    time: visit.time,
    value: match.value,
    indicators: match.indicators,
  });
}
