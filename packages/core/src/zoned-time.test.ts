import { describe, expect, it } from "vitest";
import { endOfDay, momentIn } from "./zoned-time.ts";

describe("endOfDay", () => {
  it.each([
    ["2026-03-28", "UTC", "2026-03-28T23:59:59.999Z"],
    ["2026-03-28", "Africa/Cairo", "2026-03-28T21:59:59.999Z"],
    ["2026-03-28", "Asia/Kathmandu", "2026-03-28T18:14:59.999Z"],
    ["2026-03-28", "Pacific/Kiritimati", "2026-03-28T09:59:59.999Z"],
    ["2026-03-28", "America/Bogota", "2026-03-29T04:59:59.999Z"],
    // Clocks go forward in the night after, and within the day.
    ["2026-03-28", "Europe/Paris", "2026-03-28T22:59:59.999Z"],
    ["2026-03-29", "Europe/Paris", "2026-03-29T21:59:59.999Z"],
    ["2026-10-25", "Europe/Paris", "2026-10-25T22:59:59.999Z"],
    ["2026-12-31", "Asia/Tokyo", "2026-12-31T14:59:59.999Z"],
  ])("of %s in %s is %s", (date, zone, expected) => {
    expect(new Date(endOfDay(date, zone)).toISOString()).toBe(expected);
  });
});

describe("momentIn", () => {
  it.each([
    ["2026-07-01T18:00", "Europe/Zurich", "2026-07-01T16:00:00.000Z"],
    ["2026-12-01T18:00", "Asia/Kathmandu", "2026-12-01T12:15:00.000Z"],
    // Skipped, and there twice.
    ["2026-03-29T02:30", "Europe/Zurich", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T02:30", "Europe/Zurich", "2026-10-25T01:30:00.000Z"],
  ])("of %s in %s is %s", (wall, zone, expected) => {
    expect(new Date(momentIn(zone, Date.parse(`${wall}:00Z`))).toISOString()).toBe(expected);
  });

  it("is refused in a zone that nobody knows", () => {
    expect(() => momentIn("Europe/Nowhere", 0)).toThrow(RangeError);
  });
});
