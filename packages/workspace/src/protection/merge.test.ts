import { describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace } from "../small-workspace.fake.ts";

const en = (words: string): object => ({ text: words, lang: "en" });

describe("a merge", () => {
  it("keeps both records, carries what protects over to both, and is taken back whole", async () => {
    const small = await createSmallWorkspace();
    const [one, other] = [
      await small.create("person", { name: "Amina Diallo" }),
      await small.create("person", { name: "أمينة ديالو", flags: ["name-never"] }),
    ];
    await small.workspace.run("record.merge", { record: one, into: other });
    const page = await small.workspace.ask("record.show", { record: one });
    expect(page).toMatchObject({ id: one, values: { mergedInto: other } });
    for (const [record, into] of [
      [one, other],
      [other, one],
      [one, one],
    ])
      expect(await codeOf(() => small.workspace.run("record.merge", { record, into }))).toBe(
        "records.bad-input",
      );
    await small.workspace.run("record.unmerge", { record: one });
    expect(await small.workspace.ask("record.show", { record: one })).not.toHaveProperty("values.mergedInto");
    expect(await codeOf(() => small.workspace.run("record.unmerge", { record: one }))).toBe(
      "records.bad-input",
    );
    const incident = await small.create("incident", { title: en("x") });
    expect(await codeOf(() => small.workspace.run("record.merge", { record: one, into: incident }))).toBe(
      "records.bad-input",
    );
  });
});
