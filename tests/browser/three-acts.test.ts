import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import type { FakeDesk } from "./fake-desk.ts";
import { launch, look, visit } from "./fake-visit.ts";

/** Noon, so that it is one day wherever the tests run. */
const lastModified = Date.UTC(2025, 4, 11, 12);

/** A file that a hand lets go of over something on the page. */
async function drop(page: Page, on: string, name = "photograph.jpg"): Promise<void> {
  await page.evaluate(
    `(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["example"], ${JSON.stringify(name)}, { lastModified: ${String(lastModified)} }));
      const on = document.querySelector(${JSON.stringify(on)});
      for (const type of ["dragover", "drop"])
        on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    })()`,
  );
}

/** Counts what a person does: drops, presses, choices, and what is typed and confirmed. */
function countActs() {
  let acts = 0;
  return {
    count: () => acts,
    drop: async (page: Page, on: string) => {
      acts += 1;
      await drop(page, on);
    },
    press: async (what: Locator) => {
      acts += 1;
      await what.click();
    },
    choose: async (page: Page, box: Locator, typed: string, term: string) => {
      acts += 1;
      await box.fill(typed);
      await page.getByRole("option", { name: term, exact: true }).click();
    },
  };
}

const told = (desk: FakeDesk): unknown =>
  desk.asked.find(({ path }) => path === "/api/command/incident.tell")?.body;
const panelOn = (page: Page): Locator => page.locator(".beside");
const record = (place: Locator, role: "button" | "link"): Locator =>
  place.getByRole(role, { name: "Record what happened" });

describe.skipIf(chromiumPath() === undefined)("an incident in three acts", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    ["on the page of a case", ["case", ids.case], "main h1"],
    ["on the page of an incident of it", ["incident", ids.incident], "main h1"],
    ["on the road, beside any page", ["incident", ids.incident], "nav.road-nav"],
  ])(
    "comes from a file that is dropped %s, with its case and a date that nobody claims",
    async (_where, route, on) => {
      const { page, desk, go, close } = await visit(browser);
      await go(...route);
      const acts = countActs();
      await acts.drop(page, on);
      const panel = panelOn(page);
      await panel.getByText(/^Proposed from the date of the file: \W*11 May 2025 \(uncertain\)/).waitFor();
      await acts.choose(page, panel.getByRole("combobox", { name: "What was done" }), "phishing", "Phishing");
      await acts.press(record(panel, "button"));
      await expect.poll(() => new URL(page.url()).hash).toMatch(new RegExp(`/~/incident/${ids.incident}$`));
      expect(acts.count()).toBeLessThanOrEqual(3);
      expect(told(desk)).toEqual({
        input: {
          title: { text: "Phishing", lang: "en" },
          acts: ["account.phishing"],
          when: "2025-05-11?",
          case: ids.case,
          evidence: [ids.evidence],
        },
      });
      await close();
    },
  );

  it("comes from a file that is dropped where no case is, and opens one", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go();
    const acts = countActs();
    await acts.drop(page, "main");
    const panel = panelOn(page);
    await panel.getByText("A new case will be opened for it.").waitFor();
    await acts.choose(page, panel.getByRole("combobox", { name: "What was done" }), "phishing", "Phishing");
    await acts.press(record(panel, "button"));
    await expect.poll(() => told(desk)).toMatchObject({ input: { evidence: [ids.evidence] } });
    expect(told(desk)).not.toHaveProperty("input.case");
    expect(acts.count()).toBeLessThanOrEqual(3);
    await close();
  });

  it("comes from a finding, whose time is proposed and whose act is suggested", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("finding", ids.finding);
    const acts = countActs();
    await acts.press(record(page.getByRole("main"), "link"));
    const panel = panelOn(page);
    await panel.getByText(/^Proposed from the time of the finding: \W*11 May 2025/).waitFor();
    await acts.choose(page, panel.getByRole("combobox", { name: "What was done" }), "phishing", "Phishing");
    await acts.press(record(panel, "button"));
    await expect
      .poll(() => told(desk))
      .toEqual({
        input: {
          title: expect.objectContaining({ lang: "en" }) as unknown,
          acts: ["spyware.attempt", "account.phishing"],
          when: "2025-05-11T06:14:00Z",
          case: ids.case,
          findings: [ids.finding],
        },
      });
    expect(acts.count()).toBeLessThanOrEqual(3);
    await close();
  });

  it("comes from a piece of evidence", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("evidence", ids.evidence);
    const acts = countActs();
    await acts.press(record(page.getByRole("main"), "link"));
    const panel = panelOn(page);
    await acts.choose(page, panel.getByRole("combobox", { name: "What was done" }), "phishing", "Phishing");
    await acts.press(record(panel, "button"));
    await expect
      .poll(() => told(desk))
      .toMatchObject({
        input: { acts: ["account.phishing"], case: ids.case, evidence: [ids.evidence] },
      });
    expect(told(desk)).not.toHaveProperty("input.when");
    expect(acts.count()).toBeLessThanOrEqual(3);
    await close();
  });

  it("writes no date once somebody empties the field, and another one as it is said", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("case", ids.case);
    await drop(page, "main");
    const panel = panelOn(page);
    await panel.getByRole("textbox", { name: "When", exact: true }).fill("");
    expect(await panel.getByText(/^Proposed from/).count()).toBe(0);
    await panel.getByRole("textbox", { name: "In one line" }).fill("A picture of it");
    await record(panel, "button").click();
    await expect
      .poll(() => told(desk))
      .toEqual({
        input: { title: { text: "A picture of it", lang: "en" }, case: ids.case, evidence: [ids.evidence] },
      });
    await close();
  });

  it("is not begun where a file is dropped on the place that waits for one, or without a vault", async () => {
    const { page, go, close } = await visit(browser);
    await go("case", ids.case);
    await drop(page, ".drop");
    await page.getByRole("button", { name: "Seal into the vault" }).waitFor();
    expect(await panelOn(page).count()).toBe(0);
    await close();
    const without = await visit(browser, { vault: "none" });
    await drop(without.page, "main");
    await without.page.getByText("Open a vault first").first().waitFor();
    await without.close();
  });

  it("has no fault that axe finds", async () => {
    const faults = await look(browser, {
      name: "three-acts",
      route: ["case", ids.case],
      prepare: async ({ page }) => {
        await drop(page, "main");
        await panelOn(page).locator("form").waitFor();
      },
    });
    expect(faults).toEqual([]);
  });
});
