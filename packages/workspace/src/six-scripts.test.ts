import type { RecordId } from "@tocsin/core";
import type { SearchHit } from "@tocsin/records";
import { beforeAll, describe, expect, it } from "vitest";
import { exportRecords } from "./export-records.ts";
import type { RecordPage } from "./queries/record-show.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

/** One made-up name as six scripts write it; the Arabic and the Persian one carry marks of direction and a joiner. */
const names = [
  { text: "Ādel Example-Néstor", lang: "fr" },
  { text: "\u200fعادل المثال\u200f", lang: "ar" },
  { text: "عادل\u200cنمونه‌ی گیلانی", lang: "fa" },
  { text: "Адель Примеров", lang: "ru" },
  { text: "示例阿德尔", lang: "zh" },
  { text: "아델 보기", lang: "ko" },
];

/** What somebody types who knows one of them, as a keyboard without marks gives it. */
const asked = [
  ["Latin, without accents", "adel nestor"],
  ["Arabic, without marks", "عادل المثال"],
  ["Persian, with the Arabic letters for k and y", "گيلاني"],
  ["Cyrillic", "примеров"],
  ["Han, from the middle", "阿德尔"],
  ["Hangul", "보기"],
] as const;

describe("a name in six scripts", () => {
  let small: SmallWorkspace;
  let person: RecordId;
  beforeAll(async () => {
    small = await createSmallWorkspace();
    person = await small.create("person", { name: names[0]?.text ?? "", names: names.slice(1) });
    await small.create("person", { name: "Somebody Else" });
  });

  it("is kept character by character, marks and all", async () => {
    const { values } = (await small.workspace.ask("record.show", { record: person })) as RecordPage;
    expect(values["names"]).toEqual(expect.arrayContaining(names.slice(1)));
    expect(values["names"]).toHaveLength(5);
  });

  it.each(asked)("is found by what somebody types: %s", async (_name, words) => {
    const hits = (await small.workspace.ask("search", { words })) as readonly SearchHit[];
    expect(hits.map(({ id }) => id)).toEqual([person]);
  });

  it("leaves in a table with every script, and the marks shown", async () => {
    const uses = ["documentation", "sharing"];
    await small.create("consent", { scope: "Naming", person, uses, given: "2026-01-01" });
    const { bytes } = await exportRecords(small.workspace, {
      kind: "person",
      audience: "partner",
      format: "csv",
      approvedBy: { text: "B. Name", lang: "en" },
      sha256: sha256Of,
    });
    const table = new TextDecoder().decode(bytes);
    for (const word of ["Example-Néstor", "عادل المثال", "گیلانی", "Примеров", "示例阿德尔", "아델 보기"])
      expect(table).toContain(word);
  });
});
