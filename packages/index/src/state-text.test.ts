import fc from "fast-check";
import { fold, type RecordState } from "@tocsin/records";
import { histories } from "@tocsin/records/acceptance";
import { describe, expect, it } from "vitest";
import { encodeState, parseState } from "./state-text.ts";

describe("encodeState", () => {
  it("keeps whatever folding gives, and is the same text after reading it", () => {
    fc.assert(
      fc.property(histories, ({ operations }) => {
        const states = new Map<string, RecordState>();
        for (const { stamp, operation } of operations) {
          const state = fold(states.get(operation.record), stamp, operation);
          states.set(operation.record, state);
          const text = encodeState(state);
          expect(parseState(text)).toEqual(state);
          expect(encodeState(parseState(text))).toBe(text);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("writes a stamp once, however many fields share it", () => {
    const stamp = { chain: "a", sequence: 1, index: 0, depth: 1, commit: "c0ffee", device: "d", at: 1 };
    const patch = Object.fromEntries(["one", "two", "three"].map((name) => [name, { set: null }]));
    const operation = { kind: "k", version: 1, record: "r" as never, act: "try", patch };
    const text = encodeState(fold(undefined, { ...stamp, seen: new Map() }, operation));
    expect(text.split("c0ffee")).toHaveLength(2);
  });
});
