// Records of one kind as a table, by rules that come in whole: which fields, whose names, what finds the others in texts.
import { releaseFields, type Audience, type ReleaseFields } from "@tocsin/cases";
import { encodeUtf8 } from "@tocsin/core";
import { csvOf, jsonOf, type ReleasedRows } from "@tocsin/publish";
import {
  released,
  type Field,
  type FieldRelease,
  type Kind,
  type RecordState,
  type Registry,
  type Released,
  type ReleaseRules,
} from "@tocsin/records";
import type { ExportNames } from "./export-names.ts";
import { releasedRows, struckValues } from "./export-rows.ts";
import { xlsxOf } from "./export-xlsx.ts";
import type { SafeTotals } from "./safe-totals.ts";
import { wholeJson, wholeRows } from "./whole-form.ts";

export interface TableForm {
  readonly format: "csv" | "json" | "xlsx";
  /** As it can be read again, value for value, instead of as people read it in a spreadsheet. */
  readonly isWhole?: boolean;
  /** On a sheet of its own, where the form has sheets and is for people. */
  readonly totals?: SafeTotals | null;
}

export interface TableRules
  extends Pick<ExportNames, "finder" | "named" | "unseen">, Pick<ReleaseRules, "isTerm"> {
  readonly fields: ReleaseFields[string];
}

/** The rules of an audience for records of one kind. */
export function tableRules(
  { isTerm }: Registry,
  kind: Kind,
  { audience, names }: { readonly audience: Audience; readonly names: Omit<TableRules, "fields" | "isTerm"> },
): TableRules {
  const { finder, named, unseen } = names;
  const rules = { finder, named, unseen, fields: exportFields(kind, audience) };
  // Inside, a code that nobody listed leaves as it is, so that what comes in again is the same.
  return audience === "internal" ? rules : { ...rules, isTerm };
}

export interface WrittenTable {
  readonly bytes: Uint8Array;
  readonly out: readonly Released[];
  /** How often a name was struck out of a text. */
  readonly struck: number;
}

export function writeTable(
  kind: Kind,
  states: readonly RecordState[],
  { fields, finder, format, isWhole, totals = null, ...rules }: TableRules & TableForm,
): WrittenTable {
  const out = states.map((state) => released(kind, state, { ...rules, fields: { [kind.name]: fields } }));
  if (isWhole !== true) {
    const { rows, struck } = releasedRows(kind, out, { fields, finder });
    const bytes = format === "xlsx" ? xlsxOf(kind.name, rows, totals) : bytesOf(kind.name, rows, format);
    return { bytes, out, struck };
  }
  const { records, struck } = struckValues(kind, out, finder);
  const bytes =
    format === "json"
      ? encodeUtf8(wholeJson(kind, records))
      : bytesOf(kind.name, wholeRows(kind, records), format);
  return { bytes, out, struck };
}

function bytesOf(kind: string, rows: ReleasedRows, format: TableForm["format"]): Uint8Array {
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
