import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkBudgets } from "./budgets.ts";

const gzipSize = (bytes: Uint8Array): number => gzipSync(bytes).length;

/** Bytes that do not compress: digits of a simple generator. */
function heavy(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from(
    { length },
    () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24,
  );
}

describe("the budgets", () => {
  it("find a planted page of 60 kB, and no other", () => {
    const files = [
      { path: "en/items/light.html", bytes: heavy(13_000) },
      { path: "en/items/planted.html", bytes: heavy(60_000) },
      { path: "files/copy.pdf", bytes: heavy(90_000) },
    ];
    expect(checkBudgets(files, gzipSize).map(({ path, limit }) => [path, limit])).toEqual([
      ["en/items/planted.html", 46_000],
    ]);
  });

  it("hold the start page to 14 kB and the script to 6 kB", () => {
    const files = ["index.html", "ar/index.html", "search.js"].map((path) => ({
      path,
      bytes: heavy(15_000),
    }));
    expect(checkBudgets(files, gzipSize).map(({ limit }) => limit)).toEqual([14_000, 14_000, 6_000]);
  });

  it("hold a page to 46 kB as it lies there, however little is left of it compressed", () => {
    const page = (bytes: number) => ({
      path: "en/all.html",
      bytes: new TextEncoder().encode("<p>the same</p>".repeat(bytes / 15)),
    });
    expect(checkBudgets([page(45_990)], gzipSize)).toEqual([]);
    expect(checkBudgets([page(60_000)], gzipSize)).toEqual([
      { path: "en/all.html", bytes: 60_000, limit: 46_000, isCompressed: false },
    ]);
  });

  it("hold any page to 14 kB compressed, for it may be the first that somebody comes to", () => {
    const pages = [
      { path: "en/items/light.html", bytes: heavy(13_000) },
      { path: "en/items/dense.html", bytes: heavy(20_000) },
    ];
    expect(checkBudgets(pages, gzipSize).map(({ path, limit }) => [path, limit])).toEqual([
      ["en/items/dense.html", 14_000],
    ]);
  });
});
