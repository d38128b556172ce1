import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { mocking } from "./mocking.ts";

const root = resolve(import.meta.dirname, "..");
/** Written so that this file does not find itself. */
const mock = /\bvi\.(?:do)?[mM]ock\(/;

function testsBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return entry.name === "node_modules" || entry.name === "dist" ? [] : testsBelow(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

it("names every test that mocks modules, since all others share theirs with the files after them", () => {
  const tests = ["packages", "apps", "tools", "tests"].flatMap(testsBelow);
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.filter((path) => mock.test(readFileSync(join(root, path), "utf8")))).toEqual(mocking);
});
