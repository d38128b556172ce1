// From signatures to a frozen list, its file, and its check by somebody else.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertCell } from "./cell.ts";
import { LettersError } from "./errors.ts";
import { planEntries, sealEntries, type FreezeRules, type StandingSigner } from "./freeze.ts";
import { listDigest, type ListHead } from "./frozen-list.ts";
import { letterDigest, letterText } from "./letter-text.ts";
import { listCounts } from "./list-counts.ts";
import { listFileBytes, parseListFile, verifyList, type ListFile } from "./list-file.ts";
import { checkNames, parseDomain, type Signature } from "./signer.ts";
import { standings } from "./standing.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const rules: FreezeRules = {
  order: { by: "name", collation: "en" },
  threshold: 5,
  regionOf: (country) => (country.startsWith("X") ? null : "155"),
};

function standing(id: string, name: string, more: Partial<StandingSigner> = {}): StandingSigner {
  return {
    id,
    names: [{ text: name, lang: "en" }],
    country: "XA",
    domain: null,
    aliases: [],
    visibility: "public",
    arrived: 0,
    verified: "none",
    ...more,
  };
}

let salts = 0;
const newSalt = (): string => `salt-${(salts += 1)}`;

function frozen(signers: readonly StandingSigner[]): ListFile {
  const text = letterText("en", "Letter", "One.");
  const translation = letterText("ar", "رسالة", "واحد.");
  const head: ListHead = {
    text: letterDigest(text, sha256),
    translations: [{ language: "ar", digest: letterDigest(translation, sha256) }],
    order: rules.order,
    closes: { at: "2026-12-01T18:00", zone: "Europe/Zurich", graceMinutes: 0 },
    frozen: "2026-12-02T08:00:00.000Z",
  };
  const entries = sealEntries(planEntries(signers, rules), newSalt, sha256);
  const digest = listDigest(
    head,
    entries.map(({ leaf }) => leaf),
    sha256,
  );
  return {
    head,
    texts: [text, translation],
    entries: entries.map(({ open, closed }) => ({ open, closed })),
    digest,
  };
}

describe("a frozen list", () => {
  it("stands in the order that it states, with names that are withheld behind and in no order", () => {
    const signers = [
      standing("1", "Zebra", { arrived: 1 }),
      standing("2", "éclair", { arrived: 2 }),
      standing("3", "Middle", { visibility: "withheld", arrived: 3 }),
      standing("4", "Apple", { visibility: "counted", arrived: 4 }),
      standing("5", "Example 10", { arrived: 5 }),
      standing("6", "Example 9", { arrived: 6 }),
    ];
    const names = (order: FreezeRules["order"]) =>
      planEntries(signers, { ...rules, order }).map(({ open }) => open.names[0]?.text ?? open.visibility);
    expect(names({ by: "name", collation: "en" })).toEqual([
      "éclair",
      "Example 9",
      "Example 10",
      "Zebra",
      "withheld",
      "counted",
    ]);
    expect(names({ by: "name", collation: "lt" }).slice(-2)).toEqual(["withheld", "counted"]);
    expect(names({ by: "arrival" })).toEqual([
      "Zebra",
      "éclair",
      "Example 10",
      "Example 9",
      "withheld",
      "counted",
    ]);
  });

  it("is checked from its file alone, and every change of it is found", () => {
    const file = frozen([
      standing("1", "Example A"),
      standing("2", "منظمة المثال"),
      standing("3", "Hush", { visibility: "withheld" }),
    ]);
    const bytes = listFileBytes(file);
    expect(verifyList(parseListFile(bytes), sha256, file.digest).problems).toEqual([]);
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toContain("Hush");
    for (const [from, to, kinds] of [
      ["Example A", "Example B", ["digest"]],
      ['"One."', '"Two."', ["text"]],
      ["واحد.", "اثنان.", ["text"]],
      ["2026-12-02T08", "2026-12-03T08", ["digest"]],
      ["Europe/Zurich", "Europe/Vienna", ["digest"]],
    ] as const) {
      expect(text).toContain(from);
      const changed = parseListFile(new TextEncoder().encode(text.replace(from, to)));
      expect(
        verifyList(changed, sha256).problems.map(({ kind }) => kind),
        from,
      ).toEqual(kinds);
    }
    const [first, ...rest] = file.entries;
    const without = verifyList({ ...file, entries: rest }, sha256);
    expect(without.problems.map(({ kind }) => kind)).toEqual(["digest"]);
    if (first === undefined) return;
    expect(verifyList({ ...file, entries: [...rest, first] }, sha256).problems).toHaveLength(1);
    expect(verifyList(file, sha256, "0".repeat(64)).problems.map(({ kind }) => kind)).toEqual(["expected"]);
  });

  it("is the same list where an entry was erased since", () => {
    const signers = [standing("1", "Example A"), standing("2", "Example B")];
    const sealed = sealEntries(planEntries(signers, rules), newSalt, sha256);
    const file = frozen(signers);
    const entries = [{ leaf: sealed[0]?.leaf ?? "" }, ...file.entries.slice(1)];
    const read = parseListFile(listFileBytes({ ...file, entries }));
    const verdict = verifyList(read, sha256);
    expect(verdict.problems).toEqual([]);
    expect(verdict.entries[0]).toBeNull();
  });

  it("hides a name behind a hash that cannot be guessed without its salt", () => {
    const signers = [standing("1", "Hush", { visibility: "withheld", country: "XB" })];
    const [one, other] = [frozen(signers), frozen(signers)];
    expect(one.digest).not.toBe(other.digest);
  });

  it("refuses what is no such file", () => {
    for (const text of [
      "",
      "{}",
      "[]",
      '{"format":"tocsin.letter-list","version":1}',
      "\u0000",
      "{".repeat(10_000),
    ])
      expect(() => parseListFile(new TextEncoder().encode(text)), text.slice(0, 20)).toThrow(LettersError);
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("texts", "entries", "order", "closes", "translations"),
        (value, field) => {
          const file = JSON.parse(
            new TextDecoder().decode(listFileBytes(frozen([standing("1", "A")]))),
          ) as Record<string, unknown>;
          const read = (): ListFile | null => {
            try {
              return parseListFile(new TextEncoder().encode(JSON.stringify({ ...file, [field]: value })));
            } catch (error) {
              if (error instanceof LettersError) return null;
              throw error;
            }
          };
          expect(read).not.toThrow();
        },
      ),
    );
  });
});

