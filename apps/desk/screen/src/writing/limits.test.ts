import { describe, expect, it } from "vitest";
import { limitsIn, withLimit } from "./limits.ts";

describe("the limits of a draft", () => {
  it("are what somebody typed, lifted by 0, and the template's where nothing or no number is typed", () => {
    expect(withLimit({}, "whole", " 900 ")).toEqual({ whole: 900 });
    expect(withLimit({ whole: 900 }, "whole", "0")).toEqual({ whole: null });
    expect(withLimit({ whole: 900, summary: 50 }, "whole", "")).toEqual({ summary: 50 });
    expect(withLimit({ whole: 900 }, "whole", "many")).toEqual({});
  });

  it("are read from what a draft holds, whatever else stands there", () => {
    expect(limitsIn({ whole: 900, summary: null, other: "x" })).toEqual({ whole: 900, summary: null });
    expect(limitsIn(undefined)).toEqual({});
  });
});
