// Records of one kind as a table, by rules that come in whole: which fields, whose names, what finds the others in texts.
import { releaseFields, type Audience, type ReleaseFields } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  released,
  type Field,
  type FieldRelease,
  type Kind,
  type RecordState,
  type Registry,
  type ReleaseRules,
} from "@tocsin/records";
import type { ExportNames } from "./export-names.ts";
import type { SafeTotals } from "./safe-totals.ts";
import { usualBody, wholeBody } from "./table-bodies.ts";
import { purposeOf } from "./voices/release-purpose.ts";

export interface TableForm {
  readonly format: "csv" | "json" | "xlsx";
  /** As it can be read again, value for value, instead of as people read it in a spreadsheet. */
  readonly isWhole?: boolean;
}

export interface TableRules
  extends
    Pick<ExportNames, "finder" | "named" | "unseen">,
    Pick<ReleaseRules, "isTerm" | "cleanFileNames" | "purpose"> {
  readonly fields: ReleaseFields[string];
}

/** The rules of an audience for records of one kind. */
export function tableRules(
  { isTerm }: Registry,
  kind: Kind,
  {
    audience,
    names,
    now,
  }: {
    readonly audience: Audience;
    /** Milliseconds since 1970. */
    readonly now: number;
    readonly names: Omit<TableRules, "fields" | "isTerm" | "cleanFileNames" | "purpose">;
  },
): TableRules {
  const { finder, named, unseen } = names;
  const rules = {
    finder,
    named,
    unseen,
    fields: exportFields(kind, audience),
    purpose: purposeOf(audience, now),
  };
  // Inside, a code that nobody listed leaves as it is, so that what comes in again is the same.
  return audience === "internal" ? rules : { ...rules, isTerm, cleanFileNames: true };
}

export interface WrittenTable {
  readonly bytes: Uint8Array;
  /** Of the records that are in it, in their order. */
  readonly ids: readonly RecordId[];
  /** Fields that have values inside and none outside, with how many. */
  readonly withheld: Readonly<Record<string, number>>;
  /** How often a name was struck out of a text. */
  readonly struck: number;
}

export interface TableWriter {
  /** Some records more; nothing of them is held but what of them leaves, as bytes. */
  add(states: readonly RecordState[]): void;
  /** `totals`: on a sheet of its own, where the form has sheets and is for people. */
  end(totals?: SafeTotals | null): WrittenTable;
}

export function writeTable(
  kind: Kind,
  states: readonly RecordState[],
  options: TableRules & TableForm,
): WrittenTable {
  const writer = createTableWriter(kind, options);
  writer.add(states);
  return writer.end();
}

export function createTableWriter(kind: Kind, options: TableRules & TableForm): TableWriter {
  const { fields, finder, format, isWhole, ...rules } = options;
  const body =
    isWhole === true ? wholeBody(kind, { finder, format }) : usualBody(kind, { fields, finder, format });
  const ids: RecordId[] = [];
  const withheld: Record<string, number> = {};
  let struck = 0;
  return {
    add(states) {
      if (states.length === 0) return;
      const out = states.map((state) => released(kind, state, { ...rules, fields: { [kind.name]: fields } }));
      for (const each of out) {
        ids.push(each.id);
        for (const field of each.withheld) withheld[field] = (withheld[field] ?? 0) + 1;
      }
      struck += body.add(out);
    },
    end: (totals = null) => ({ bytes: body.end(totals), ids, withheld, struck }),
  };
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
