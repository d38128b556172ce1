import fc from "fast-check";
import { encodeUtf8, isTocsinError, type RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { histories } from "./acceptance/histories.ts";
import { encodeOperation, parseOperation } from "./operation.ts";

const record = "0123456789abcdefghjkmnpqrs" as RecordId;
const body = { f: 1, kind: "case", version: 1, record, act: "record.create", patch: {} };
const encode = (value: unknown): Uint8Array => encodeUtf8(sorted(value));

/** Canonical JSON of plain values, written here once more. */
function sorted(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${sorted(each)}`).join(",")}}`;
}

describe("parseOperation", () => {
  it("gives back what encodeOperation wrote, kinds and fields that nobody knows included", () => {
    fc.assert(
      fc.property(histories, ({ operations }) => {
        for (const { operation } of operations)
          expect(parseOperation(encodeOperation(operation))).toEqual(operation);
      }),
      { numRuns: 40, seed: 1 },
    );
    const critical = { kind: "later", version: 9, record, act: "a", patch: {}, critical: true } as const;
    expect(parseOperation(encodeOperation(critical))).toEqual(critical);
  });

  it("reads every form of change", () => {
    const patch = {
      a: { set: null },
      b: { clear: true },
      c: { add: ["x"], remove: [] },
      d: { remove: [{ text: "y", lang: "en" }] },
    };
    expect(parseOperation(encode({ ...body, patch })).patch).toEqual(patch);
  });

  it.each([
    ["an unknown format", { ...body, f: 2 }],
    ["no format", { kind: "case", version: 1, record, act: "a", patch: {} }],
    ["a kind that is no text", { ...body, kind: 1 }],
    ["a version that is no number", { ...body, version: "1" }],
    ["no act", { ...body, act: null }],
    ["a patch that is a list", { ...body, patch: [] }],
    ["a change that is a text", { ...body, patch: { a: "x" } }],
    ["an empty change", { ...body, patch: { a: {} } }],
    ["a change that sets and clears", { ...body, patch: { a: { set: 1, clear: true } } }],
    ["a change that does not quite clear", { ...body, patch: { a: { clear: false } } }],
    ["an addition that is no list", { ...body, patch: { a: { add: "x" } } }],
    ["a field named like a part of every object", { ...body, patch: { constructor: { set: 1 } } }],
    ["a field named __proto__", { ...body, patch: JSON.parse('{"__proto__": {"set": 1}}') }],
    ["a field whose name is a path", { ...body, patch: { "a.b": { set: 1 } } }],
  ])("refuses %s", (_, value) => {
    expect(() => parseOperation(encode(value))).toThrow(
      expect.objectContaining({ code: "records.bad-operation" }),
    );
  });

  it("refuses bytes that are not canonical, and records that are no ids", () => {
    expect(() => parseOperation(encodeUtf8(JSON.stringify(body)))).toThrow(/canonical/);
    expect(() => parseOperation(encode({ ...body, record: "1" }))).toThrow(/identifier/);
    expect(() => parseOperation(encodeUtf8("[]"))).toThrow(/unknown format/);
  });

  it("refuses any bytes with an error of ours, and with nothing else", () => {
    const outcome = (bytes: Uint8Array): unknown => {
      try {
        return parseOperation(bytes).kind;
      } catch (error) {
        return isTocsinError(error) ? error.code : error;
      }
    };
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map(encodeUtf8)), (bytes) => {
        expect(outcome(bytes)).toBeTypeOf("string");
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});
