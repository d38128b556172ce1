// All records of one kind leave the vault as a table: by the rules of an audience, after a person approved it, with a
// release record that says so.
import type { Audience, MissingConsent, ReleaseFields } from "@tocsin/cases";
import type { Json, RecordId } from "@tocsin/core";
import {
  create,
  kindOf,
  personKind,
  releaseKind,
  type LanguageText,
  type Operation,
  type RecordState,
  type Release,
  type Released,
} from "@tocsin/records";
import { WorkspaceError } from "./errors.ts";
import { allOf } from "./all-of.ts";
import { exportNames } from "./export-names.ts";
import { tableRules, writeTable } from "./export-table.ts";
import { hidingRule, openRule, safeTotals, type SafeTotals } from "./safe-totals.ts";
import { stateOf } from "./state-of.ts";
import { unreadIn } from "./unread-in.ts";
import type { Workspace } from "./workspace.ts";

export interface ExportRecordsOptions {
  readonly kind: string;
  /** Only these, in this order; all of the kind otherwise. */
  readonly records?: readonly RecordId[];
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
  /** Of a table of all people; null for other kinds, and for a selection. */
  readonly totals: SafeTotals | null;
}

/** Throws `workspace.not-approved` without a person's name; then and on every failure nothing is written. */
export async function exportRecords(
  workspace: Workspace,
  options: ExportRecordsOptions,
): Promise<ExportedRecords> {
  const { kind: name, audience, approvedBy, signal, isWhole = false } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot export: nobody has approved what leaves");
  const kind = kindOf(workspace.registry, name);
  // Which records there are, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const states = await statesOf(workspace, options);
  const { unnamed, ...names } = await exportNames(workspace, audience, signal);
  const rules = tableRules(workspace.registry, kind, { audience, names });
  const totals = await totalsOf(workspace, states, { options, children: names.unseen });
  const form = { format: options.format, isWhole, totals };
  const { bytes, out, struck } = writeTable(kind, states, { ...rules, ...form });
  const sha256 = options.sha256(bytes);
  const release = await writeRelease(workspace, options, {
    out,
    fields: rules.fields,
    unnamed,
    sha256,
    totals,
  });
  return {
    release,
    bytes,
    sha256,
    struck,
    rows: out.length,
    withheld: countWithheld(out),
    withheldNames: unnamed.length,
    totals,
  };
}

async function statesOf(
  { view }: Workspace,
  { kind, records, signal, onProgress }: ExportRecordsOptions,
): Promise<readonly RecordState[]> {
  if (records === undefined) {
    const total = await view.count(kind);
    return allOf(view, kind, { signal, onRead: (done) => onProgress?.({ done, total }) });
  }
  const states: RecordState[] = [];
  for (const id of records) {
    signal?.throwIfAborted();
    states.push(await stateOf(view, id, kind));
    onProgress?.({ done: states.length, total: records.length });
  }
  return states;
}

interface ToCount {
  readonly options: ExportRecordsOptions;
  readonly children: ReadonlySet<RecordId>;
}

async function totalsOf(
  { view }: Workspace,
  states: readonly RecordState[],
  { options, children }: ToCount,
): Promise<SafeTotals | null> {
  const { kind, audience, signal, records } = options;
  // Totals of a selection, held beside those of another one, would tell of the people in whom they differ.
  if (kind !== personKind.name || records !== undefined) return null;
  return safeTotals(states, children, audience === "internal" ? openRule : await hidingRule(view, signal));
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
  readonly totals: SafeTotals | null;
}

/** An operation has a limit of size; longer lists are added to in further ones of the same act. */
const idsAtOnce = 1000;
const act = "export";

async function writeRelease(
  workspace: Workspace,
  { kind, audience, format, approvedBy }: ExportRecordsOptions,
  { out, fields, unnamed, sha256, totals }: ToRelease,
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
    // What stays inside gives nothing away beside what leaves.
    ...(totals === null || audience === "internal" ? {} : { totals: { ...totals } }),
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
