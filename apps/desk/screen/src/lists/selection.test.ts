import { describe, expect, it } from "vitest";
import { nothingSelected, withStretch, withToggled } from "./selection.ts";

const order = ["a", "b", "c", "d"];

describe("selecting rows", () => {
  it("takes one in and out", () => {
    const one = withToggled(nothingSelected, "b");
    expect([...one.ids]).toEqual(["b"]);
    expect([...withToggled(one, "b").ids]).toEqual([]);
  });
  it("takes the stretch from the row that was last touched, in both directions", () => {
    expect([...withStretch(withToggled(nothingSelected, "b"), "d", order).ids]).toEqual(["b", "c", "d"]);
    expect([...withStretch(withToggled(nothingSelected, "c"), "a", order).ids].toSorted()).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
  it("begins anew where that row is not there any more", () => {
    const gone = withToggled(nothingSelected, "z");
    expect(withStretch(gone, "c", order)).toEqual({ ids: new Set(["z", "c"]), anchor: "c" });
  });
});
