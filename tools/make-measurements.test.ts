import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "@tocsin/core";
import { parseMeasurement } from "@tocsin/formats";
import { english } from "@tocsin/language";
import { analyseMeasurement, loadFingerprints, rules, type FingerprintMatcher } from "@tocsin/network";
import { describe, expect, it } from "vitest";
import { makeEveryScenario, makeMeasurements } from "./make-measurements.ts";

const every = makeEveryScenario(1);
const weightIds = new Set(
  rules.filter((rule) => Object.keys(rule.weights).length > 0).map((rule) => rule.id),
);

function verdictOn(line: string, fingerprints: FingerprintMatcher | null = null): Verdict {
  const parsed = parseMeasurement(line);
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return analyseMeasurement(parsed.measurement, { file: "made", line: 1, fingerprints });
}

/** The measurement with each value below `test_keys` missing, null, emptied or of a wrong type, one at a time. */
function* spoil(measurement: { test_keys: unknown }): Generator<readonly [place: string, line: string]> {
  for (const [holder, key] of valuesBelow(measurement.test_keys, 0)) {
    const value = holder[key];
    for (const instead of [undefined, null, Array.isArray(value) ? [] : "", 7]) {
      holder[key] = instead;
      yield [`${key} = ${JSON.stringify(instead)}`, JSON.stringify(measurement)];
    }
    holder[key] = value;
  }
}

function* valuesBelow(value: unknown, level: number): Generator<[Record<string, unknown>, string]> {
  if (typeof value !== "object" || value === null || level > 5) return;
  const holder: Record<string, unknown> = Object(value);
  for (const key of Object.keys(holder)) {
    yield [holder, key];
    yield* valuesBelow(holder[key], level + 1);
  }
}

describe("the generator", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    const lines = (seed: number) => Array.from(makeMeasurements(20, seed), ({ line }) => line);
    expect(lines(3)).toEqual(lines(3));
    expect(lines(3)).not.toEqual(lines(4));
  });

  it("makes measurements of about 37 KiB", () => {
    const sizes = Array.from(makeMeasurements(400, 5), ({ line }) => line.length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length / 1024;
    expect(mean).toBeGreaterThan(33);
    expect(mean).toBeLessThan(41);
  });

  it("takes nothing from the code that reads what it makes", () => {
    const folder = join(import.meta.dirname, "measurements");
    const files = [
      ...readdirSync(folder).map((name) => join(folder, name)),
      join(import.meta.dirname, "make-measurements.ts"),
    ];
    for (const file of files)
      expect(readFileSync(file, "utf8")).not.toMatch(/from "(@tocsin|\.\.\/\.\.|\.\.\/packages)/);
  });
});

describe("the analysis", () => {
  it.each(every.map(({ scenario, line, truth }) => [scenario, line, truth] as const))(
    "finds what was planted in %s, and nothing else",
    (_scenario, line, truth) => {
      const verdict = verdictOn(line);
      const carrying = verdict.rules.map(({ id }) => id).filter((id) => weightIds.has(id));
      expect(verdict.state).toBe(truth.state);
      expect(verdict.mechanisms.toSorted()).toEqual(truth.mechanisms.toSorted());
      expect(carrying.toSorted()).toEqual(truth.rules.toSorted());
    },
  );

  it("has a scenario for every web rule that needs no list and no empty file", () => {
    const fired = new Set(every.flatMap(({ line }) => verdictOn(line).rules.map(({ id }) => id)));
    const web = rules.filter((rule) => rule.layer !== "test" && !rule.id.startsWith("test."));
    const silent = web.filter((rule) => !fired.has(rule.id)).map((rule) => rule.id);
    expect(silent.filter((id) => !id.includes("fingerprint"))).toEqual(["measurement.empty"]);
  });

  it("comes to every state that a web measurement can have", () => {
    const states = new Set(every.map(({ line }) => verdictOn(line).state));
    expect([...states].toSorted()).toEqual([
      "blocked",
      "down",
      "impaired",
      "insufficient",
      "likely-blocked",
      "ok",
    ]);
  });

  it("never speaks of blocking once the control is taken away", () => {
    const fingerprints = loadFingerprints([
      "name,scope,location_found,pattern_type,pattern,expected_countries\na,nat,body,contains,Restricted by order,QQ\nb,nat,dns,full,10.10.34.35,QQ",
    ]).matcher;
    for (const { line } of every) {
      const measurement = JSON.parse(line);
      measurement.test_keys.control = null;
      measurement.test_keys.control_failure = "connection_reset";
      expect(["blocked", "likely-blocked"]).not.toContain(
        verdictOn(JSON.stringify(measurement), fingerprints).state,
      );
    }
  });

  it("does not come nearer to blocked when something is missing, emptied or unreadable", () => {
    const nearer: string[] = [];
    for (const { scenario, line, truth } of every) {
      // What failed for the control as well excuses the network: without it, the failure stands alone.
      if (truth.state !== "insufficient" || scenario.endsWith("-page-elsewhere")) continue;
      const short = line.replaceAll(/<body>.*?<\/body>/gs, "<body></body>");
      expect(verdictOn(short).state).toBe("insufficient");
      for (const [place, spoilt] of spoil(JSON.parse(short)))
        if (verdictOn(spoilt).state.endsWith("blocked")) nearer.push(`${scenario}: ${place}`);
    }
    expect(nearer).toEqual([]);
  });

  it("says the same with fields that nobody knows, numbers as texts, failures as false, and requests turned around", () => {
    for (const { scenario, line, truth } of every) {
      const measurement = JSON.parse(line);
      measurement.test_keys.x_unknown = { failure: "connection_reset" };
      measurement.test_keys.requests.reverse();
      const text = JSON.stringify(measurement)
        .replaceAll(/"(code|port|asn|status_code|body_length|flags)":(-?\d+)/g, '"$1":"$2"')
        .replaceAll('"failure":null', '"failure":false');
      expect([scenario, verdictOn(text).state]).toEqual([scenario, truth.state]);
    }
  });

  it("agrees with what was planted in a long run", () => {
    for (const { line, truth } of makeMeasurements(300, 11)) expect(verdictOn(line).state).toBe(truth.state);
  });
});

describe("the texts", () => {
  it("say every rule, mechanism and state in words", () => {
    const keys = rules.flatMap(({ id, mechanism }) => [
      `rule.${id}.says`,
      ...(mechanism === undefined ? [] : [`mechanism.${mechanism}.label`, `mechanism.${mechanism}.harmless`]),
    ]);
    expect(keys.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });
});
