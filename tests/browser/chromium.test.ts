import { chromium } from "playwright-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chromiumFlags, chromiumPath } from "./chromium.ts";

afterEach(() => void vi.unstubAllEnvs());

describe("the browser of the tests", () => {
  it("is the one that the environment names, or none", () => {
    vi.stubEnv("TOCSIN_CHROMIUM", process.execPath);
    expect(chromiumPath()).toBe(process.execPath);
    vi.stubEnv("TOCSIN_CHROMIUM", "/nowhere/chromium");
    expect(chromiumPath()).toBeUndefined();
  });

  it.skipIf(chromiumPath() === undefined)("starts and shows a page", async () => {
    const browser = await chromium.launch({
      executablePath: chromiumPath() ?? "",
      args: [...chromiumFlags()],
      headless: true,
    });
    try {
      const page = await browser.newPage();
      await page.setContent("<!doctype html><title>Tocsin</title><p>here</p>");
      expect(await page.textContent("p")).toBe("here");
    } finally {
      await browser.close();
    }
  });
});
