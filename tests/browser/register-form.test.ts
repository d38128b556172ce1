// The form of a register: its own fields first, all others behind one line.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch, look, visit } from "./fake-visit.ts";

/** The fields that stand open, from the top. */
const open = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll("main form .field-place")].filter((each) => each.closest("details:not([open])") === null).map((each) => each.innerText.split("\\n")[0].replace(/ \\*$/, "").trim())`,
  );

describe.skipIf(chromiumPath() === undefined)("the form of a register", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("shows its own fields first, its kind chosen, and all others once they are asked for by key", async () => {
    const { page, go, close, complaints } = await visit(browser);
    await go("new", "measure", "register", "restriction.blocking");
    await page.locator("main form .field-place").first().waitFor();
    const own = await open(page);
    expect(own.slice(0, 6).map((each) => each.toLowerCase())).toEqual(
      [
        "Title",
        "Kind",
        "Country",
        "Authority or company",
        "Number of the order, contract or licence",
        "Services, sites, accounts or areas",
      ].map((each) => each.toLowerCase()),
    );
    expect(own).toHaveLength(11);
    expect(await page.locator("main form .field-place").nth(1).innerText()).toContain("Order to block sites");
    await page.locator("main form details.field-group > summary").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await open(page)).length).toBeGreaterThan(own.length + 5);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is as it was for what is no register", async () => {
    const { page, go, close } = await visit(browser);
    await go("new", "measure");
    await page.locator("main form .field-place").first().waitFor();
    expect((await open(page)).length).toBeGreaterThan(11);
    await close();
  });

  it("has nothing that axe finds or that sticks out", async () => {
    const route = ["new", "measure", "register", "restriction.blocking"];
    expect(await look(browser, { name: "register-form", route })).toEqual([]);
  });
});
