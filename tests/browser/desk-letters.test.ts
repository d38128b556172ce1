import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { frozenLetterId, openLetterId, signatureId } from "./fake-answers/letters.ts";
import { launch, look, type Visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("the screens of an open letter", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const unfoldAll = async ({ page }: Visit): Promise<void> => {
    for (const summary of await page.locator("main details > summary").all()) await summary.press("Enter");
  };

  it.each([
    ["letter", ["letter", openLetterId]],
    ["letter-frozen", ["letter", frozenLetterId]],
    ["letter-sign", ["letter", openLetterId, "sign"]],
    ["letter-queue", ["letter", openLetterId, "queue"]],
    ["letter-freeze", ["letter", openLetterId, "freeze"]],
    ["letter-text", ["letter", openLetterId, "text"]],
    ["letter-signer", ["letter", openLetterId, "signer", signatureId]],
    ["letter-begin", ["new", "letter"]],
  ])(
    "%s: nothing that axe finds and nothing that sticks out, with everything opened",
    async (name, route) => {
      expect(await look(browser, { name, route, prepare: unfoldAll })).toEqual([]);
    },
  );
});
