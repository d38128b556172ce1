// What the example shows of a consultation: four languages, consent unevenly given, two coders, and a matrix that is filled.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RecordId } from "@tocsin/core";
import { codebookKind, questionnaireKind, valuesOf } from "@tocsin/records";
import type { CodingMatrix, CodingAgreement, QuestionnairePage } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeExample } from "./make-example.ts";
import type { OpenProgram } from "./open-program.ts";
import { readVoices } from "./read-voices.ts";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");

describe.skipIf(!existsSync(worker))("the example's consultation", () => {
  let program: OpenProgram;
  let questionnaire: RecordId;
  let page: QuestionnairePage;

  beforeAll(async () => {
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    ({ program } = await makeExample({ inputs: "examples", worker, cost }));
    const { rows } = await program.workspace.view.list({ kind: questionnaireKind.name, limit: 2 });
    const [first] = rows;
    if (rows.length !== 1 || first === undefined) throw new Error("one questionnaire");
    questionnaire = first.id;
    page = (await program.workspace.ask("questionnaire.page", { questionnaire })) as QuestionnairePage;
  });

  afterAll(async () => {
    await program.close();
    rmSync(join(program.folder, ".."), { recursive: true });
  });

  it("has sixty contributions in four languages, at three workshops and on paper", async () => {
    expect(page.contributions).toHaveLength(60);
    const tally: Record<string, number> = {};
    for (const { writtenIn, carrier } of page.contributions)
      for (const each of [writtenIn, carrier]) tally[each] = (tally[each] ?? 0) + 1;
    expect(tally).toEqual({ en: 15, fr: 15, es: 15, ar: 15, workshop: 36, paper: 24 });
    const { rows } = await program.workspace.view.list({ kind: "contribution", limit: 200 });
    const states = await program.workspace.view.readMany(rows.map(({ id }) => id));
    const workshops = new Set(states.map((state) => JSON.stringify(valuesOf(state)["workshop"] ?? null)));
    expect(workshops.size).toBe(4);
  });

  it("has consent for some answers and not for others, some past their day, some taken back", async () => {
    expect(page.quotable).toBeGreaterThan(60);
    expect(page.answers - page.quotable).toBeGreaterThan(30);
    expect(page.ended).toBeGreaterThan(0);
    const { rows } = await program.workspace.view.list({ kind: "contributionAnswer", limit: 500 });
    const states = await program.workspace.view.readMany(rows.map(({ id }) => id));
    expect(states.filter((state) => valuesOf(state)["withdrawn"] !== undefined).length).toBeGreaterThan(2);
  });

  it("lets two coders agree well and not wholly", async () => {
    const { rows } = await program.workspace.view.list({ kind: codebookKind.name, limit: 1 });
    const codebook = rows[0]?.id;
    const agreement = (await program.workspace.ask("coding.agreement", {
      questionnaire,
      codebook,
    })) as CodingAgreement;
    expect(agreement.coders).toHaveLength(2);
    expect(agreement.answers).toBeGreaterThan(40);
    expect(agreement.alpha).toBeGreaterThan(0.7);
    expect(agreement.alpha).toBeLessThan(0.95);
  });

  it("fills the matrix of risks by practices, with cells that stay hidden and some that do not", async () => {
    const inside = (await program.workspace.ask("coding.matrix", { questionnaire })) as CodingMatrix;
    expect(inside.contributors).toBe(60);
    const counts = inside.cells.flat().map(({ contributors }) => contributors ?? 0);
    expect(counts.filter((count) => count >= 5).length).toBeGreaterThan(2);
    const left = (await program.workspace.ask("coding.matrix", {
      questionnaire,
      threshold: 5,
    })) as CodingMatrix;
    const shown = left.cells.flat().map(({ contributors }) => contributors);
    expect(shown.some((count) => count === null)).toBe(true);
    expect(shown.some((count) => count !== null && count >= 5)).toBe(true);
  });

  it("says of everything that it is invented", async () => {
    const told = await readVoices("examples");
    expect(told.asker).toContain("invented");
    for (const { role, group } of told.contributions) {
      expect(role).toMatch(/invent|مختلق/);
      expect(group.workshop ?? "invented").toContain("invented");
    }
  });
});
