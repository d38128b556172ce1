// What version 1 of the kinds wrote still folds, shows and leaves, whatever order it arrives in: fields were only added.
import fc from "fast-check";
import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { testRegistry } from "./acceptance/test-registry.ts";
import { fold, valuesOf } from "./fold.ts";
import { formOf } from "./form.ts";
import { encodeOperation, parseOperation, type Patch } from "./operation.ts";
import { released } from "./release.ts";
import { rowsOf } from "./rows.ts";

const id = (n: number): RecordId => `0000000000000000000000000${n}` as RecordId;
const text = fc.record({ text: fc.constantFrom("raid", "الشرطة"), lang: fc.constantFrom("en", "ar") });
const set = <T>(value: fc.Arbitrary<T>) => value.map((each) => ({ set: each }));
const add = <T>(value: fc.Arbitrary<T>) => value.map((each) => ({ add: [each] }));

/** The fields that each kind had when it was of version 1, said here once more. */
const first = {
  incident: fc.record(
    {
      title: set(text),
      acts: add(fc.constantFrom("harassment.threat", "spyware")),
      when: set(fc.constantFrom("2025", "2025-05-03")),
      where: set(fc.constant({ country: "XA", region: "North" })),
      online: set(fc.constant("online")),
      status: set(fc.constant("reported")),
      case: set(fc.constant(id(1))),
      narrative: set(text),
      commitments: add(fc.constant(id(2))),
      sources: add(fc.constant(id(3))),
    },
    { requiredKeys: [] },
  ),
  person: fc.record(
    {
      name: set(text),
      names: add(text),
      pseudonym: set(text),
      gender: set(fc.constant("woman")),
      country: set(fc.constant("XA")),
      flags: add(fc.constant("in-exile")),
      notes: set(text),
    },
    { requiredKeys: [] },
  ),
  involvement: fc.record(
    {
      role: set(fc.constant("perpetrator")),
      person: set(fc.constant(id(4))),
      incident: set(fc.constant(id(5))),
      degree: set(fc.constant("ordered")),
      attribution: set(fc.constant("witness")),
      grounds: set(text),
    },
    { requiredKeys: [] },
  ),
  consent: fc.record(
    {
      scope: set(text),
      person: set(fc.constant(id(4))),
      uses: add(fc.constant("publication")),
      namesToGovernment: set(fc.boolean()),
      namesPublished: set(fc.boolean()),
      given: set(fc.constant("2026-01-05")),
      how: set(fc.constant("written")),
    },
    { requiredKeys: [] },
  ),
} as const;

describe("what an older version wrote", () => {
  const kinds = testRegistry().kinds;

  it.each(Object.keys(first) as (keyof typeof first)[])(
    "of kind %s folds, shows and leaves as it was",
    (name) => {
      const kind = kinds.get(name);
      if (kind === undefined) throw new Error("no such kind");
      expect(kind.version).toBe(2);
      const patches: fc.Arbitrary<readonly object[]> = fc.array<object>(first[name], {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(patches, (written) => {
          let state: ReturnType<typeof fold> | undefined;
          for (const [at, patch] of written.entries()) {
            const bytes = encodeOperation({
              kind: name,
              version: 1,
              record: id(9),
              act: "try",
              patch: patch as Patch,
            });
            const stamp = {
              chain: "a",
              sequence: at,
              index: 0,
              depth: at,
              commit: `a${at}`,
              device: "d",
              at,
            };
            state = fold(state, { ...stamp, seen: new Map([["a", at]]) }, parseOperation(bytes));
          }
          if (state === undefined) return;
          const values = valuesOf(state);
          const rows = rowsOf(kind, state);
          for (const field of Object.keys(values))
            expect(rows.cells.some((cell) => cell.field === field)).toBe(true);
          const fields = Object.fromEntries(
            Object.keys(kind.fields).map((field) => [field, "full" as const]),
          );
          const out = released(kind, state, { fields: { [name]: fields }, named: new Set([state.id]) });
          expect(out.values).toEqual(values);
          expect(formOf(kind).fields.map((field) => field.name)).toEqual(
            expect.arrayContaining(Object.keys(values)),
          );
        }),
        { seed: 5823, numRuns: 60 },
      );
    },
  );
});
