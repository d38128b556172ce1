// docs/threats-and-tests.md names, for each threat of docs/threat-model.md, tests that are there.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const pageOf = (path: string) => readFileSync(join(root, path), "utf8");
const page = pageOf("docs/threats-and-tests.md");
const model = pageOf("docs/threat-model.md");

/** The cells of every row under a heading of the third level, without heads and rules. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const tables = text.slice(text.indexOf("\n### ")).split("\n## ")[0] ?? "";
  return tables
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (threat |-)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** `` `file` "title", "title"; `file` "title" `` */
function testsOf(cell: string): readonly NamedTest[] {
  return [...cell.matchAll(/`([^`]+)`((?:,? "[^"]+")+)/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );
}

function faultsOf(text: string): readonly string[] {
  return rowsOf(text).flatMap(([threat, , cell = ""]) => {
    const tests = testsOf(cell);
    if (tests.length === 0) return cell === "none" ? [] : [`${threat}: no test is named`];
    return tests
      .filter(({ file, title }) => !existsSync(join(root, file)) || !pageOf(file).includes(`"${title}"`))
      .map(({ file, title }) => `${file}: ${title}`);
  });
}

describe("the page of threats and tests", () => {
  it("has each threat of the model, in its order and words", () => {
    const threats = rowsOf(page).map(([threat]) => threat);
    expect(threats.length).toBeGreaterThan(40);
    expect(threats).toEqual(rowsOf(model).map(([threat]) => threat));
  });

  it("names only tests that are there", () => {
    expect(faultsOf(page)).toEqual([]);
  });

  it("names a test wherever the model says that a threat is stopped", () => {
    const stopped = rowsOf(model).filter(([, state = ""]) => state.startsWith("**stopped by**"));
    const untested = rowsOf(page).filter(([, , cell]) => cell === "none");
    expect(stopped.length).toBeGreaterThan(5);
    for (const [threat] of untested) expect(stopped.map(([one]) => one)).not.toContain(threat);
  });

  it.each([
    ["tools/threats.test.ts", ["a title", "of no test"].join(" ")],
    ["tools/no-such.test.ts", "names only tests that are there"],
  ])("would be faulted for a title or a file that is not in the tree: %s", (file, title) => {
    expect(faultsOf(`\n### x\n\n| a | b | \`${file}\` "${title}" | c |\n`)).toEqual([`${file}: ${title}`]);
  });

  it("would be faulted for a row without a test that does not say so", () => {
    expect(faultsOf("\n### x\n\n| a | b | soon | c |\n")).toEqual(["a: no test is named"]);
  });
});
