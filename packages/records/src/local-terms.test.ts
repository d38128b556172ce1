import { createId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { isLocalCode, isLocalCodeOf, localCode, standardCode } from "./local-terms.ts";
import { createRegistry } from "./registry.ts";
import { code, codes, string } from "./fields.ts";
import { fold } from "./fold.ts";
import { kind } from "./kind.ts";
import { patchOf } from "./patch.ts";
import { rowsOf } from "./rows.ts";

const acts = { name: "acts", extensible: true, terms: [{ code: "threat" }, { code: "threat.death" }] };
const closed = { name: "closed", terms: [{ code: "threat" }] };
const record = createId((length) => new Uint8Array(length).fill(7));

describe("a term of an organisation's own", () => {
  it("carries its standard term in its code, and nothing of what it is called", () => {
    const own = localCode(acts, "threat.death", record);
    expect(own).toBe(`threat.death.local:${record.slice(-8)}`);
    expect(standardCode(own)).toBe("threat.death");
    expect(standardCode("threat.death")).toBe("threat.death");
  });

  it("is known wherever its standard term is, also when somebody else added it", () => {
    const { isCode } = createRegistry([], [acts, closed]);
    expect(isCode("acts", "threat.local:0f3a9c2e")).toBe(true);
    expect(isCode("acts", "no-such.local:0f3a9c2e")).toBe(false);
    expect(isCode("closed", "threat.local:0f3a9c2e")).toBe(false);
  });

  it.each([
    ".local:0f3a9c2e",
    "local:0f3a9c2e",
    "threat.local:",
    "threat.local:0F3A9C2E",
    "threat.local:0f3a9c2e.local:0f3a9c2e",
    "threat.local:../../x",
    "threat.local:0f3a9c2",
  ])("is not %j", (typed) => {
    expect(isLocalCode(typed)).toBe(false);
    expect(isLocalCodeOf(acts, typed)).toBe(false);
  });

  it("has no place under a term that does not exist, nor where rules hang on the codes", () => {
    const refused = expect.objectContaining({ code: "records.unknown-code" });
    expect(() => localCode(acts, "nothing", record)).toThrow(refused);
    expect(() => localCode(closed, "threat", record)).toThrow(refused);
    expect(() => localCode(acts, localCode(acts, "threat", record), record)).toThrow(refused);
  });

  it("counts as itself and once as its standard term", () => {
    const event = kind(
      "event",
      1,
      { title: string(), acts: codes("acts", { facet: true }), main: code("acts", { facet: true }) },
      { label: "title" },
    );
    const chosen = ["threat", "threat.local:0f3a9c2e", "threat.local:1111aaaa"];
    const patch = patchOf(event, { title: "x", acts: chosen, main: "threat.death.local:0f3a9c2e" });
    const operation = { kind: "event", version: 1, record, act: "record.create", patch };
    const stamp = { chain: "a", sequence: 1, index: 0, depth: 1, commit: "a1", device: "d", at: 5000 };
    const state = fold(undefined, { ...stamp, seen: new Map([["a", 1]]) }, operation);
    const { tallies } = rowsOf(event, state);
    const values = (facet: string): readonly string[] =>
      tallies.filter((tally) => tally.facet === facet).map(({ value }) => value);
    expect([...values("acts")].sort()).toEqual([...chosen].sort());
    expect(values("main")).toEqual(["threat.death.local:0f3a9c2e", "threat.death"]);
  });
});
