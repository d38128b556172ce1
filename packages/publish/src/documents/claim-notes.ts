// The note behind a claim: the record that it rests on, and from there the evidence and its hash.
import { stepWords } from "../step-words.ts";
import type { Block, ThreadStep } from "../report.ts";
import type { Composer } from "./composer.ts";
import type { ClaimEvidence } from "./document-input.ts";
import type { DocumentText } from "./model.ts";

/** One number, or none where the record is not in the release. */
export function claimNote(id: string, composer: Composer): readonly number[] {
  const block = blockOf(id, composer);
  const own = block?.title?.thread ?? [];
  if (block !== null && leadsAnywhere(own))
    return [composer.notes.number([...labelStep(block, composer), ...threadSteps(own, composer)])];
  const source = composer.input.claims.get(id);
  if (source === undefined) return [];
  const kind = composer.translator.t(`kind.${source.kind}.one`);
  const title = source.title === null ? null : composer.struck(source.title.text);
  const first =
    title === null ? composer.words(kind) : composer.say("documents.note.record", { kind, title });
  return [
    composer.notes.number([first, ...source.evidence.flatMap((each) => evidenceSteps(each, composer))]),
  ];
}

/** The note behind what a report says; none where its thread leads to the document or the case file alone. */
export function threadNote(thread: readonly ThreadStep[], composer: Composer): readonly number[] {
  return leadsAnywhere(thread) ? [composer.notes.number(threadSteps(thread, composer))] : [];
}

function leadsAnywhere(thread: readonly ThreadStep[]): boolean {
  return thread.some(({ kind }) => kind !== "document" && kind !== "statement");
}

function threadSteps(thread: readonly ThreadStep[], composer: Composer): readonly DocumentText[] {
  return thread.flatMap((step) => {
    const { label, text, sha256 } = stepWords(step, composer.translator);
    const words = composer.words(label === null ? text : `${label} · ${text}`);
    // Some steps end by naming the hash that follows.
    const hash = text.includes("SHA-256") ? (sha256 ?? "") : `SHA-256 ${sha256 ?? ""}`;
    return sha256 === null ? [words] : [words, composer.code(hash)];
  });
}

/** Its label, where its thread does not begin with it. */
function labelStep({ label, title }: Block, composer: Composer): readonly DocumentText[] {
  const [first] = title?.thread ?? [];
  const begins = first !== undefined && "label" in first && first.label === label;
  return label === null || begins ? [] : [composer.code(label)];
}

function evidenceSteps({ title, sha256 }: ClaimEvidence, composer: Composer): readonly DocumentText[] {
  const words = title === null ? [] : [composer.people(title)];
  return sha256 === null ? words : [...words, composer.code(`SHA-256 ${sha256}`)];
}

function blockOf(id: string, { input }: Composer): Block | null {
  for (const { blocks } of input.report?.sections ?? [])
    for (const block of blocks) if (block.record === id) return block;
  return null;
}
