// Rows that went through a mapping become operations that the kinds accept. Where a row came from, and what of it is in no
// field, stands beside its records.
import {
  createNumbersById,
  encodeBase32,
  encodeCanonicalText,
  parseHex,
  parseId,
  type Json,
  type RecordId,
} from "@tocsin/core";
import {
  create,
  kindOf,
  parsePatch,
  tableRowKind,
  type Kind,
  type Operation,
  type Registry,
} from "@tocsin/records";
import { refuseLettingOut } from "../motions/sound-writes.ts";
import type { Values } from "../values.ts";
import { keptPieces } from "./kept-pieces.ts";
import { keyNames, type MappedRow, type RecordDraft } from "./mapped-rows.ts";
import { isOfFrozenLetter, lettersKinds } from "../letters/frozen-kinds.ts";
import { createMetRecords, type MetRecords } from "./met-records.ts";
import { shownValue, type TableProblem } from "./problems.ts";

/** What the table is called in the vault, and what of it is there already. */
export interface TableIdentity {
  readonly table: RecordId;
  /** Identifiers come from it: who holds the file cannot tell its records from outside. */
  readonly salt: string;
  /** Rows that were taken in before, by this mapping's name. */
  readonly knownRows: readonly RecordId[];
}

export interface ComposingParts {
  readonly registry: Registry;
  /** SHA-256 of a text as UTF-8, in hexadecimal. */
  readonly sha256: (text: string) => string;
}

export interface NamedRow {
  readonly row: MappedRow;
  readonly id: RecordId;
  /** Whether it was taken in before. */
  readonly isKnown: boolean;
}

export interface ComposedRow {
  readonly operations: readonly Operation[];
  readonly problems: readonly TableProblem[];
  /** Kinds of new records. */
  readonly created: readonly string[];
  readonly keptCells: number;
}

export interface RowComposer {
  /** Each row once, in the order of the table. */
  name(row: MappedRow): NamedRow;
  /** Records that these rows name and that were not met yet: the vault can hold them from before. */
  unmetIn(rows: readonly NamedRow[]): readonly RecordId[];
  /** Takes in what the vault holds of such a record. */
  meet(id: RecordId, kind: string, values: Values): void;
  /** Of a row that is not known. */
  compose(row: NamedRow): ComposedRow;
}

export const tableAct = "table.import";

/** `ambiguous`: keys that are names of more than one record. */
export function createRowComposer(
  identity: TableIdentity,
  parts: ComposingParts,
  ambiguous: ReadonlySet<string>,
): RowComposer {
  const { registry } = parts;
  const { salt, knownRows } = identity;
  const digestOf = (text: string): string => parts.sha256(`${salt}\n${text}`);
  const idOf = (text: string): RecordId => parseId(encodeBase32(parseHex(digestOf(text).slice(0, 32))));
  const known = createNumbersById();
  for (const id of knownRows) known.set(id, 0);
  const met = createMetRecords(digestOf);
  const seen = createNumbersById();
  const fromBefore = createNumbersById();
  const wasThere = (id: RecordId): boolean => fromBefore.get(id) !== undefined;
  const frozen = createNumbersById();
  const isFrozen = (id: RecordId): boolean => frozen.get(id) !== undefined;
  const composing: Composing = {
    identity,
    registry,
    idOf,
    met,
    wasThere,
    isFrozen,
    ambiguous,
    taken: new Set(),
  };

  return {
    name(row) {
      const name = idOf(row.content);
      const count = (seen.get(name) ?? 0) + 1;
      // Most rows stand once: of them nothing more is remembered than their name.
      seen.set(name, count);
      const id = idOf(`row ${count} ${row.content}`);
      return { row, id, isKnown: known.get(id) !== undefined };
    },
    unmetIn(rows) {
      const keys = new Set(rows.flatMap(({ row }) => row.drafts.flatMap(({ key }) => key ?? [])));
      return [...keys].map((key) => keyedId(key, idOf)).filter((id) => !met.has(id));
    },
    meet(id, kind, values) {
      if (isOfFrozenLetter(kind, values)) frozen.set(id, 0);
      met.add(id, kindOf(registry, kind), values);
      fromBefore.set(id, 0);
    },
    compose: (named) => composeRow(named, composing),
  };
}

