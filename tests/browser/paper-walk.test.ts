// An answer on paper, typed in with the keyboard alone: the numbers of the paper, what a condition skips, consent for all and for one
// answer by itself, and the record that it makes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodePrimitives, createProgram } from "@tocsin/node";
import { loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { makeQuestionnaire } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusOn, pressOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults } from "./real-desk.ts";
import { startStory, type Teller } from "./story.ts";

describe.skipIf(chromiumPath() === undefined)("an answer on paper", { timeout: 3 * patience }, () => {
  let place: string;
  let questionnaire: string;
  let teller: Teller;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "tocsin-paper-"));
    const passphrase = "a sentence for tests";
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    const program = await createProgram(join(place, "vault"), { passphrase, deviceName: "laptop", cost });
    const content = await loadBuiltInQuestionnaire("defenders-and-technology");
    if (content === null) throw new Error("the questionnaire of the program is not whole");
    const made = await makeQuestionnaire(program.workspace, {
      content: questionnaireToJson(content),
      from: "Example Organisation",
      recipients: [],
      primitives: createNodePrimitives(),
    });
    questionnaire = made.record;
    await program.close();
    const vault = { TOCSIN_VAULT: join(place, "vault"), TOCSIN_PASSPHRASE: passphrase };
    teller = await startStory({ locale: "en", width: 1360, vault });
  }, 2 * patience);
  afterAll(async () => {
    await teller.close();
    await rm(place, { recursive: true });
  });

  const go = async (part: string): Promise<void> => {
    await teller.page.evaluate(`location.hash = "#/questionnaire/${questionnaire}/${part}"`);
  };

  it("stands on a sheet with the numbers that are typed later", async () => {
    const { page } = teller;
    await go("paper");
    await page.getByText("Only if:").first().waitFor();
    expect(await page.getByText("3 = 1 / 3").count()).toBe(1);
    expect(await page.getByRole("heading", { name: /^6\.1 / }).count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });

  it("is typed in, skipped where it is not asked, and saved with its consent", async () => {
    const { page } = teller;
    await go("enter");
    await focusOn(page, page.getByLabel(/^Typed in by/));
    await page.keyboard.type("Example Typist");
    await page.keyboard.press("Tab");
    await focusOn(page, page.getByLabel(/^Day of the answer, by the clock of whoever answered/));
    await page.keyboard.type("2026-11-20");
    await page.getByText("Not asked, for this does not hold:").first().waitFor();
    await focusOn(page, page.getByLabel(/^3 In the last/));
    await page.keyboard.type("9");
    await page.getByText("Not a number that stands on the sheet").waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("1");
    await page.getByLabel(/^4 What was it/).waitFor();
    await page.keyboard.press("Enter");
    const own = page.locator("input:focus, textarea:focus, select:focus");
    await own.waitFor();
    await focusOn(page, page.getByLabel(/^4 What was it/));
    await page.keyboard.type("1 3");
    await focusOn(page, page.getByLabel(/^7 What protects/));
    await page.keyboard.type("Example words from paper.");
    await focusOn(page, page.getByRole("checkbox", { name: /\(7\)/ }));
    await page.keyboard.press("Space");
    const quote = page.getByLabel("B · May the words be quoted?").first();
    await focusOn(page, quote);
    await page.keyboard.type("2");
    expect(await axeFaults(page)).toEqual([]);
    await pressOn(page, page.getByRole("button", { name: "Save and take the next sheet" }));
    await page.getByText("Write its number on the sheet").first().waitFor();
    const made = await teller.page.evaluate(async (id) => {
      const ask = async (name: string, input: object): Promise<unknown> => {
        const headers = { "x-tocsin": "1", "content-type": "application/json" };
        const body = JSON.stringify({ input });
        return (await fetch(`/api/query/${name}`, { method: "POST", headers, body })).json();
      };
      return JSON.stringify(await ask("questionnaire.page", { questionnaire: id }));
    }, questionnaire);
    expect(made).toContain('"carrier":"paper"');
    expect(made).toContain('"quotable":1');
    expect(made).toContain('"answers":3');
  });

  it("fits a narrow screen", async () => {
    const { page } = teller;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const part of ["enter", "paper"]) {
      await go(part);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    }
  });
});
