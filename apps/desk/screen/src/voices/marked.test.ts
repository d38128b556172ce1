import { describe, expect, it } from "vitest";
import { markedIn } from "./marked.ts";

describe("markedIn", () => {
  it("counts in code points, whole characters, without the space around them", () => {
    const text = "🎯 They  رسالة";
    expect(markedIn(text, 3, 8)).toEqual({ start: 2, end: 6, quote: "They" });
    expect(markedIn(text, 1, 3)).toBeNull();
    expect(markedIn(text, 0, 1)).toEqual({ start: 0, end: 1, quote: "🎯" });
    expect(markedIn(text, 7, text.length)).toEqual({ start: 8, end: 13, quote: "رسالة" });
  });
});