describe("counts of a list", () => {
  const withheld = (count: number, country: string) =>
    Array.from({ length: count }, (_, at) =>
      standing(`${country}${at}`, `Hush ${at}`, { visibility: "withheld", country }),
    );

  it("show a country of withheld names only where five share it, and cannot be subtracted from", () => {
    const entries = planEntries(
      [
        standing("a", "A", { country: "DE" }),
        ...withheld(5, "FR"),
        ...withheld(4, "BE"),
        ...withheld(1, "XA"),
      ],
      rules,
    ).map(({ open }) => open);
    const counts = listCounts(entries);
    expect(counts).toMatchObject({ all: 11, named: 1, withheld: 10, counted: 0, noCountry: 5 });
    expect(counts.countries).toEqual([
      { code: "FR", count: 5 },
      { code: "DE", count: 1 },
    ]);
    // Four of Belgium alone show no region either: all withheld ones without a country would be of Belgium or XA.
    expect(counts.regions).toEqual([{ code: "155", count: 6 }]);
  });

  it("show the region of names that are withheld where enough countries come together in it", () => {
    const entries = planEntries([...withheld(3, "BE"), ...withheld(3, "NL")], rules).map(({ open }) => open);
    expect(listCounts(entries)).toMatchObject({ countries: [], regions: [{ code: "155", count: 6 }] });
  });
});

describe("who stands", () => {
  const signature = (id: string, more: Partial<Signature> = {}): Signature => ({
    ...standing(id, `Example ${id}`),
    state: "accepted",
    withdrawn: false,
    signed: "v2",
    ...more,
  });

  it("is asked again after another version, unless a merged signature signed it", () => {
    const signatures = [
      signature("now"),
      signature("old", { signed: "v1" }),
      signature("kept", { signed: "v1" }),
      signature("twin"),
      signature("gone", { withdrawn: true }),
      signature("new", { state: "waiting" }),
      signature("no", { state: "refused" }),
    ];
    const stands = standings(signatures, { text: "v2", merged: new Map([["twin", "kept"]]) });
    expect(Object.fromEntries(stands)).toEqual({
      now: "stands",
      old: "ask-again",
      kept: "stands",
      twin: "merged",
      gone: "withdrawn",
      new: "waiting",
      no: "refused",
    });
  });
});

describe("what signers write", () => {
  it("is inert in a table that leaves, and a plain name is as it was", () => {
    expect(inertCell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
    expect(inertCell(" +49 Example")).toBe("' +49 Example");
    expect(inertCell("＝1")).toBe("'＝1");
    expect(inertCell("See https://x.example and www.y.example")).toBe(
      "See https[:]//x.example and www[].y.example",
    );
    for (const plain of ["Example e.V.", "منظمة المثال", "예시", "A - B", "A = B"])
      expect(inertCell(plain)).toBe(plain);
  });

  it("is refused where it is no name or no domain", () => {
    for (const text of ["", " ", "?!", "A\nB", "x".repeat(301)])
      expect(() => checkNames([{ text, lang: "en" }]), text.slice(0, 5)).toThrow(LettersError);
    expect(() => checkNames([])).toThrow(LettersError);
    checkNames([{ text: "=1+1 Example", lang: "en" }]);
    expect(parseDomain("https://WWW.Watch.example:80/a?b")).toBe("watch.example");
    expect(parseDomain("office@watch.example")).toBe("watch.example");
    expect(parseDomain("예시.example")).toBe("예시.example");
    for (const bad of ["example", "", "a b.example", "-", "..", "=1.example "])
      expect(parseDomain(bad), bad).toBeNull();
  });
});
