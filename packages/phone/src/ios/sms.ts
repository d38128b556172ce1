// Messages: HomeDomain, Library/SMS/sms.db. Every row of `message` is read, whether or not it has a sender in
// `handle`; the body is `text`, or else the archived `attributedBody`. No text leaves this file: only matched hosts do.
import { isTocsinError } from "@tocsin/core";
import type { ExaminerOutput } from "@tocsin/core";
import {
  archivedTexts,
  isBinaryPropertyList,
  parseAttributedText,
  parseBinaryPropertyList,
} from "@tocsin/formats";
import type { EvidenceDatabase, EvidenceRows } from "../acquisition.ts";
import { PhoneError } from "../errors.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorMatch } from "../indicators/indicator-index.ts";
import { scanLinks } from "../indicators/links.ts";
import { appleTimeToIso } from "./apple-time.ts";
import { examineDatabase, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";
import { findStored } from "./manifest.ts";
import type { ManifestListing } from "./manifest.ts";

const artifact = "ios.sms";
const place = { domain: "HomeDomain", path: "Library/SMS/sms.db" };
const columnNames = ["text", "attributedBody", "subject", "payload_data", "date", "is_from_me"] as const;
type ColumnName = (typeof columnNames)[number];

export function examineSms(examination: Examination, listing: ManifestListing): Generator<ExaminerOutput> {
  const stored = findStored(examination, listing, place);
  return examineDatabase(examination, {
    artifact,
    file: stored.file,
    log: stored.log,
    missing: stored.missing,
    read: (database, tally) => readMessages(examination, database, { file: stored.file, tally }),
  });
}

interface Source {
  readonly file: string;
  readonly tally: Tally;
}

interface Message {
  readonly rows: EvidenceRows;
  /** Position of a column among those that this version of the table has; -1 where it has not. */
  readonly positions: Readonly<Record<ColumnName, number>>;
}

function* readMessages(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput> {
  const known = database.columns("message") ?? [];
  const columns = columnNames.filter((name) => known.includes(name));
  if (!columns.includes("text") && !columns.includes("attributedBody"))
    throw new PhoneError("phone.no-table", "Cannot read messages: the database has no table of messages");
  const positions = positionsOf(columns);
  let unreadable = 0;
  const rows = database.rows("message", columns);
  yield* walkRows(examination, { rows, tally: source.tally, artifact }, () => {
    const texts = textsOf({ rows, positions });
    if (texts === null) unreadable += 1;
    return texts === null ? [] : examineTexts(examination, { rows, positions }, { source, texts });
  });
  if (unreadable > 0)
    source.tally.note = { key: "phone.coverage.bodies-unreadable", values: { count: unreadable } };
}

function positionsOf(columns: readonly ColumnName[]): Readonly<Record<ColumnName, number>> {
  const at = (name: ColumnName): number => columns.indexOf(name);
  return {
    text: at("text"),
    attributedBody: at("attributedBody"),
    subject: at("subject"),
    payload_data: at("payload_data"),
    date: at("date"),
    is_from_me: at("is_from_me"),
  };
}

/** Null if there is a body that cannot be read, and nothing else. */
function textsOf({ rows, positions }: Message): readonly string[] | null {
  const text = rows.text(positions.text);
  const archived = text === null || text === "" ? readArchived(rows, positions.attributedBody) : undefined;
  const subject = rows.text(positions.subject);
  const payload = rows.blob(positions.payload_data);
  if (text !== null && archived === undefined && subject === null && payload === null) return [text];
  const texts = [text, archived, subject, ...(payload === null ? [] : readPayload(payload))];
  const known = texts.filter((one): one is string => typeof one === "string" && one !== "");
  return archived === null && known.length === 0 ? null : known;
}

/** Undefined where there is none, null where it cannot be read. */
function readArchived(rows: EvidenceRows, position: number): string | null | undefined {
  const bytes = rows.blob(position);
  if (bytes === null || bytes.length === 0) return undefined;
  try {
    return parseAttributedText(bytes);
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

/** A preview of a link keeps the address in an archive of its own. */
function readPayload(bytes: Uint8Array): readonly string[] {
  if (!isBinaryPropertyList(bytes)) return [];
  try {
    return archivedTexts(parseBinaryPropertyList(bytes)).filter((text) => text.includes("://"));
  } catch (error) {
    if (isTocsinError(error)) return [];
    throw error;
  }
}

function examineTexts(
  examination: Examination,
  message: Message,
  found: { readonly source: Source; readonly texts: readonly string[] },
): readonly ExaminerOutput[] {
  let matches: Map<string, IndicatorMatch> | undefined;
  for (const text of found.texts) {
    for (const link of scanLinks(text, { embedded: true })) {
      const match =
        link.mailbox === null
          ? examination.index.matchLink(link)
          : examination.index.matchEmail(`${link.mailbox}@${link.host}`);
      if (match === null) continue;
      matches ??= new Map();
      matches.set(`${match.kind} ${match.value}`, match);
    }
  }
  return matches === undefined
    ? []
    : [...matches.values()].map((match) => toFinding(message, found.source, match));
}

function toFinding({ rows, positions }: Message, source: Source, match: IndicatorMatch): ExaminerOutput {
  const isSent = Number(rows.number(positions.is_from_me)) === 1;
  return createFinding({
    type: `indicator.${match.kind}`,
    meaning: match.kind === "email" ? "email.mentioned" : isSent ? "link.sent" : "link.received",
    artifact,
    place: { file: source.file, table: "message", row: rows.row() },
    time: appleTimeToIso(rows.number(positions.date)),
    value: match.value,
    indicators: match.indicators,
  });
}
