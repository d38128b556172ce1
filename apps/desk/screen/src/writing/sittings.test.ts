import { describe, expect, it } from "vitest";
import { sittingsOf } from "./sittings.ts";

const minute = 60_000;
const version = (number: number, at: number, device = "laptop") => ({
  version: number,
  at: at * minute,
  device,
});

describe("the sittings of a draft", () => {
  it("are what one device saved without a long pause, the last save of each, newest first", () => {
    const saved = [
      version(1, 0),
      version(2, 3),
      version(3, 12),
      version(4, 30),
      version(5, 31, "other"),
      version(6, 32),
    ];
    expect(sittingsOf(saved).map((each) => each.version)).toEqual([6, 5, 4, 3]);
  });

  it("of one save are that save, and of none none", () => {
    expect(sittingsOf([version(1, 0)])).toHaveLength(1);
    expect(sittingsOf([])).toEqual([]);
  });
});