interface Composing {
  readonly identity: TableIdentity;
  readonly registry: Registry;
  readonly idOf: (text: string) => RecordId;
  readonly met: MetRecords;
  /** Whether the vault had it before. */
  readonly wasThere: (id: RecordId) => boolean;
  /** Whether it is a letter whose list is frozen, or one of what hangs on it. */
  readonly isFrozen: (id: RecordId) => boolean;
  readonly ambiguous: ReadonlySet<string>;
  /** Names that a record had already when another row came with them. */
  readonly taken: Set<string>;
}

function keyedId(key: string, idOf: Composing["idOf"]): RecordId {
  return idOf(`key ${key}`);
}

/** One row while it is composed. */
interface Work extends Composing {
  readonly row: MappedRow;
  readonly operations: Operation[];
  readonly problems: TableProblem[];
  readonly created: string[];
}

function composeRow({ row, id }: NamedRow, composing: Composing): ComposedRow {
  const work: Work = { ...composing, row, operations: [], problems: [], created: [] };
  const ids = new Map(row.drafts.map((draft) => [draft.as, idFor(draft, id, work)]));
  const nowhere = new Set<string>();
  for (const draft of row.drafts) {
    const record = ids.get(draft.as);
    if (record === undefined) continue;
    if (
      hangsOn(draft, nowhere, work) ||
      isUnclear(draft, work) ||
      isNowhere(draft, record, work) ||
      isTooLate(draft, record, { ids, work })
    ) {
      ids.delete(draft.as);
      nowhere.add(draft.as);
      continue;
    }
    composeRecord(draft, record, { ids, work });
  }
  const keptCells = Object.keys(row.kept).length;
  keepRow(id, [...new Set(ids.values())], work);
  const { operations, problems, created } = work;
  return { operations, problems, created, keptCells };
}

/** A name that more than one record has says of none which it is. */
function idFor({ as, kind, key, isNamed }: RecordDraft, row: RecordId, work: Work): RecordId {
  const own = work.idOf(`${row} ${as}`);
  if (key === null) return own;
  const keyed = keyedId(key, work.idOf);
  if (!isNamed) return keyed;
  if (!work.ambiguous.has(key) && !work.wasThere(keyed)) return keyed;
  work.taken.add(key);
  const value = keyNames(key).slice(0, shownValue);
  tell(work, { field: labelOf(kind, work), value, reason: "ambiguous", effect: "taken" });
  return own;
}

function labelOf(kind: string, { registry }: Work): string {
  return `${kind}.${kindOf(registry, kind).options.label}`;
}

interface RowRecords {
  readonly ids: ReadonlyMap<string, RecordId>;
  readonly work: Work;
}

/** A new record whole; of one that is there already only what it lacks. */
function composeRecord(draft: RecordDraft, record: RecordId, { ids, work }: RowRecords): void {
  const { registry, met, row, operations } = work;
  const kind = kindOf(registry, draft.kind);
  const links = Object.entries(draft.links).flatMap(([field, names]) =>
    linksOf(
      kind,
      field,
      names.flatMap((as) => ids.get(as) ?? []),
    ),
  );
  const values: Values = { ...draft.values, ...Object.fromEntries(links) };
  if (draft.key === null || !met.has(record)) {
    if (draft.key !== null) met.add(record, kind, values);
    work.created.push(kind.name);
    const created = create(kind, values, { record, act: tableAct, isCode: registry.isCode });
    refuseLettingOut(created);
    operations.push(created);
    return;
  }
  const { patch, differing } = met.addTo(record, kind, values);
  for (const { field, text } of differing) {
    const name = `${kind.name}.${field}`;
    row.kept[name] = text;
    tell(work, { field: name, value: text.slice(0, shownValue), reason: "differs", effect: "kept" });
  }
  if (Object.keys(patch).length === 0) return;
  const { name, version } = kind;
  if (work.isFrozen(record)) {
    const lacking = Object.entries(values).filter(([field]) => patch[field] !== undefined);
    keepValues({ kind: name, values: Object.fromEntries(lacking) }, work);
    tellLeftOut(work, "frozen", { field: labelOf(name, work) });
    return;
  }
  const checked = parsePatch(kind, patch, registry.isCode);
  const added = { kind: name, version, record, act: tableAct, patch: checked };
  refuseLettingOut(added);
  operations.push(added);
}

