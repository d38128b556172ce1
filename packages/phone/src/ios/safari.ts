// Safari's history: History.db of the person and of each profile. The table of addresses is read first and only what
// matched is kept; the table of visits then tells when, and whether the page was loaded.
import type { ExaminerOutput } from "@tocsin/core";
import type { EvidenceDatabase } from "../acquisition.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorMatch } from "../indicators/indicator-index.ts";
import { parseLink } from "../indicators/links.ts";
import { appleTimeToIso } from "./apple-time.ts";
import { coverageOf, examineDatabase, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";
import { findStored } from "./manifest.ts";
import type { ManifestListing, StoredFile } from "./manifest.ts";

const artifact = "ios.safari";
/** Where the history lies: in the home of the person before iOS 13, in Safari's own container since. */
const places = [
  { domain: "HomeDomain", path: "Library/Safari/History.db" },
  { domain: "AppDomain-com.apple.mobilesafari", path: "Library/Safari/History.db" },
] as const;

export function* examineSafari(
  examination: Examination,
  listing: ManifestListing,
): Generator<ExaminerOutput> {
  const stored = new Map<string, StoredFile>();
  for (const place of [...places, ...listing.safariHistories.values()]) {
    const found = findStored(examination, listing, place);
    const isStored = examination.backup.acquisition.size(found.file) !== null;
    if (isStored || found.isListed) stored.set(found.file, found);
  }
  if (stored.size === 0)
    yield coverageOf(
      examination,
      { artifact },
      { status: "missing", note: findStored(examination, listing, places[1]).missing },
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
  const items = yield* readItems(examination, database, source);
  const counted = source.tally.rows;
  if (database.columns("history_visits") !== null)
    yield* readVisits(examination, database, { source, items });
  // Visits are what is counted, where there are any.
  if (source.tally.rows > counted) source.tally.rows -= counted;
  for (const [row, item] of items)
    if (!item.isVisited)
      yield toFinding(source, item.match, { table: "history_items", row, time: null, isLoaded: true });
}

function* readItems(
  examination: Examination,
  database: EvidenceDatabase,
  { tally }: Source,
): Generator<ExaminerOutput, Map<number, MatchedItem>> {
  const items = new Map<number, MatchedItem>();
  const rows = database.rows("history_items", ["url"]);
  yield* walkRows(examination, { rows, tally, artifact }, () => {
    const link = parseLink(rows.text(0) ?? "");
    const match = link === null ? null : examination.index.matchLink(link);
    if (match !== null) items.set(rows.row(), { match, isVisited: false });
    return [];
  });
  return items;
}

function* readVisits(
  examination: Examination,
  database: EvidenceDatabase,
  { source, items }: { readonly source: Source; readonly items: ReadonlyMap<number, MatchedItem> },
): Generator<ExaminerOutput> {
  const hasResult = database.columns("history_visits")?.includes("load_successful") === true;
  const columns = ["history_item", "visit_time", ...(hasResult ? ["load_successful"] : [])];
  const rows = database.rows("history_visits", columns);
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    const item = items.get(Number(rows.number(0)));
    if (item === undefined) return [];
    item.isVisited = true;
    const isLoaded = !hasResult || Number(rows.number(2) ?? 1) !== 0;
    const time = appleTimeToIso(rows.number(1));
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
