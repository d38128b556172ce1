// Words of hints that people write down count beside those of the program, until they are set aside.
import type { RecordId } from "@tocsin/core";
import { beforeEach, describe, expect, it } from "vitest";
import type { ComparedDrafts } from "../queries/draft-compare.ts";
import type { HintWordLists } from "../queries/hint-words.ts";
import type { Ledger } from "../queries/negotiation-ledger.ts";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { captureDraft } from "./capture-draft.ts";

let small: SmallWorkspace;
let negotiation: RecordId;
let drafts: { readonly older: RecordId; readonly newer: RecordId };
beforeEach(async () => {
  small = await createSmallWorkspace();
  negotiation = await small.create("negotiation", { title: "Example resolution" });
  const capture = async (text: string, dated: string): Promise<RecordId> => {
    const bytes = new TextEncoder().encode(text);
    const title = { text: "Example draft", lang: "en" };
    return (await captureDraft(small.workspace, { negotiation, bytes, title, language: "en", dated })).draft;
  };
  drafts = {
    older: await capture("1. Urges States to protect example lanterns at night;", "2026-01-01"),
    newer: await capture(
      "1. Recommends that States protect example lanterns at night, as appropriate, if feasible;",
      "2026-02-01",
    ),
  };
});

const hints = async () => {
  const { rows } = (await small.workspace.ask("draft.compare", drafts)) as ComparedDrafts;
  return rows.flatMap((row) => row.hints.map(({ kind, words }) => [kind, words]));
};
const english = async () =>
  ((await small.workspace.ask("hint.words", { language: "en-US" })) as HintWordLists).lists[0];

describe("words of hints", () => {
  it("are those of the program where nobody wrote any down, and say that nobody outside checked them", async () => {
    expect(await hints()).toEqual([["qualifier-added", "as appropriate"]]);
    const list = await english();
    expect(list?.ladder.map((step) => step.length > 0)).toEqual([true, true, true, true, true]);
    expect(list?.ladder.flat().every(({ record, checked }) => record === null && !checked)).toBe(true);
  });

  it("count beside them in comparisons and in the ledger, with their source, until they are set aside", async () => {
    const verb = await small.create("hintWord", {
      words: "Recommends",
      language: "en",
      role: "verb",
      step: 4,
      source: "Example source",
      checked: true,
    });
    await small.create("hintWord", { words: "if feasible", language: "en", role: "qualifier" });
    await small.create("hintWord", { words: "as appropriate", language: "en", role: "unused" });
    const own = [
      ["weaker-verb", "Recommends"],
      ["qualifier-added", "if feasible"],
    ];
    expect(await hints()).toEqual(own);
    const words = "Urges States to protect example lanterns at night";
    await small.create("ask", { title: "Lanterns", negotiation, words });
    const { asks } = (await small.workspace.ask("negotiation.ledger", { negotiation })) as Ledger;
    const alike = asks[0]?.cells.at(-1)?.alike?.hints.map(({ kind, words: said }) => [kind, said]);
    expect(alike).toEqual(own);
    const list = await english();
    const line = { words: "Recommends", record: verb, source: "Example source", checked: true };
    expect(list?.ladder[3]).toContainEqual(line);
    expect(list?.unused).toMatchObject([{ words: "as appropriate", source: null, checked: false }]);
    await small.workspace.run("record.change", { record: verb, patch: { setAside: { set: true } } });
    expect(await hints()).toEqual(own.slice(1));
  });
});
