import { describe, expect, it } from "vitest";
import { maySayOfSilence, replyStateOf, type Reply } from "./reply.ts";

const at = (text: string): number => Date.parse(text);
const invited: Reply = {
  invited: at("2026-03-02T09:00:00Z"),
  deadline: "2026-03-28",
  zone: "Africa/Cairo",
  received: null,
  silence: null,
};

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
