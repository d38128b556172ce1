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
      { path: "en/items/light.html", bytes: heavy(40_000) },
      { path: "en/items/planted.html", bytes: heavy(60_000) },
      { path: "files/copy.pdf", bytes: heavy(90_000) },
    ];
    expect(checkBudgets(files, gzipSize).map(({ path, limit }) => [path, limit])).toEqual([
      ["en/items/planted.html", 50_000],
    ]);
  });

  it("hold the start page to 14 kB and the script to 6 kB", () => {
    const files = ["index.html", "ar/index.html", "search.js"].map((path) => ({
      path,
      bytes: heavy(15_000),
    }));
    expect(checkBudgets(files, gzipSize).map(({ limit }) => limit)).toEqual([14_000, 14_000, 6_000]);
  });

  it("measure what is compressed, not what lies there", () => {
    const bytes = new TextEncoder().encode("<p>the same</p>".repeat(10_000));
    expect(checkBudgets([{ path: "en/all.html", bytes }], gzipSize)).toEqual([]);
  });
});
