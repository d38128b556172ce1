// What the cover of a bundle says, from the operations that are in it and from nothing else.
import { type RecordState, valuesOf } from "@tocsin/records";
import type { BundleCover, CoverExhibit, CoverFact } from "@tocsin/publish";
import type { BundleDocument, Exhibit } from "@tocsin/vault";
import type { Chosen } from "./bundle-choice.ts";
import { stringIn, textIn } from "./values.ts";

export interface CoverInput {
  readonly document: BundleDocument;
  readonly chosen: Chosen;
  /** Of the verifier in the bundle, lower-case hexadecimal; null where there is none. */
  readonly pageSha256: string | null;
}

export function coverOf({ document, chosen, pageSha256 }: CoverInput): BundleCover {
  return {
    ...document,
    entries: document.operations.length,
    pageSha256,
    exhibits: document.exhibits.map((exhibit) => coverExhibit(exhibit, chosen)),
  };
}

function coverExhibit(exhibit: Exhibit, { records, operations }: Chosen): CoverExhibit {
  const state = records.find(({ id }) => id === exhibit.record);
  const entries = operations
    .filter(({ operation }) => operation.record === exhibit.record)
    .map(({ stamp, operation }) => ({ at: isoOf(stamp.at), act: operation.act }));
  return { ...exhibit, custody: state === undefined ? [] : custodyOf(state), entries };
}

/** How it was obtained and kept, as far as somebody wrote it down. */
function custodyOf(state: RecordState): readonly CoverFact[] {
  const values = valuesOf(state);
  const fact = (name: CoverFact["name"], text: string | null): readonly CoverFact[] =>
    text === null || text === "" ? [] : [{ name, text }];
  return [
    ...fact("obtained-how", textIn(values["obtainedHow"])?.text ?? null),
    ...fact("obtained-by", textIn(values["obtainedBy"])?.text ?? null),
    ...fact("obtained-when", stringIn(values["obtainedWhen"])),
    ...fact("added", stringIn(values["added"])),
    ...fact("verified", verifiedOf(stringIn(values["verified"]), stringIn(values["verifiedAs"]))),
  ];
}

function verifiedOf(when: string | null, as: string | null): string | null {
  return when === null ? null : `${when} (${as ?? "?"})`;
}

function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
