import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeIndicators } from "../../../../tools/ios-backup/indicators-writer.ts";
import { loadIndicatorFiles } from "./indicator-files.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-sets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Status and note of each line of coverage. */
const linesOf = (path: string): readonly string[] =>
  loadIndicatorFiles([path]).outputs.map((output) =>
    output.kind === "coverage"
      ? `${output.coverage.status} ${output.coverage.note?.key ?? "-"}`
      : output.kind,
  );
const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("sets of indicators that match nothing because there is nothing in them", () => {
  it("are said: a folder without sets", () => {
    mkdirSync(join(folder, "none", "inner"), { recursive: true });
    writeFileSync(join(folder, "none", "readme.txt"), "x");
    expect(linesOf(join(folder, "none"))).toEqual(["empty phone.coverage.no-sets"]);
  });

  it("are said: a bundle without indicators", () => {
    expect(linesOf(write("empty.json", '{"objects":[]}'))).toEqual(["empty phone.coverage.no-patterns"]);
  });

  it("are said: a bundle whose only pattern cannot be used", () => {
    const set = '{"objects":[{"type":"indicator","pattern":"[broken"}]}';
    expect(linesOf(write("broken.json", set))).toEqual([
      "empty phone.coverage.patterns-refused",
      "unreadable phone.coverage.pattern-syntax",
    ]);
  });
});

describe("a set of indicators", () => {
  it("is found in a folder whatever the letters of its ending", () => {
    mkdirSync(join(folder, "capitals"));
    writeFileSync(join(folder, "capitals", "SET.STIX2"), writeIndicators());
    expect(linesOf(join(folder, "capitals"))[0]).toMatch(/^read/);
  });

  it("is read although a name in it is not UTF-8", () => {
    const text =
      '{"objects":[{"type":"indicator","name":"\u00ff","pattern":"[domain-name:value=\'bad.test\']"}]}';
    expect(linesOf(write("latin.json", Buffer.from(text, "latin1")))).toEqual(["read -"]);
  });
});