function linksOf(
  { fields }: Kind,
  field: string,
  to: readonly RecordId[],
): readonly (readonly [string, Json])[] {
  const [first] = to;
  if (first === undefined) return [];
  return [[field, fields[field]?.type === "links" ? [...new Set(to)] : first]];
}

/** Of a record that only adds to another there is none to add to: nothing links to it, and its cells stay with the row. */
function isNowhere({ kind, key, lacks, isReference }: RecordDraft, record: RecordId, work: Work): boolean {
  if (lacks === null || (key !== null && work.met.has(record))) return false;
  const field = `${kind}.${lacks}`;
  const value = key === null ? "" : keyNames(key);
  tellLeftOut(work, isReference && key !== null ? "not-here" : "missing", { field, value });
  return true;
}

/** Who is named by a name that several have is not guessed. */
function isUnclear({ kind, key, isNamed, isAmbiguous }: RecordDraft, work: Work): boolean {
  if (key === null || isNamed || !(isAmbiguous || work.taken.has(key))) return false;
  const field = labelOf(kind, work);
  work.row.kept[field] = [work.row.kept[field] ?? [], keyNames(key)].flat().join(" | ");
  tellLeftOut(work, "ambiguous", { field, value: keyNames(key) });
  return true;
}

/**
 * A record that links to one that was left out would say something of nobody: its values stay with the row. Where it links
 * to several it stands without that one.
 */
function hangsOn({ kind, links, values }: RecordDraft, nowhere: ReadonlySet<string>, work: Work): boolean {
  const { fields } = kindOf(work.registry, kind);
  const lost = Object.entries(links).find(
    ([field, names]) => fields[field]?.type === "link" && names.some((as) => nowhere.has(as)),
  );
  if (lost === undefined) return false;
  keepValues({ kind, values }, work);
  tellLeftOut(work, "missing", { field: `${kind}.${lost[0]}` });
  return true;
}

/** Nothing hangs itself on a letter whose list is frozen: what the row says stays with it. */
function isTooLate(
  { kind, links, values }: RecordDraft,
  record: RecordId,
  { ids, work }: RowRecords,
): boolean {
  if (!lettersKinds.includes(kind) || work.isFrozen(record)) return false;
  const named = Object.values(links).flatMap((names) => names.flatMap((as) => ids.get(as) ?? []));
  if (!named.some(work.isFrozen)) return false;
  keepValues({ kind, values }, work);
  tellLeftOut(work, "frozen", { field: labelOf(kind, work) });
  return true;
}

function keepValues({ kind, values }: Pick<RecordDraft, "kind" | "values">, { row }: Work): void {
  for (const [name, value] of Object.entries(values))
    row.kept[`${kind}.${name}`] = encodeCanonicalText(value);
}

function tellLeftOut(
  work: Work,
  reason: TableProblem["reason"],
  { field, value = "" }: { readonly field: string; readonly value?: string },
): void {
  tell(work, { field, value: value.slice(0, shownValue), reason, effect: "record-left-out" });
}

function tell(
  { row: { sheet, row }, problems }: Work,
  about: Pick<TableProblem, "field" | "value" | "reason" | "effect">,
): void {
  problems.push({ sheet, row, column: "", heading: "", ...about });
}

function keepRow(
  id: RecordId,
  records: readonly RecordId[],
  { row, identity, idOf, operations }: Work,
): void {
  for (const [at, kept] of keptPieces(row.kept).entries())
    operations.push(
      create(
        tableRowKind,
        {
          place: `${row.sheet}!${row.row}`,
          table: identity.table,
          sheet: row.sheet === "" ? "-" : row.sheet,
          row: row.row,
          ...(at === 0 && records.length > 0 ? { records } : {}),
          ...(Object.keys(kept).length === 0 ? {} : { kept }),
        },
        { record: at === 0 ? id : idOf(`${id} ${at}`), act: tableAct },
      ),
    );
}
