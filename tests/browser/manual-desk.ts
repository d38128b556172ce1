// A desk on which the manual is walked: the real program with an empty home, at a size and a zoom, in a language.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { patience } from "./chromium.ts";
import type { Walk } from "./manual-runner.ts";
import type { RealDesk } from "./real-desk.ts";

const passphrase = "six invented words stand in here";

export interface Zoom {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** A window of 1280 by 900 at 200 %. */
const zoomed: Zoom = { width: 640, height: 450, scale: 2 };

export async function startWalk(desk: RealDesk, locale: string, zoom: Zoom = zoomed): Promise<Walk> {
  // Where a copy goes.
  mkdirSync(join(desk.home, "stick"), { recursive: true });
  const context = await desk.browser.newContext({
    viewport: { width: zoom.width, height: zoom.height },
    deviceScaleFactor: zoom.scale,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(desk.address);
  await page.locator("header select").selectOption(locale);
  await page.locator(`html[lang="${locale}"]`).waitFor();
  const { t } = createTranslator(locale, await loadCatalogues(locale));
  return { page, t, inputs: join(desk.home, "inputs"), passphrase, sheet: [] };
}
