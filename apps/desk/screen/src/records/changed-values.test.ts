import { describe, expect, it } from "vitest";
import { changedValues } from "./changed-values.ts";

describe("a change to a record that is not yet there", () => {
  it("sets and clears", () => {
    expect(changedValues({ a: 1 }, "b", { set: 2 })).toEqual({ a: 1, b: 2 });
    expect(changedValues({ a: 1, b: 2 }, "b", { clear: true })).toEqual({ a: 1 });
  });
  it("takes elements of a set in and out, and leaves no empty set behind", () => {
    const text = { text: "x", lang: "en" };
    expect(changedValues({ names: [text] }, "names", { add: ["y"] })).toEqual({ names: [text, "y"] });
    expect(changedValues({ names: [text] }, "names", { remove: [{ ...text }] })).toEqual({});
  });
});
