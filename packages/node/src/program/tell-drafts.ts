// Tells the example's negotiated text by the road that people take: drafts are captured, somebody confirms which paragraph is
// which, reads each draft for each ask, and hands the adopted text over. What hangs on it is written together.
import type { Json, JsonObject, RecordId } from "@tocsin/core";
import { captureDraft, type DraftPage, type Workspace } from "@tocsin/workspace";
import type { ToldDraft, ToldDrafts, ToldOfParagraph } from "./read-drafts.ts";
import type { Together } from "./run-together.ts";
import { badExample } from "./told-json.ts";

export interface DraftsParts {
  readonly workspace: Workspace;
  readonly together: Together;
  readonly signal?: AbortSignal;
}

interface Captured {
  readonly record: RecordId;
  readonly paragraphs: DraftPage["paragraphs"];
}

/** What the acts are about, for those who write the rest. */
interface Room extends DraftsParts {
  readonly negotiation: RecordId;
  readonly told: ToldDrafts;
  readonly captured: ReadonlyMap<string, Captured>;
}

const lang = "en";
const said = (text: string): JsonObject => ({ text, lang });

export async function tellDrafts(parts: DraftsParts, told: ToldDrafts): Promise<RecordId> {
  const [negotiation] = await createAll(parts, "negotiation", [inWords(told.negotiation, ["title", "body"])]);
  if (negotiation === undefined) throw badExample("no negotiation was written");
  const captured = new Map<string, Captured>();
  for (const draft of told.drafts) captured.set(draft.key, await capture(parts, negotiation, draft));
  const room = { ...parts, negotiation, told, captured };
  await align(room);
  await readForAsks(room);
  await moveAndVote(room);
  await sayPositions(room);
  await handOver(room);
  return negotiation;
}

async function capture(
  { workspace, signal }: DraftsParts,
  negotiation: RecordId,
  { title, text, about: { givenBy, ...about } }: ToldDraft,
): Promise<Captured> {
  const { draft } = await captureDraft(workspace, {
    negotiation,
    bytes: new TextEncoder().encode(text),
    title: { text: title, lang },
    language: lang,
    ...about,
    ...(givenBy === undefined ? {} : { givenBy: { text: givenBy, lang } }),
    ...(signal ? { signal } : {}),
  });
  const { paragraphs } = (await workspace.ask("draft.page", { draft })) as DraftPage;
  return { record: draft, paragraphs };
}

/** As it was proposed: the example's paragraphs are told apart well. */
async function align({ together, told: { drafts, reader }, captured }: Room): Promise<void> {
  const pairs = drafts.slice(1).map(({ key }, at) => ({
    older: draftIn(captured, drafts[at]?.key ?? "").record,
    newer: draftIn(captured, key).record,
    by: said(reader),
  }));
  await together("draft.align", pairs);
}

async function readForAsks(room: Room): Promise<void> {
  const { negotiation, told, captured } = room;
  const asks = await createAll(
    room,
    "ask",
    told.asks.map(({ title, words, values }) => ({
      ...values,
      title: said(title),
      words: said(words),
      negotiation,
    })),
  );
  const dateOf = new Map(told.drafts.map(({ key, about }) => [key, about["dated"]]));
  await createAll(
    room,
    "ledgerEntry",
    told.asks.flatMap(({ readings }, at) => {
      const ask = asks[at];
      if (ask === undefined) return [];
      return readings.map(({ draft, standing, paragraphs, reasons }): JsonObject => {
        const when = dateOf.get(draft);
        return {
          ask,
          standing,
          draft: draftIn(captured, draft).record,
          paragraphs: paragraphs.map((each) => paragraphIn(captured, draft, each)),
          reasons: said(reasons),
          ...(when === undefined ? {} : { when }),
        };
      });
    }),
  );
}

async function moveAndVote(room: Room): Promise<void> {
  const { together, negotiation, told, captured } = room;
  const moved = told.amendments.map(({ values: { vote, ...values }, ...of }) => ({
    vote,
    values: linked(room, { values: inWords(values, ["title", "words", "effect"]), ...of }),
  }));
  const amendments = await createAll(
    room,
    "amendment",
    moved.map(({ values }) => values),
  );
  await together(
    "amendment.vote",
    moved.flatMap(({ vote }, at): readonly JsonObject[] => {
      const amendment = amendments[at];
      return typeof vote !== "string" || amendment === undefined ? [] : [{ amendment, written: said(vote) }];
    }),
  );
  await together(
    "sponsors.take",
    told.sponsors.map(({ draft, dated, line }) => ({
      negotiation,
      dated,
      line: said(line),
      draft: draftIn(captured, draft).record,
    })),
  );
}

/** Positions are said of the second draft; none of them is let out. */
async function sayPositions(room: Room): Promise<void> {
  const { told } = room;
  const second = told.drafts[1]?.key ?? null;
  await createAll(
    room,
    "position",
    told.positions.map(({ draft, values, paragraph }) =>
      linked(room, {
        draft: draft ?? second,
        paragraph,
        values: inWords(values, ["delegation", "words", "source"]),
      }),
    ),
  );
  await createAll(
    room,
    "agreedLanguage",
    told.language.map(({ values, ...of }) =>
      linked(room, { ...of, values: inWords(values, ["phrase", "agreedBy", "source"]) }),
    ),
  );
}

async function handOver({ workspace, told, captured }: Room): Promise<void> {
  const last = told.drafts.at(-1)?.key ?? "";
  await workspace.run("negotiation.hand-over", {
    draft: draftIn(captured, last).record,
    paragraphs: told.handOver.map((each) => paragraphIn(captured, last, each)),
    by: said(told.reader),
  });
}

async function createAll(
  { together }: DraftsParts,
  kind: string,
  all: readonly JsonObject[],
): Promise<readonly RecordId[]> {
  return together(
    "record.create",
    all.map((values) => ({ kind, values })),
  );
}

/** Texts of a file of the example are in its language. */
function inWords(values: JsonObject, texts: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Json] => [
      name,
      texts.includes(name) && typeof value === "string" ? said(value) : value,
    ]),
  );
}

function linked(
  { negotiation, captured }: Pick<Room, "negotiation" | "captured">,
  { draft, paragraph, values }: ToldOfParagraph,
): JsonObject {
  if (draft === null || paragraph === null) return { ...values, negotiation };
  return { ...values, negotiation, paragraph: paragraphIn(captured, draft, paragraph) };
}

function draftIn(captured: Room["captured"], key: string): Captured {
  const draft = captured.get(key);
  if (draft === undefined) throw badExample("a draft is lacking");
  return draft;
}

/** By its label, or by its first words where it has none. */
function paragraphIn(captured: Room["captured"], draft: string, named: string): RecordId {
  const found = draftIn(captured, draft).paragraphs.find(({ label, text }) =>
    label === null ? text.startsWith(named) : label === named,
  );
  if (found === undefined) throw badExample("a paragraph is lacking");
  return found.record;
}
