import { resolve } from "node:path";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { isTocsinError } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStixBundle } from "./bundle.ts";
import { parseStixPattern } from "./pattern.ts";

const bundleOf = (...objects: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ type: "bundle", id: "bundle--example", objects }));
const indicator = (pattern: string, more: object = {}): object => ({
  type: "indicator",
  id: `indicator--${pattern}`,
  pattern,
  ...more,
});

function reasonOf(pattern: string): unknown {
  try {
    return parseStixPattern(pattern);
  } catch (error) {
    return isTocsinError(error) ? error.details["reason"] : error;
  }
}

describe("a pattern", () => {
  it("is read with each comparison that one look can decide", () => {
    expect(parseStixPattern("[domain-name:value = 'example-bad.test']")).toEqual([
      [{ path: "domain-name:value", operator: "=", values: ["example-bad.test"] }],
    ]);
    expect(parseStixPattern("[file:hashes.'SHA-256'='00']")[0]?.[0]?.path).toBe("file:hashes.SHA-256");
    expect(parseStixPattern("[domain-name:value IN ('a.test', 'b.test')]")[0]?.[0]?.values).toEqual([
      "a.test",
      "b.test",
    ]);
    expect(parseStixPattern("[url:value LIKE 'http://a%']")[0]?.[0]?.operator).toBe("LIKE");
    expect(parseStixPattern("[url:value MATCHES '^a$']")[0]?.[0]?.operator).toBe("MATCHES");
  });

  it("keeps an equals sign and escaped quotes inside a value", () => {
    expect(parseStixPattern("[url:value='https://a.test/?b=c']")[0]?.[0]?.values).toEqual([
      "https://a.test/?b=c",
    ]);
    expect(parseStixPattern(String.raw`[process:name='it\'s \\ here']`)[0]?.[0]?.values).toEqual([
      "it's \\ here",
    ]);
  });

  it("unfolds AND and OR into alternatives", () => {
    const paths = (pattern: string): string[] =>
      parseStixPattern(pattern).map((all) => all.map((one) => one.values.join()).join("+"));
    expect(paths("[a:b='1' OR a:b='2'] OR [a:b='3']")).toEqual(["1", "2", "3"]);
    expect(paths("[a:b='1' AND (a:b='2' OR a:b='3')]")).toEqual(["1+2", "1+3"]);
  });

  it("takes observations in parentheses", () => {
    const paths = (pattern: string): readonly string[] =>
      parseStixPattern(pattern).map((terms) => terms.map((term) => term.values[0]).join("+"));
    expect(paths("([a:b='1'])")).toEqual(["1"]);
    expect(paths("([a:b='1'] OR ([a:b='2'])) OR [a:b='3']")).toEqual(["1", "2", "3"]);
  });

  it.each([
    ["([a:b='1'] AND [a:b='2'])", "composite"],
    ["([a:b='1']", "syntax"],
    ["[a:b='1'])", "syntax"],
    [`${"(".repeat(5000)}[a:b='1']`, "too-long"],
    ["[a:b='1'] AND [a:b='2']", "composite"],
    ["[a:b='1'] FOLLOWEDBY [a:b='2']", "composite"],
    ["[a:b='1'] WITHIN 5 SECONDS", "composite"],
    ["[a:b != '1']", "negation"],
    ["[a:b NOT = '1']", "negation"],
    ["[a:b > 5]", "operator"],
    ["[a:b ISSUBSET '10.0.0.0/8']", "operator"],
    ["[a:b='1'", "syntax"],
    ["a:b='1'", "syntax"],
    ["[a:b='1]", "syntax"],
    [`[${"(".repeat(40)}a:b='1'${")".repeat(40)}]`, "too-long"],
    [`[${Array.from({ length: 12 }, () => "(a:b='1' OR a:b='2')").join(" AND ")}]`, "too-long"],
    [`[a:b='${"x".repeat(20_000)}']`, "too-long"],
  ])("is refused with its reason: %s", (pattern, reason) => {
    expect(reasonOf(pattern)).toBe(reason);
  });
});

