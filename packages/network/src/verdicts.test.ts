import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMeasurement } from "@tocsin/formats";
import { describe, expect, it } from "vitest";
import { analyseMeasurement } from "./analyse-measurement.ts";
import { loadFingerprints } from "./fingerprints/load.ts";
import type { FingerprintMatcher } from "./fingerprints/matcher.ts";

const root = join(import.meta.dirname, "../../..");
const data = join(root, "../shared/data/network");

/** Rows of the tables of docs/verdicts.md whose first column is named so. */
function rowsOf(firstColumn: string): readonly (readonly string[])[] {
  const tables = readFileSync(join(root, "docs/verdicts.md"), "utf8").split(/\n\s*\n/);
  const table = tables.find((text) => text.startsWith(`| ${firstColumn} `)) ?? "";
  const lines = table.trim().split("\n").slice(2);
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function verdictOn(path: string, fingerprints: FingerprintMatcher | null = null) {
  const parsed = parseMeasurement(readFileSync(path));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return analyseMeasurement(parsed.measurement, { file: path, line: 1, fingerprints });
}

const mechanismsIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

describe.skipIf(!existsSync(data))("docs/verdicts.md", () => {
  const cases = rowsOf("case");
  const files = rowsOf("file");

  it("has every scenario and every measurement once", () => {
    const known: readonly { name: string }[] = JSON.parse(
      readFileSync(join(data, "web-connectivity-qa/cases.json"), "utf8"),
    );
    const expected: readonly { file: string }[] = JSON.parse(
      readFileSync(join(data, "expected.json"), "utf8"),
    );
    expect(cases.map((row) => row[0])).toEqual(known.map(({ name }) => name));
    expect(files.map((row) => row[0])).toEqual(expected.map(({ file }) => file));
  });

  it.each(cases)(
    "tells what the code says on %s",
    (name = "", reading = "", state = "", mechanisms = "", note = "") => {
      const verdict = verdictOn(join(data, "web-connectivity-qa", name, "measurement.json"));
      expect([verdict.state, verdict.mechanisms]).toEqual([state, mechanismsIn(mechanisms)]);
      const isBlockedForProbe = !reading.startsWith("false") && !reading.startsWith("null");
      const isBlockedForUs = state === "blocked" || state === "likely-blocked";
      expect(isBlockedForUs === isBlockedForProbe || note.startsWith("differs")).toBe(true);
    },
  );

  it.each(files)("tells what the code says on %s", (...row) => {
    const [file = "", test = "", , state = "", mechanisms = ""] = row;
    const verdict = verdictOn(join(data, "measurements", file));
    expect([verdict.test, verdict.state, verdict.mechanisms]).toEqual([
      test,
      state,
      mechanismsIn(mechanisms),
    ]);
  });

  it("calls a measurement blocked when a list places its block page in the country", () => {
    const tables = ["dns", "http"].map((name) =>
      readFileSync(join(data, `fingerprints/fingerprints_${name}.csv`), "utf8"),
    );
    const { matcher, count, skipped } = loadFingerprints(tables);
    expect([count, skipped]).toEqual([1_941, 14]);
    const path = join(data, "measurements/20250527233111.802678_ID_webconnectivity_5a37ec909dbf14e3.json");
    const verdict = verdictOn(path, matcher);
    expect(verdict.state).toBe("blocked");
    expect(verdict.rules).toContainEqual({ id: "http.fingerprint-of-country", layer: "http" });
  });

  it("does not let a list of fingerprints change what the control sees as well", () => {
    const matcher = loadFingerprints([
      readFileSync(join(data, "fingerprints/fingerprints_dns.csv"), "utf8"),
    ]).matcher;
    const path = join(data, "web-connectivity-qa/localhostWithHTTP/measurement.json");
    expect(verdictOn(path, matcher).state).toBe("down");
  });
});
