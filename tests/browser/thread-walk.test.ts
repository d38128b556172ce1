// On the real program, with the example that it makes: from every sentence of a report down to the hash of the bytes, and
// from a dropped file to an incident, by keyboard.
import { createHash } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseIn, focusOn, pressOn } from "./by-keyboard.ts";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults, startRealDesk, type RealDesk } from "./real-desk.ts";

const hash = /^[0-9a-f]{64}$/;
const idPattern = /[0-9a-z]{26}/;

/** Presses every sentence of the report, reads where its thread ends, and closes it: in the page, because there are many. */
const pullEvery = `(async () => {
  const ends = { hash: [], saidWhy: [], open: [], lost: [] };
  const until = async (isSo) => {
    for (let frames = 0; frames < 600 && !isSo(); frames += 1) await new Promise(requestAnimationFrame);
  };
  const panel = () => document.querySelector(".thread");
  for (const sentence of document.querySelectorAll(".report .sentence")) {
    sentence.focus();
    sentence.click();
    await until(() => panel()?.contains(document.activeElement));
    const { innerText = "" } = panel() ?? {};
    const hasHash = [...(panel()?.querySelectorAll("code") ?? [])].some((each) => /^[0-9a-f]{64}$/.test(each.innerText));
    const saysWhy = /about itself|not part of this release|no file stands behind this/.test(innerText);
    ends[hasHash ? "hash" : saysWhy ? "saidWhy" : "open"].push(sentence.innerText);
    panel()?.querySelector(".head button")?.click();
    await until(() => panel() === null && document.activeElement === sentence);
    if (document.activeElement !== sentence) ends.lost.push(sentence.innerText);
  }
  return ends;
})()`;

