import { resolve } from "node:path";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookAlikes, plantedIndicators, plantedLinks } from "../../../../tools/ios-backup/planted.table.ts";
import { writeIndicators } from "../../../../tools/ios-backup/indicators-writer.ts";
import { createIndicatorIndex } from "./indicator-index.ts";
import type { IndicatorIndex, IndicatorMatch } from "./indicator-index.ts";
import { scanLinks } from "./links.ts";
import { parseIndicators } from "./parse-indicators.ts";
import { expressionToWildcard, isWildMatch, likeToWildcard } from "./wildcard.ts";

const indexOf = (...patterns: readonly string[]): IndicatorIndex =>
  createIndicatorIndex([
    parseIndicators(
      writeIndicators(patterns.map((pattern) => ({ campaign: "Example", pattern }))),
      "example.stix2",
    ),
  ]);
const matchesIn = (index: IndicatorIndex, text: string): readonly IndicatorMatch[] =>
  scanLinks(text, { embedded: true }).flatMap((link) =>
    link.mailbox === null ? (index.matchLink(link) ?? []) : [],
  );
const hostsIn = (text: string): readonly string[] =>
  scanLinks(text, { embedded: true }).map((link) => link.host);

describe("links in text", () => {
  it.each([
    ["see https://A.Example-Bad.test/x.", ["a.example-bad.test"]],
    ["https://user:p%40w@a.b.test:8443/x", ["a.b.test"]],
    ["a.test,b.test;c.test", ["a.test", "b.test", "c.test"]],
    ["a.b.test. And c.test, d.test; (e.test)", ["a.b.test", "c.test", "d.test", "e.test"]],
    ["*a.test* _b.test_ «c.test» “d.test”", ["a.test", "b.test", "c.test", "d.test"]],
    ["hxxp://a[.]b(.)test/ and c[dot]test", ["a.b.test", "c.test"]],
    ["http://[2001:db8::1]:80/", ["[2001:db8::1]"]],
    ["http://3221226050/ http://0xC0.0.2.66/", ["192.0.2.66", "192.0.2.66"]],
    ["a。test", ["a.test"]],
    ["file/a.test x/1.2.3.4", []],
    ["version 1.2.3 costs 4.50", []],
    ["//a.test/x", ["a.test"]],
    [
      "https://good.test/go?to=https%3A%2F%2Fbad.test%2Fx&and=http://more.test",
      ["good.test", "bad.test", "more.test"],
    ],
    ["https://good.test/bad.test?x=bad.test", ["good.test"]],
    ["no link here... really . . .", []],
    ["http:// and ://", []],
  ])("are found in %s", (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  it("are found where they are glued to words of a script without capitals, and nowhere else", () => {
    for (const text of ["访问bad.test查看", "وbad.test", "bad.testです"])
      expect(hostsIn(text)).toContain("bad.test");
    expect(hostsIn("ébad.test")).not.toContain("bad.test");
    expect(hostsIn("бbad.test")).not.toContain("bad.test");
  });

  it("are told from addresses of e-mail", () => {
    expect(
      scanLinks("john.doe+x@bad.test, user@bad.test/x", { embedded: true }).map((link) => link.mailbox),
    ).toEqual(["john.doe+x", null]);
  });

  it("take time that grows with the text alone", () => {
    const size = 400_000;
    const hostile = [
      "a.",
      "http://",
      "a.b ",
      "://[",
      "http://a@",
      "@",
      "a@b.",
      "[.]",
      "http://a?u=",
      "%3A%2F%2F",
      ".",
      "-.",
      "/a.b",
      "文.",
    ];
    for (const part of hostile) {
      const start = performance.now();
      scanLinks(part.repeat(size / part.length), { embedded: true });
      expect(performance.now() - start, part).toBeLessThan(3000);
    }
  });

  it("are looked for in any text without an error", () => {
    const piece = fc.constantFrom(
      "http://",
      ".",
      "@",
      ":",
      "/",
      "[",
      "]",
      "a",
      "é",
      "文",
      "%3A",
      "\0",
      "\ud800",
      "192.0.2.66",
      " ",
      "?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const link of scanLinks(pieces.join(""), { embedded: true })) expect(link.host).not.toBe("");
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});

describe("the index", () => {
  const index = indexOf(...plantedIndicators.map((one) => one.pattern));

  it.each(plantedLinks.filter((one) => one.meaning === undefined))("meets $text", ({ text, value }) => {
    expect(matchesIn(index, `Example ${text} example`).map((match) => match.value)).toEqual([value]);
  });

  it.each(lookAlikes)("does not meet %s", (text) => {
    expect(matchesIn(index, `Example ${text} example`)).toEqual([]);
  });

  it("meets an address only as the whole host", () => {
    const addresses = indexOf("[ipv4-addr:value='1.2.3.4']", "[domain-name:value='evil-root.test']");
    for (const text of [
      "http://11.2.3.45/",
      "http://host.invalidtld/1.2.3.4",
      "http://notevil-root.test.localhost/",
    ])
      expect(matchesIn(addresses, text)).toEqual([]);
    expect(matchesIn(addresses, "http://1.2.3.4:8080/x")[0]?.kind).toBe("ip");
  });

  it("names every campaign of a host, in one set and across sets", () => {
    const bytes = writeIndicators([
      { campaign: "One", pattern: "[domain-name:value='bad.test']" },
      { campaign: "Two", pattern: "[domain-name:value='bad.test']" },
    ]);
    const both = createIndicatorIndex([parseIndicators(bytes, "a.stix2"), parseIndicators(bytes, "b.stix2")]);
    const [match] = matchesIn(both, "https://x.bad.test");
    expect(match?.indicators.map((one) => `${one.campaign} ${one.source} ${one.pattern}`).toSorted()).toEqual(
      [
        "One a.stix2 [domain-name:value='bad.test']",
        "One b.stix2 [domain-name:value='bad.test']",
        "Two a.stix2 [domain-name:value='bad.test']",
        "Two b.stix2 [domain-name:value='bad.test']",
      ],
    );
  });

  it("keeps hosts that begin with w, and takes www. as one label", () => {
    const web = indexOf("[domain-name:value='w3.web.test']", "[domain-name:value='www.shop.test']");
    expect(matchesIn(web, "http://w3.web.test")).toHaveLength(1);
    expect(matchesIn(web, "http://3.web.test")).toHaveLength(0);
    expect(matchesIn(web, "http://shop.test")).toHaveLength(1);
    expect(matchesIn(web, "http://other.shop.test")).toHaveLength(0);
  });

  it("meets a full address by its beginning, at a boundary", () => {
    const urls = indexOf(
      "[url:value='https://a.test/x/y']",
      "[url:value='http://b.test:8080/']",
      "[url:value='c.test/?k=v']",
    );
    const met = (text: string): number => matchesIn(urls, text).length;
    expect([
      met("http://a.test/x/y"),
      met("a.test/x/y/z"),
      met("https://www.a.test/x/y?q"),
      met("a.test/x/y#f"),
    ]).toEqual([1, 1, 1, 1]);
    expect([met("a.test/x/yz"), met("a.test/x"), met("sub.a.test/x/y"), met("a.test/X/Y")]).toEqual([
      0, 0, 0, 0,
    ]);
    expect([met("http://b.test:8080/z"), met("http://b.test/z"), met("http://c.test/?k=v&l=w")]).toEqual([
      1, 0, 1,
    ]);
  });

  it("meets processes whole, or as far as their names are cut", () => {
    const processes = indexOf("[process:name='exampleverylongnamed']", "[process:name='short']");
    expect(processes.matchProcess("exampleverylongnamed")?.whole).toBe(true);
    expect(processes.matchProcess("exampleverylong")?.whole).toBe(false);
    expect(processes.matchProcess("exampleverylongn")?.whole).toBe(false);
    expect(processes.matchProcess("exampleverylongna")).toBeNull();
    expect(processes.matchProcess("examplevery")).toBeNull();
    expect(processes.matchProcess("shorter")).toBeNull();
    expect(processes.matchProcess("unit/short")?.value).toBe("unit/short");
  });

  it("meets files at the boundary of a folder, whichever way /private is written", () => {
    const files = indexOf(
      "[file:path='/data/local/tmp/foo']",
      "[file:path='/var/tmp/bad']",
      "[file:name='x.js']",
    );
    expect(files.matchFile("/data/local/tmp/foo/bar")?.kind).toBe("file-path");
    expect(files.matchFile("/data/local/tmp/foobar")).toBeNull();
    expect(files.matchFile("data/local/tmp/foo")?.kind).toBe("file-path");
    expect(files.matchFile("/private/var/tmp/bad")?.kind).toBe("file-path");
    expect(files.matchFile("/any/where/x.js")?.kind).toBe("file-name");
    expect(files.matchFile("/any/where/ax.js")).toBeNull();
  });

  it("holds AND to one thing, and takes wildcards", () => {
    const both = indexOf(
      "[domain-name:value='a.test' AND url:value='https://a.test/x']",
      "[url:value LIKE 'http%://%.bad.test/login%']",
    );
    expect(matchesIn(both, "https://a.test/y")).toHaveLength(0);
    expect(matchesIn(both, "https://a.test/x")).toHaveLength(1);
    expect(matchesIn(both, "x.bad.test/login.html")).toHaveLength(1);
    const expressions = indexOf(
      String.raw`[domain-name:value MATCHES '^[a-z]+\.bad\.test$']`,
      String.raw`[domain-name:value MATCHES '\.bad\.test$']`,
    );
    expect(expressions.patterns).toBe(1);
    expect(matchesIn(expressions, "a.bad.test")).toHaveLength(1);
  });
});

describe("a set", () => {
  it("is used with everything that can be, and says why the rest cannot", () => {
    const patterns = [
      "[domain-name:value='bad.test']",
      "[url:value='https://bad.test/?a=b']",
      "[domain-name:value='a.test'] FOLLOWEDBY [domain-name:value='b.test']",
      "[windows-registry-key:key='x']",
      "[domain-name:value LIKE '%.t%']",
      "[ipv4-addr:value='10.0.0.0/8']",
      "[file:hashes.SHA256='zz']",
      "[url:value MATCHES '(a+)+$']",
      "[domain-name:value='a.test' AND process:name='b']",
    ];
    const set = parseIndicators(
      writeIndicators(patterns.map((pattern) => ({ campaign: "Example", pattern }))),
      "x.json",
    );
    expect(set.patterns).toBe(2);
    expect(set.refused.map((one) => one.reason)).toEqual([
      "composite",
      "unknown-property",
      "too-broad",
      "address-range",
      "bad-value",
      "expression",
      "composite",
    ]);
    expect(set.refused.every((one) => one.source === "x.json" && one.place.startsWith("objects["))).toBe(
      true,
    );
  });

  it("may hold nothing about hosts", () => {
    const apps = indexOf("[app:id='test.example.app']");
    expect(matchesIn(apps, "https://a.test")).toEqual([]);
    expect(apps.matchApp("test.example.app")?.indicators).toHaveLength(1);
  });

  it("reads the names of digests in every spelling", () => {
    const digest = "a".repeat(64);
    const spellings = ["SHA-256", "sha256", "'SHA-256'", "Sha-256"].map(
      (name) => `[file:hashes.${name}='${digest.toUpperCase()}']`,
    );
    const set = parseIndicators(
      writeIndicators(spellings.map((pattern) => ({ campaign: "Example", pattern }))),
      "x",
    );
    expect(new Set(set.indicators.map((one) => one.term.value))).toEqual(new Set([digest]));
    expect(set.indicators).toHaveLength(4);
  });

  const folder = resolve("../shared/data/indicators");
  it.skipIf(!existsSync(folder))("is used whole where it was published", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".stix2"));
    const sets = names.map((name) => parseIndicators(readFileSync(`${folder}/${name}`), name));
    expect(createIndicatorIndex(sets).patterns).toBe(11_846);
    expect(sets.flatMap((set) => set.refused)).toEqual([]);
  });
});

describe("wildcards", () => {
  it("match the whole text, and stand for themselves when escaped", () => {
    expect(isWildMatch(likeToWildcard("a%c_"), "abbbcd")).toBe(true);
    expect(isWildMatch(likeToWildcard("a*c"), "abc")).toBe(false);
    expect(isWildMatch(likeToWildcard("a*c"), "a*c")).toBe(true);
    expect(isWildMatch("a*", "ba")).toBe(false);
  });

  it("come from expressions only where these are harmless", () => {
    expect(expressionToWildcard("^a\\.b.*c$")).toBe("a.b*c");
    expect(expressionToWildcard("bad")).toBe("*bad*");
    for (const hostile of ["(a+)+$", "[ab]", "a{2}", "a|b", "\\d+", "a*", ".*?", "a+"])
      expect(expressionToWildcard(hostile)).toBeNull();
  });

  it("take time that the lengths bound", () => {
    const start = performance.now();
    expect(isWildMatch(`${"*a".repeat(200)}b`, "a".repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
