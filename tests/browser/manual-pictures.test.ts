import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { pictureSize } from "../../apps/desk/screen/src/index.ts";
import { chromiumPath } from "./chromium.ts";
import { launch, look, visit } from "./fake-visit.ts";

describe.skipIf(chromiumPath() === undefined)("the pictures of the manual in the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(["en", "ar", "es", "fr"])("are shown in %s, and said in words", async (locale) => {
    const { t } = createTranslator(locale, await loadCatalogues(locale));
    const shown = await visit(browser, { locale });
    await shown.go("manual", "import-table");
    const pictures = await shown.page.locator(".guide-picture").all();
    expect(pictures).toHaveLength(2);
    for (const [at, picture] of pictures.entries()) {
      const name = ["columns", "would"][at] ?? "";
      expect(await picture.getAttribute("alt")).toBe(t(`manual.import-table.picture.${name}`));
      expect(await picture.getAttribute("src")).toBe(
        `manual/import-table.${name}.${locale === "ar" ? "ar" : "en"}.webp`,
      );
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image) => Reflect.get(image, "naturalWidth") as unknown))
        .toBe(pictureSize.width);
    }
    expect(shown.complaints).toEqual([]);
    await shown.close();
  });

  it("stand in a guide that can be used in every language, ground and width", async () => {
    expect(await look(browser, { name: "manual-guide", route: ["manual", "import-table"] })).toEqual([]);
  });
});
