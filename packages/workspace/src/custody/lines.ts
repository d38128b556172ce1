// What happened to a piece of evidence, line by line, from the operations of the log that speak of it.
import { isEdtf, type Json, type RecordId } from "@tocsin/core";
import type { CustodyEventName, CustodyFact, CustodyLine } from "@tocsin/publish";
import {
  compareStamps,
  valuesOf,
  type RecordState,
  type Stamp,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { coverageOf } from "../findings.ts";
import { integerIn, linkIn, listIn, objectIn, stringIn, textIn, type Values } from "../values.ts";

/** A fact with the field of evidence that it comes from: by it a release decides. "inside" never leaves. */
export interface OpenFact extends CustodyFact {
  readonly field: string | null;
}

export interface OpenLine extends Omit<CustodyLine, "facts"> {
  readonly facts: readonly OpenFact[];
}

interface Placed {
  readonly stamp: Stamp;
  readonly event: CustodyEventName;
  readonly facts: readonly OpenFact[];
}

/** Oldest first, in the order of the log; clocks order nothing. */
export async function custodyLines(view: View, evidence: RecordState): Promise<readonly OpenLine[]> {
  const own = (await view.history(evidence.id)).flatMap(ownLines);
  const derived = await view.linked(evidence.id, { kind: "evidence", field: "parent" });
  const findings = await view.linked(evidence.id, { kind: "finding", field: "evidence" });
  const releases = [
    ...(await view.linked(evidence.id, { kind: "release", field: "records" })),
    ...(await view.linked(evidence.id, { kind: "release", field: "files" })),
  ];
  const entries = await view.linked(evidence.id, { kind: "custody", field: "evidence" });
  return [
    ...own,
    ...derived.map(derivedLine),
    ...examinations(findings),
    ...releases.map(releaseLine),
    ...entries.map(entryLine),
  ]
    .sort((a, b) => compareStamps(a.stamp, b.stamp))
    .map(lineOf);
}

function lineOf({ stamp, event, facts }: Placed): OpenLine {
  const { device, chain, sequence, index, commit } = stamp;
  return { event, at: isoOf(stamp.at), facts, written: { device, chain, sequence, index, commit } };
}

/** A clock can claim what is no date. */
function isoOf(at: number): string {
  const date = new Date(at);
  const iso = Number.isNaN(date.getTime()) ? "" : date.toISOString();
  return isEdtf(iso) ? iso : String(at);
}

/** One operation can be several events: taken in with a case, for one. */
function ownLines({ stamp, operation }: StampedOperation): readonly Placed[] {
  const set = Object.fromEntries(
    Object.entries(operation.patch).flatMap(([name, change]) =>
      "set" in change ? [[name, change.set]] : [],
    ),
  );
  const line = (event: CustodyEventName, facts: readonly OpenFact[]): Placed => ({ stamp, event, facts });
  const lines: Placed[] = [];
  // A description alone, without bytes, is written by hand and is a change like any other.
  const isIntake = set["sha256"] !== undefined || set["described"] !== undefined;
  if (isIntake) lines.push(line("taken-in", intakeFacts(set)));
  if (set["verifiedAs"] !== undefined)
    lines.push(line("verified", [term("result", "fixity", set["verifiedAs"])]));
  if (set["takenOut"] !== undefined) lines.push(line("taken-out", takenOutFacts(set["takenOut"])));
  if (set["case"] !== undefined) lines.push(line("into-case", [verbatim("case", set["case"])]));
  const rest = Object.keys(operation.patch).filter((name) => !told.has(name));
  if (!isIntake && rest.length > 0) lines.push(line("changed", [verbatim("fields", rest.join(", "))]));
  return lines;
}

const told: ReadonlySet<string> = new Set(["verified", "verifiedAs", "takenOut", "case"]);

export function intakeFacts(values: Values): readonly OpenFact[] {
  const sealed = objectIn(values["sealed"]);
  return [
    ...words("obtained-how", values, "obtainedHow"),
    ...words("obtained-by", values, "obtainedBy"),
    ...dates("obtained-when", values, "obtainedWhen"),
    ...words("consent-text", values, "consentText"),
    ...plain("consent", values, "consent"),
    ...plain("sha256", values, "sha256"),
    ...counts("size", values, "size"),
    ...counts("files", values, "files"),
    ...plain("sealed-file", { name: sealed["name"] ?? null }, "name").map((each) => ({
      ...each,
      field: null,
    })),
    ...plain("looks-like", values, "looksLike"),
    ...listIn(values["signs"]).map((sign) => ({ ...term("sign", "fileSigns", sign), field: "signs" })),
    ...plain("original", values, "original"),
    ...plain("parent", values, "parent"),
    ...(values["copyKind"] === undefined ? [] : [term("copy", "workingCopyKinds", values["copyKind"])]),
    ...words("copy-how", values, "copyHow"),
    ...words("copy-by", values, "copyBy"),
    ...(values["described"] === undefined
      ? []
      : [term("described", "describedReasons", values["described"])]),
  ];
}

function takenOutFacts(value: Json): readonly OpenFact[] {
  const { how, purpose } = objectIn(value);
  const said = textIn(purpose);
  return [term("how", "takenOut", how ?? "extracted"), ...(said === null ? [] : [quoted("purpose", said)])];
}

function derivedLine(state: RecordState): Placed {
  const values = valuesOf(state);
  return {
    stamp: state.created,
    event: "derived",
    facts: [
      verbatim("record", state.id),
      ...(values["copyKind"] === undefined ? [] : [term("copy", "workingCopyKinds", values["copyKind"])]),
      ...plain("sha256", values, "sha256"),
      ...counts("size", values, "size"),
      ...plain("media-type", values, "mediaType"),
      ...plain("looks-like", values, "looksLike"),
    ],
  };
}

/** Findings that one act kept from one examiner: what was looked at, and how much of it could be read. */
function examinations(findings: readonly RecordState[]): readonly Placed[] {
  const groups = new Map<string, readonly RecordState[]>();
  for (const state of findings) {
    const { examiner, examinerVersion } = valuesOf(state);
    const key = [state.created.commit, examiner, examinerVersion].map(String).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  return [...groups.values()].flatMap((group): readonly Placed[] => {
    const [first] = group;
    if (first === undefined) return [];
    const values = valuesOf(first);
    const looked = listIn(values["coverage"]).map(coverageOf);
    const read = looked.filter(({ status }) => status === "read").length;
    const examiner = [values["examiner"], values["examinerVersion"]].flatMap((each) => stringIn(each) ?? []);
    return [
      {
        stamp: first.created,
        event: "examined",
        facts: [
          ...(examiner.length === 0 ? [] : [verbatim("examiner", examiner.join(" "))]),
          count("findings", group.length),
          ...(looked.length === 0 ? [] : [count("read", read), count("not-read", looked.length - read)]),
        ],
      },
    ];
  });
}

function releaseLine(state: RecordState): Placed {
  const values = valuesOf(state);
  return {
    stamp: state.created,
    event: values["format"] === "bundle" ? "bundled" : "released",
    facts: [
      verbatim("release", state.id),
      term("audience", "audiences", values["audience"]),
      ...(textIn(values["approvedBy"]) === null ? [] : words("approved-by", values, "approvedBy")).map(
        inside,
      ),
      ...plain("output-sha256", values, "sha256").map((each) => ({ ...each, field: null })),
      ...plain("withdrawn", values, "withdrawn").map((each) => ({ ...each, field: null })),
    ],
  };
}

/** What a person wrote down; who had it stays inside. */
function entryLine(state: RecordState): Placed {
  const values = valuesOf(state);
  return {
    stamp: state.created,
    event: "entry",
    facts: [
      term("entry", "custodyEvents", values["event"]),
      ...dates("when", values, "when").map((each) => ({ ...each, field: null })),
      ...(["from", "to", "where", "note"] as const).flatMap((name) => words(name, values, name).map(inside)),
      ...(state.operations > 1 ? [count("edits", state.operations - 1)] : []),
    ],
  };
}

function inside(each: OpenFact): OpenFact {
  return { ...each, field: "inside" };
}

function words(name: string, values: Values, field: string): readonly OpenFact[] {
  const said = textIn(values[field]);
  return said === null ? [] : [{ ...quoted(name, said), field }];
}

function quoted(name: string, { text, lang }: { readonly text: string; readonly lang: string }): OpenFact {
  return { name, field: "inside", value: { kind: "text", text, language: lang } };
}

function dates(name: string, values: Values, field: string): readonly OpenFact[] {
  const edtf = stringIn(values[field]);
  return edtf === null ? [] : [{ name, field, value: { kind: "date", edtf } }];
}

function plain(name: string, values: Values, field: string): readonly OpenFact[] {
  const text = linkIn(values[field]) ?? stringIn(values[field]);
  return text === null ? [] : [{ name, field, value: { kind: "verbatim", text } }];
}

function counts(name: string, values: Values, field: string): readonly OpenFact[] {
  const number = integerIn(values[field]);
  return number === null ? [] : [{ ...count(name, number), field }];
}

function count(name: string, number: number): OpenFact {
  return { name, field: null, value: { kind: "count", key: `sheet.count.${name}`, count: number } };
}

function verbatim(name: string, value: Json | RecordId): OpenFact {
  return { name, field: null, value: { kind: "verbatim", text: stringIn(value) ?? "" } };
}

function term(name: string, vocabulary: string, value: Json | undefined): OpenFact {
  const code = stringIn(value) ?? "";
  return { name, field: null, value: { kind: "term", key: `${vocabulary}.${code}.label`, code } };
}
