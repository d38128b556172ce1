// Answers are coded: a person gives a code to a stretch of the original. What a machine suggested counts for nothing until a
// person accepted it, and what was taken away stays in the log.
import type { RecordId } from "@tocsin/core";
import {
  code,
  codingKind,
  codingSheetKind,
  command,
  create,
  flag,
  integer,
  link,
  RecordsError,
  segmentKind,
  string,
  text,
  valuesOf,
  type LanguageText,
  type Operation,
  type Patch,
  type RecordState,
  type View,
} from "@tocsin/records";
import { anchorAt } from "@tocsin/voices";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { flagIn, integerIn, linkIn, linksIn, textIn } from "../values.ts";
import { bookHead } from "../voices/codebooks.ts";
import { readOriginal, standsIn, type Original } from "../voices/originals.ts";

/**
 * `start` and `end` are places in the original in code points, the end not included, and `quote` is what stands there.
 * `origin` is `person` unless said otherwise. Throws `records.not-found`, `records.bad-input` for a stretch that holds nothing or
 * without a name, and `workspace.other-original` where other words stand there.
 */
export const segmentCode = command(
  "segment.code",
  {
    answer: link("contributionAnswer", { required: true }),
    start: integer({ required: true }),
    end: integer({ required: true }),
    quote: string({ required: true }),
    code: link("codebookCode", { required: true }),
    coder: text({ required: true, sensitive: true }),
    against: flag(),
    origin: code("codingOrigins"),
  },
  async (view, input, { registry, newId, now }) => {
    const act = "segment.code";
    const { isCode } = registry;
    if (input.coder.text.trim() === "") throw refused("a name is needed");
    const original = await readOriginal(view, input.answer);
    const anchor = anchorAt(original.text, input.start, input.end);
    if (anchor === null) throw refused("the stretch holds nothing");
    if (anchor.quote !== input.quote)
      throw new WorkspaceError("workspace.other-original", "Cannot code: other words stand there");
    const edition = await editionOf(view, await stateOf(view, input.code, "codebookCode"));
    const known = await segmentAt(view, original, anchor);
    const segment = known?.id ?? newId();
    const { quote, before, after, ...place } = anchor;
    const values = {
      ...place,
      ...(before.trim() === "" ? {} : { before }),
      ...(after.trim() === "" ? {} : { after }),
      quote: { text: quote, lang: original.lang },
      answer: input.answer,
      digest: original.digest,
    };
    const { origin = "person", against = false } = input;
    const counting = origin === "person" ? countsFor(against, original.contribution) : {};
    return [
      ...(known === null ? [create(segmentKind, values, { record: segment, act, isCode })] : []),
      create(
        codingKind,
        {
          segment,
          code: input.code,
          answer: input.answer,
          coder: input.coder,
          origin,
          against,
          edition,
          when: new Date(now()).toISOString(),
          ...counting,
        },
        { record: newId(), act, isCode },
      ),
    ];
  },
);

function refused(why: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot code: ${why}`);
}

async function editionOf(view: View, state: RecordState): Promise<number> {
  const book = linkIn(valuesOf(state)["codebook"]);
  return book === null ? 1 : bookHead(await stateOf(view, book, "codebook")).edition;
}

async function segmentAt(
  view: View,
  { answer }: Original,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<RecordState | null> {
  const segments = await view.linked(answer, { kind: "segment", field: "answer" });
  return (
    segments.find((state) => {
      const values = valuesOf(state);
      return integerIn(values["start"]) === start && integerIn(values["end"]) === end;
    }) ?? null
  );
}

function countsFor(against: boolean, contribution: RecordId | null): { readonly counts?: RecordId } {
  return contribution === null || against ? {} : { counts: contribution };
}

/** A person takes a suggestion on as theirs: from now on it counts. Throws as `segmentCode`. */
export const codingAccept = command(
  "coding.accept",
  { coding: link("coding", { required: true }), by: text({ required: true, sensitive: true }) },
  async (view, { coding, by }) => {
    if (by.text.trim() === "") throw refused("a name is needed");
    const state = await stateOf(view, coding, "coding");
    const values = valuesOf(state);
    const answer = linkIn(values["answer"]);
    const segment = linkIn(values["segment"]);
    if (answer === null || segment === null || values["removed"] !== undefined)
      throw refused("it was taken away");
    const original = await readOriginal(view, answer);
    if (standsIn(valuesOf(await stateOf(view, segment, "segment")), original) !== "fits")
      throw new WorkspaceError("workspace.other-original", "Cannot accept: other words stand there");
    const counting = countsFor(flagIn(values["against"]) === true, original.contribution);
    const patch: Patch = {
      acceptedBy: { set: { ...by } },
      ...Object.fromEntries(Object.entries(counting).map(([name, id]) => [name, { set: id }])),
    };
    return [changed(state, patch, "coding.accept")];
  },
);

/** It counts no more; that it was given stays known. Throws `records.not-found`. */
export const codingRemove = command(
  "coding.remove",
  { coding: link("coding", { required: true }) },
  async (view, { coding }, { now }) => {
    const state = await stateOf(view, coding, "coding");
    const patch: Patch = {
      removed: { set: new Date(now()).toISOString() },
      counts: { clear: true },
    };
    return [changed(state, patch, "coding.remove")];
  },
);

function changed({ id }: RecordState, patch: Patch, act: string): Operation {
  const { name: kind, version } = codingKind;
  return { kind, version, record: id, act, patch };
}

/** A coder has been through an answer: what they gave no code in is a decision from now on. Throws `records.not-found`. */
export const codingRead = command(
  "coding.read",
  {
    answer: link("contributionAnswer", { required: true }),
    codebook: link("codebook", { required: true }),
    coder: text({ required: true, sensitive: true }),
  },
  async (view, { answer, codebook, coder }, { registry, newId, now }) => {
    const act = "coding.read";
    if (coder.text.trim() === "") throw refused("a name is needed");
    const { questionnaire } = await readOriginal(view, answer);
    await stateOf(view, codebook, "codebook");
    if (questionnaire === null) throw refused("the answer is to no questionnaire");
    const known = await sheetOf(view, { questionnaire, codebook, coder });
    if (known === null) {
      const values = { questionnaire, codebook, coder, read: [answer], begun: new Date(now()).toISOString() };
      return [create(codingSheetKind, values, { record: newId(), act, isCode: registry.isCode })];
    }
    if (linksIn(valuesOf(known)["read"]).includes(answer)) return [];
    const { name: kind, version } = codingSheetKind;
    return [{ kind, version, record: known.id, act, patch: { read: { add: [answer] } } }];
  },
);

interface OfSheet {
  readonly questionnaire: RecordId;
  readonly codebook: RecordId;
  readonly coder: LanguageText;
}

async function sheetOf(view: View, { questionnaire, codebook, coder }: OfSheet): Promise<RecordState | null> {
  const sheets = await view.linked(questionnaire, { kind: "codingSheet", field: "questionnaire" });
  return (
    sheets.find((state) => {
      const values = valuesOf(state);
      return linkIn(values["codebook"]) === codebook && textIn(values["coder"])?.text === coder.text;
    }) ?? null
  );
}
