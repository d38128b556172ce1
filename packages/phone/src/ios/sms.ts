// Messages: HomeDomain, Library/SMS/sms.db. Every row of `message` is read, whether or not it has a sender in
// `handle`. No text leaves this file: only matched hosts do.
import type { ExaminerOutput } from "@tocsin/core";
import type { EvidenceDatabase } from "../acquisition.ts";
import { PhoneError } from "../errors.ts";
import { createFinding } from "../findings/create-finding.ts";
import type { IndicatorMatch } from "../indicators/indicator-index.ts";
import { scanLinks } from "../indicators/links.ts";
import { appleTimeToIso } from "./apple-time.ts";
import { examineDatabase, textOf, walkRows } from "./examination.ts";
import type { Examination, Tally } from "./examination.ts";
import { findStored } from "./manifest.ts";
import type { ManifestListing } from "./manifest.ts";
import { messageColumns, positionsOf, textsOf } from "./message-texts.ts";
import type { Message } from "./message-texts.ts";

const artifact = "ios.sms";
export const messagesPlace = { domain: "HomeDomain", path: "Library/SMS/sms.db" };

export function examineSms(examination: Examination, listing: ManifestListing): Generator<ExaminerOutput> {
  const stored = findStored(examination, listing, messagesPlace);
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

function* readMessages(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput> {
  const known = database.columns("message") ?? [];
  const columns = messageColumns.filter((name) => known.includes(name));
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
  yield* readHandles(examination, database, source);
  if (unreadable > 0)
    source.tally.note = { key: "phone.coverage.bodies-unreadable", values: { count: unreadable } };
}

/**
 * The addresses that messages came from and went to: they stay when the messages are gone. They are looked at after
 * the messages and counted apart, so that a table of them that is damaged costs no message.
 */
function* readHandles(
  examination: Examination,
  database: EvidenceDatabase,
  source: Source,
): Generator<ExaminerOutput> {
  if (database.columns("handle")?.includes("id") !== true) return;
  const rows = database.rows("handle", ["id"]);
  const tally: Tally = { rows: 0, note: undefined };
  yield* walkRows(examination, { rows, tally, artifact }, () => {
    const id = textOf(rows, 0)?.trim() ?? "";
    const match = id.includes("@") ? examination.index.matchEmail(id) : null;
    if (match === null) return [];
    return [
      createFinding({
        type: "indicator.email",
        meaning: "email.correspondent",
        artifact,
        place: { file: source.file, table: "handle", row: rows.row() },
        time: null,
        value: match.value,
        indicators: match.indicators,
      }),
    ];
  });
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
