import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";
const headers = { "x-tocsin": "1", "content-type": "application/json" };

async function post<Answer>(page: Page, path: string, body: object): Promise<Answer> {
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  return (await page.evaluate(
    `fetch(${JSON.stringify(path)}, ${JSON.stringify(request)}).then((answer) => answer.json())`,
  )) as Answer;
}

/** As browsers do that are told to keep nothing for a site: each way throws. */
const block = `
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, {
      get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); },
    });
  window.BroadcastChannel = function () { throw new DOMException("The operation is insecure.", "SecurityError"); };
`;

describe.skipIf(chromiumPath() === undefined)("a browser that blocks storage", () => {
  let desk: RealDesk;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    desk = await startRealDesk();
    const context = await desk.browser.newContext();
    await context.addInitScript(block);
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(desk.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await post(page, "/api/vault/create", {
      path: join(desk.home, "vault"),
      passphrase,
      deviceName: "laptop",
    });
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  });
  afterAll(() => desk.close());

  it("keeps and sends forms, and shows in one window what another one changed, a little later", async () => {
    await page.evaluate(`location.hash = "#/new/person"`);
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Example Person");
    await page.getByRole("button", { name: "Add", exact: true }).last().click();
    await page.getByRole("heading", { level: 1, name: "Example Person" }).waitFor();
    const other = await page.context().newPage();
    other.setDefaultTimeout(patience);
    await other.goto(page.url());
    await other.getByRole("textbox", { name: "Name", exact: true }).fill("Example Person Renamed");
    await other.getByText("Saved", { exact: true }).waitFor();
    await page.getByRole("heading", { level: 1, name: "Example Person Renamed" }).waitFor();
    await other.close();
    expect(complaints).toEqual([]);
  });

  it("locks, and opens again", async () => {
    await page.getByRole("button", { name: "Lock" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByLabel("Passphrase").fill(passphrase);
    await page.getByRole("button", { name: /Open|Unlock/ }).click();
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    expect(complaints).toEqual([]);
  });
});
