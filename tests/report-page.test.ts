import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTranslator, loadCatalogues } from "../packages/language/src/index.ts";
import { reportCase } from "../packages/publish/src/report-case.fake.ts";
import { publishReport } from "../packages/publish/src/index.ts";
import { chromiumFlags, chromiumPath } from "./browser/chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function pageOf(language: string): Promise<string> {
  const translator = createTranslator(language, await loadCatalogues(language));
  const { html } = await publishReport({ ...reportCase, language }, { translator, sha256 });
  return Buffer.from(html).toString("utf8");
}

describe.skipIf(chromiumPath() === undefined)("the page of a report, in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = chromiumPath() ?? "";
    browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] });
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(["en", "ar"])("has no accessibility fault that axe knows, in %s", async (language) => {
    // The page forbids scripts; axe is one, and comes from outside.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.setContent(await pageOf(language));
    await page.evaluate(axe);
    const faults: unknown = await page.evaluate("axe.run().then((r) => r.violations.map((v) => v.id))");
    await context.close();
    expect(faults).toEqual([]);
  });

  it.each([
    ["en", 360],
    ["ar", 360],
    ["en", 1200],
  ])("fits its window, in %s at %i pixels", async (language, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.setContent(await pageOf(language));
    const wide: unknown = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    await page.close();
    expect(wide).toBe(0);
  });
});
