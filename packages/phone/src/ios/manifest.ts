// Manifest.db, the list of everything in an iOS backup: checks each entry's name against its path, compares paths
// with indicators, and tells the other parts which of their files are listed.
import { isTocsinError } from "@tocsin/core";
import type { ExaminerOutput, Note } from "@tocsin/core";
import { isArchivedObject, parsePropertyList, resolveKeyedArchive } from "@tocsin/formats";
import type { ArchivedValue } from "@tocsin/formats";
import type { EvidenceDatabase, EvidenceRows } from "../acquisition.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { MeaningKey } from "../findings/meanings.table.ts";
import { fileIdOf, isFileId, mayBeThere, storedPathOf } from "./backup.ts";
import type { DevicePlace } from "./backup.ts";
import { devicePathOf } from "./device-paths.ts";
import { examineDatabase, textOf, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";

/** What the list says about the files that other parts read. */
export interface ManifestListing {
  /** Histories of Safari and of its profiles, by domain and path joined by a hyphen. */
  readonly safariHistories: Map<string, DevicePlace>;
  /** Domain and path, joined so, of the files that the parts read, as far as they are listed. */
  readonly listed: Set<string>;
  /** Apps that an indicator names and that were reported already. */
  readonly reportedApps: Set<string>;
  files: number;
}

const artifact = "ios.manifest";
/** After so many entries with a wrong name the coverage counts the rest. */
const mostMismatches = 200;
const columns = ["fileID", "domain", "relativePath", "flags", "file"] as const;

export function createListing(): ManifestListing {
  return { safariHistories: new Map(), listed: new Set(), reportedApps: new Set(), files: 0 };
}

export function examineManifest(
  examination: Examination,
  listing: ManifestListing,
): Generator<ExaminerOutput> {
  const { acquisition, root } = examination.backup;
  const file = `${root}Manifest.db`;
  const log = `${file}-wal`;
  return examineDatabase(examination, {
    artifact,
    file,
    log: mayBeThere(acquisition, log) ? log : undefined,
    missing: { key: "phone.coverage.no-manifest" },
    read: (database, tally) => readEntries(examination, database, { listing, tally, file, mismatches: 0 }),
  });
}

interface Reading {
  readonly listing: ManifestListing;
  readonly tally: Tally;
  readonly file: string;
  mismatches: number;
}

interface Entry {
  readonly row: number;
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
}

function* readEntries(
  examination: Examination,
  database: EvidenceDatabase,
  reading: Reading,
): Generator<ExaminerOutput> {
  const { tally } = reading;
  yield* walkRows(examination, { rows: database.rows("Files", columns), tally, artifact }, (rows) =>
    examineEntry(examination, reading, rows),
  );
  if (reading.mismatches > mostMismatches)
    tally.note = { key: "phone.coverage.many-mismatches", values: { count: reading.mismatches } };
}

function examineEntry(
  examination: Examination,
  reading: Reading,
  rows: EvidenceRows,
): readonly ExaminerOutput[] {
  const entry: Entry = {
    row: rows.row(),
    fileId: textOf(rows, 0) ?? "",
    domain: textOf(rows, 1) ?? "",
    path: textOf(rows, 2) ?? "",
  };
  note(reading.listing, entry);
  const problem = problemOf(examination, entry);
  const outputs: ExaminerOutput[] = [];
  if (problem !== null) {
    reading.mismatches += 1;
    if (reading.mismatches <= mostMismatches) outputs.push(problemFinding(reading, entry, problem));
  }
  outputs.push(...examineApp(examination, reading, entry));
  const match = matchEntry(examination, entry);
  if (match !== null)
    outputs.push(
      createFinding({
        type: `indicator.${match.kind}`,
        meaning: match.kind === "file-path" ? "file.seen" : "file.named",
        artifact,
        place: { file: reading.file, table: "Files", row: entry.row },
        time: modifiedAt(rows.blob(4)),
        value: match.value,
        indicators: match.indicators,
      }),
    );
  return outputs;
}

const appDomain = "AppDomain-";

/** Every app has a domain of its own, also one that Info.plist does not name. */
function examineApp(
  { index }: Examination,
  { listing, file }: Reading,
  { domain, row }: Entry,
): readonly ExaminerOutput[] {
  if (!domain.startsWith(appDomain)) return [];
  const app = domain.slice(appDomain.length);
  const match = listing.reportedApps.has(app) ? null : index.matchApp(app);
  if (match === null) return [];
  listing.reportedApps.add(app);
  return [
    createFinding({
      type: "indicator.app",
      meaning: "app.installed",
      artifact,
      place: { file, table: "Files", row },
      time: null,
      value: app,
      indicators: match.indicators,
    }),
  ];
}

/** Where the device's path is not known, the file's name is compared alone. */
function matchEntry({ index }: Examination, entry: Entry): ReturnType<typeof index.matchFile> {
  const path = devicePathOf(entry.domain, entry.path);
  if (path !== null) return index.matchFile(path);
  const match = index.matchFile(entry.path);
  return match?.kind === "file-name" ? { ...match, value: `${entry.domain}/${entry.path}` } : null;
}

function problemOf({ backup }: Examination, entry: Entry): MeaningKey | null {
  const climbs = entry.path.startsWith("/") || entry.path.split("/").includes("..");
  if (climbs || entry.fileId.includes("/") || entry.fileId.includes("\\")) return "manifest.climbing";
  if (!isFileId(entry.fileId)) return "manifest.mismatch";
  return fileIdOf(backup, entry.domain, entry.path) === entry.fileId ? null : "manifest.mismatch";
}

function problemFinding(reading: Reading, entry: Entry, meaning: MeaningKey): ExaminerOutput {
  return createFinding({
    type: meaning,
    meaning,
    artifact,
    place: { file: reading.file, table: "Files", row: entry.row },
    time: null,
    value: `${entry.domain}-${entry.path}`,
  });
}

function note(listing: ManifestListing, entry: Entry): void {
  listing.files += 1;
  const isHistory = entry.path.startsWith("Library/Safari/") && entry.path.endsWith("/History.db");
  const { domain, path } = entry;
  if (isHistory && listing.safariHistories.size < mostProfiles)
    listing.safariHistories.set(`${domain}-${path}`, { domain, path });
  if (isHistory || wantedPaths.has(path)) listing.listed.add(`${domain}-${path}`);
}

/** Nobody has more profiles of a browser. */
const mostProfiles = 1000;
const wantedPaths: ReadonlySet<string> = new Set([
  "Library/SMS/sms.db",
  "Library/Databases/DataUsage.sqlite",
]);

/** `LastModified` of the archived MBFile, in Unix seconds or as a date. */
function modifiedAt(blob: Uint8Array | null): string | null {
  if (blob === null) return null;
  try {
    const root = resolveKeyedArchive(parsePropertyList(blob)).get("root");
    const modified = isArchivedObject(root) ? root.fields.get("LastModified") : undefined;
    const milliseconds = typeof modified === "number" ? modified * 1000 : millisecondsOf(modified);
    return milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
  } catch (error) {
    // A blob that cannot be read costs the time, not the finding.
    if (isTocsinError(error) || error instanceof RangeError) return null;
    throw error;
  }
}

function millisecondsOf(value: ArchivedValue | undefined): number {
  const isDate = typeof value === "object" && value !== null && "milliseconds" in value;
  return isDate ? value.milliseconds : 0;
}

export interface StoredFile {
  readonly file: string;
  readonly log: string | undefined;
  readonly isListed: boolean;
  /** What to say if it is not there. */
  readonly missing: Note;
}

/** Where a file of the device is stored, whether or not the list can be read. Its log has a name of its own. */
export function findStored(
  { backup }: Examination,
  listing: ManifestListing,
  place: DevicePlace,
): StoredFile {
  const log = storedPathOf(backup, fileIdOf(backup, place.domain, `${place.path}-wal`));
  const isListed = listing.listed.has(`${place.domain}-${place.path}`);
  const isAbsent = listing.files > 0 && !isListed;
  return {
    file: storedPathOf(backup, fileIdOf(backup, place.domain, place.path)),
    log: mayBeThere(backup.acquisition, log) ? log : undefined,
    isListed,
    missing: { key: isAbsent ? "phone.coverage.not-listed" : "phone.coverage.not-stored" },
  };
}
