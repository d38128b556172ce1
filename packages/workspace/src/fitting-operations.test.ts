import { encodeOperation } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import type { RecordPage } from "./queries/record-show.ts";
import { codeOf, createSmallWorkspace } from "./small-workspace.fake.ts";

/** As long as a field takes it: three bytes a character. */
const long = "録".repeat(21_000);
const text = (words: string): object => ({ text: words, lang: "zh" });

describe("long texts of one record", () => {
  it("are written together in one act, whatever script they are in, and taken back together", async () => {
    const small = await createSmallWorkspace();
    const values = { title: text("x"), narrative: text(long), defenceGrounds: text(long), means: text(long) };
    const { records } = await small.workspace.run("record.create", { kind: "incident", values });
    const [record] = records;
    const show = async (): Promise<RecordPage> =>
      (await small.workspace.ask("record.show", { record })) as RecordPage;
    expect((await show()).values).toEqual(values);
    const commits = new Set((await show()).history.map(({ commit }) => commit));
    expect(commits.size).toBe(1);
    const patch = { narrative: { clear: true }, means: { clear: true } };
    await small.workspace.run("record.change", { record, patch });
    await small.workspace.run("record.undo", { record });
    expect((await show()).values).toEqual(values);
  });

  it("are refused one by one where a field cannot hold them, and say so", async () => {
    const small = await createSmallWorkspace();
    for (const words of ["x".repeat(32_769), "録".repeat(22_000), "\u0001".repeat(11_000)]) {
      const values = { title: text("x"), narrative: text(words) };
      const code = await codeOf(() => small.workspace.run("record.create", { kind: "incident", values }));
      expect(code).toBe("records.too-long");
    }
  });

  it("of the longest kinds that a field takes fit into an operation", () => {
    for (const words of ["x".repeat(32_768), "録".repeat(21_503), "\u0001".repeat(10_751)]) {
      const patch = { narrativeOfTheLongestName: { set: { text: words, lang: "zh-Hant-TW" } } };
      const record = "0".repeat(26) as never;
      const operation = { kind: "proceeding", version: 10, record, act: "record.change", patch };
      expect(encodeOperation(operation).length).toBeLessThanOrEqual(65_536);
    }
  });
});
