import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { launch, visit } from "./fake-visit.ts";

/** Marks everything that can take the focus by Tab, and says how many there are. */
const markReachable = `(() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const open = all.filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility());
  const radios = new Set();
  const kept = open.filter((each) => {
    if (each.type !== "radio") return true;
    if (radios.has(each.name)) return false;
    return radios.add(each.name);
  });
  kept.forEach((each, index) => { each.dataset.reach = each.type === "radio" ? each.name : String(index); });
  return kept.length;
})()`;

async function reachedByTab(page: Page, atMost: number): Promise<number> {
  const reached = new Set<unknown>();
  for (let press = 0; press < atMost; press += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate("document.activeElement.dataset.reach ?? document.activeElement.name"));
  }
  reached.delete(undefined);
  reached.delete(null);
  reached.delete("");
  return reached.size;
}

describe.skipIf(chromiumPath() === undefined)("the desk by keyboard", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    ["the first screen", []],
    ["a case", ["case", ids.case]],
    ["an incident", ["incident", ids.incident]],
    ["a custody sheet", ["evidence", ids.evidence, "custody"]],
    ["a report", ["case", ids.case, "report"]],
  ])("reaches everything on %s by Tab alone", async (_name, route) => {
    const { page, go, close } = await visit(browser);
    await go(...route);
    await page.evaluate("document.activeElement.blur()");
    const there = Number(await page.evaluate(markReachable));
    expect(there).toBeGreaterThan(10);
    expect(await reachedByTab(page, there + 12)).toBeGreaterThanOrEqual(there);
    await close();
  });

  it("finds a record with Ctrl K and goes there with Enter", async () => {
    const { page, close } = await visit(browser);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("journ");
    const found = page.getByRole("option", { name: /Journalists/ });
    await found.getByText("in another form of the word").waitFor();
    expect(await found.locator("mark").allInnerTexts()).toEqual(["journalist"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Journalists/ }).waitFor();
    expect(page.url()).toContain(`#/case/${ids.case}`);
    // From a record its own deeds come first, and how many there are is said.
    await page.keyboard.press("Control+k");
    const own = page.getByRole("dialog").getByRole("group").first();
    await own.getByRole("option", { name: "Make a bundle" }).waitFor();
    await page
      .getByRole("dialog")
      .getByRole("status")
      .getByText(/\d+ results/)
      .waitFor();
    await page.keyboard.type("zzzz");
    await page.getByRole("dialog").getByRole("status").getByText("Nothing found.").waitFor();
    await close();
  });

  it("says why something cannot be done without a vault", async () => {
    const { page, close } = await visit(browser, { vault: "none" });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Settings");
    await page.getByRole("option", { name: "Settings" }).click();
    const said = page.getByRole("dialog").getByRole("status").getByText("Not now: no vault is open.");
    await expect.poll(() => said.count()).toBe(1);
    await close();
  });

  it("does things with Ctrl K, and gives the focus back on Escape", async () => {
    const { page, close } = await visit(browser);
    const lock = page.getByRole("button", { name: "Lock" });
    await lock.focus();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await lock.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("resolution");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "The resolution" }).waitFor();
    await close();
  });

  it("selects rows of a list, says what would change, does it, and takes it back with Ctrl Z", async () => {
    const { page, desk, go, close } = await visit(browser);
    await go("list", "case");
    await page.getByRole("link", { name: /Journalists/ }).focus();
    await page.keyboard.press("Space");
    const bar = page.getByRole("region", { name: "With what is selected" });
    await bar.getByText("1 selected").waitFor();
    await bar.getByRole("button", { name: "Set a field" }).press("Enter");
    await bar.getByRole("combobox", { name: "Value" }).selectOption("closed");
    await bar.getByText("1 record would change.").waitFor();
    await bar.getByRole("button", { name: "Do it" }).press("Enter");
    await bar.waitFor({ state: "detached" });
    await page.getByRole("link", { name: /Journalists/ }).focus();
    await page.keyboard.press("Control+z");
    await page.getByText("Undone", { exact: false }).first().waitFor();
    const commands = desk.asked.map(({ path }) => path).filter((path) => path.includes("/command/"));
    expect(commands).toEqual(["/api/command/records.change", "/api/command/records.undo"]);
    await close();
  });

  it("skips to the content", async () => {
    const { page, close } = await visit(browser);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await close();
  });

  it("pulls the thread of a sentence to the hash of the bytes, and comes back to it on Escape", async () => {
    const { page, go, close } = await visit(browser);
    await go("case", ids.case, "report");
    const sentence = page.getByRole("link", { name: /A message with a link/ });
    await sentence.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "Where this comes from" });
    await panel.getByText(/^[0-9a-f]{64}$/).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(await sentence.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);
    await close();
  });
});
