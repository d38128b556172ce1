import type { RecordId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { documentTemplates } from "@tocsin/publish";
import { beforeEach, describe, expect, it } from "vitest";
import type { StateRecords } from "../queries/document-of-state.ts";
import type { DocumentPage } from "../queries/document-page.ts";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import { previewDraft } from "./publish-draft.ts";

let small: SmallWorkspace;
beforeEach(async () => {
  small = await createSmallWorkspace();
});

const inA = { where: { country: "XA" } };
const create = (kind: string, values: Parameters<SmallWorkspace["create"]>[1]): Promise<RecordId> =>
  small.create(kind, values);

async function begin(
  template: string,
  records: readonly RecordId[],
  more: object = {},
): Promise<{ readonly draft: RecordId; readonly page: DocumentPage }> {
  const title = { text: "A draft", lang: "en" };
  const draft = await small.make("document.begin", { title, language: "en", template, records, ...more });
  const page = (await small.workspace.ask("document.page", { document: draft })) as DocumentPage;
  return { draft, page };
}

const restsOf = ({ parts }: DocumentPage): Readonly<Record<string, readonly RecordId[]>> =>
  Object.fromEntries(
    parts.flatMap(({ name, written }) => {
      const records = written.flatMap((each) => each.records);
      return records.length === 0 ? [] : [[name, records]];
    }),
  );

describe("a draft begun from records", () => {
  it("rests on each of them once, in the part that tells of its kind", async () => {
    const incident = await create("incident", { title: "A search", ...inA });
    const measure = await create("measure", { title: "A purchase", country: "XA" });
    const commitment = await create("commitment", { title: "A promise" });
    const { page } = await begin("shadow-report", [incident, measure, commitment, incident]);
    expect(restsOf(page)).toEqual({
      examples: [incident],
      "state-measures": [measure],
      "by-commitment": [commitment],
    });
    expect(page.evidence.map(({ label }) => label).toSorted()).toEqual([
      "A promise",
      "A purchase",
      "A search",
    ]);
  });

  it.each(documentTemplates.map(({ name }) => name))("has a place for every kind in %s", async (template) => {
    const records = [
      await create("case", { title: "A case" }),
      await create("incident", { title: "A search" }),
      await create("measure", { title: "A purchase" }),
      await create("commitment", { title: "A promise" }),
      await create("source", { title: "A witness" }),
    ];
    const { page } = await begin(template, records);
    expect(Object.values(restsOf(page)).flat().toSorted()).toEqual(records.toSorted());
  });

  it("is about what all of them say alike, and about nothing that they do not", async () => {
    const [one, other] = [await create("case", { title: "One" }), await create("case", { title: "Other" })];
    const first = await create("incident", { title: "First", case: one, ...inA });
    const second = await create("incident", { title: "Second", case: one, where: { country: "XB" } });
    const third = await create("incident", { title: "Third", case: other, ...inA });
    const subjects = async (records: readonly RecordId[], more = {}) => {
      const { page } = await begin("review-submission", records, more);
      return [page.subjects.map(({ label }) => label), page.country];
    };
    expect(await subjects([first, second])).toEqual([["One"], null]);
    expect(await subjects([first, third])).toEqual([[], "XA"]);
    expect(await subjects([first, one])).toEqual([["One"], "XA"]);
    expect(await subjects([second, third], { country: "XC" })).toEqual([[], "XC"]);
    const suit = await create("proceeding", { title: "The suit", case: one });
    const { page } = await begin("slapp-brief", [suit]);
    expect(page.subjects.map(({ label }) => label)).toEqual(["One", "The suit"]);
  });

  it("makes notes of them behind what is written, once something is", async () => {
    const incident = await create("incident", { title: "A search without a warrant" });
    const { draft } = await begin("open-letter", [incident]);
    const translator = createTranslator("en", await loadCatalogues("en"));
    const tool = { name: "Tocsin", version: "0.1.0" };
    const notes = async (): Promise<string> => {
      const { document } = await previewDraft(small.workspace, {
        document: draft,
        translator,
        tool,
        sha256: () => "0".repeat(64),
      });
      return JSON.stringify(document.notes);
    };
    expect(await notes()).not.toContain("A search without a warrant");
    const text = { text: "They searched.", lang: "en" };
    await small.make("document.write", { document: draft, part: "letter", text });
    expect(await notes()).toContain("A search without a warrant");
  });

  it("is refused with records that are not there, and with more than anybody chose", async () => {
    const incident = await create("incident", { title: "A search" });
    const gone = `${incident.slice(0, -1)}${incident.endsWith("0") ? "1" : "0"}` as RecordId;
    expect(await codeOf(() => begin("open-letter", [gone]))).toBe("records.bad-input");
    const many = await Promise.all(
      Array.from({ length: 201 }, (_each, at) => create("commitment", { title: `Promise ${at}` })),
    );
    expect(await codeOf(() => begin("open-letter", many))).toBe("records.bad-input");
    expect(await small.workspace.view.count("document")).toBe(0);
  });
});

describe("document.of-state", () => {
  it("gives the incidents and measures of a State with their cases and commitments, and nothing of another", async () => {
    const promise = await create("commitment", { title: "A promise" });
    const own = await create("case", { title: "Own" });
    const commitments = [promise];
    await create("incident", { title: "Here", case: own, commitments, ...inA });
    await create("incident", { title: "There", commitments, where: { country: "XB" } });
    await create("measure", { title: "A purchase", country: "XA", commitments });
    const asked = (await small.workspace.ask("document.of-state", { country: "XA" })) as StateRecords;
    expect(asked.map(({ kind, total, records }) => [kind, total, records.map(({ label }) => label)])).toEqual(
      [
        ["case", 1, ["Own"]],
        ["incident", 1, ["Here"]],
        ["measure", 1, ["A purchase"]],
        ["commitment", 1, ["A promise"]],
      ],
    );
    expect(await small.workspace.ask("document.of-state", { country: "XC" })).toEqual([]);
  });
});
