// All records of one kind leave the vault as a table: by the rules of an audience, after a person approved it, with a
// release record that says so.
import type { Audience, MissingConsent, ReleaseFields } from "@tocsin/cases";
import type { Json, RecordId } from "@tocsin/core";
import {
  kindOf,
  personKind,
  RecordsError,
  type Kind,
  type LanguageText,
  type RecordState,
  type Release,
} from "@tocsin/records";
import type { EarlierNotice } from "./earlier-notice.ts";
import { noticeEarlier, refuseReveals } from "./earlier-releases.ts";
import { WorkspaceError } from "./errors.ts";
import { idsOf, pagesOf, statesAtOnce } from "./all-of.ts";
import { exportNames } from "./export-names.ts";
import { createTableWriter, tableRules, type WrittenTable } from "./export-table.ts";
import { releaseOperations, withheldNames } from "./release-record.ts";
import { hidingRule, openRule, safeTotals, type SafeTotals } from "./safe-totals.ts";
import { slimState } from "./slim-state.ts";
import { staysInside } from "./stays-inside.ts";
import { unreadIn } from "./unread-in.ts";
import type { ReadableWorkspace, Workspace } from "./workspace.ts";

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
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
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

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release held back
 * what this one tells; then and on every failure nothing is written.
 */
export async function exportRecords(
  workspace: Workspace,
  options: ExportRecordsOptions,
): Promise<ExportedRecords> {
  const { kind: name, approvedBy, signal } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot export: nobody has approved what leaves");
  const kind = kindOf(workspace.registry, name);
  // Which records there are, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const composed = await composeSteadily(workspace, kind, options);
  const { table, unnamed, totals, fields, named } = composed;
  const { bytes, ids, withheld, struck } = table;
  const leaving = {
    audience: options.audience,
    fields: { [name]: fields ?? {} },
    records: ids,
    named,
    withheld: new Set(unnamed.map(({ person }) => person)),
    signal,
  };
  refuseReveals(await noticeEarlier(workspace, leaving), options.acceptDifferences);
  const sha256 = options.sha256(bytes);
  const release = await writeRelease(workspace, options, { ids, fields, unnamed, sha256, totals });
  return {
    release,
    bytes,
    sha256,
    struck,
    rows: ids.length,
    withheld,
    withheldNames: unnamed.length,
    totals,
  };
}

export interface ExportPlan {
  readonly rows: number;
  /** What earlier releases and this table together would reveal. */
  readonly earlier: readonly EarlierNotice[];
}

/** Writes nothing. Throws `records.not-found`. */
export async function planExport(
  workspace: Workspace,
  {
    kind: name,
    records,
    audience,
    signal,
  }: Pick<ExportRecordsOptions, "kind" | "records" | "audience" | "signal">,
): Promise<ExportPlan> {
  const kind = kindOf(workspace.registry, name);
  await workspace.settled(signal);
  const { named, ...names } = await exportNames(workspace, audience, signal);
  const { fields } = tableRules(workspace.registry, kind, {
    audience,
    names: { named, ...names },
    now: workspace.context.now(),
  });
  const ids = records ?? (await idsOf(workspace.view, name, signal));
  const withheld = new Set(names.unnamed.map(({ person }) => person));
  const leaving = { audience, fields: { [name]: fields ?? {} }, records: ids, named, withheld, signal };
  return { rows: ids.length, earlier: await noticeEarlier(workspace, leaving) };
}

interface Composed {
  readonly table: WrittenTable;
  readonly fields: ReleaseFields[string];
  readonly unnamed: readonly MissingConsent[];
  readonly named: ReadonlySet<RecordId>;
  readonly totals: SafeTotals | null;
}

/**
 * Names are known before records are read, so that no record is held longer than it takes. Where somebody wrote meanwhile,
 * a record could name a person whom they do not know: then all is read again, with nobody else writing.
 */
