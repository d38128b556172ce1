// What is recorded of a lawsuit, held beside the ten indicators of Recommendation CM/Rec(2024)2 and the safeguards of
// Directive (EU) 2024/1069. Nothing is added up, and no safeguard is said to be open: that depends on the law of the court.
import type { SlappMark, SlappMarkName } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { FilledCell, FilledTable } from "@tocsin/publish";
import { kindOf, released, valuesOf, type RecordState, type ReleaseRules } from "@tocsin/records";
import { slappOf } from "../slapp-facts.ts";
import { stateOf } from "../state-of.ts";
import { flagIn, integerIn, stringIn, type Values } from "../values.ts";
import type { ReadableWorkspace } from "../workspace.ts";
import { writtenIn } from "./draft.ts";
import { recordRows } from "./record-rows.ts";

/** The first two were read in a source; the wording of the others was held against none. */
const indicators: readonly {
  readonly name: string;
  readonly mark: SlappMarkName | null;
  readonly read: boolean;
}[] = [
  { name: "power", mark: "power", read: true },
  { name: "unfounded", mark: "dismissed", read: true },
  { name: "disproportionate", mark: "money", read: false },
  { name: "abuse", mark: "dropped", read: false },
  { name: "costs", mark: null, read: false },
  { name: "individuals", mark: null, read: false },
  { name: "public-relations", mark: null, read: false },
  { name: "intimidation", mark: "threats", read: false },
  { name: "several", mark: "several", read: false },
  { name: "no-talks", mark: null, read: false },
];

const safeguards = [
  "early-dismissal",
  "burden",
  "security",
  "costs",
  "penalties",
  "third-party",
  "foreign",
] as const;

const lawsuitFields = [
  "proceedingKind",
  "forum",
  "country",
  "stage",
  "filed",
  "charges",
  "legalBasis",
  "outcome",
] as const;

export interface CourtTables {
  readonly tables: readonly FilledTable[];
  readonly records: readonly RecordId[];
}

export async function courtTables(
  { view, registry }: ReadableWorkspace,
  proceeding: RecordId,
  rules: ReleaseRules,
): Promise<CourtTables> {
  const state = await stateOf(view, proceeding, "proceeding");
  const linked = (kind: string): Promise<readonly RecordState[]> =>
    view.linked(proceeding, { kind, field: "proceeding" });
  const { marks } = await slappOf(view, registry, { proceeding: state, parts: await linked("involvement") });
  const letOut = (each: RecordState): Values => released(kindOf(registry, each.kind), each, rules).values;
  const [hearings, deadlines] = [await linked("hearing"), await linked("deadline")];
  const isOpen = (each: RecordState): boolean => valuesOf(each)["done"] === undefined;
  const days = (name: string, states: readonly RecordState[]): FilledTable => ({
    name,
    columns: ["day", "event", "rule", "confirmed"],
    rows: states.map((each) => dayRow(letOut(each))).toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
  });
  return {
    records: [proceeding, ...hearings.map(({ id }) => id), ...deadlines.map(({ id }) => id)],
    tables: [
      { name: "lawsuit", columns: ["fact", "value"], rows: lawsuitRows(state, letOut(state), registry) },
      { name: "indicators", columns: ["indicator", "in-file", "read"], rows: indicatorRows(marks) },
      {
        name: "safeguards",
        columns: ["safeguard", "read"],
        rows: safeguards.map((each) => [key(`safeguard.${each}`), key("cell.yes")]),
      },
      days("open-deadlines", deadlines.filter(isOpen)),
      days("court-days", [...hearings, ...deadlines]),
    ],
  };
}

function lawsuitRows(
  state: RecordState,
  values: Values,
  registry: ReadableWorkspace["registry"],
): FilledTable["rows"] {
  const [sum, currency] = [integerIn(values["sum"]), stringIn(values["currency"])];
  const amount: FilledTable["rows"] =
    sum === null
      ? []
      : [
          [
            key("column.amount"),
            currency === null
              ? sum / 100
              : { kind: "key", key: "documents.cell.amount", values: { amount: sum / 100, currency } },
          ],
        ];
  return [...recordRows(kindOf(registry, state.kind), values, lawsuitFields), ...amount];
}

function indicatorRows(marks: readonly SlappMark[]): FilledTable["rows"] {
  return indicators.map(({ name, mark, read }) => {
    const found = marks.find((each) => each.mark === mark);
    return [key(`indicator.${name}`), foundCell(found), key(read ? "cell.yes" : "cell.not-checked")];
  });
}

function foundCell(mark: SlappMark | undefined): FilledCell {
  if (mark === undefined) return key("cell.not-recorded");
  if (mark.mark === "money") return key("cell.sum");
  const count = mark.records.length + mark.codes.length;
  return { kind: "key", key: "documents.cell.records", values: { count } };
}

function dayRow(values: Values): readonly FilledCell[] {
  const day = stringIn(values["due"]) ?? stringIn(values["when"]);
  const [title, rule] = [writtenIn(values["title"]), writtenIn(values["rule"])];
  const confirmed = flagIn(values["confirmed"]) === true || values["confirmedBy"] !== undefined;
  return [
    day === null ? key("cell.not-known") : { kind: "date", edtf: day },
    title === null ? null : { kind: "text", text: title },
    rule === null ? null : { kind: "text", text: rule },
    values["due"] === undefined ? null : key(confirmed ? "cell.yes" : "cell.unconfirmed"),
  ];
}

function dayOf([day]: readonly FilledCell[]): string {
  return typeof day === "object" && day?.kind === "date" ? day.edtf : "~";
}

function key(name: string): FilledCell {
  return { kind: "key", key: `documents.${name}` };
}
