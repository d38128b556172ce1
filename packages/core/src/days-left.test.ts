import { describe, expect, it } from "vitest";
import { daysLeft } from "./days-left.ts";

/** Half past ten in the evening in Cairo, and 20:30 in UTC. */
const evening = Date.parse("2026-03-10T20:30:00Z");

describe("days left until a day", () => {
  it.each([
    ["2026-03-10", "Africa/Cairo", 0],
    ["2026-03-11", "Africa/Cairo", 1],
    ["2026-03-09", "Africa/Cairo", -1],
    ["2026-04-10", "Africa/Cairo", 31],
    // It is tomorrow already in Tokyo, and still noon in Los Angeles.
    ["2026-03-11", "Asia/Tokyo", 0],
    ["2026-03-10", "Asia/Tokyo", -1],
    ["2026-03-11", "America/Los_Angeles", 1],
  ])("are counted in the calendar of its zone: %s in %s", (day, zone, left) => {
    expect(daysLeft(day, zone, evening)).toBe(left);
  });

  it("are as few as they can be where nobody said the zone, or none of that name is known", () => {
    expect(daysLeft("2026-03-11", null, evening)).toBe(0);
    expect(daysLeft("2026-03-11", "Nowhere/Town", evening)).toBe(0);
  });

  it.each([
    ["2026-03", -9],
    ["2026-03-XX", -9],
    ["2026-03-12~", 2],
    ["2026-03-12/2026-03-20", 2],
    ["../2026-03-12", 2],
    ["2026-03-12/..", 2],
  ])("of what is no exact day are those to the first day that it can mean: %s", (day, left) => {
    expect(daysLeft(day, "Africa/Cairo", evening)).toBe(left);
  });

  it("of a moment are those to its day in the zone, of an hour those to the day that is written", () => {
    expect(daysLeft("2026-03-11T22:30Z", "Africa/Cairo", evening)).toBe(2);
    expect(daysLeft("2026-03-11T09:00", "Africa/Cairo", evening)).toBe(1);
  });

  it("are counted over the days on which clocks are changed", () => {
    const before = Date.parse("2026-03-28T12:00:00Z");
    expect(daysLeft("2026-03-30", "Europe/Paris", before)).toBe(2);
  });

  it("are not known of what is no date", () => {
    expect(daysLeft("soon", "Africa/Cairo", evening)).toBeNull();
  });
});
