import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { launch, look, visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("a large vault on the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("shows how many of how many while it opens, and goes home when it is open", async () => {
    const { page, desk, go, close } = await visit(browser, { vault: "locked", isOpening: true });
    await page.getByRole("heading", { level: 1, name: "The vault is being opened" }).waitFor();
    // Amounts are set apart from the text around them by marks that nobody sees.
    const bar = page.getByRole("progressbar", { name: /^Opening/ });
    expect(await bar.getAttribute("aria-valuetext")).toMatch(
      /^.41,000. of .200,000. records listed · about .76 seconds. left$/,
    );
    await go("resolution");
    await page.getByRole("heading", { level: 1, name: "The resolution" }).waitFor();
    expect(await bar.isVisible()).toBe(true);
    desk.opened();
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    expect(await bar.count()).toBe(0);
    await close();
  });

  it("goes to the vault, which needs a copy first, when it was opened by its recovery sheet", async () => {
    const { page, desk, close } = await visit(browser, {
      vault: "locked",
      isOpening: true,
      isRecovered: true,
    });
    await page.getByRole("heading", { level: 1, name: "The vault is being opened" }).waitFor();
    desk.opened();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/vault");
    await close();
  });

  it("can be stopped, and asks for the passphrase again", async () => {
    const { page, desk, close } = await visit(browser, { vault: "locked", isOpening: true });
    await page.getByRole("button", { name: "Stop opening" }).click();
    await page.getByRole("heading", { level: 1, name: "Open the vault" }).waitFor();
    await page.getByText("Stopped. The vault is closed.").waitFor();
    expect(desk.asked.filter(({ method }) => method === "DELETE").map(({ path }) => path)).toEqual([
      "/api/vault/opening",
    ]);
    await close();
  });

  it("says where lists are what they lack, and asks for them again once they are whole", async () => {
    const { page, desk, go, close } = await visit(browser, { isFilling: true });
    await go("list", "case");
    await page.getByText(/41,000. of .200,000. records listed/).waitFor();
    await page.getByText("3 entries of the log cannot be read").click();
    const reasons = await page.locator(".unread li").allInnerTexts();
    expect(reasons).toEqual([
      "It opens, and is nothing that this program knows: 2 entries",
      "It does not match its digest, or does not open: damaged: 1 entry",
      "12 entries were erased on purpose; what they said is in no list.",
    ]);
    const lists = (): number => desk.asked.filter(({ path }) => path === "/api/query/record.list").length;
    const before = lists();
    desk.filled();
    await page.getByText(/records listed/).waitFor({ state: "detached" });
    await expect.poll(lists).toBeGreaterThan(before);
    await close();
  });

  it("has nothing that axe finds and nothing that sticks out while it opens, in every circumstance", async () => {
    const options = { vault: "locked", isOpening: true } as const;
    expect(await look(browser, { name: "opening", route: [], options })).toEqual([]);
  });

  it("nor while its lists are made anew", async () => {
    const faults = await look(browser, {
      name: "filling",
      route: ["list", "case"],
      options: { isFilling: true },
      prepare: async ({ page }) => page.locator(".unread summary").click(),
    });
    expect(faults).toEqual([]);
  });
});
