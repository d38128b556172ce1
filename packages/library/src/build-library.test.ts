import { describe, expect, it } from "vitest";
import { isTocsinError } from "@tocsin/core";
import { build, fileOf, itemWith, libraryOf, madeUpLibrary } from "./library.fake.ts";
import { madeUpItem } from "./made-up-library.fake.ts";

const built = build(madeUpLibrary(60));

/** Addresses of a page that lead to other files, resolved against its own. */
function targetsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(/ (?:href|src|action)="([^"]*)"/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !/^(?:https?:|#)/.test(address))
    .map((address) => decodeURI(new URL(address, `https://x.test/${path}`).pathname).slice(1));
}

describe("a built library", () => {
  it("comes out with the same bytes from the same input", async () => {
    const again = await build(madeUpLibrary(60));
    expect([...again.files]).toEqual([...(await built).files]);
  });

  it("leads by every relative address to a file that is there", async () => {
    const { files } = await built;
    const pages = [...files].filter(([path]) => path.endsWith(".html") || path.endsWith(".svg"));
    const dead = pages.flatMap(([path, text]) =>
      targetsOf(path, text)
        .filter((target) => !files.has(target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("has no address from the root and loads nothing from another place", async () => {
    for (const [path, text] of (await built).files) {
      if (!path.endsWith(".html")) continue;
      expect(text).not.toMatch(/ (?:href|src|action)="\//);
      expect(text).not.toMatch(/<(?:img|iframe|object|embed|video|audio)\b/);
      expect(text).not.toMatch(
        /<(?:script|link)[^>]* (?:src|rel="(?:stylesheet|preload)"[^>]* href)="https?:/,
      );
      expect(text).not.toMatch(/ style="|<style| on\w+="/);
      expect(text).toContain(`http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`);
    }
  });

  it("has every page in the language and direction of its folder, and a title of its own", async () => {
    const { files } = await built;
    for (const [locale, direction] of [
      ["en", "ltr"],
      ["ar", "rtl"],
      ["fr", "ltr"],
    ]) {
      const pages = [...files].filter(([path]) => path.startsWith(`${locale}/`) && path.endsWith(".html"));
      expect(pages.length).toBeGreaterThan(60);
      for (const [, text] of pages) expect(text).toContain(`<html lang="${locale}" dir="${direction}">`);
    }
  });

  it("stays within its budgets", async () => {
    expect((await built).problems.filter(({ code }) => code === "over-budget")).toEqual([]);
  });

  it("names no paragraph of the resolution", async () => {
    const text = fileOf(await built, "en/resolution.html");
    expect(text).toContain("Won for the first time");
    expect(text).not.toMatch(/\b(?:[OP]P ?\d|paragraph \d|para\. ?\d|§)/i);
  });
});

describe("building again", () => {
  it("makes nothing when nothing changed", async () => {
    const first = await built;
    const again = await build(madeUpLibrary(60), { files: first.madeFrom });
    expect(again.files.size).toBe(0);
    expect(again.unchanged.length).toBe(first.files.size);
  });

  it("makes only what shows a changed item, and that as a whole build would", async () => {
    const items = Array.from({ length: 60 }, (_, number) => madeUpItem(number, 60));
    const first = await build(libraryOf(items));
    const changed = items.map((item) =>
      item.slug === "example-7"
        ? {
            ...item,
            editions: item.editions.map((edition) => ({ ...edition, title: `${edition.title} new` })),
          }
        : item,
    );
    const whole = await build(libraryOf(changed));
    const again = await build(libraryOf(changed), { files: first.madeFrom });
    const shown = new Map(
      [...whole.files.keys()].map((path) => [path, again.files.get(path) ?? first.files.get(path)]),
    );
    expect(shown).toEqual(whole.files);
    const items7 = [...again.files.keys()].filter((path) => /\/items\//.test(path));
    const shows = (path: string): boolean => (first.files.get(path) ?? "").includes("example-7.");
    expect(items7.every((path) => path.includes("example-7.") || shows(path))).toBe(true);
    expect(again.files.size).toBeLessThan(first.files.size / 3);
  });

  it("refuses items that are others at the second reading", async () => {
    let readings = 0;
    const items = {
      async *[Symbol.asyncIterator]() {
        readings += 1;
        yield itemWith({ licence: `Licence ${readings}` });
      },
    };
    const problem: unknown = await build(libraryOf([], { items })).catch((error: unknown) => error);
    expect(isTocsinError(problem) && problem.code).toBe("library.items-changed");
  });
});

describe("an address of its own", () => {
  it("is in maps of the site with the other languages, and in no page's links when there is none", async () => {
    const text = fileOf(await built, "sitemap-1.xml");
    expect(text).toContain(
      `<xhtml:link rel="alternate" hreflang="ar" href="https://library.example.org/ar/items/example-3.html"/>`,
    );
    const { head } = libraryOf([]);
    const without = await build(libraryOf([itemWith({})], { head: { ...head, address: null } }));
    expect(without.files.has("sitemap.xml")).toBe(false);
    expect([...without.files.values()].some((each) => each.includes("library.example.org"))).toBe(false);
  });

  it("as a service of Tor is told to browsers that know them", async () => {
    const { head } = libraryOf([]);
    const onion = "http://exampleexampleexampleexampleexampleexampleexampleexample.onion/";
    const text = fileOf(
      await build(libraryOf([itemWith({})], { head: { ...head, onion } })),
      "ar/items/example-1.html",
    );
    expect(text).toContain(`<meta http-equiv="onion-location" content="${onion}ar/items/example-1.html"/>`);
  });
});
