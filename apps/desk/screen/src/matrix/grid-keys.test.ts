import { describe, expect, it } from "vitest";
import { spotAfter } from "./grid-keys.ts";

const size = { rows: 194, columns: 61 };
const press = (key: string, more: { readonly ctrlKey?: boolean; readonly isRtl?: boolean } = {}) =>
  spotAfter({ row: 5, column: 3 }, size, { key, ctrlKey: false, isRtl: false, ...more });

describe("keys in a grid", () => {
  it.each([
    ["ArrowRight", 5, 4],
    ["ArrowLeft", 5, 2],
    ["ArrowDown", 6, 3],
    ["ArrowUp", 4, 3],
    ["PageDown", 15, 3],
    ["PageUp", 0, 3],
    ["Home", 5, 0],
    ["End", 5, 60],
  ])("%s leads to row %i and column %i", (key, row, column) => {
    expect(press(key)).toEqual({ row, column });
  });

  it("go to the first and the last cell of all with Ctrl, and the other way in a script from right to left", () => {
    expect(press("Home", { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(press("End", { ctrlKey: true })).toEqual({ row: 193, column: 60 });
    expect(press("ArrowRight", { isRtl: true })).toEqual({ row: 5, column: 2 });
    expect(press("ArrowLeft", { isRtl: true })).toEqual({ row: 5, column: 4 });
  });

  it("stay inside, and leave every other key alone", () => {
    expect(spotAfter({ row: 0, column: 0 }, size, { key: "ArrowUp", ctrlKey: false, isRtl: false })).toEqual({
      row: 0,
      column: 0,
    });
    for (const key of ["Tab", "Enter", "a", "Escape"]) expect(press(key)).toBeNull();
  });
});
