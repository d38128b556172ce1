import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Coverage, ExaminerOutput, Verdict } from "@tocsin/core";
import { english } from "@tocsin/language";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMeasurementExaminer, fingerprintsSetting } from "./measurement-examiner.ts";

const folder = mkdtempSync(join(tmpdir(), "measurements-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const line = `${JSON.stringify({
  test_name: "web_connectivity",
  input: "https://garden.example/",
  measurement_start_time: "2026-03-01 12:00:00",
  probe_cc: "XX",
  test_keys: { queries: [], requests: [] },
})}\n`;
const columns = "name,scope,location_found,pattern_type,pattern,confidence_no_fp,expected_countries";

beforeAll(() => {
  mkdirSync(at("all/deeper"), { recursive: true });
  writeFileSync(at("all/b.jsonl"), line + line);
  writeFileSync(at("all/deeper/a.gz"), gzipSync(line));
  writeFileSync(at("all/list.json"), '{"names": []}');
  symlinkSync(at("all/b.jsonl"), at("all/link.jsonl"));
  mkdirSync(at("other"));
  writeFileSync(at("other/letter.txt"), "Nothing was measured.");
  writeFileSync(
    at("good.csv"),
    `${columns}\none,nat,dns,full,192.0.2.7,10,XX\ntwo,nat,dns,regexp,.*,10,XX\n`,
  );
  writeFileSync(at("bad.csv"), "not,a,list\n1,2,3\n");
});

async function examine(path: string, lists: readonly string[] = []) {
  const settings = { [fingerprintsSetting]: lists };
  const examiner = createMeasurementExaminer({ paths: [path], indicatorPaths: [], settings });
  const coverage: Coverage[] = [];
  const verdicts: Verdict[] = [];
  const take = (output: ExaminerOutput): void => {
    if (output.kind === "coverage") coverage.push(output.coverage);
    if (output.kind === "verdict") verdicts.push(output.verdict);
  };
  for await (const output of examiner.examine(path)) take(output);
  return { knows: await examiner.knows(path), coverage, verdicts };
}

describe("the examiner of measurements", () => {
  it("knows files and folders by what is in them", async () => {
    const { knows } = createMeasurementExaminer({ paths: [], indicatorPaths: [], settings: {} });
    const knowsAll = (names: readonly string[]): Promise<readonly boolean[]> =>
      Promise.all(names.map((name) => knows(at(name))));
    expect(await knowsAll(["all", "all/b.jsonl", "all/deeper"])).toEqual([true, true, true]);
    expect(await knowsAll(["other", "other/letter.txt", "nowhere"])).toEqual([false, false, false]);
  });

  it("reads a folder in order, follows no link, and says what it did not look at", async () => {
    const { verdicts, coverage } = await examine(at("all"));
    expect(verdicts.map(({ file, line: number }) => [file, number])).toEqual([
      [at("all/b.jsonl"), 1],
      [at("all/b.jsonl"), 2],
      [at("all/deeper/a.gz"), 1],
    ]);
    const passedOver = coverage.filter(({ status }) => status === "out-of-scope");
    expect(passedOver.map(({ acquisition }) => acquisition)).toEqual([at("all/list.json")]);
    for (const { note } of passedOver) expect(Object.keys(english)).toContain(note?.key);
  });

  it("uses the lists of fingerprints that can be read, and names the others, once", async () => {
    const { coverage } = await examine(at("all"), [at("good.csv"), at("bad.csv"), at("nowhere.csv")]);
    const lists = coverage.filter(({ artifact }) => artifact === "fingerprints");
    expect(lists.map(({ acquisition, status, rows }) => [acquisition, status, rows])).toEqual([
      [at("good.csv"), "read", 1],
      [at("bad.csv"), "unreadable", 0],
      [at("nowhere.csv"), "unreadable", 0],
    ]);
    for (const { note } of lists) expect(Object.keys(english)).toContain(note?.key);
  });
});
