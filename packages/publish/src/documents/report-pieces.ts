// Which entries of a report stand in a document: what a note says of them it need not say again.
import type { Block, Report, Sentence, Value } from "../report.ts";
import type { DocumentInput } from "./document-input.ts";
import type { ReportPiece } from "./template.ts";

/** Sources carry the labels S1, S2; whoever else stands in the section takes part. */
export function blocksOfPiece({ sections }: Report, piece: ReportPiece): readonly Block[] {
  const wanted = piece === "people" || piece === "sources" ? "who" : piece;
  const blocks = sections.filter(({ name }) => name === wanted).flatMap((section) => section.blocks);
  const isSource = ({ label }: Block): boolean => /^S\d+$/u.test(label ?? "");
  return wanted === piece ? blocks : blocks.filter((block) => isSource(block) === (piece === "sources"));
}

/** Labels of all entries that a reader finds in the document. */
export function standingLabels({ template, report }: DocumentInput): ReadonlySet<string> {
  if (report === null) return new Set();
  const pieces = template.parts.flatMap(({ fill }) => (fill.from === "report" ? fill.sections : []));
  const blocks = pieces.flatMap((piece) => blocksOfPiece(report, piece));
  return new Set(blocks.flatMap(({ label }) => label ?? []));
}

/**
 * A sentence without labels that lead to nothing in the document; null where nothing is left of it. A document without those
 * who take part says their roles, and one without the commitments what they are called.
 */
export function withoutLooseLabels(sentence: Sentence, standing: ReadonlySet<string>): Sentence | null {
  const { says } = sentence;
  if (says.kind !== "catalogue") return sentence;
  const all = Object.values(says.values).flatMap(labelsOf);
  const kept = all.filter((label) => standing.has(label));
  if (kept.length === all.length) return sentence;
  const list = (value: Value): Sentence => ({
    ...sentence,
    says: { kind: "catalogue", key: "report.list", values: { list: value }, fallback: null },
  });
  if (says.key === "report.list" && kept.length > 0) return list({ kind: "labels", labels: kept });
  const { role, words } = says.values;
  if (says.key === "report.incident.person" && role !== undefined) return list(role);
  if (says.key === "report.held.named" && words !== undefined) return list(words);
  // Of the other sentences that name entries, all are of one sort, and stand or are missing together.
  return kept.length > 0 ? sentence : null;
}

function labelsOf(value: Value): readonly string[] {
  return typeof value === "object" && value.kind === "labels" ? value.labels : [];
}
