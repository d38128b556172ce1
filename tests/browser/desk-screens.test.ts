import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { ids } from "./fake-answers/answer.ts";
import { circumstances, faultsOf, launch, visit } from "./fake-visit.ts";
import { axeFaults, picture } from "./real-desk.ts";

const withVault: readonly (readonly string[])[] = [
  [],
  ["list", "case"],
  ["list", "finding"],
  ["list", "consent"],
  ["case", ids.case],
  ["case", ids.case, "findings"],
  ["case", ids.case, "edit"],
  ["case", ids.case, "report"],
  ["finding", ids.finding],
  ["evidence", ids.evidence],
  ["evidence", ids.evidence, "custody"],
  ["incident", ids.incident],
  ["new", "person"],
  ["add", ids.case],
  ["happened"],
  ["duplicates", "person"],
  ["counts"],
  ["map"],
  ["activity"],
  ["settings"],
  ["vault"],
  ["erase", "record", ids.evidence],
  ["bundle", "case", ids.case],
];

const withoutVault: readonly (readonly string[])[] = [
  [],
  ["create"],
  ["open"],
  ["restore"],
  ["recover"],
  ["phone"],
  ["site"],
  ["resolution"],
  ["words"],
  ["words", "countries"],
  ["examination", "phonejob"],
  ["examination", "emptyjob"],
  ["examination", "sitejob"],
];