describe.skipIf(chromiumPath() === undefined)("the thread of a report on the real program", () => {
  let desk: RealDesk;
  let page: Page;
  let caseId = "";
  const panel = (): Locator => page.locator(".beside:not([hidden])");
  const thread = (): Locator => page.locator(".thread:not(.beside):not([hidden])");
  const ask = (query: string, input: object): Promise<unknown> =>
    page.evaluate(
      `fetch("/api/query/${query}", { method: "POST", headers: { "x-tocsin": "1", "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ input }))} }).then((answer) => answer.json())`,
    );
  const valuesOf = async (record: string): Promise<Readonly<Record<string, unknown>>> => {
    const shown = await ask("record.show", { record });
    return (shown as { readonly values: Readonly<Record<string, unknown>> }).values;
  };

  beforeAll(async () => {
    desk = await startRealDesk();
    page = await (await desk.browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage();
    page.setDefaultTimeout(patience);
    await page.goto(desk.address);
    await page.getByRole("button", { name: "Explore the example" }).click();
    const road = page.getByRole("navigation", { name: "The road" });
    await road.getByRole("link", { name: /^Cases/ }).click();
    const first = page.locator("table.records th a").first();
    await first.waitFor();
    caseId = idPattern.exec((await first.getAttribute("href")) ?? "")?.[0] ?? "";
  });
  afterAll(() => desk.close());

  it("leads from every sentence to a hash, or says why there is none, and the focus comes back to it", async () => {
    await page.evaluate(`location.hash = "#/case/${caseId}/report"`);
    await page.locator(".report .sentence").first().waitFor();
    const pulled: unknown = await page.evaluate(pullEvery);
    const ends = pulled as Readonly<Record<"open" | "hash" | "saidWhy" | "lost", readonly string[]>>;
    expect(ends.open).toEqual([]);
    expect(ends.lost).toEqual([]);
    expect(ends.hash.length).toBeGreaterThan(50);
    expect(ends.saidWhy.length).toBeGreaterThan(10);
  });

  it("goes by keyboard from a sentence to the evidence, its custody and its hash, and back to the sentence", async () => {
    await page.evaluate(`location.hash = "#/case/${caseId}/report"`);
    const sentence = page.locator(".report .sentence").filter({ hasText: "Backup of the editor's phone" });
    await sentence.first().focus();
    await page.keyboard.press("Enter");
    const wanted = (await thread().locator("code").allInnerTexts()).find((each) => hash.test(each)) ?? "none";
    const evidence = thread().locator('a[href^="#/evidence/"]').first();
    await pressOn(page, evidence);
    await panel().locator("code", { hasText: wanted }).waitFor();
    await pressOn(page, panel().getByRole("button", { name: "Back" }).or(closeOf(panel())).first());
    await thread().waitFor();
    expect(await evidence.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await panel().locator("code", { hasText: wanted }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await pressOn(page, panel().getByRole("link", { name: "Open as page" }));
    await page.getByRole("heading", { level: 1, name: "Backup of the editor's phone" }).waitFor();
    await pressOn(page, page.getByRole("main").getByRole("link", { name: "Custody sheet" }));
    await page.getByRole("main").locator("code", { hasText: wanted }).first().waitFor();
  });

  it.each(["graph", "timeline"])("opens what is drawn in a picture beside it: %s", async (name) => {
    await page.evaluate(`location.hash = "#/${name}/case/${caseId}"`);
    const drawn = page.locator('main .picture a[data-key][href^="#/incident/"]').first();
    await drawn.focus();
    await page.keyboard.press("Enter");
    await panel().getByRole("button", { name: "Edit here" }).waitFor();
    expect(new URL(page.url()).hash).toContain(`#/${name}/case/${caseId}/~/incident/`);
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "detached" });
    await expect.poll(() => drawn.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);
  });

  it("begins at the bytes of a file that was dropped: an incident in three acts, with a date that nobody claims", async () => {
    await page.evaluate('location.hash = "#/"');
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    await page.evaluate(
      `(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["example"], "photograph.jpg", { lastModified: Date.UTC(2025, 4, 11, 12) }));
        document.querySelector("main h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      })()`,
    );
    const box = panel().getByRole("combobox", { name: "What was done" });
    await box.fill("phishing");
    await page.getByRole("option", { name: "Phishing", exact: true }).click();
    await panel().getByRole("button", { name: "Record what happened" }).click();
    await page.waitForURL(/\/~\/incident\/[0-9a-z]+$/);
    const incident = new URL(page.url()).hash.split("/").at(-1) ?? "";
    const values = await valuesOf(incident);
    expect(values).toMatchObject({ acts: ["account.phishing"], when: "2025-05-11?", status: "reported" });
    const [evidence = ""] = values["evidence"] as readonly string[];
    expect(await valuesOf(evidence)).toMatchObject({ case: values["case"] });
    const steps = (await ask("thread", { record: incident })) as readonly { readonly label: string }[];
    expect(steps.at(-1)?.label).toBe(createHash("sha256").update("example").digest("hex"));
    await closeOf(panel()).click();
    await panel().waitFor({ state: "detached" });
  });

  it("adds somebody to an incident beside its page, by keyboard", async () => {
    await page.evaluate('location.hash = "#/list/incident"');
    await page.getByRole("link", { name: "Phishing" }).click();
    await page.getByRole("heading", { level: 1, name: "Phishing" }).waitFor();
    await pressOn(page, page.getByRole("link", { name: "Add somebody" }));
    await chooseIn(page, panel().getByRole("combobox", { name: "Role" }), "Person harmed");
    const who = panel().getByRole("combobox", { name: "Person" });
    await focusOn(page, who);
    await page.keyboard.type("Example Victim");
    const fresh = page.getByRole("option", { name: /as new/ });
    await fresh.waitFor();
    while ((await fresh.getAttribute("data-focused")) === null) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await panel().getByRole("link", { name: "Example Victim" }).waitFor();
    await pressOn(page, panel().getByRole("button", { name: "Add" }));
    await panel().locator(".record-form").waitFor();
    await page.keyboard.press("Escape");
    await panel().waitFor({ state: "detached" });
    await page.locator(".who").getByRole("link", { name: "Example Victim" }).waitFor();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Phishing");
  });

  it("narrows a list by a value that is typed into Ctrl K, also the list that is on the screen", async () => {
    for (const [typed, value] of [
      ["phish", "Phishing"],
      ["corrob", "Corroborated"],
    ] as const) {
      await page.keyboard.press("Control+K");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await page.keyboard.type(typed);
      const option = dialog
        .getByRole("option", { name: new RegExp(`: .?${value}.?$`) })
        .filter({ hasText: "Narrowed list" })
        .filter({ hasText: "Incidents" });
      await option.waitFor();
      const count = /(\d+)\D*$/.exec(await option.innerText())?.[1] ?? "none";
      while ((await option.getAttribute("data-focused")) === null) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await page.getByRole("heading", { level: 1, name: "Incidents" }).waitFor();
      const chosen = page.locator(".in-force .chip");
      await expect
        .poll(() => chosen.allTextContents())
        .toEqual([expect.stringMatching(`: .?${value}`) as string]);
      await page.getByText(new RegExp(`^${count} records?$`)).waitFor();
    }
  });
});

function closeOf(panel: Locator): Locator {
  return panel.getByRole("button", { name: "Close" });
}
