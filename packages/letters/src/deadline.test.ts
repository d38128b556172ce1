import { describe, expect, it } from "vitest";
import { closesAt, isOver } from "./deadline.ts";
import { LettersError } from "./errors.ts";

const iso = (at: string, zone: string): string => new Date(closesAt({ at, zone })).toISOString();

describe("the deadline of a letter", () => {
  it("is a time of the clocks in its zone, summer and winter", () => {
    expect(iso("2026-12-01T18:00", "Europe/Zurich")).toBe("2026-12-01T17:00:00.000Z");
    expect(iso("2026-07-01T18:00", "Europe/Zurich")).toBe("2026-07-01T16:00:00.000Z");
    expect(iso("2026-07-01T18:00", "Asia/Kathmandu")).toBe("2026-07-01T12:15:00.000Z");
    expect(iso("2026-07-01T18:00", "UTC")).toBe("2026-07-01T18:00:00.000Z");
  });

  it("is the end of the day where no time is given", () => {
    expect(iso("2026-12-31", "Pacific/Auckland")).toBe("2026-12-31T11:00:00.000Z");
    expect(iso("2026-02-28", "Asia/Seoul")).toBe("2026-02-28T15:00:00.000Z");
  });

  it("gives the signers the longer reading where clocks are changed", () => {
    expect(iso("2026-03-29T02:30", "Europe/Zurich")).toBe("2026-03-29T01:30:00.000Z");
    expect(iso("2026-10-25T02:30", "Europe/Zurich")).toBe("2026-10-25T01:30:00.000Z");
  });

  it("is over after the minutes of grace, and not before", () => {
    const deadline = { at: "2026-12-01T18:00", zone: "UTC", graceMinutes: 30 };
    const end = Date.UTC(2026, 11, 1, 18, 30);
    expect([end - 1, end].map((moment) => isOver(deadline, moment))).toEqual([false, true]);
  });

  it("is refused where it is no day, no time, or of no zone", () => {
    for (const at of ["2026-02-30", "2026-12-01T25:00", "tomorrow", "2026-12", "2026-12-01T18:00Z", ""])
      expect(() => closesAt({ at, zone: "UTC" }), at).toThrow(LettersError);
    expect(() => closesAt({ at: "2026-12-01", zone: "Europe/Nowhere" })).toThrow(LettersError);
  });
});
