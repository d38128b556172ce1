import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { countryTiles } from "./drawn/country-tiles.ts";
import { heavyHead, heavyItems, heavyLabels, heavyTables } from "./heavy-library.fake.ts";
import { build, type BuiltLibrary } from "./library.fake.ts";

const states = countryTiles.map(({ code }) => code);
let built: BuiltLibrary;

const pages = (): readonly (readonly [string, string])[] =>
  [...built.files].filter(([path]) => path.endsWith(".html"));

describe("a library in which everything is long", () => {
  beforeAll(async () => {
    const head = heavyHead(["ar"]);
    const items = heavyItems(states, 300, 3);
    built = await build({ head, items, tables: heavyTables(states), labels: heavyLabels() });
  }, 300_000);

  it("has no page or piece of the index over 46 kB as it lies there", () => {
    const heavy = [...built.files]
      .filter(([path]) => !/^text\/|\.(?:xml|svg|csv|json)$/.test(path))
      .map(([path, text]) => [path, Buffer.byteLength(text)] as const)
      .filter(([, bytes]) => bytes > 46_000);
    expect(heavy).toEqual([]);
    expect(states.length).toBeGreaterThan(193);
    expect(pages().length).toBeGreaterThan(1_000);
  });

  it("has no page that comes with more than 14 kB after gzip", () => {
    const heavy = pages()
      .filter(([, text]) => text.length > 14_000)
      .map(([path, text]) => [path, gzipSync(text).length] as const)
      .filter(([, bytes]) => bytes > 14_000);
    expect(heavy).toEqual([]);
  });

  it("says so of none itself", () => {
    expect(built.problems.filter(({ code }) => code === "over-budget")).toEqual([]);
  });

  it("leads to every page by links that are there", () => {
    const reached = new Set(["index.html"]);
    for (const path of reached) {
      const text = built.files.get(path);
      if (text === undefined || !path.endsWith(".html")) continue;
      for (const [, address = ""] of text.matchAll(/ href="([^"#]*)/g)) {
        if (/^https?:/.test(address)) continue;
        reached.add(decodeURI(new URL(address, `https://x.test/${path}`).pathname).slice(1));
      }
    }
    // Copies and pictures are put there by whoever publishes.
    const dead = [...reached].filter((path) => !built.files.has(path) && !path.startsWith("files/"));
    expect(dead).toEqual([]);
    const apart = pages().filter(([path]) => !reached.has(path));
    expect(apart.map(([path]) => path)).toEqual([]);
  });

  it("names everybody and everything of a long item on pages of their own", () => {
    const details = pages()
      .filter(([path]) => /^ar\/items\/heavy-0-x+\/details(?:\/\d+)?\.html$/.test(path))
      .map(([, text]) => text)
      .join("");
    expect(details).toContain("Example Person 99 ");
    expect(details.match(/picture-\d+\.png/g)?.length).toBe(50);
    expect(details.match(/<time datetime="2026-01-/g)?.length).toBe(100);
    expect(details).toContain("country/TV.html");
  });

  it("has every row of a long table, and every State of a theme", () => {
    const rowsOf = (pattern: RegExp): number =>
      pages()
        .filter(([path]) => pattern.test(path))
        .flatMap(([, text]) => [...text.matchAll(/<tr><th scope="row">/g)]).length;
    expect(rowsOf(/^ar\/numbers\/by-quarter(?:\/\d+)?\.html$/)).toBe(states.length);
    expect(rowsOf(/^ar\/theme\/slapp\/country(?:\/\d+)?\.html$/)).toBe(states.length);
  });
});