async function composeSteadily(
  workspace: Workspace,
  kind: Kind,
  options: ExportRecordsOptions,
): Promise<Composed> {
  const { context } = workspace;
  const commits = context.commits();
  const composed = await compose(workspace, kind, options);
  if (context.commits() === commits) return composed;
  return workspace.alone((held) => compose(held, kind, options));
}

async function compose(
  workspace: ReadableWorkspace,
  kind: Kind,
  options: ExportRecordsOptions,
): Promise<Composed> {
  const { audience, format, isWhole = false, signal } = options;
  const { unnamed, ...names } = await exportNames(workspace, audience, signal);
  const rules = tableRules(workspace.registry, kind, { audience, names, now: workspace.context.now() });
  const writer = createTableWriter(kind, { ...rules, format, isWhole });
  const people: RecordState[] = [];
  for await (const all of statesOf(workspace, options)) {
    const states = all.filter((state) => !staysInside(workspace.registry, state));
    writer.add(states);
    if (kind.name === personKind.name)
      people.push(...states.map((state) => slimState(state, ["mergedInto"])));
  }
  const totals = await totalsOf(workspace, people, { options, children: names.unseen });
  return {
    table: writer.end(isWhole ? null : totals),
    fields: rules.fields,
    unnamed,
    named: names.named,
    totals,
  };
}

/** Throws `records.not-found` for one that was chosen and is none of the kind. */
async function* statesOf(
  { view }: ReadableWorkspace,
  { kind, records, signal, onProgress }: ExportRecordsOptions,
): AsyncGenerator<readonly RecordState[]> {
  const ids = records ?? (await idsOf(view, kind, signal));
  const onRead = (done: number): void => onProgress?.({ done, total: ids.length });
  let from = 0;
  for await (const states of pagesOf(view, ids, { signal, onRead })) {
    if (records !== undefined) {
      const found = new Map(states.map((state) => [state.id, state]));
      yield ids.slice(from, from + statesAtOnce).map((id) => chosen(found.get(id), kind));
    } else yield states;
    from += statesAtOnce;
  }
}

function chosen(state: RecordState | undefined, kind: string): RecordState {
  if (state?.kind !== kind)
    throw new RecordsError("records.not-found", `Cannot export: one of the records is no ${kind}`);
  return state;
}

interface ToCount {
  readonly options: ExportRecordsOptions;
  readonly children: ReadonlySet<RecordId>;
}

async function totalsOf(
  { view }: ReadableWorkspace,
  people: readonly RecordState[],
  { options, children }: ToCount,
): Promise<SafeTotals | null> {
  const { kind, audience, signal, records } = options;
  // Totals of a selection, held beside those of another one, would tell of the people in whom they differ.
  if (kind !== personKind.name || records !== undefined) return null;
  return safeTotals(people, children, audience === "internal" ? openRule : await hidingRule(view, signal));
}

interface ToRelease {
  readonly ids: readonly RecordId[];
  readonly fields: ReleaseFields[string];
  readonly unnamed: readonly MissingConsent[];
  readonly sha256: string;
  readonly totals: SafeTotals | null;
}

const act = "export";

async function writeRelease(
  workspace: Workspace,
  { kind, audience, format, approvedBy }: ExportRecordsOptions,
  { ids, fields, unnamed, sha256, totals }: ToRelease,
): Promise<RecordId> {
  const { context, registry, write } = workspace;
  const record = context.newId();
  const approved = new Date(context.now()).toISOString();
  const leaving: Json = { [kind]: { ...fields } };
  const values: Release = {
    title: { text: `${kind} · ${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format,
    records: ids,
    fields: leaving,
    withheld: withheldNames(unnamed).map((each) => ({ ...each })),
    approvedBy,
    approved,
    sha256,
    // What stays inside gives nothing away beside what leaves.
    ...(totals === null || audience === "internal" ? {} : { totals: { ...totals } }),
    ...(await unreadIn(workspace)),
  };
  const operations = releaseOperations(values, { record, act, isCode: registry.isCode });
  await write(operations);
  return record;
}
