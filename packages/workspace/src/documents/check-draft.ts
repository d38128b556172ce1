// A draft held against its template with the words that records put into it, and against the names that may not leave. Nothing
// is written, and no edition is made.
import { foldForSearch } from "@tocsin/language";
import {
  blockTexts,
  checkDocument,
  composeDocument,
  countWritten,
  createNameFinder,
  type DocumentCheck,
  type DocumentModel,
  type NameFinder,
} from "@tocsin/publish";
import type { RecordId } from "@tocsin/core";
import type { CaseFile } from "../case-file.ts";
import { labelOf } from "../label-of.ts";
import type { Workspace } from "../workspace.ts";
import { draftOf, writtenParts, type Draft } from "./draft.ts";
import { factsOf, filledBy } from "./facts.ts";
import { gather, type Gathered, type GatherOptions, type HiddenNames } from "./gather.ts";

export interface CheckDraftOptions extends Pick<GatherOptions, "translator" | "tool" | "signal"> {
  readonly document: RecordId;
}

export interface DraftCheck {
  readonly check: DocumentCheck;
  /** By name of the part, the words that records put into it. */
  readonly filled: Readonly<Record<string, number>>;
  readonly mentions: readonly Mention[];
}

/** Somebody whose name stands in what people wrote, and will not leave. */
export interface Mention {
  /** Name of the part. */
  readonly part: string;
  /** Null where it cannot be told whose name it is. */
  readonly who: { readonly record: RecordId; readonly kind: string; readonly label: string } | null;
}

/** Throws as `draftOf` and `composeDocument`. */
export async function checkDraft(workspace: Workspace, options: CheckDraftOptions): Promise<DraftCheck> {
  const draft = await draftOf(workspace.view, options.document);
  const gathered = await gather(workspace, draft, { ...options, release: null, approvedBy: null });
  const document = composeDocument(gathered.input, options.translator);
  return {
    check: checkOf(draft, gathered, document),
    filled: Object.fromEntries(wordsFilled(draft, gathered.file, document)),
    mentions: await mentionsIn(workspace, draft, gathered),
  };
}

function finderOf(record: RecordId, forms: readonly string[], { wholly, shown }: HiddenNames): NameFinder {
  return wholly.has(record) ? createNameFinder([], { phrases: forms }) : createNameFinder(forms, { shown });
}

async function mentionsIn(
  { view, registry }: Workspace,
  draft: Draft,
  { input, hidden }: Gathered,
): Promise<readonly Mention[]> {
  const found: { readonly part: string; readonly record: RecordId | null }[] = [];
  for (const [part, texts] of writtenParts(draft)) {
    const text = texts.map((each) => each.text).join("\n");
    if (!input.finder.has(text)) continue;
    const folded = foldForSearch(text).join(" ");
    const named = [...hidden.byRecord].filter(
      ([record, forms]) =>
        // Most of thousands of names are ruled out by this alone.
        forms.some((form) => foldForSearch(form).some((word) => folded.includes(word))) &&
        finderOf(record, forms, hidden).has(text),
    );
    found.push(...named.map(([record]) => ({ part, record })));
    if (named.length === 0) found.push({ part, record: null });
  }
  const states = await view.readMany([...new Set(found.flatMap(({ record }) => record ?? []))]);
  const byId = new Map(states.map((state) => [state.id, state]));
  return found.map(({ part, record }) => {
    const state = record === null ? undefined : byId.get(record);
    const who = state && { record: state.id, kind: state.kind, label: labelOf(registry, state) };
    return { part, who: who ?? null };
  });
}

/** With the words of records, which only stand in the composed document. Notes do not count. */
export function checkOf(draft: Draft, { file, withheld }: Gathered, document: DocumentModel): DocumentCheck {
  return checkDocument(draft.template, {
    language: draft.language,
    written: writtenParts(draft),
    filled: wordsFilled(draft, file, document),
    facts: factsOf(draft, file),
    consents: withheld.map(({ person, reason }) => ({ record: person, reason })),
    limits: draft.limits,
  });
}

/** By name of the part, the words that records put into it. */
function wordsFilled(
  draft: Draft,
  file: CaseFile | null,
  document: DocumentModel,
): ReadonlyMap<string, number> {
  const written = writtenParts(draft);
  const fills = filledBy(draft, file);
  return new Map(
    document.parts.flatMap(({ name, blocks }): [string, number][] => {
      const part = draft.template.parts.find((each) => each.name === name);
      if (part === undefined || part.fill.from === "people") return [];
      const texts = blocks.flatMap(blockTexts);
      const all = texts.reduce((sum, { text, language }) => sum + countWritten(text, language), 0);
      const own = (written.get(name) ?? []).reduce(
        (sum, { text, language }) => sum + countWritten(text, language),
        0,
      );
      // What says that nothing has been written yet stands in a part that nothing fills.
      return fills.has(name) ? [[name, Math.max(0, all - own)]] : [];
    }),
  );
}
