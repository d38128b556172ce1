import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptPieces } from "./kept-pieces.ts";

/** What a field of data may hold. */
const mostJson = 49_152;

describe("what is kept of a row", () => {
  it("is one object where it fits, and an empty one where there is nothing", () => {
    expect(keptPieces({})).toEqual([{}]);
    expect(keptPieces({ a: "1", b: "two" })).toEqual([{ a: "1", b: "two" }]);
  });

  it.each([
    ["letters", "x"],
    ["line ends, which take two characters in JSON", "\n"],
    ["controls, which take six", "\u0001"],
    ["signs of two halves", "𐎠"],
  ])("goes on in further pieces where a text is long: %s", (_, sign) => {
    const text = sign.repeat(200_001);
    const pieces = keptPieces({ first: "1", long: text, last: "2" });
    for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(mostJson);
    const parts = pieces.flatMap(Object.entries);
    const long = parts.filter(([name]) => name.startsWith("long"));
    expect(long.map(([, part]) => part).join("")).toBe(text);
    expect(long.slice(0, 2).map(([name]) => name)).toEqual(["long", "long (part 2)"]);
    expect(parts.at(-1)).toEqual(["last", "2"]);
  });

  it("keeps every text apart, also where headings begin alike for longer than a heading is kept", () => {
    const head = "h".repeat(300);
    expect(keptPieces({ [`${head}1`]: "one", [`${head}2`]: "two" }).flatMap(Object.values)).toEqual([
      "one",
      "two",
    ]);
  });

  it("loses nothing, whatever the texts are", () => {
    const texts = fc.dictionary(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
    );
    fc.assert(
      fc.property(texts, (kept) => {
        const out = keptPieces(kept).flatMap(Object.values);
        expect(out.join("|")).toBe(
          Object.values(kept)
            .map((text) => text.toWellFormed())
            .join("|"),
        );
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
