import { createTranslator, loadCatalogues } from "@tocsin/language";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { faultsOf, launch, visit } from "./fake-visit.ts";
import { picture } from "./real-desk.ts";

describe.skipIf(chromiumPath() === undefined)("where something happened", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each([
    { locale: "en", scheme: "light" as const, width: 1280 },
    { locale: "ar", scheme: "dark" as const, width: 360 },
  ])(
    "is typed or chosen on the map by keyboard, kept coarse unless somebody wants more, and asked of nobody: $locale, $width px",
    async (around) => {
      const { t } = createTranslator(around.locale, await loadCatalogues(around.locale));
      const { page, desk, go, close } = await visit(browser, around);
      const hosts = new Set<string>();
      page.on("request", (request) => hosts.add(new URL(request.url()).host));
      await go("new", "incident");
      const main = page.getByRole("main");
      const kept = main.getByText(
        t("desk.place.point.kept", { degrees: "" })
          .trim()
          .replace(/[\u2066-\u2069]/g, ""),
      );
      const keptAs = async (): Promise<string> =>
        (await kept.first().innerText()).replaceAll(/[\u2066-\u2069]/g, "");
      await main
        .locator("summary")
        .filter({ hasText: t("desk.place.point") })
        .press("Enter");
      await main.getByRole("textbox", { name: t("desk.place.point"), exact: true }).focus();
      await page.keyboard.type("12.34567, -4.56789");
      await page.keyboard.press("Tab");
      await expect.poll(keptAs).toMatch(/12\.3\D.*4\.6\D/);
      const exactness = main.getByRole("combobox", { name: t("desk.place.exactness"), exact: true });
      await exactness.selectOption("3");
      await expect.poll(keptAs).toMatch(/12\.346\D.*4\.568\D/);
      await main.getByRole("button", { name: t("desk.place.on-map"), exact: true }).press("Enter");
      const map = main.getByRole("group", { name: t("desk.place.on-map"), exact: true });
      await map.locator(".land").waitFor();
      await map.getByRole("button", { name: t("desk.place.move.north"), exact: true }).press("Enter");
      await page.keyboard.press("ArrowRight");
      await picture(page, `place-${around.locale}-${around.scheme}-${String(around.width)}`);
      expect(await faultsOf(page)).toEqual([]);
      // Nothing is taken before somebody says so.
      expect(await keptAs()).toMatch(/12\.346\D/);
      await map.getByRole("button", { name: t("desk.place.take"), exact: true }).press("Enter");
      await expect.poll(keptAs).toMatch(/20\.346\D.*3\.432\D/);
      await main.getByRole("textbox", { name: t("incident.title"), exact: true }).fill("Example");
      await main.getByRole("button", { name: t("action.add"), exact: true }).press("Enter");
      await expect
        .poll(() => desk.asked.find(({ path }) => path.startsWith("/api/command/"))?.body)
        .toMatchObject({
          input: { values: { where: { latitude: 20_346_000, longitude: 3_432_000 } } },
        });
      expect([...hosts]).toEqual([new URL(desk.address).host]);
      await close();
    },
  );
});
