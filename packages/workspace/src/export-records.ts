// All records of one kind leave the vault as CSV or JSON: by the rules of an audience, after a person approved it, with a
// release record that says so.
import {
  missingConsents,
  releaseFields,
  type Audience,
  type MissingConsent,
  type ReleaseFields,
} from "@tocsin/cases";
import { encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { csvOf, jsonOf, type Cell, type ReleasedRows } from "@tocsin/publish";
import {
  elementsOf,
  kindOf,
  released,
  textOfValue,
  valuesOf,
  type Field,
  type FieldRelease,
  type Kind,
  type LanguageText,
  type RecordState,
  type Release,
  type Released,
  type View,
} from "@tocsin/records";
import { WorkspaceError } from "./errors.ts";
import { consentOnFile } from "./names.ts";
import { releaseOperations, withheldNames } from "./release-record.ts";
import { codesIn, textIn } from "./values.ts";
import type { Workspace } from "./workspace.ts";

export interface ExportRecordsOptions {
  readonly kind: string;
  readonly audience: Audience;
  readonly format: "csv" | "json";
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
  /** Persons who may not be named. */
  readonly withheldNames: number;
}

/** Throws `workspace.not-approved` without a person's name; then and on every failure nothing is written. */
export async function exportRecords(
  workspace: Workspace,
  options: ExportRecordsOptions,
): Promise<ExportedRecords> {
  const { kind: name, audience, format, approvedBy, sha256 } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot export: nobody has approved what leaves");
  const kind = kindOf(workspace.registry, name);
  const states = await statesOf(workspace.view, name, options);
  const fields = { [name]: exportFields(kind, audience) };
  const unnamed = name === "person" ? await unnamedOf(workspace, states, audience) : [];
  const named = namedOf(kind, { states, unnamed, audience });
  const out = states.map((state) => released(kind, state, { fields, named }));
  const bytes = encodeUtf8((format === "csv" ? csvOf : jsonOf)(rowsOf(kind, fields[name] ?? {}, out)));
  const release = await writeRelease(workspace, options, { out, fields, unnamed, sha256: sha256(bytes) });
  return {
    release,
    bytes,
    sha256: sha256(bytes),
    rows: out.length,
    withheld: countWithheld(out),
    withheldNames: unnamed.length,
  };
}

/**
 * Fields of a kind that leave for an audience. A kind without a table of its own goes by its own guards: inside, all but
 * names; outside, what is neither guarded nor sensitive, as coarse as the kind says.
 */
function exportFields(kind: Kind, audience: Audience): ReleaseFields[string] {
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

async function statesOf(
  view: View,
  kind: string,
  { signal, onProgress }: ExportRecordsOptions,
): Promise<readonly RecordState[]> {
  const total = await view.count(kind);
  const states: RecordState[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await view.list({ kind, order: "oldest", limit: 200, ...(after === null ? {} : { after }) });
    for (const { id } of page.rows) {
      const state = await view.read(id);
      if (state) states.push(state);
    }
    onProgress?.({ done: states.length, total });
    after = page.next;
  } while (after !== null);
  return states;
}

/** Not about one case: only consents that hold for every case count. */
async function unnamedOf(
  { view, context }: Workspace,
  persons: readonly RecordState[],
  audience: Audience,
): Promise<readonly MissingConsent[]> {
  const consents = await Promise.all(
    persons.map(({ id }) => view.linked(id, { kind: "consent", field: "person" })),
  );
  const toName = persons.map((state) => ({ id: state.id, flags: codesIn(valuesOf(state)["flags"]) }));
  return missingConsents(toName, consents.flat().map(consentOnFile), { audience, now: context.now() });
}

/** Inside the organisation, names of sources and of those who obtained evidence may be read. */
function namedOf(
  kind: Kind,
  {
    states,
    unnamed,
    audience,
  }: {
    readonly states: readonly RecordState[];
    readonly unnamed: readonly MissingConsent[];
    readonly audience: Audience;
  },
): ReadonlySet<RecordId> {
  if (kind.name !== "person" && audience !== "internal") return new Set();
  const withheld = new Set(unnamed.map(({ person }) => person));
  return new Set(states.map(({ id }) => id).filter((id) => !withheld.has(id)));
}

/** A text has a column for its language beside it; the elements of a set stand in one cell. */
function rowsOf(kind: Kind, allowed: ReleaseFields[string], out: readonly Released[]): ReleasedRows {
  const columns = Object.entries(kind.fields).filter(([name]) => allowed[name] !== undefined);
  return {
    columns: [
      "id",
      ...columns.flatMap(([name, { type }]) => (type === "text" ? [name, `${name}.lang`] : [name])),
    ],
    rows: out.map(({ id, values }) => [
      id,
      ...columns.flatMap(([name, field]) => cellsOf(field, values[name])),
    ]),
  };
}

function cellsOf(field: Field, value: Json | undefined): readonly Cell[] {
  if (field.type === "text") {
    const text = textIn(value);
    return text === null ? [null, null] : [text.text, text.lang];
  }
  if (value === undefined) return [null];
  if (typeof value === "number" || typeof value === "boolean") return [value];
  return [
    elementsOf(value)
      .map((each) => textOfValue(field, each))
      .join("; "),
  ];
}

function countWithheld(out: readonly Released[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { withheld } of out) for (const field of withheld) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}

interface ToRelease {
  readonly out: readonly Released[];
  readonly fields: Readonly<Record<string, ReleaseFields[string]>>;
  readonly unnamed: readonly MissingConsent[];
  readonly sha256: string;
}

async function writeRelease(
  { context, registry, write }: Workspace,
  { kind, audience, format, approvedBy }: ExportRecordsOptions,
  { out, fields, unnamed, sha256 }: ToRelease,
): Promise<RecordId> {
  const record = context.newId();
  const approved = new Date(context.now()).toISOString();
  const values: Release = {
    title: { text: `${kind} · ${audience} · ${approved.slice(0, 10)}`, lang: "zxx" },
    audience,
    format,
    records: out.map(({ id }) => id),
    fields: jsonOfFields(fields),
    withheld: withheldNames(unnamed).map((each) => ({ ...each })),
    approvedBy,
    approved,
    sha256,
  };
  await write(releaseOperations(values, { record, act: "export", isCode: registry.isCode }));
  return record;
}

function jsonOfFields(fields: ToRelease["fields"]): Json {
  return Object.fromEntries(Object.entries(fields).map(([kind, names]) => [kind, { ...names }]));
}
