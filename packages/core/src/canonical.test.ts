import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtf8 } from "./bytes.ts";
import { encodeCanonical, encodeCanonicalText, parseCanonical, type Json } from "./canonical.ts";

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: "grapheme" }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe("canonical JSON", () => {
  it("comes back as it went, whatever the order of keys", () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = encodeCanonical(value);
        expect(encodeCanonical(parseCanonical(bytes))).toEqual(bytes);
      }),
    );
  });

  it("sorts keys by UTF-16 code units, as RFC 8785 says", () => {
    expect(encodeCanonicalText({ "\u{1f600}": 1, "\ufb33": 2, b: 3, a: 4 })).toBe(
      '{"a":4,"b":3,"\u{1f600}":1,"\ufb33":2}',
    );
  });

  it.each([
    '{"a":1,"a":1}',
    '{"b":1,"a":2}',
    "1.5",
    "1e3",
    "-0",
    " 1",
    '"\\u0041"',
    "9007199254740993",
    "NaN",
    "[",
    '"\\ud800"',
  ])("refuses %s", (text) => {
    expect(() => parseCanonical(encodeUtf8(text))).toThrowError(
      expect.objectContaining({ code: "core.bad-canonical" }),
    );
  });

  it("refuses what is deeper than the limit", () => {
    const deep = encodeUtf8("[".repeat(40) + "]".repeat(40));
    expect(() => parseCanonical(deep)).toThrowError(expect.objectContaining({ code: "core.limit" }));
  });
});
