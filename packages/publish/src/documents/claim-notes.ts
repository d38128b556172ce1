// The note behind a claim: the record that it rests on, and from there the evidence and its hash.
import { stepWords } from "../step-words.ts";
import type { Block, ThreadStep } from "../report.ts";
import type { Composer } from "./composer.ts";
import type { ClaimEvidence, ClaimSource } from "./document-input.ts";
import type { DocumentText } from "./model.ts";

/** One number, or none where the record is not in the release. */
export function claimNote(id: string, composer: Composer): readonly number[] {
  const block = blockOf(id, composer);
  const own = block?.title?.thread ?? [];
  if (block !== null && leadsAnywhere(own))
    return [composer.notes.number([...labelStep(block, composer), ...threadSteps(own, composer)])];
  const source = composer.input.claims.get(id);
  if (source === undefined) return [];
  if (source.isWithheld === true) return [composer.notes.number([composer.say("documents.note.unquoted")])];
  const kind = composer.translator.t(`kind.${source.kind}.one`);
  const title = titleOf(source, composer);
  const first =
    title === null ? composer.words(kind) : composer.say("documents.note.record", { kind, title });
  return [
    composer.notes.number([first, ...source.evidence.flatMap((each) => evidenceSteps(each, composer))]),
  ];
}

function titleOf({ key, title }: ClaimSource, composer: Composer): string | null {
  if (key !== undefined && composer.translator.has(key)) return composer.translator.t(key);
  return title === null ? null : composer.struck(title.text);
}

/**
 * The note behind what a report says; none where its thread leads to the document or the case file alone, or only to
 * entries of the document, which its rows name already.
 */
export function threadNote(thread: readonly ThreadStep[], composer: Composer): readonly number[] {
  const standing = (step: ThreadStep): boolean => "label" in step && composer.standing.has(step.label);
  const says = pruned(thread, composer).some((step) => isSubstance(step) && !standing(step));
  return says ? [composer.notes.number(threadSteps(thread, composer))] : [];
}

function leadsAnywhere(thread: readonly ThreadStep[]): boolean {
  return thread.some(isSubstance);
}

function isSubstance({ kind }: ThreadStep): boolean {
  return kind !== "document" && kind !== "statement";
}

/** Without what lies behind an entry that stands in the document: its own note says that. */
function pruned(thread: readonly ThreadStep[], { standing }: Composer): readonly ThreadStep[] {
  const top = Math.min(...thread.map(({ depth }) => depth));
  const isAlone = thread.filter(({ depth }) => depth === top).length === 1;
  let behind = Infinity;
  return thread.filter((step) => {
    if (step.depth > behind) return false;
    const stands = "label" in step && standing.has(step.label);
    behind = stands && !(isAlone && step.depth === top) ? step.depth : Infinity;
    return true;
  });
}

function threadSteps(thread: readonly ThreadStep[], composer: Composer): readonly DocumentText[] {
  return pruned(thread, composer).flatMap((step) => {
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
