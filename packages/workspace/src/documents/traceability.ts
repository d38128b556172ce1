// The annex by which a sentence of a report can be checked without being told whom it stands on: counts, small ones hidden, and a
// hash over what it rests on. Specification: docs/formats/traceability.md.
import type { RecordId } from "@tocsin/core";
import { digestOfText } from "@tocsin/crypto";
import type { FilledCell, FilledTable } from "@tocsin/publish";
import type { View } from "@tocsin/records";
import { supportGround, supportOf } from "../voices/claim-support.ts";
import type { Draft } from "./draft.ts";
import { quoteRules } from "./quote-rules.ts";
import { writtenClaims } from "./written-claims.ts";

export interface Tracing {
  /** Null in a preview: there a hash would say nothing. */
  readonly release: RecordId | null;
  readonly threshold: number;
  readonly now: number;
}

export interface Support {
  readonly release: RecordId;
  /** Record of the part in which the sentence stands. */
  readonly part: RecordId;
  /** What its notes lead to, in any order. */
  readonly records: readonly RecordId[];
}

const supportFormat = "tocsin-support-1";

/** SHA-256 in lower-case hexadecimal. */
function supportHash({ release, part, records }: Support): string {
  const lines = [supportFormat, release, part, ...[...new Set(records)].toSorted()];
  return digestOfText(lines.map((line) => `${line}\n`).join(""));
}

const hidden: FilledCell = { kind: "key", key: "voices.desk.hidden" };

/** One row for each sentence that claims something and has notes, in the order of the document. */
export async function traceabilityTable(
  view: View,
  draft: Draft,
  { release, threshold, now }: Tracing,
): Promise<FilledTable> {
  const claims = writtenClaims(draft).filter(({ records }) => records.length > 0);
  const [ground, rules] = [await supportGround(view), quoteRules(draft, now)];
  const shown = (count: number): FilledCell => (count > 0 && count < threshold ? hidden : count);
  const rows: (readonly FilledCell[])[] = [];
  for (const { words, lang, part, record, records } of claims) {
    const { kinds, contributors, contributorsAgainst } = await supportOf(view, records, { ground, rules });
    const others = Object.entries(kinds).filter(([kind]) => kind !== "segment");
    const heading = draft.template.parts.find(({ name }) => name === part)?.heading;
    rows.push([
      heading === undefined ? null : { kind: "key", key: heading },
      { kind: "text", text: { text: words, language: lang } },
      shown(contributors),
      shown(contributorsAgainst),
      others.reduce((sum, [, count]) => sum + count, 0),
      release === null
        ? { kind: "key", key: "documents.traceability.preview" }
        : { kind: "code", text: supportHash({ release, part: record, records }) },
    ]);
  }
  return {
    name: "traceability",
    columns: ["part", "sentence", "contributors", "against", "other-records", "support-hash"],
    rows,
  };
}
