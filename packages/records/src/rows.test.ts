import fc from "fast-check";
import type { Json, RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { histories } from "./acceptance/histories.ts";
import { sample, testRegistry } from "./acceptance/test-registry.ts";
import { fold, type RecordState } from "./fold.ts";
import { textOfValue, rowsOf } from "./rows.ts";

const record = "0123456789abcdefghjkmnpqrs" as RecordId;
const other = "1123456789abcdefghjkmnpqrs" as RecordId;

function stateOf(patch: Readonly<Record<string, Json>>, kind = "sample"): RecordState {
  const stamp = { chain: "a", sequence: 1, index: 0, depth: 1, commit: "a1", device: "d", at: 5000 };
  const changes = Object.entries(patch).map(([name, value]) => [
    name,
    ["aliases", "topics", "others", "labels"].includes(name) && Array.isArray(value)
      ? { add: value }
      : { set: value },
  ]);
  return fold(
    undefined,
    { ...stamp, seen: new Map([["a", 1]]) },
    {
      kind,
      version: 1,
      record,
      act: "try",
      patch: Object.fromEntries(changes),
    },
  );
}

describe("rowsOf", () => {
  it("gives the row of a list: label with its language, order by what the record is about", () => {
    const state = stateOf({ title: { text: "مداهمة", lang: "ar" }, when: "2024-05-03" });
    expect(rowsOf(sample, state).record).toEqual({
      id: record,
      kind: "sample",
      label: "مداهمة",
      labelLang: "ar",
      sort: Date.UTC(2024, 4, 3),
      created: 5000,
      updated: 5000,
    });
    expect(rowsOf(sample, stateOf({})).record).toMatchObject({ label: "", labelLang: "und", sort: 5000 });
    expect(rowsOf(sample, stateOf({ when: "../2024-05-03" })).record.sort).toBe(Date.UTC(2024, 4, 4) - 1);
  });

  it("gives cells, links, words and tallies of every type of field", () => {
    const rows = rowsOf(
      sample,
      stateOf({
        title: { text: "Raid", lang: "en" },
        note: { text: "at night", lang: "en" },
        amount: 7,
        isOpen: false,
        where: { country: "XA", region: "North", locality: "Town" },
        status: "open",
        parent: other,
        extra: { hidden: "words" },
        aliases: [{ text: "غارة", lang: "ar" }],
        topics: ["b", "a"],
        others: [other],
      }),
    );
    expect(Object.fromEntries(rows.cells.map(({ field, text, number }) => [field, [text, number]]))).toEqual({
      title: ["Raid", null],
      note: ["at night", null],
      amount: ["7", 7],
      isOpen: ["no", null],
      where: ["Town, North, XA", null],
      status: ["open", null],
      parent: [other, null],
      aliases: ["غارة", null],
      topics: ["b", null],
      others: [other, null],
    });
    expect(rows.links).toEqual([
      {
        field: "parent",
        to: other,
        brief: { alike: '["sample",{"topics":["a","b"]}]', own: `["${record}",5000,"${other}",null,null]` },
      },
      { field: "others", to: other, brief: { alike: "", own: "" } },
    ]);
    expect(rows.words).toEqual([
      { field: "title", weight: "high", text: "Raid", lang: "en" },
      { field: "note", weight: "low", text: "at night", lang: "en" },
      { field: "aliases", weight: "high", text: "غارة", lang: "ar", isName: true },
    ]);
    expect(rows.tallies).toEqual([
      { facet: "isOpen", value: "no" },
      { facet: "where", value: "XA" },
      { facet: "status", value: "open" },
      { facet: "topics", value: "a" },
      { facet: "topics", value: "b" },
    ]);
  });

  it("gives no rows for values that the kind of today does not accept, and does not break on them", () => {
    const odd: readonly Json[] = [
      null,
      5,
      "plain",
      [1],
      [[]],
      {},
      { text: 5 },
      { country: 1 },
      { text: "x", lang: "en", extra: 1 },
    ];
    for (const name of Object.keys(sample.fields))
      for (const value of odd) {
        const { cells, links, record: row } = rowsOf(sample, stateOf({ [name]: value }));
        for (const { text } of cells) expect(text).not.toMatch(/object Object|undefined|NaN/);
        for (const { to } of links) expect(to).toMatch(/^[0-9a-z]{26}$/);
        expect(Number.isSafeInteger(row.sort)).toBe(true);
      }
    expect(rowsOf(sample, stateOf({ when: "some day", parent: "nobody", title: "plain" }))).toMatchObject({
      cells: [],
      links: [],
      words: [],
      record: { label: "", sort: 5000 },
    });
  });

  it("is defined for whatever people write into whatever kind", () => {
    const registry = testRegistry();
    fc.assert(
      fc.property(histories, ({ operations }) => {
        for (const { stamp, operation } of operations) {
          const state = fold(undefined, stamp, operation);
          for (const kind of registry.kinds.values()) expect(rowsOf(kind, state).record.id).toBe(state.id);
        }
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});

describe("textOfValue", () => {
  it("writes a place from fine to coarse, or its coordinates", () => {
    const { where } = sample.fields;
    expect(textOfValue(where, { region: "North", country: "XA" })).toBe("North, XA");
    expect(textOfValue(where, { latitude: 12_345_678, longitude: -500_000 })).toBe("12.345678, -0.5");
  });
});