describe.skipIf(chromiumPath() === undefined)("every screen of the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const states = [["open", withVault] as const, ["none", withoutVault] as const];
  const each = circumstances.flatMap(({ locale, shapes }) =>
    states.map(([vault, routes]) => ({ locale, vault, routes, shapes })),
  );

  it.each(each)(
    "has nothing that axe finds or that sticks out, and names nobody in title and address: $locale, vault: $vault",
    async ({ locale, vault, routes, shapes }) => {
      const faults: unknown[] = [];
      const shown = await visit(browser, { locale, vault, isBusy: vault === "open" });
      for (const route of routes) {
        await shown.go(...route);
        for (const shape of shapes) {
          await shown.turn(shape);
          for (const fault of await faultsOf(shown.page))
            faults.push({ route: route.join("/"), ...shape, ...fault });
        }
        expect(await shown.page.title()).toBe("Tocsin");
        expect(shown.page.url()).not.toMatch(/Example|Journalists|Editor/);
      }
      expect(shown.complaints).toEqual([]);
      await shown.close();
      expect(faults).toEqual([]);
    },
  );

  it("fits into 640 pixels without scrolling sideways", async () => {
    const wide: string[] = [];
    for (const [vault, routes] of states) {
      const shown = await visit(browser, { width: 640, vault });
      for (const route of routes) {
        await shown.go(...route);
        const over = await shown.page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (Number(over) > 0) wide.push(`${route.join("/")}: ${String(over)}`);
      }
      await shown.close();
    }
    expect(wide).toEqual([]);
  });

  it.each([
    { locale: "en", width: 1280 },
    { locale: "ar", width: 360 },
  ])("shows two records side by side before a person merges them: $locale, $width px", async (around) => {
    const shown = await visit(browser, around);
    await shown.go("duplicates", "person");
    await shown.page.locator("main section.card button").first().click();
    await shown.page.locator("table.compare").waitFor();
    await picture(shown.page, `duplicates-${around.locale}-${String(around.width)}`);
    expect(await axeFaults(shown.page)).toEqual([]);
    // That they are not the same, and a merge in either direction.
    expect(await shown.page.locator("main section.card .actions button").count()).toBe(3);
    const over = await shown.page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    expect(Number(over)).toBeLessThanOrEqual(0);
    await shown.close();
  });

  it.each([
    { locale: "en", width: 1280 },
    { locale: "ar", width: 360 },
  ])("puts a body's own words before what others tell of them: $locale, $width px", async (around) => {
    const shown = await visit(browser, around);
    for (const kind of ["incident", "case"] as const) {
      await shown.go(kind, ids[kind]);
      const quotes = shown.page.locator("section.said blockquote");
      await quotes.first().waitFor();
      expect(await quotes.allInnerTexts()).toEqual([
        "Three people were held.",
        "The commission admitted mass arrests.",
      ]);
      expect(await shown.page.locator("section.said .waits").count()).toBe(1);
      await picture(shown.page, `said-${kind}-${around.locale}-${String(around.width)}`);
      expect(await axeFaults(shown.page)).toEqual([]);
    }
    await shown.close();
  });

  it.each([
    { locale: "en", width: 1280 },
    { locale: "ar", width: 360 },
  ])("goes through the map by keyboard, east to the right in every language: $locale", async (around) => {
    const { page, desk, ...shown } = await visit(browser, around);
    await shown.go("map");
    await page.locator(".world-map .land").waitFor();
    const marks = page.locator(".world-map .spot");
    expect(await marks.count()).toBe(3);
    await marks.first().focus();
    const boxes = await Promise.all((await marks.all()).map((mark) => mark.boundingBox()));
    const middles = boxes.map((box) => (box?.x ?? 0) + (box?.width ?? 0) / 2);
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    const focused = "document.activeElement?.dataset.key ?? document.activeElement?.tagName";
    expect(await page.evaluate(focused)).toBe("at -330 -605");
    await page.keyboard.press("Enter");
    await page.locator("section.card h2:focus").waitFor();
    await page.locator(`section.card a[href="#/incident/${ids.incident}"]`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, `map-${around.locale}-${String(around.width)}`);
    expect(
      desk.asked.filter(({ path }) => path === "/api/query/map.records").map(({ body }) => body),
    ).toEqual([{ input: { coarse: false, status: "reported", keys: ["-330 -605"] } }]);
    await page.locator("section.card > button").click();
    expect(await page.evaluate(focused)).toBe("at -330 -605");
    await shown.close();
  });

  it.each(["rating", "settlement", "answer"])(
    "shows what there is, and no empty form, for what is not begun by hand: %s",
    async (kind) => {
      const shown = await visit(browser);
      await shown.go("new", kind);
      await shown.page.locator("main h1").waitFor();
      expect(await shown.page.locator("main form, main .field-place").count()).toBe(0);
      await shown.close();
    },
  );

  it("has no number on what is folded away while nothing is filled in there", async () => {
    const shown = await visit(browser);
    await shown.go("new", "person");
    const summaries = await shown.page.locator("main details.field-group > summary").allInnerTexts();
    expect(summaries.length).toBeGreaterThan(0);
    expect(summaries.filter((text) => /[0-9]/.test(text))).toEqual([]);
    await shown.close();
  });

  it("draws empty boxes with an edge that stands out from a dark ground as from a light one", async () => {
    for (const scheme of ["light", "dark"] as const) {
      const shown = await visit(browser, { scheme });
      await shown.go("list", "case");
      const box = "main table.records tbody input[type=checkbox]";
      await shown.page.locator(box).first().waitFor();
      expect(
        await shown.page.evaluate(`(() => {
          const style = getComputedStyle(document.querySelector("${box}"));
          const light = (color) => {
            const [r, g, b] = color.match(/[0-9.]+/g).map((part) => Number(part) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const [low, high] = [light(style.borderTopColor), light(style.backgroundColor)].sort((a, b) => a - b);
          return parseFloat(style.borderTopWidth) >= 1 ? (high + 0.05) / (low + 0.05) : 0;
        })()`),
        scheme,
      ).toBeGreaterThanOrEqual(3);
      await shown.close();
    }
  });

  it("would be faulted by axe for a field without a name", async () => {
    const shown = await visit(browser);
    await shown.page.evaluate("document.querySelector('main').append(document.createElement('input'))");
    expect((await axeFaults(shown.page)).map(({ id }) => id)).toContain("label");
    await shown.close();
  });

  it("shows Arabic from right to left, with the road on the right", async () => {
    const shown = await visit(browser, { locale: "ar" });
    expect(await shown.page.getAttribute("html", "dir")).toBe("rtl");
    expect(await shown.page.getAttribute("html", "lang")).toBe("ar");
    const road = await shown.page.locator("nav.road-nav").boundingBox();
    expect(road?.x).toBeGreaterThan(900);
    await shown.close();
  });

  it.each([
    { locale: "en", isEmpty: false, words: /Last copy: .* ago, blue stick\. 4 acts/ },
    { locale: "ar", isEmpty: false, words: /آخر نسخة: .*، blue stick\./ },
    { locale: "en", isEmpty: true, words: /Nothing is in it yet/ },
  ])(
    "says on Home how old the last copy is, or that nothing is in the vault yet: $locale",
    async ({ words, ...around }) => {
      const shown = await visit(browser, around);
      await shown.go();
      const line = await shown.page.locator("main article > p").first().textContent();
      // Names are set apart from the text around them by marks that nobody sees.
      expect(line?.replaceAll(/[\u2066-\u2069]/g, "")).toMatch(words);
      await shown.close();
    },
  );
});
