import { describe, expect, it } from "vitest";
import { historyOf, redone, stepped, undone } from "./typed-history.ts";

const typed = (field: string, now: string): { now: string; field: string; inOne: boolean } => ({
  now,
  field,
  inOne: true,
});

describe("undo inside a form", () => {
  it("goes back field by field, and forth again", () => {
    let history = historyOf("");
    for (const [field, now] of [
      ["title", "a"],
      ["title", "ab"],
      ["when", "ab 2025"],
    ] as const)
      history = stepped(history, typed(field, now));
    history = undone(history);
    expect(history.now).toBe("ab");
    history = undone(history);
    expect(history.now).toBe("");
    expect(undone(history)).toBe(history);
    expect(redone(redone(history)).now).toBe("ab 2025");
  });

  it("begins a new step after one back, and forgets what lay ahead", () => {
    let history = stepped(stepped(historyOf(""), typed("title", "a")), typed("when", "b"));
    history = stepped(undone(history), typed("title", "c"));
    expect([history.past, history.future]).toEqual([["", "a"], []]);
    expect(redone(history)).toBe(history);
  });

  it("takes what is chosen one by one", () => {
    const chosen = (now: string): { now: string; field: string; inOne: boolean } => ({
      now,
      field: "acts",
      inOne: false,
    });
    const history = stepped(stepped(historyOf(""), chosen("a")), chosen("ab"));
    expect(undone(history).now).toBe("a");
  });
});
