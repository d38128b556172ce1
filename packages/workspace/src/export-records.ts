// All records of one kind leave the vault as CSV or JSON: by the rules of an audience, after a person approved it, with a
// release record that says so.
import { releaseFields, type Audience, type MissingConsent, type ReleaseFields } from "@tocsin/cases";
import { encodeUtf8, type Json, type RecordId, withVisibleCharacters } from "@tocsin/core";
import { csvOf, jsonOf, type NameFinder, type ReleasedRows } from "@tocsin/publish";
import {
  create,
  kindOf,
  released,
  releaseKind,
  type Field,
  type FieldRelease,
  type Kind,
  type LanguageText,
  type Operation,
  type Release,
  type Released,
} from "@tocsin/records";
import { WorkspaceError } from "./errors.ts";
import { allOf } from "./all-of.ts";
import { exportNames } from "./export-names.ts";
import { releasedRows, struckValues } from "./export-rows.ts";
import { xlsxOf } from "./export-xlsx.ts";
import { unreadIn } from "./unread-in.ts";
import { wholeJson, wholeRows } from "./whole-form.ts";
import type { Workspace } from "./workspace.ts";

export interface ExportRecordsOptions {
  readonly kind: string;
  readonly audience: Audience;
  readonly format: "csv" | "json" | "xlsx";
  /** As it can be read again, value for value, instead of as people read it in a spreadsheet. */
  readonly isWhole?: boolean;
  /** The person who answers for what leaves. */
  readonly approvedBy: LanguageText;
  readonly sha256: (bytes: Uint8Array) => string;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

export interface ExportedRecords {
  readonly release: RecordId;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly rows: number;
  /** Fields that have values inside and none outside, with how many. */
  readonly withheld: Readonly<Record<string, number>>;
  /** Persons of the vault who may not be named to this audience. */
  readonly withheldNames: number;
  /** How often such a name was struck out of a text. */
  readonly struck: number;
}

/** Throws `workspace.not-approved` without a person's name; then and on every failure nothing is written. */
export async function exportRecords(
  workspace: Workspace,
  options: ExportRecordsOptions,
): Promise<ExportedRecords> {
  const { kind: name, audience, approvedBy, signal } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot export: nobody has approved what leaves");
  const kind = kindOf(workspace.registry, name);
  // Which records there are, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const total = await workspace.view.count(name);
  const states = await allOf(workspace.view, name, {
    signal,
    onRead: (done) => options.onProgress?.({ done, total }),
  });
  const { unnamed, finder, named, unseen } = await exportNames(workspace, audience, signal);
  const fields = exportFields(kind, audience);
  const out = states.map((state) => released(kind, state, { fields: { [name]: fields }, named, unseen }));
  const { bytes, struck } = writtenOf(kind, out, {
    options,
    fields,
    finder: audience === "internal" ? finder : showing(finder),
  });
  const sha256 = options.sha256(bytes);
  const release = await writeRelease(workspace, options, { out, fields, unnamed, sha256 });
  return {
    release,
    bytes,
    sha256,
    struck,
    rows: out.length,
    withheld: countWithheld(out),
    withheldNames: unnamed.length,
  };
}

/** Inside the organisation texts leave as they were written, so that they come in again unchanged. */
function showing(finder: NameFinder): NameFinder {
  return {
    has: (text) => finder.has(text),
    strike: (text) => {
      const { text: struck, count } = finder.strike(text);
      return { text: withVisibleCharacters(struck), count };
    },
  };
}

interface Writing {
  readonly options: ExportRecordsOptions;
  readonly fields: ReleaseFields[string];
  readonly finder: NameFinder;
}

function writtenOf(
  kind: Kind,
  out: readonly Released[],
  { options, fields, finder }: Writing,
): { readonly bytes: Uint8Array; readonly struck: number } {
  const { format, isWhole } = options;
  if (isWhole !== true) {
    const { rows, struck } = releasedRows(kind, out, { fields, finder });
    return { bytes: bytesOf(kind.name, rows, format), struck };
  }
  const { records, struck } = struckValues(kind, out, finder);
  const bytes =
    format === "json"
      ? encodeUtf8(wholeJson(kind, records))
      : bytesOf(kind.name, wholeRows(kind, records), format);
  return { bytes, struck };
}

function bytesOf(kind: string, rows: ReleasedRows, format: ExportRecordsOptions["format"]): Uint8Array {
  if (format === "xlsx") return xlsxOf(kind, rows);
  return encodeUtf8((format === "csv" ? csvOf : jsonOf)(rows));
}

/**
 * Fields of a kind that leave for an audience. A kind without a table of its own goes by its own guards: inside, all but
 * names; outside, what is neither guarded nor sensitive, as coarse as the kind says.
 */
function exportFields(kind: Kind, audience: Audience): Readonly<Record<string, FieldRelease>> {
  const table = releaseFields[audience][kind.name];
  if (table !== undefined) return table;
  const isInside = audience === "internal";
  return Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([, field]) => mayLeaveUnasked(field, isInside))
      .map(([name, { coarsen }]): readonly [string, FieldRelease] => [
        name,
        isInside || coarsen === undefined ? "full" : "coarse",
      ]),
  );
}

/** What a program wrote as data may hold secrets of ours, such as the passphrase of a sealed file. */
function mayLeaveUnasked({ type, guard, sensitive }: Field, isInside: boolean): boolean {
  if (type === "data" || guard === "name") return false;
  return isInside || (guard === undefined && sensitive !== true);
}

function countWithheld(out: readonly Released[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { withheld } of out) for (const field of withheld) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}

interface ToRelease {
  readonly out: readonly Released[];
  readonly fields: ReleaseFields[string];
  readonly unnamed: readonly MissingConsent[];
  readonly sha256: string;
}

/** An operation has a limit of size; longer lists are added to in further ones of the same act. */
const idsAtOnce = 1000;
const act = "export";

async function writeRelease(
  workspace: Workspace,
  { kind, audience, format, approvedBy }: ExportRecordsOptions,
  { out, fields, unnamed, sha256 }: ToRelease,
): Promise<RecordId> {
  const { context, registry, write } = workspace;
  const record = context.newId();
  const approved = new Date(context.now()).toISOString();
  const ids = out.map(({ id }) => id);
  const leaving: Json = { [kind]: { ...fields } };
  const values: Release = {
    title: { text: `${kind} · ${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format,
    records: ids.slice(0, idsAtOnce),
    fields: leaving,
    withheld: unnamed.slice(0, idsAtOnce / 2).map(({ person, reason }) => ({ person, reason })),
    approvedBy,
    approved,
    sha256,
    ...(await unreadIn(workspace)),
  };
  const operations: Operation[] = [create(releaseKind, values, { record, act, isCode: registry.isCode })];
  for (let at = idsAtOnce; at < ids.length; at += idsAtOnce)
    operations.push({
      kind: releaseKind.name,
      version: releaseKind.version,
      record,
      act,
      patch: { records: { add: ids.slice(at, at + idsAtOnce) } },
    });
  await write(operations);
  return record;
}
