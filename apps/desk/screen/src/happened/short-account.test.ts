import { describe, expect, it } from "vitest";
import { dayOfFiles } from "./short-account.ts";

const changedAt = (time: number) => ({ file: { lastModified: time } });

describe("the day that files propose", () => {
  it("is that of the newest of them, where we are, and uncertain", () => {
    const [noon, before] = [new Date(2025, 4, 11, 23, 59).getTime(), new Date(2024, 0, 1).getTime()];
    expect(dayOfFiles([changedAt(before), changedAt(noon)])).toBe("2025-05-11?");
  });
  it("is none where no file has one", () => {
    expect(dayOfFiles([])).toBe("");
    expect(dayOfFiles([changedAt(0)])).toBe("");
  });
});
