// The pages of a library in the real program before anybody approves them: in a frame that can do nothing but be read.
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, patience } from "./chromium.ts";
import { startRealDesk, type RealDesk } from "./real-desk.ts";

describe.skipIf(chromiumPath() === undefined)("the pages of a library on the desk", () => {
  let desk: RealDesk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    desk = await startRealDesk();
    browser = desk.browser;
    page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(desk.address);
    await page
      .getByRole("button", { name: /example/i })
      .first()
      .click();
    await page.getByText(/^Done: .?Making the example/).waitFor();
    await page.evaluate('location.hash = "#/library"');
    await page.getByRole("textbox", { name: "Organisation that publishes it" }).fill("Example Watch");
    await page.getByRole("button", { name: "Show what would leave" }).click();
    await page.getByRole("heading", { name: "What changes since the last release" }).waitFor();
  });
  afterAll(() => desk.close());

  const shown = async (): Promise<Frame> => {
    const handle = await page.locator("iframe.library-pages").elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error("no frame of pages");
    return frame;
  };

  it("are the real ones, with their look, their links and their search", async () => {
    await page.getByRole("button", { name: "Show the pages" }).click();
    const frame = page.frameLocator("iframe.library-pages");
    await frame.getByRole("heading", { level: 1, name: "Public library of Example Watch" }).waitFor();
    expect(await (await shown()).evaluate("getComputedStyle(document.body).fontFamily")).toContain("Noto");
    await frame.getByRole("link", { name: "Search", exact: true }).click();
    await frame.getByRole("searchbox").fill("lawsuits");
    await frame.getByRole("searchbox").press("Enter");
    await frame.locator("#results a").first().waitFor();
  });

  it("have an origin that is nobody's: no cookie, no word of the desk, no other site", async () => {
    const frame = await shown();
    expect(await frame.evaluate("self.origin")).toBe("null");
    expect(
      await frame.evaluate("(() => { try { return document.cookie; } catch { return null; } })()"),
    ).toBeNull();
    expect(
      await frame.evaluate("(() => { try { return parent.document.title; } catch { return null; } })()"),
    ).toBeNull();
    expect(
      await frame.evaluate(
        "fetch('/api/session', { headers: { 'x-tocsin': '1' } }).then(() => 'answered', () => 'refused')",
      ),
    ).toBe("refused");
    const before = page.url();
    await frame.evaluate("location.href = 'http://127.0.0.1:9/elsewhere'").catch(() => undefined);
    await page.getByRole("button", { name: "Show what would leave" }).waitFor();
    expect([page.url(), page.frames().filter((each) => each.url().includes("elsewhere"))]).toEqual([
      before,
      [],
    ]);
  });

  it("lead from each item to its page, and are gone with a lock", async () => {
    await page
      .getByText(/^New: /)
      .first()
      .click();
    const button = page.getByRole("button", { name: /^Its page/ }).first();
    const name = ((await button.getAttribute("aria-label")) ?? "").replace(
      /^Its page: |[\u2066-\u2069]/g,
      "",
    );
    await button.click();
    const frame = page.frameLocator("iframe.library-pages");
    await frame.getByRole("heading", { level: 1, name }).waitFor();
    const address = await page.locator("iframe.library-pages").getAttribute("src");
    await page.getByRole("button", { name: "Lock" }).click();
    await page.locator("iframe.library-pages").waitFor({ state: "detached" });
    const response = await fetch(new URL(address ?? "", page.url()));
    expect(response.status).toBe(401);
  });
});
