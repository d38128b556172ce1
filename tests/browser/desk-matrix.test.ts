import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, look, visit, type Visit } from "./fake-visit.ts";

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    "(() => { const at = document.activeElement; return [at.closest('tr')?.rowIndex, at.cellIndex].join(); })()",
  );

describe.skipIf(chromiumPath() === undefined)("the matrix on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("is a grid of 193 rows by 60 columns, whose heads stay, and in which keys go from cell to cell", async () => {
    const { page, go, close } = await visit(browser);
    await go("matrix");
    const grid = page.getByRole("grid");
    await grid.waitFor();
    expect(await grid.getByRole("row").count()).toBe(194);
    expect(await grid.getByRole("columnheader").count()).toBe(61);
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    const walk: readonly (readonly [string, string])[] = [
      ["ArrowDown", "1,0"],
      ["ArrowRight", "1,1"],
      ["End", "1,60"],
      ["PageDown", "11,60"],
      ["Control+End", "193,60"],
      ["ArrowDown", "193,60"],
      ["Control+Home", "0,0"],
    ];
    for (const [key, at] of walk) {
      await page.keyboard.press(key);
      expect([key, await focused(page)]).toEqual([key, at]);
    }
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("Control+End");
    const heads = await page.evaluate(`(() => {
      const around = document.querySelector(".matrix-scroll").getBoundingClientRect();
      const top = document.querySelector(".matrix thead th:last-child").getBoundingClientRect();
      const side = document.querySelector(".matrix tbody tr:last-child th").getBoundingClientRect();
      return [Math.round(top.top - around.top) <= 2, Math.round(side.left - around.left) <= 2];
    })()`);
    expect(heads).toEqual([true, true]);
    await close();
  });

  it("opens what a number counts, by mouse and by Enter, and gives the focus back", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("matrix");
    const cell = page.locator(".matrix tbody td:not(.none)").first();
    await cell.click();
    await page.locator(".behind-cell").getByRole("link", { name: "Threats to a brother at home" }).waitFor();
    const asked = desk.asked.filter(({ path }) => path === "/api/query/matrix.records");
    expect(asked.at(-1)?.body).toMatchObject({
      input: {
        kind: "incident",
        by: "state",
        apart: "reported",
        row: expect.stringMatching(/^[A-Z]{2}$/) as unknown,
      },
    });
    const before = await page.locator('.matrix [tabindex="0"]').innerText();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".behind-cell").count()).toBe(0);
    expect(await page.evaluate("document.activeElement.innerText")).toBe(before);
    await page.keyboard.press("Enter");
    await page.locator(".behind-cell").waitFor();
    await page.locator(".behind-cell").getByRole("link", { name: "All of this cell" }).click();
    await page.getByRole("heading", { name: "Trail of evidence" }).waitFor();
    expect(await page.evaluate("location.hash")).toMatch(/^#\/matrix\/state\/[A-Z]{2}\/[a-z0-9]{26}$/);
    await close();
  });

  it("shows of companies what is asked of companies first, and what States promised where that is chosen", async () => {
    const { page, go, close } = await visit(browser);
    await go("matrix", "company");
    const heads = page.getByRole("grid").getByRole("columnheader");
    await heads.first().waitFor();
    const addressed = page.getByLabel("Whose promises");
    expect([await addressed.inputValue(), await heads.count()]).toEqual(["companies", 2]);
    await addressed.selectOption("");
    await expect.poll(() => heads.count()).toBe(3);
    await addressed.selectOption("states");
    await expect.poll(() => heads.count()).toBe(2);
    await close();
  });

  it("does not say that nothing happened where nothing is recorded", async () => {
    const { page, go, close } = await visit(browser);
    await go("matrix");
    expect(await page.locator(".matrix td.none").first().innerText()).toBe("nothing recorded");
    await page.locator(".matrix td.none").first().click();
    expect(await page.locator(".behind-cell").count()).toBe(0);
    expect(await page.getByText("not that nothing happened").count()).toBeGreaterThan(0);
    await close();
  });

  it("has a page for a State, from which each number, victim and step of the trail opens beside it", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("matrix", "state", "CH");
    await page
      .getByRole("button", { name: /5.*Other harmful acts.*people/i })
      .first()
      .click();
    await page.getByRole("link", { name: "Example Editor" }).click();
    await expect.poll(() => page.evaluate("location.hash")).toBe(`#/matrix/state/CH/~/person/${ids.person}`);
    expect(desk.asked.some(({ path }) => path === "/api/query/matrix.victims")).toBe(true);
    await close();
  });

  it("takes a decision on a commitment with its reason, and none without", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("matrix", "state", "CH", ids.commitment);
    await page.locator("summary").filter({ hasText: "Add or refuse" }).first().click();
    const send = page.getByRole("button", { name: "Decide whether a commitment is engaged" });
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Reason", exact: true }).fill("It was another phone.");
    await send.click();
    await expect
      .poll(() => desk.asked.find(({ path }) => path === "/api/command/engagement.decide")?.body)
      .toMatchObject({
        input: {
          record: ids.incident,
          commitment: ids.commitment,
          decision: "refused",
          reason: { text: "It was another phone.", lang: "en" },
        },
      });
    await close();
  });

  it("does not make the page wider than the window, in any language, and is a list where that is narrow", async () => {
    for (const locale of ["en", "ar"]) {
      const { page, go, turn, close } = await visit(browser, { locale });
      await go("matrix");
      await page.getByRole("grid").waitFor();
      const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(over)).toBe(0);
      await turn({ scheme: "dark", width: 360 });
      await page.locator(".matrix-list").waitFor();
      expect(await page.getByRole("grid").count()).toBe(0);
      await page.locator(".matrix-list summary").first().click();
      expect(await page.locator(".matrix-list details[open] .number-link").count()).toBeGreaterThan(20);
      expect(await page.evaluate(over)).toBe(0);
      await close();
    }
  });

  // The grid of its full size has the same parts as this one, and is more than axe looks through in a minute.
  it("has nothing that axe finds and nothing that sticks out, in every circumstance", async () => {
    const prepare = async ({ page }: Visit): Promise<void> => {
      await page.locator(".matrix, .matrix-list").first().waitFor();
    };
    expect(await look(browser, { name: "matrix", route: ["matrix", "company"], prepare })).toEqual([]);
  });

  it("has pages of a State and of a commitment that axe finds nothing in, in every circumstance", async () => {
    const prepare = async ({ page }: Visit): Promise<void> => {
      await page.locator(".matrix-trail").waitFor();
    };
    for (const [name, route] of [
      ["matrix-state", ["matrix", "state", "CH"]],
      ["matrix-commitment", ["matrix", "commitment", ids.commitment]],
    ] as const)
      expect(await look(browser, { name, route, prepare })).toEqual([]);
  });
});
