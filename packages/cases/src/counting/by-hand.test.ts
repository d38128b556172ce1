// The tables of by-hand/ were worked out by a person reading the rules, number by number, with the reason beside each.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Json, RecordId } from "@tocsin/core";
import type { RecordState, Stamp } from "@tocsin/records";
import { countAnew } from "@tocsin/records/fakes";
import { readBehind, type NumberPlace } from "./behind.ts";
import { caseCounter } from "./counter.ts";
import {
  breakdowns,
  measures,
  readTables,
  scopes,
  type CountQuestion,
  type CountSource,
  type CountTable,
} from "./question.ts";
import { withTotals } from "./small-numbers.ts";

type Row = Readonly<Record<string, string>>;

const stories = [...new Set(rowsOf("expected").map(({ story = "" }) => story))];

describe("counting, against tables worked out by hand", () => {
  for (const story of stories) {
    it(`gives every number of "${story}", and no other`, async () => {
      const source = sourceOf(story);
      for (const [asked, expected] of questionsOf(story)) {
        const tables = await readTables(source, asked);
        const found = tables.flatMap(({ status, rows, columns, cells }) =>
          rows.flatMap((row, y) =>
            (columns.length === 0 ? [""] : columns).map((column, x) => ({
              status,
              row,
              column,
              count: cells[y]?.[x] ?? 0,
            })),
          ),
        );
        const counted = found.filter(({ count }) => count > 0);
        expect(new Set(counted), JSON.stringify(asked)).toEqual(
          new Set(expected.filter(({ count }) => count > 0)),
        );
      }
    });
  }

  it("finds behind every number exactly those whom it counts, totals included", async () => {
    let looked = 0;
    for (const story of stories) {
      const source = sourceOf(story);
      for (const [asked] of questionsOf(story))
        for (const { place, value } of (await readTables(source, asked)).flatMap(numbersOf)) {
          const behind = await readBehind(source, asked, place);
          const sum = behind.reduce((total, { size }) => total + size, 0);
          expect(sum, JSON.stringify([story, asked, place])).toBe(value);
          looked += 1;
        }
    }
    expect(looked).toBeGreaterThan(100);
  });

  it("gives the same numbers of a month or quarter, kept without categories or counted by category", async () => {
    let compared = 0;
    for (const story of stories) {
      const source = sourceOf(story);
      const months = await readTables(source, { measure: "people", scope: "all", by: ["month"] });
      const known = months.flatMap(({ rows }) => rows).filter((row) => /^m\d{4}-\d\d$/.test(row));
      for (const dimension of ["act", "family", "gender", "age", "perpetrator", "country"] as const)
        for (const scope of scopes)
          for (const period of new Set(known.flatMap((month) => [month.slice(1), quarterOf(month)]))) {
            const asked = { measure: "people", scope, period } as const;
            const kept = await readTables(source, { ...asked, by: [dimension] });
            const counted = await readTables(source, { ...asked, by: [dimension, "category"] });
            expect(kept.map(totalsOf), `${story} ${dimension} ${scope} ${period}`).toEqual(
              counted.map(totalsOf),
            );
            compared += kept.length;
          }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it("holds every rule against at least one number", () => {
    expect(stories).toEqual([
      "rank",
      "status",
      "again",
      "dates",
      "conditions",
      "who",
      "people",
      "merged",
      "gone",
    ]);
    expect(rowsOf("expected").every(({ why = "" }) => why.length > 1)).toBe(true);
  });
});

function quarterOf(month: string): string {
  return `${month.slice(1, 5)}-Q${Math.ceil(Number(month.slice(6)) / 3)}`;
}

function totalsOf(table: CountTable): readonly unknown[] {
  return [table.status, table.rows, withTotals(table).rowTotals];
}

/** Every number of a table with its place, totals included. */
function numbersOf(
  table: CountTable,
): readonly { readonly place: NumberPlace; readonly value: number | null }[] {
  const { status, rows, columns, cells, rowTotals, columnTotals, total } = withTotals(table);
  const isList = columns.length === 0;
  return [
    ...rows.flatMap((row, y) =>
      (isList ? [undefined] : columns).map((column, x) => ({
        place: { status, row, ...(column === undefined ? {} : { column }) },
        value: cells[y]?.[x] ?? null,
      })),
    ),
    ...rows.map((row, y) => ({ place: { status, row }, value: rowTotals[y] ?? null })),
    ...columns.map((column, x) => ({ place: { status, column }, value: columnTotals[x] ?? null })),
    { place: { status }, value: total },
  ];
}

interface Expected {
  readonly status: string;
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

function questionsOf(story: string): readonly (readonly [CountQuestion, readonly Expected[]])[] {
  const questions = new Map<string, [CountQuestion, Expected[]]>();
  for (const { status = "", row = "", column = "", count, ...rest } of rowsOf("expected", story)) {
    const { measure, scope, by = "", period = "" } = rest;
    const key = [measure, scope, by, period].join();
    const question = {
      measure: named(measures, measure),
      scope: named(scopes, scope),
      by: by.split("; ").map((each) => named(breakdowns, each)),
      ...(period === "" ? {} : { period }),
    };
    const entry = questions.get(key) ?? [question, []];
    entry[1].push({ status, row, column, count: Number(count) });
    questions.set(key, entry);
  }
  return [...questions.values()];
}

function named<Name extends string>(names: readonly Name[], name: string | undefined): Name {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new Error(`not one of ${names.join()}: ${name}`);
  return found;
}

function sourceOf(story: string): CountSource {
  const people = new Map(rowsOf("people", story).map((row) => [row["who"] ?? "", row]));
  const parts = rowsOf("parts", story);
  for (const { who = "" } of parts) if (who !== "" && !people.has(who)) people.set(who, { kind: "person" });
  const states = [
    ...rowsOf("events", story).map(({ event = "", acts = "", country, ...fields }) =>
      stateOf(event, "incident", {
        acts: acts.split("; "),
        ...(country === "" ? {} : { where: { country: country ?? "" } }),
        ...filled(fields, ["when", "status", "confirmedBy", "defence"]),
      }),
    ),
    ...[...people].map(([who, { kind = "", child, ...fields }]) =>
      stateOf(who, kind, {
        ...(child === "yes" ? { child: true } : {}),
        ...filled(fields, ["gender", "ageBand"]),
      }),
    ),
    ...parts.map(({ event = "", who = "", groupSize = "", ...fields }, at) =>
      stateOf(`part${at}`, "involvement", {
        incident: event,
        ...(who === "" ? {} : { [who.startsWith("o") ? "organisation" : "person"]: who }),
        ...(groupSize === "" ? {} : { groupSize: Number(groupSize) }),
        ...filled(fields, ["role", "perpetratorKind", "degree", "ageThen"]),
      }),
    ),
  ];
  const { lines, counts } = countAnew(caseCounter, changedBy(rowsOf("changes", story), states));
  return {
    counts: async (prefix) => new Map([...counts].filter(([key]) => key.startsWith(prefix))),
    countLines: async (from, to) =>
      lines.filter(({ when }) => when.slice(0, 7) >= from && when.slice(0, 7) <= to),
  };
}

/** What was found to be the same as another, and what was erased since. */
function changedBy(changes: readonly Row[], states: readonly RecordState[]): readonly RecordState[] {
  const changeOf = new Map(changes.map((change) => [change["record"], change]));
  return states.flatMap((state) => {
    const { what, into = "" } = changeOf.get(state.id) ?? {};
    if (what === "erased") return [];
    const merged = stateOf(state.id, state.kind, { mergedInto: into }).fields;
    return what === "merged" ? [{ ...state, fields: { ...state.fields, ...merged } }] : [state];
  });
}

function filled(row: Row, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (row[name] ? [[name, row[name]]] : [])));
}

function stateOf(id: string, kind: string, values: Readonly<Record<string, Json>>): RecordState {
  const stamp: Stamp = { chain: "a", sequence: 1, index: 0, depth: 1, commit: "a1", device: "d", at: 0 };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { heads: [{ value, stamp }] }]),
  );
  const shared = { version: 1, created: stamp, updated: stamp, operations: 1, critical: false };
  return { ...shared, id: id as RecordId, kind, fields };
}

/** The last column takes the rest of its line, commas and all. */
function rowsOf(file: string, story?: string): readonly Row[] {
  const text = readFileSync(new URL(`by-hand/${file}.csv`, import.meta.url), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const names = head.split(",");
  const rows = lines.map((line): Row => {
    const parts = line.split(",");
    const last = parts.slice(names.length - 1).join(",");
    return Object.fromEntries(
      names.map((name, at) => [name, at === names.length - 1 ? last : (parts[at] ?? "")]),
    );
  });
  return story === undefined ? rows : rows.filter((row) => row["story"] === story);
}
