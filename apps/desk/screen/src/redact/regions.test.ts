import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterKey, between, middleOf, within } from "./regions.ts";

const size = { width: 1000, height: 400 };
const region = { x: 100, y: 100, width: 50, height: 40 };
const press = (key: string, more: object = {}) => ({ key, shiftKey: false, altKey: false, ...more });

describe("a part that is covered", () => {
  it("is moved by arrow keys, resized with Shift, by one pixel with Alt", () => {
    expect(afterKey(region, press("ArrowRight"), size)).toMatchObject({ x: 110, y: 100 });
    expect(afterKey(region, press("ArrowUp", { altKey: true }), size)).toMatchObject({ x: 100, y: 99 });
    expect(afterKey(region, press("ArrowDown", { shiftKey: true }), size)).toEqual({ ...region, height: 50 });
    expect(afterKey(region, press("ArrowLeft", { shiftKey: true, altKey: true }), size)).toEqual({
      ...region,
      width: 49,
    });
    expect(afterKey(region, press("a"), size)).toBeNull();
  });

  it("is drawn between two corners in any direction, and covers every pixel that they touch", () => {
    expect(between({ x: 10.6, y: 20.2 }, { x: 5.1, y: 30.9 })).toEqual({ x: 5, y: 20, width: 6, height: 11 });
  });

  it("is never outside of the picture, and never less than a pixel", () => {
    const number = fc.double({ min: -5000, max: 5000, noNaN: true });
    const any = fc.record({ x: number, y: number, width: number, height: number });
    const keys = fc.record({
      key: fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"),
      shiftKey: fc.boolean(),
      altKey: fc.boolean(),
    });
    fc.assert(
      fc.property(any, fc.array(keys, { maxLength: 60 }), (start, pressed) => {
        let part = within(start, size);
        for (const key of pressed) part = afterKey(part, key, size) ?? part;
        expect(Object.values(part).every(Number.isSafeInteger)).toBe(true);
        expect(part.x >= 0 && part.y >= 0 && part.width >= 1 && part.height >= 1).toBe(true);
        expect(part.x + part.width <= size.width && part.y + part.height <= size.height).toBe(true);
      }),
      { seed: 3 },
    );
    expect(middleOf({ width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});
