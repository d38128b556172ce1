import { describe, expect, it } from "vitest";
import { code, link, string } from "./fields.ts";
import { kind } from "./kind.ts";
import { createRegistry, kindOf } from "./registry.ts";

const badDefinition = expect.objectContaining({ code: "records.bad-definition" });
const place = kind("site", 1, { title: string() }, { label: "title" });

describe("createRegistry", () => {
  it("finds kinds, and says that it does not know one", () => {
    const registry = createRegistry([place], []);
    expect(kindOf(registry, "site")).toBe(place);
    expect(() => kindOf(registry, "constructor")).toThrow(
      expect.objectContaining({ code: "records.unknown-kind", details: { kind: "constructor" } }),
    );
  });

  it("refuses doubles, and fields that lead to nothing", () => {
    const lost = kind("lost", 1, { to: link("nowhere") }, { label: "to" });
    const unnamed = kind("unnamed", 1, { is: code("nothing") }, { label: "is" });
    const vocabulary = { name: "nothing", terms: [] };
    expect(() => createRegistry([place, place], [])).toThrow(badDefinition);
    expect(() => createRegistry([], [vocabulary, vocabulary])).toThrow(badDefinition);
    expect(() => createRegistry([lost], [])).toThrow(badDefinition);
    expect(() => createRegistry([unnamed], [])).toThrow(badDefinition);
    expect(createRegistry([unnamed], [vocabulary]).kinds.size).toBe(1);
    expect(createRegistry([kind("free", 1, { to: link("any") }, { label: "to" })], []).kinds.size).toBe(1);
  });

  it("tells listed codes, and short ones of an open vocabulary, from words that anybody can write", () => {
    const { isTerm } = createRegistry(
      [],
      [
        { name: "closed", terms: [{ code: "a" }] },
        { name: "open", terms: [{ code: "AA" }], open: true },
      ],
    );
    const terms = (name: string, ...codes: readonly string[]) => codes.filter((each) => isTerm(name, each));
    expect(terms("closed", "a", "XX", "Robin")).toEqual(["a"]);
    expect(terms("open", "AA", "XX", "XKX", "Robin", "ROBIN", "xx")).toEqual(["AA", "XX", "XKX"]);
    expect(terms("nowhere", "a", "XX")).toEqual([]);
  });

  it("knows the codes of a vocabulary, and every code of an open one", () => {
    const { isCode } = createRegistry(
      [],
      [
        { name: "closed", terms: [{ code: "a" }, { code: "a.b" }] },
        { name: "open", terms: [], open: true },
      ],
    );
    expect(["a", "a.b", "b", "constructor"].map((each) => isCode("closed", each))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isCode("open", "anything")).toBe(true);
    expect(isCode("unheard", "a")).toBe(false);
  });
});

describe("kind", () => {
  it.each(["", "Site", "a b", "a.b", "a-b", "1a", "ä", "constructor", "toString", "x".repeat(41)])(
    "cannot be named %j, nor can a field",
    (name) => {
      expect(() => kind(name, 1, { title: string() }, { label: "title" })).toThrow(badDefinition);
      expect(() => kind("site", 1, { [name]: string() }, { label: name })).toThrow(badDefinition);
    },
  );

  it("has the field that is its label", () => {
    expect(() => kind("site", 1, { title: string() }, { label: "name" as "title" })).toThrow(badDefinition);
  });
});
