import { describe, expect, it } from "vitest";
import { stepOf } from "./picture-walk.ts";

describe("a step through a picture by keyboard", () => {
  const middle = { at: 2, last: 4 };

  it("goes onwards where the writing goes", () => {
    const steps = [false, true].map((isMirrored) =>
      ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"].map((key) =>
        stepOf(key, { ...middle, isMirrored }),
      ),
    );
    expect(steps).toEqual([
      [3, 1, 3, 1],
      [1, 3, 3, 1],
    ]);
  });

  it("stops at both ends, and leaves all other keys alone", () => {
    expect(stepOf("ArrowRight", { at: 4, last: 4, isMirrored: false })).toBe(4);
    expect(stepOf("ArrowUp", { at: 0, last: 4, isMirrored: false })).toBe(0);
    expect(
      ["Home", "End", "Enter", "Tab", "a"].map((key) => stepOf(key, { ...middle, isMirrored: false })),
    ).toEqual([0, 4, null, null, null]);
  });
});
