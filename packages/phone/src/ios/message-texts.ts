// Everything in a row of `message` that can hold words: text, subject, the archived body, the preview of a link, and
// what edited messages said before (`message_summary_info`). A part that cannot be read costs no other.
import { isTocsinError } from "@tocsin/core";
import {
  archivedTexts,
  isArray,
  isBinaryPropertyList,
  isDictionary,
  parseAttributedText,
  parseBinaryPropertyList,
} from "@tocsin/formats";
import type { PropertyListValue } from "@tocsin/formats";
import type { EvidenceRows } from "../acquisition.ts";
import { textOf } from "./examination.ts";

export const messageColumns = [
  "text",
  "attributedBody",
  "subject",
  "payload_data",
  "message_summary_info",
  "date",
  "is_from_me",
] as const;
export type MessageColumn = (typeof messageColumns)[number];

export interface Message {
  readonly rows: EvidenceRows;
  /** Position of a column among those that this version of the table has; -1 where it has not. */
  readonly positions: Readonly<Record<MessageColumn, number>>;
}

export function positionsOf(columns: readonly MessageColumn[]): Message["positions"] {
  const at = (name: MessageColumn): number => columns.indexOf(name);
  return {
    text: at("text"),
    attributedBody: at("attributedBody"),
    subject: at("subject"),
    payload_data: at("payload_data"),
    message_summary_info: at("message_summary_info"),
    date: at("date"),
    is_from_me: at("is_from_me"),
  };
}

/** Null if there is a body that cannot be read, and nothing else. */
export function textsOf({ rows, positions }: Message): readonly string[] | null {
  const text = textOf(rows, positions.text);
  const archived =
    text === null || text === "" ? readArchived(rows.blob(positions.attributedBody)) : undefined;
  const subject = textOf(rows, positions.subject);
  const payload = rows.blob(positions.payload_data);
  const summary = rows.blob(positions.message_summary_info);
  const isPlain = archived === undefined && subject === null && payload === null && summary === null;
  if (text !== null && isPlain) return [text];
  const known = [text, archived, subject, ...readPayload(payload), ...readSummary(summary)].filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
  return archived === null && known.length === 0 ? null : known;
}

/** Undefined where there is none, null where it cannot be read. */
function readArchived(bytes: Uint8Array | null): string | null | undefined {
  if (bytes === null || bytes.length === 0) return undefined;
  return attempt(() => parseAttributedText(bytes), null);
}

/** A preview of a link keeps the address in an archive of its own. */
function readPayload(bytes: Uint8Array | null): readonly string[] {
  if (bytes === null || !isBinaryPropertyList(bytes)) return [];
  const texts = attempt(() => archivedTexts(parseBinaryPropertyList(bytes)), []);
  return texts.filter((text) => text.includes("://"));
}

/** Each earlier wording of an edited message is an archived text of its own. */
function readSummary(bytes: Uint8Array | null): readonly string[] {
  if (bytes === null || !isBinaryPropertyList(bytes)) return [];
  const list = attempt(() => parseBinaryPropertyList(bytes), null);
  return dataIn(list).flatMap((data) => readArchived(data) ?? []);
}

/** All data in a list, each container looked into once however often it is named. */
function dataIn(list: PropertyListValue): readonly Uint8Array[] {
  const seen = new Set<PropertyListValue>();
  const found: Uint8Array[] = [];
  const open: PropertyListValue[] = [list];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (seen.has(value)) continue;
    if (value instanceof Uint8Array) found.push(value);
    if (!isDictionary(value) && !isArray(value)) continue;
    seen.add(value);
    for (const member of value.values()) open.push(member);
  }
  return found;
}

function attempt<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (isTocsinError(error)) return otherwise;
    throw error;
  }
}
