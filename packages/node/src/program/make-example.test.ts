import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createTypesetter } from "../typst/typesetter.ts";
import { exampleSteps, makeExample } from "./make-example.ts";
import {
  publishCase,
  type CasePage,
  type HomePage,
  type LetterPage,
  type ThreadStep,
  type Workspace,
} from "@tocsin/workspace";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");
const cost = { memoryKib: 1024, passes: 1, lanes: 1 };

/** Signers that the file tells, each once: two of its lines are of one signer, and two of one that stands among the others. */
async function expectLetter(workspace: Workspace): Promise<void> {
  const { rows } = await workspace.view.list({ kind: "letter", limit: 5 });
  expect(rows).toHaveLength(1);
  const page = (await workspace.ask("letter.page", { letter: rows[0]?.id })) as LetterPage;
  const told: { readonly again: readonly unknown[] } = JSON.parse(
    readFileSync("examples/letter.json", "utf8"),
  );
  expect(page.standing).toEqual({
    stands: 197 + told.again.length,
    waiting: 4,
    "ask-again": 3,
    refused: 0,
    withdrawn: 0,
    merged: 0,
  });
  const inQueue = page.queue.map(({ signatures }) => signatures.length);
  expect(inQueue.reduce((sum, count) => sum + count - 1, 0)).toBe(told.again.length);
  expect(page.versions[0]?.texts.map(({ language }) => language)).toEqual(["en", "ar", "es", "fr"]);
}

describe.skipIf(!existsSync(worker))("the example, by the real road", () => {
  it("goes from evidence to a report whose every name is covered", async () => {
    const steps: string[] = [];
    const { program, case: caseId } = await makeExample({
      inputs: "examples",
      worker,
      cost,
      onStep: (step) => steps.push(step),
    });
    const { workspace } = program;
    const home = (await workspace.ask("home", {})) as HomePage;
    expect(home.counts).toMatchObject({ case: 17, evidence: 13, person: 38, consent: 19 });
    expect(home.counts["finding"]).toBeGreaterThan(3);
    await expectLetter(workspace);
    const page = (await workspace.ask("case.page", { case: caseId })) as CasePage;
    expect(
      page.road
        .map(({ count }) => count)
        .slice(0, 4)
        .every((count) => count > 0),
    ).toBe(true);
    const finding = page.timeline.find((entry) => entry.finding !== null);
    const thread = (await workspace.ask("thread", { record: finding?.record })) as readonly ThreadStep[];
    expect(thread.at(-1)?.label).toMatch(/^[0-9a-f]{64}$/);
    const translator = createTranslator("en", await loadCatalogues("en"));
    const published = await publishCase(workspace, {
      case: caseId,
      audience: "public",
      translator,
      tool: { name: "tocsin", version: "0.1.0" },
      approvedBy: "Example Approver",
      lang: "en",
      formats: ["pdf", "html", "json"],
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      typesetter: createTypesetter(),
    });
    expect(published.withheld).toHaveLength(1);
    const json = Buffer.from(published.json).toString();
    expect(json).toContain("Alex Example");
    expect(json).not.toContain("Robin Example");
    expect(
      Buffer.from(published.pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await program.close();
    const files = readdirSync(program.folder, { recursive: true, encoding: "utf8" });
    const marked = files.filter((name) => {
      try {
        return /Alex Example|water licences|example-bad/.test(
          readFileSync(join(program.folder, name), "latin1"),
        );
      } catch {
        return false;
      }
    });
    rmSync(join(program.folder, ".."), { recursive: true });
    expect(marked).toEqual([]);
    expect(steps).toEqual([...exampleSteps]);
  });
});
