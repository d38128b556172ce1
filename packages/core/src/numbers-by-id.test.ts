import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createId, parseId, type RecordId } from "./ids.ts";
import { createNumbersById } from "./numbers-by-id.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
/** Many of them differ in one byte alone, and many stand at one place. */
const near = fc
  .tuple(fc.nat(15), fc.nat(3))
  .map(([at, value]) => Uint8Array.from({ length: 16 }, (_, each) => (each === at ? value : 0)));
const ids: fc.Arbitrary<RecordId> = fc.oneof(bytes, near).map((each) => createId(() => each));

describe("numbers by identifier", () => {
  it("are what a map would hold, however many there are and however near to each other", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.nat(2 ** 31)), { maxLength: 3000, size: "max" }), (entries) => {
        const numbers = createNumbersById();
        const expected = new Map<RecordId, number>();
        const wrong = entries.filter(([id, value]) => {
          const isSame = numbers.get(id) === expected.get(id);
          numbers.set(id, value);
          expected.set(id, value);
          return !isSame;
        });
        expect(wrong).toEqual([]);
        expect(numbers.size()).toBe(expected.size);
        expect([...expected.keys()].map((id) => numbers.get(id))).toEqual([...expected.values()]);
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it("keep identifiers apart that differ in bits which stand for no byte", () => {
    const numbers = createNumbersById();
    const [one, other] = [parseId(`${"0".repeat(25)}1`), parseId(`${"0".repeat(25)}2`)];
    numbers.set(one, 1);
    expect(numbers.get(other)).toBeUndefined();
    numbers.set(other, 2);
    expect([numbers.get(one), numbers.get(other), numbers.size()]).toEqual([1, 2, 2]);
  });

  it("keep zero apart from nothing", () => {
    const numbers = createNumbersById();
    const id = createId((length) => new Uint8Array(length));
    expect(numbers.get(id)).toBeUndefined();
    numbers.set(id, 0);
    expect(numbers.get(id)).toBe(0);
  });
});
