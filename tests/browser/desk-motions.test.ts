import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { negotiationId } from "./fake-answers/motions.ts";
import { launch, look, visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("a negotiated text in the room", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const show = "section[aria-labelledby=positions-title] button";
  const table = "section[aria-labelledby=positions-title] table";

  it("does not ask for positions before somebody uncovers them, and covers them again by keyboard", async () => {
    const { page, desk, go, close } = await visit(browser, { locale: "en" });
    const asked = () => desk.asked.filter(({ path }) => path === "/api/query/negotiation.positions").length;
    await go("negotiation", negotiationId);
    await page.locator(show).waitFor();
    expect(asked()).toBe(0);
    expect(await page.locator("main").textContent()).not.toContain("Example Delegation");
    await page.locator(show).press("Enter");
    await page.locator(table).waitFor();
    expect(await page.locator(table).textContent()).toContain("Example Delegation");
    await page.locator(show).press("Enter");
    await page.locator(table).waitFor({ state: "detached" });
    expect(await page.locator("main").textContent()).not.toContain("Example Delegation");
    await close();
  });

  it("has nothing that axe finds and nothing that sticks out, with everything opened", async () => {
    const faults = await look(browser, {
      name: "motions",
      route: ["negotiation", negotiationId],
      prepare: async ({ page }) => {
        await page.locator(show).press("Enter");
        await page.locator(table).waitFor();
        for (const summary of await page.locator("main details.quick > summary").all())
          await summary.press("Enter");
      },
    });
    expect(faults).toEqual([]);
  });
});
