// A codebook is begun, gets codes, and changes what they mean: each change raises its edition, and the log keeps what was.
import type { Json, RecordId } from "@tocsin/core";
import {
  codebookCodeKind,
  codebookKind,
  command,
  create,
  code,
  flag,
  link,
  RecordsError,
  text,
  valuesOf,
  type Operation,
  type RecordState,
  type View,
} from "@tocsin/records";
import { starterCodes } from "@tocsin/voices";
import { stateOf } from "../state-of.ts";
import { integerIn, linkIn } from "../values.ts";

/** Begins a codebook; with `starter` it has the codes that the program comes with, in the language of the title. */
export const codebookBegin = command(
  "codebook.begin",
  { title: text({ required: true }), starter: flag() },
  async (_view, { title, starter = false }, { registry, newId, now }) => {
    const act = "codebook.begin";
    const { isCode } = registry;
    const codebook = newId();
    const values = { title, edition: 1, begun: new Date(now()).toISOString() };
    return [
      create(codebookKind, values, { record: codebook, act, isCode }),
      ...(starter ? starterCodes(title.lang) : []).map((each) =>
        create(codebookCodeKind, { ...each, codebook }, { record: newId(), act, isCode }),
      ),
    ];
  },
);

/** Throws `records.not-found`. */
export const codebookCode = command(
  "codebook.code",
  {
    codebook: link("codebook", { required: true }),
    family: code("codeFamilies", { required: true }),
    title: text({ required: true }),
    definition: text({ multiline: true }),
  },
  async (view, input, { registry, newId }) => {
    const act = "codebook.code";
    const book = await stateOf(view, input.codebook, "codebook");
    return [
      create(codebookCodeKind, input, { record: newId(), act, isCode: registry.isCode }),
      nextEdition(book, act),
    ];
  },
);

/** Says anew what a code is called or means. Throws `records.not-found`. */
export const codeRename = command(
  "codebook.rename",
  {
    code: link("codebookCode", { required: true }),
    title: text({ required: true }),
    definition: text({ multiline: true }),
  },
  async (view, { code: id, title, definition }) => {
    const act = "codebook.rename";
    const state = await stateOf(view, id, "codebookCode");
    const values = {
      title: { ...title },
      ...(definition === undefined ? {} : { definition: { ...definition } }),
    };
    return [changed(state, values, act), nextEdition(await bookOf(view, state), act)];
  },
);

/**
 * What was coded by one counts for the other from now on; nothing of what was coded changes. Throws `records.not-found`, and
 * `records.bad-input` for codes of two families or books, for one and the same, and where it would go in a circle.
 */
export const codeMerge = command(
  "codebook.merge",
  { code: link("codebookCode", { required: true }), into: link("codebookCode", { required: true }) },
  async (view, { code: id, into }) => {
    const act = "codebook.merge";
    const [from, to] = [await stateOf(view, id, "codebookCode"), await stateOf(view, into, "codebookCode")];
    const [one, other] = [valuesOf(from), valuesOf(to)];
    if (id === into || one["family"] !== other["family"] || one["codebook"] !== other["codebook"])
      throw new RecordsError("records.bad-input", "Cannot merge: two codes of one family are needed");
    if (await leadsTo(view, to, id))
      throw new RecordsError("records.bad-input", "Cannot merge: the other code went into this one");
    const values = { mergedInto: into, retired: true };
    return [changed(from, values, act), nextEdition(await bookOf(view, from), act)];
  },
);

async function leadsTo(view: View, from: RecordState, target: RecordId): Promise<boolean> {
  const seen = new Set<RecordId>();
  let next = linkIn(valuesOf(from)["mergedInto"]);
  while (next !== null && !seen.has(next)) {
    if (next === target) return true;
    seen.add(next);
    const state = await view.read(next);
    next = state === undefined ? null : linkIn(valuesOf(state)["mergedInto"]);
  }
  return false;
}

async function bookOf(view: View, state: RecordState): Promise<RecordState> {
  const id = linkIn(valuesOf(state)["codebook"]);
  if (id === null) throw new RecordsError("records.not-found", "Cannot find codebook of the code");
  return stateOf(view, id, "codebook");
}

function changed({ id }: RecordState, values: Readonly<Record<string, Json>>, act: string): Operation {
  const { name: kind, version } = codebookCodeKind;
  const patch = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }]));
  return { kind, version, record: id, act, patch };
}

function nextEdition(book: RecordState, act: string): Operation {
  const { name: kind, version } = codebookKind;
  const edition = (integerIn(valuesOf(book)["edition"]) ?? 1) + 1;
  return { kind, version, record: book.id, act, patch: { edition: { set: edition } } };
}
