import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startRealDesk, type RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";

async function openPage(desk: RealDesk, act: "create" | "open"): Promise<Page> {
  const page = await (await desk.browser.newContext()).newPage();
  page.setDefaultTimeout(patience);
  await page.goto(desk.address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(
    `fetch("/api/vault/${act}", {
      method: "POST",
      headers: { "x-tocsin": "1", "content-type": "application/json" },
      body: ${JSON.stringify(JSON.stringify({ path: join(desk.home, "vault"), passphrase, deviceName: "laptop" }))},
    }).then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); })`,
  );
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  return page;
}

const nameIn = (page: Page): Locator => page.getByRole("textbox", { name: "Name", exact: true });
/** What the server would give back after a crash. */
const kept = async (page: Page): Promise<string> =>
  String(
    await page.evaluate(
      `fetch("/api/unsent/new_person", { headers: { "x-tocsin": "1" } }).then((answer) => answer.text())`,
    ),
  );

describe.skipIf(chromiumPath() === undefined)("a form that is not sent", () => {
  let desk: RealDesk;
  beforeAll(async () => {
    desk = await startRealDesk();
  });
  afterAll(() => desk.close());

  it("is there again after a lost connection, and after the program was killed", async () => {
    const page = await openPage(desk, "create");
    await page.evaluate(`location.hash = "#/new/person"`);
    await nameIn(page).fill("Example");
    await expect.poll(() => kept(page), { timeout: patience }).toContain("Example");
    await page.context().setOffline(true);
    await nameIn(page).fill("Example Person");
    await page.getByText(/^The program does not answer\. Go on typing/).waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => kept(page), { timeout: patience }).toContain("Example Person");
    await page.getByText(/^What you type is kept/).waitFor();
    await desk.kill();
    desk = await startRealDesk(desk.home);
    const again = await openPage(desk, "open");
    await again.getByRole("link", { name: "Example Person" }).click();
    expect(await nameIn(again).inputValue()).toBe("Example Person");
  });

  it("is not overwritten by another window, and goes back and forth", async () => {
    const [context] = desk.browser.contexts();
    const [page] = context?.pages() ?? [];
    if (context === undefined || page === undefined) throw new Error("no page is open");
    const other = await context.newPage();
    other.setDefaultTimeout(patience);
    await other.goto(page.url());
    await nameIn(other).waitFor();
    await nameIn(page).fill("Example of the first");
    await expect.poll(() => kept(page), { timeout: patience }).toContain("of the first");
    await nameIn(other).fill("Example of the second");
    await other.getByText(/^Another window changed this form/).waitFor();
    expect(await kept(page)).toContain("of the first");
    await other.getByRole("button", { name: "Show the other one" }).click();
    await expect.poll(() => nameIn(other).inputValue(), { timeout: patience }).toBe("Example of the first");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => nameIn(page).inputValue(), { timeout: patience }).toBe("Example Person");
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => nameIn(page).inputValue(), { timeout: patience }).toBe("Example of the first");
  });

  it("is open again where it is a small one on a record's page, and nothing but a person folds it", async () => {
    const [context] = desk.browser.contexts();
    const [page] = context?.pages() ?? [];
    if (page === undefined) throw new Error("no page is open");
    const made: unknown = await page.evaluate(
      `fetch("/api/command/record.create", {
        method: "POST",
        headers: { "x-tocsin": "1", "content-type": "application/json" },
        body: JSON.stringify({ input: { kind: "proceeding", values: { title: { text: "Example suit", lang: "en" } } } }),
      }).then((answer) => answer.json()).then(({ records }) => records[0])`,
    );
    const show = async (): Promise<void> => {
      await page.evaluate(`location.hash = "#/proceeding/${String(made)}"`);
      await page.getByRole("heading", { level: 1, name: "Example suit" }).waitFor();
    };
    const open = page.locator("main details.quick[open]");
    await show();
    const summary = page.locator("main details.quick > summary").first();
    await summary.waitFor();
    expect(await open.count()).toBe(0);
    await summary.click();
    const field = open.getByRole("textbox").first();
    await field.fill("Half a sen");
    await open.getByText(/^What you type is kept/).waitFor();
    await open.evaluate((each) => each.removeAttribute("open"));
    await open.waitFor();
    expect(await field.inputValue()).toBe("Half a sen");
    await page.evaluate(`location.hash = "#/"`);
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    await show();
    await open.waitFor();
    expect(await field.inputValue()).toBe("Half a sen");
    await summary.focus();
    await page.keyboard.press("Enter");
    await open.waitFor({ state: "detached" });
  });
});
