import { describe, expect, it } from "vitest";
import { measureLibrary } from "./measure-library.ts";

const page = (path: string, bytes: number) => ({ path, bytes: new Uint8Array(bytes).fill(0x61) });

describe("what a library weighs", () => {
  it("is within its budgets, and a planted page of 60 kB is not, though it is nothing compressed", async () => {
    const figures = await measureLibrary(20, [page("en/items/planted.html", 60_000)]);
    const missed = figures.filter(({ met }) => !met).map(({ name, bytes }) => [name, bytes]);
    expect(missed).toEqual([
      ["public library, heaviest page, not compressed", 60_000],
      ["public library, en/items/planted.html", 60_000],
    ]);
    expect(figures.length).toBe(6);
  });
});
