// Words and codes in the real desk: what a term means is there, and a term of one's own is offered and named at once.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { axeFaults, startRealDesk, type RealDesk } from "./real-desk.ts";

describe.skipIf(chromiumPath() === undefined)("words and codes", () => {
  let desk: RealDesk;
  let page: Page;
  beforeAll(async () => {
    desk = await startRealDesk();
    page = await desk.browser.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(desk.address);
    await page.locator("summary", { hasText: "More" }).last().waitFor();
  });
  afterAll(() => desk.close());

  const openThreat = async (): Promise<void> => {
    await page.getByLabel("Find a term").fill("harassment.threat");
    await page.locator("summary").filter({ hasText: "harassment.threat" }).first().click();
  };

  it("tell what a term means, its codes elsewhere, and that nobody has reviewed the words", async () => {
    const link = page.getByRole("link", { name: "Words and codes", includeHidden: true });
    await page.locator("details").filter({ has: link }).locator("summary").click();
    await link.click();
    await openThreat();
    await page.getByText("020103010000").waitFor();
    await page.getByText("Words reviewed by: nobody yet").waitFor();
    expect(await page.getByRole("button", { name: "Add an own term" }).count()).toBe(0);
  });

  it("take a term of one's own under a standard one, and name it at once", async () => {
    const body = {
      path: join(desk.home, "vault"),
      passphrase: "six invented words stand in here",
      deviceName: "x",
    };
    const created = await page.evaluate(
      `fetch("/api/vault/create", { method: "POST", credentials: "same-origin",
        headers: { "x-tocsin": "1", "content-type": "application/json" },
        body: ${JSON.stringify(JSON.stringify(body))} }).then((response) => response.status)`,
    );
    expect(created).toBe(200);
    await page.reload();
    await openThreat();
    await page.getByLabel("What you call it").fill("Threat by poster");
    await page.getByRole("button", { name: "Add an own term" }).click();
    await page.locator("summary").filter({ hasText: "Threat by poster" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
