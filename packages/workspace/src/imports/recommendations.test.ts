import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import type { EngagementLine } from "../queries/engagement-list.ts";
import { createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import { parseMapping } from "./mapping.ts";

interface Import {
  readonly file: string;
  readonly mapping: string;
  readonly dryRun?: boolean;
}

function take(workspace: Workspace, { file, mapping, dryRun = false }: Import): Promise<ImportedTable> {
  const text = readFileSync(resolve(`examples/mappings/${mapping}.json`), "utf8");
  const files = [{ name: basename(file), bytes: readFileSync(resolve(file)) }];
  return importTable(workspace, {
    files,
    mapping: parseMapping(JSON.parse(text), workspace.registry),
    dryRun,
    sha256: sha256Of,
  });
}

const json = { file: "examples/tables/recommendations-made-up.json", mapping: "uhri" };
const list = { file: "examples/tables/recommendations-made-up.csv", mapping: "upr" };
const recommendationsIn = async ({ view }: Workspace) => (await allOf(view, "recommendation")).map(valuesOf);

function told({ problems }: ImportedTable): readonly string[] {
  return problems.map(({ row, heading, reason, effect }) => `${row} ${heading} ${reason} ${effect}`);
}

describe("recommendations that come in", () => {
  it("from JSON are kept but for the broken ones, and each broken one is told by its place", async () => {
    const { workspace } = await createSmallWorkspace();
    const dry = await take(workspace, { ...json, dryRun: true });
    const done = await take(workspace, json);
    expect(told(done)).toEqual(told(dry));
    expect(told(done)).toEqual([
      "4 M bad-item kept",
      "4  missing record-left-out",
      "5 Countries unknown-value kept",
      "6 PublicationDate not-a-date kept",
      "7  missing record-left-out",
    ]);
    expect(done.records).toEqual({ recommendation: 5 });
    const found = await recommendationsIn(workspace);
    expect(found.find(({ body }) => body === "CCPR")).toMatchObject({
      words: { text: "Refrain from internet shutdowns during elections.", lang: "en" },
      countries: ["FR", "KR"],
      when: "2025-03-04",
      themes: ["Freedom of opinion and expression & access to information", "Right to privacy"],
      persons: ["Human rights defenders"],
      goals: ["16"],
    });
  });

  it("are known again when the same file comes once more", async () => {
    const { workspace } = await createSmallWorkspace();
    await take(workspace, json);
    const again = await take(workspace, json);
    expect([again.table, again.records]).toEqual([null, {}]);
    expect(await recommendationsIn(workspace)).toHaveLength(5);
  });

  it("from a thematic list have the answer and the category, and what is neither is told", async () => {
    const { workspace } = await createSmallWorkspace();
    const done = await take(workspace, list);
    expect(told(done)).toEqual([
      "4  missing record-left-out",
      "5 Date not-a-date kept",
      "5 Response unknown-value kept",
      "5 Action category unknown-value kept",
    ]);
    const found = await recommendationsIn(workspace);
    expect(found.map(({ response, actionCategory }) => [response, actionCategory])).toEqual(
      expect.arrayContaining([
        ["accepted", 5],
        ["noted", 2],
        [undefined, undefined],
      ]),
    );
    expect(found).toHaveLength(3);
  });

  it("suggest commitments by what they say, and a person alone holds them against one", async () => {
    const { workspace } = await createSmallWorkspace();
    await workspace.run("commitment.load", {});
    await take(workspace, json);
    const { rows } = await workspace.view.list({ kind: "recommendation" });
    const shutdown = rows.find(({ label }) => label.startsWith("Refrain"));
    const ask = async () =>
      (await workspace.ask("engagement.list", { record: shutdown?.id })) as readonly EngagementLine[];
    const suggested = await ask();
    expect(suggested.map(({ reference, rules, isHeld }) => [reference, rules, isHeld])).toEqual([
      ["C-SHUT-1", ["recommendation.shutdowns"], false],
    ]);
    await expect(workspace.run("record.engage", { record: shutdown?.id })).rejects.toMatchObject({
      code: "records.bad-input",
    });
    const decide = (decision: string) =>
      workspace.run("engagement.decide", {
        record: shutdown?.id,
        commitment: suggested[0]?.commitment,
        decision,
        reason: { text: "It names them.", lang: "en" },
      });
    await decide("added");
    expect((await ask()).map(({ isHeld }) => isHeld)).toEqual([true]);
    await decide("refused");
    expect((await ask()).map(({ isHeld, decision }) => [isHeld, decision?.decision])).toEqual([
      [false, "refused"],
    ]);
  });
});
