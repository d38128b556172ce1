import { describe, expect, it } from "vitest";
import { endOfDay } from "./end-of-day.ts";
import { maySayOfSilence, replyStateOf, type Reply } from "./reply.ts";

const at = (text: string): number => Date.parse(text);
const invited: Reply = {
  invited: at("2026-03-02T09:00:00Z"),
  deadline: "2026-03-28",
  zone: "Africa/Cairo",
  received: null,
  silence: null,
};

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

describe("replyStateOf", () => {
  const before = at("2026-03-28T21:59:59Z");
  const after = at("2026-03-28T22:00:00Z");

  it("waits until the day has ended where the deadline is", () => {
    expect(replyStateOf(invited, before)).toBe("waiting");
    expect(replyStateOf(invited, after)).toBe("overdue");
    expect(replyStateOf({ ...invited, zone: "America/Bogota" }, after)).toBe("waiting");
  });

  it("takes a reply whenever it comes, and says if it was late", () => {
    expect(replyStateOf({ ...invited, received: before }, after)).toBe("received");
    expect(replyStateOf({ ...invited, received: after }, after)).toBe("received-late");
    expect(replyStateOf({ ...invited, silence: after, received: after + 1 }, after + 2)).toBe(
      "received-late",
    );
  });

  it("records silence only when the time is over and nothing came", () => {
    expect(maySayOfSilence(invited, before)).toBe(false);
    expect(maySayOfSilence(invited, after)).toBe(true);
    expect(maySayOfSilence({ ...invited, received: before }, after)).toBe(false);
    expect(maySayOfSilence({ ...invited, deadline: null }, after)).toBe(false);
    expect(replyStateOf({ ...invited, silence: after }, after)).toBe("silent");
  });

  it("knows who was not invited", () => {
    expect(replyStateOf({ ...invited, invited: null }, after)).toBe("not-invited");
  });
});