describe("a bundle", () => {
  it("names the campaigns that relationships give, each once", () => {
    const bytes = bundleOf(
      { type: "malware", id: "malware--1", name: "Example One" },
      { type: "threat-actor", id: "threat-actor--2", name: "Example Two" },
      indicator("[a:b='1']"),
      { type: "relationship", source_ref: "indicator--[a:b='1']", target_ref: "malware--1" },
      { type: "relationship", source_ref: "indicator--[a:b='1']", target_ref: "threat-actor--2" },
      { type: "relationship", source_ref: "indicator--[a:b='1']", target_ref: "malware--1" },
    );
    expect(parseStixBundle(bytes, "example.json").indicators[0]?.campaigns).toEqual([
      "Example One",
      "Example Two",
    ]);
  });

  it("falls back on reports, the indicator's name, and the source", () => {
    const bytes = bundleOf(
      { type: "report", id: "report--1", name: "Example report", object_refs: ["indicator--[a:b='1']"] },
      indicator("[a:b='1']"),
      indicator("[a:b='2']", { name: "Example name" }),
      indicator("[a:b='3']"),
    );
    const campaigns = parseStixBundle(bytes, "example.json").indicators.map((one) => one.campaigns[0]);
    expect(campaigns).toEqual(["Example report", "Example name", "example.json"]);
  });

  it("refuses what it cannot use one by one, and keeps the rest", () => {
    const bytes = bundleOf(
      indicator("[a:b='1'] AND [c:d='2']"),
      indicator("[a:b='1']"),
      indicator("rule x {}", { pattern_type: "yara" }),
      indicator("[a:b='2']", { revoked: true }),
      { type: "indicator", id: "indicator--none" },
    );
    const { indicators, refused } = parseStixBundle(bytes, "example.json");
    expect(indicators.map((one) => one.place)).toEqual(["objects[1]"]);
    expect(refused.map((one) => `${one.place} ${one.reason}`)).toEqual([
      "objects[0] composite",
      "objects[2] other-language",
      "objects[3] revoked",
      "objects[4] no-pattern",
    ]);
  });

  it("throws only when there are no objects at all", () => {
    expect(() => parseStixBundle(new TextEncoder().encode("{"), "x")).toThrow(/not JSON/);
    expect(() => parseStixBundle(new TextEncoder().encode("{}"), "x")).toThrow(/no list of objects/);
    expect(parseStixBundle(new TextEncoder().encode("\uFEFF[null, 1, {}]"), "x").indicators).toEqual([]);
  });

  it("answers any change of a pattern with alternatives or a refusal", () => {
    const whole = "[file:hashes.'SHA-256' IN ('aa', 'bb') AND (file:name LIKE 'x%' OR file:name = 'y')]";
    const put = fc.constantFrom("'", "[", "]", "(", ")", "\\", " AND ", " OR ", "=", ",", "");
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.nat({ max: 6 }), put, (at, cut, text) => {
        const { indicators, refused } = parseStixBundle(
          bundleOf(indicator(whole.slice(0, at) + text + whole.slice(at + cut))),
          "x",
        );
        expect(indicators.length + refused.length).toBe(1);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});

const folder = resolve("../shared/data/indicators");
it.skipIf(!existsSync(folder))("reads every published set whole", () => {
  const sets = readdirSync(folder).filter((name) => name.endsWith(".stix2"));
  const bundles = sets.map((name) => parseStixBundle(readFileSync(`${folder}/${name}`), name));
  expect(sets).toHaveLength(17);
  expect(bundles.reduce((sum, one) => sum + one.indicators.length, 0)).toBe(11_846);
  expect(bundles.flatMap((one) => one.refused)).toEqual([]);
});
