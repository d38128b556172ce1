import { bytesOf, makePdf, makePng } from "@tocsin/formats/fakes";
import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { addEvidence, type EvidenceSource } from "../evidence.ts";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { findWordsOf, type FindWords } from "./find-words.ts";

const region = { x: 1, y: 2, width: 3, height: 4 };

/** A reader of pages that all hold one text: a box for each phrase that stands in it. */
function readerOf(text: string): FindWords {
  return async (_, phrases) => ({
    boxes: phrases.flatMap((each, phrase) => (text.includes(each) ? [{ phrase, page: 1, region }] : [])),
    counts: phrases.map((each) => (text.includes(each) ? 1 : 0)),
    pages: 1,
    unread: 0,
    isCut: false,
    text,
  });
}

async function take({ workspace }: SmallWorkspace, bytes: Uint8Array): Promise<RecordId> {
  const source: EvidenceSource = {
    mediaType: "application/pdf",
    original: null,
    async *stream() {
      yield bytes;
    },
    listing: () => null,
  };
  return (await addEvidence(workspace, source, { about: { title: { text: "A letter", lang: "en" } } }))
    .record;
}

const pdf = (): Uint8Array => makePdf({ words: ["x"], author: "a", file: "f", note: "n", trailing: "" });

describe("words to be covered", () => {
  it("are proposed with every name that stands there and that a public release withholds, as it is written", async () => {
    const small = await createSmallWorkspace();
    await small.create("person", { name: "Wanda Examplova" });
    await small.create("person", { name: "Nobody Here" });
    const evidence = await take(small, pdf());
    const find = readerOf("EXAMPLOVA, Wanda wrote. Later Examplova left.");
    const found = await findWordsOf(small.workspace, {
      evidence,
      phrases: ["wrote"],
      withNames: true,
      find,
    });
    expect(found.phrases).toEqual(["wrote", "EXAMPLOVA, Wanda", "Examplova"]);
    expect(found.counts).toEqual([1, 1, 1]);
    expect(found).not.toHaveProperty("text");
    const typed = await findWordsOf(small.workspace, { evidence, phrases: ["wrote"], find });
    expect(typed.phrases).toEqual(["wrote"]);
  });

  it("are not looked for in a picture, which counts as a page that is not read; nothing is no word", async () => {
    const small = await createSmallWorkspace();
    const find = readerOf("");
    const picture = await take(small, makePng({ width: 2, height: 2, colour: () => [0, 0, 0] }));
    const order = { evidence: picture, phrases: ["a"], find };
    expect(await findWordsOf(small.workspace, order)).toMatchObject({ counts: [0], unread: 1 });
    for (const phrases of [[" "], ["a".repeat(201)], Array.from({ length: 51 }, () => "a")])
      await expect(findWordsOf(small.workspace, { ...order, phrases })).rejects.toMatchObject({
        code: "workspace.bad-region",
      });
    const other = await take(small, bytesOf("no picture"));
    await expect(findWordsOf(small.workspace, { ...order, evidence: other })).rejects.toMatchObject({
      code: "workspace.no-picture",
    });
  });
});
