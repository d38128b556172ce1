import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { longestFirst } from "./longest-first.ts";

it("begins with the files that take longest, and keeps the order of the others", () => {
  const files = ["a.test.ts", "tests/browser/desk-screens.test.ts", "b.test.ts", "tests/endurance.test.ts"];
  const sorted = longestFirst(files, (name) => name);
  expect(sorted).toEqual([
    "tests/endurance.test.ts",
    "tests/browser/desk-screens.test.ts",
    "a.test.ts",
    "b.test.ts",
  ]);
  expect(sorted.slice(0, 2).every((name) => existsSync(name))).toBe(true);
});
