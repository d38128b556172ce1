// Counts that are moved by every change are those that counting from nothing gives, whatever was written: edits, undone
// ones, merges and their undoing, in any order and batches; and erasure, after which the tables are made anew.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caseCounter } from "@tocsin/cases";
import type { Json, RecordId } from "@tocsin/core";
import { createKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import {
  code,
  codes,
  createRegistry,
  date,
  flag,
  fold,
  integer,
  kind,
  link,
  place,
  string,
  text,
  type Patch,
  type RecordState,
  type StampedOperation,
} from "@tocsin/records";
import { plainAnalyse } from "@tocsin/records/acceptance";
import { countAnew } from "@tocsin/records/fakes";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openProjectionDatabase } from "./projection-database.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-projection-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Kinds of this test alone, with every field that counting reads. */
const registry = createRegistry(
  [
    kind(
      "incident",
      1,
      {
        title: text(),
        acts: codes("any"),
        when: date({ sort: true }),
        where: place({ facet: "country" }),
        status: code("any", { facet: true }),
        confirmedBy: string(),
        defence: code("any"),
        mergedInto: link("incident"),
      },
      { label: "title" },
    ),
    kind(
      "involvement",
      1,
      {
        role: code("any"),
        person: link("person"),
        organisation: link("organisation"),
        incident: link("incident"),
        groupSize: integer(),
        perpetratorKind: code("any"),
        degree: code("any"),
        ageThen: code("any"),
      },
      { label: "role" },
    ),
    kind(
      "person",
      1,
      { name: text(), gender: code("any"), ageBand: code("any"), child: flag(), mergedInto: link("person") },
      { label: "name" },
    ),
    kind("organisation", 1, { name: text() }, { label: "name" }),
  ],
  [{ name: "any", terms: [], open: true }],
);

const idOf = (name: string): RecordId => name.padStart(26, "0") as RecordId;
const [incidents, people, parts] = [
  ["01", "02", "03"],
  ["11", "12", "13"],
  ["21", "22", "23", "24", "25", "26"],
].map((names) => names.map(idOf));
const organisations = [idOf("31")];

const one = <Value extends Json>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);
const idIn = (ids: readonly RecordId[] | undefined): fc.Arbitrary<Json> =>
  fc.constantFrom<Json>(...(ids ?? []));

const fieldsByKind: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<Json>>>>> = {
  incident: {
    title: fc.constant({ text: "an incident", lang: "en" }),
    when: one("2025-01-03", "2025-02", "2025", "2024-12-31", "202X", "2025-05-01/..", "no date"),
    where: one<Json>({ country: "XA" }, { country: "XB" }, { region: "North" }),
    status: one("reported", "corroborated", "confirmed"),
    confirmedBy: one("a court"),
    defence: one("because-of-work", "because-of-work", "unclear"),
    mergedInto: idIn(incidents),
  },
  involvement: {
    role: one("defender", "defender", "victim", "perpetrator", "official", "witness"),
    person: idIn(people),
    organisation: idIn(organisations),
    incident: idIn(incidents),
    groupSize: fc.integer({ min: 1, max: 40 }),
    perpetratorKind: one("state.executive.police", "crowd", "unknown"),
    degree: one("failed-to-protect", "ordered"),
    ageThen: one("child.13-15"),
  },
  person: {
    name: fc.constant({ text: "somebody", lang: "en" }),
    gender: one("woman", "man"),
    ageBand: one("adult.18-29", "child"),
    child: fc.boolean(),
    mergedInto: idIn(people),
  },
  organisation: { name: fc.constant({ text: "an office", lang: "en" }) },
};
const idsByKind: Readonly<Record<string, readonly RecordId[]>> = {
  incident: incidents ?? [],
  involvement: parts ?? [],
  person: people ?? [],
  organisation: organisations,
};

interface Written {
  readonly kind: string;
  readonly record: RecordId;
  readonly patch: Patch;
  /** By which of two devices, and whether it has heard of all that the other one wrote. */
  readonly device: 0 | 1;
  readonly hears: boolean;
  /** The same field goes back to what it was before: what undo writes. */
  readonly isUndone: boolean;
}

const written: fc.Arbitrary<Written> = fc
  .constantFrom("incident", "incident", "involvement", "involvement", "involvement", "person", "organisation")
  .chain((name) =>
    fc.record({
      kind: fc.constant(name),
      record: fc.constantFrom(...(idsByKind[name] ?? [])),
      patch: patchOf(name),
      device: fc.constantFrom<0 | 1>(0, 1),
      hears: fc.boolean(),
      isUndone: fc.boolean(),
    }),
  );

function patchOf(name: string): fc.Arbitrary<Patch> {
  const single = Object.entries(fieldsByKind[name] ?? {}).map(([field, value]) =>
    fc.oneof(
      { weight: 6, arbitrary: value.map((set): Patch => ({ [field]: { set } })) },
      { weight: 1, arbitrary: fc.constant<Patch>({ [field]: { clear: true } }) },
    ),
  );
  const acts = fc
    .subarray(["legal.arrest", "harassment.threat", "physical.killing", "network.shutdown"], { minLength: 1 })
    .chain((list) =>
      fc.constantFrom<Patch>({ acts: { add: list } }, { acts: { add: list } }, { acts: { remove: list } }),
    );
  const each = name === "incident" ? [...single, acts] : single;
  return fc
    .subarray(each, { minLength: 1 })
    .chain((some) => fc.tuple(...some))
    .map((patches): Patch => Object.assign({}, ...patches) as Patch);
}

/** Each device writes a chain of its own; what it has not heard of is concurrent. */
function stamped(all: readonly Written[]): readonly StampedOperation[] {
  const seen = [new Map<string, number>(), new Map<string, number>()] as const;
  const chains = ["aaa", "bbb"] as const;
  const depths = [0, 0];
  const operations: StampedOperation[] = [];
  const write = (device: 0 | 1, operation: StampedOperation["operation"]): void => {
    const chain = chains[device];
    const sequence = (seen[device].get(chain) ?? 0) + 1;
    seen[device].set(chain, sequence);
    depths[device] = (depths[device] ?? 0) + 1;
    const at = { chain, sequence, index: 0, depth: depths[device] ?? 0, commit: `${chain}${sequence}` };
    operations.push({
      stamp: { ...at, device: chain, at: sequence, seen: new Map(seen[device]) },
      operation,
    });
  };
  for (const { kind: name, record, patch, device, hears, isUndone } of all) {
    if (hears) {
      const other = device === 0 ? 1 : 0;
      for (const [chain, sequence] of seen[other])
        seen[device].set(chain, Math.max(sequence, seen[device].get(chain) ?? 0));
      depths[device] = Math.max(depths[0] ?? 0, depths[1] ?? 0);
    }
    const operation = { kind: name, version: 1, record, act: "try" };
    write(device, { ...operation, patch });
    if (isUndone) write(device, { ...operation, patch: inverse(patch) });
  }
  return operations;
}

function inverse(patch: Patch): Patch {
  return Object.fromEntries(
    Object.entries(patch).map(([field, change]) => {
      if ("add" in change && change.add !== undefined) return [field, { remove: change.add }];
      return "remove" in change && change.remove !== undefined
        ? [field, { add: change.remove }]
        : [field, { clear: true }];
    }),
  );
}

/** A later turn of the same two chains, interleaved another way. */
function interleaved(operations: readonly StampedOperation[]): readonly StampedOperation[] {
  const left = [...operations];
  const heard: StampedOperation[] = [];
  while (left.length > 0) {
    const ready = left.filter(({ stamp: { seen, chain, sequence } }) =>
      left.every(({ stamp: other }) =>
        other.chain === chain ? other.sequence >= sequence : (seen.get(other.chain) ?? 0) < other.sequence,
      ),
    );
    const next = ready.at(-1);
    if (next === undefined) break;
    heard.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return heard;
}

function statesOf(operations: readonly StampedOperation[]): readonly RecordState[] {
  const states = new Map<string, RecordState>();
  for (const { stamp, operation } of operations)
    states.set(operation.record, fold(states.get(operation.record), stamp, operation));
  return [...states.values()];
}

async function open(): Promise<Projection> {
  files += 1;
  const key = createKey("projection", new Uint8Array(32).fill(7));
  const database = await openProjectionDatabase({ path: join(folder, `${files}.db`), key });
  return openProjection(database, { registry, analyse: plainAnalyse, counter: caseCounter });
}

interface Kept {
  readonly counts: readonly (readonly [string, number])[];
  readonly lines: readonly string[];
}

const sorted = (
  lines: readonly {
    readonly subject: string;
    readonly event: string;
    readonly when: string;
    readonly text: string;
  }[],
) => lines.map(({ subject, event, when, text: facts }) => [subject, event, when, facts].join("|")).toSorted();

const inOrder = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

async function keptIn(projection: Projection): Promise<Kept> {
  const view = createView(projection, async () => []);
  const lines = await projection.database.all("SELECT subject, event, began, text FROM line");
  return {
    counts: inOrder(await view.counts("")),
    lines: lines.map((row) => row.join("|")).toSorted(),
  };
}

function anew(operations: readonly StampedOperation[]): Kept {
  const { counts, lines } = countAnew(caseCounter, statesOf(operations));
  return { counts: inOrder(counts).filter(([, n]) => n !== 0), lines: sorted(lines) };
}

const heads = new Map([["a" as never, { sequence: 1, hash: "f".repeat(64) as never }]]);

async function applied(operations: readonly StampedOperation[], size: number): Promise<Projection> {
  const projection = await open();
  await projection.endFilling();
  for (let at = 0; at < operations.length; at += size)
    await projection.apply(operations.slice(at, at + size), heads);
  return projection;
}

const changes = fc.array(written, { minLength: 4, maxLength: 30 }).map(stamped);

describe("counts in the tables", () => {
  it("are those that counting from nothing gives, after every change, merge and undoing", () =>
    fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: 7 }), async (operations, size) => {
        const projection = await open();
        await projection.endFilling();
        const heard = interleaved(operations);
        for (let at = 0; at < heard.length; at += size) {
          await projection.apply(heard.slice(at, at + size), heads);
          expect(await keptIn(projection)).toEqual(anew(heard.slice(0, at + size)));
        }
        expect(await projection.check()).toBe(true);
        await projection.database.close();
      }),
      { numRuns: 15, seed: 16104 },
    ));

  it("are the same made anew by a filling, and after the erasure of some of what was written", () =>
    fc.assert(
      fc.asyncProperty(
        changes,
        fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }),
        async (operations, erased) => {
          const projection = await applied(operations, 3);
          const left = operations.filter((_, at) => erased[at] !== true);
          await projection.clear();
          for (let at = 0; at < left.length; at += 5) await projection.apply(left.slice(at, at + 5), heads);
          await projection.apply([], heads);
          await projection.endFilling();
          expect(await keptIn(projection)).toEqual(anew(left));
          expect(await projection.check()).toBe(true);
          await projection.database.close();
        },
      ),
      { numRuns: 10, seed: 16105 },
    ));

  it("follow people and incidents that are merged, changed after it, and parted again", async () => {
    const [p1, p2, e1, e2] = [idOf("11"), idOf("12"), idOf("01"), idOf("02")];
    const set = (record: RecordId, name: string, values: Readonly<Record<string, Json>>): Written => ({
      kind: name,
      record,
      patch: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { set: value }])),
      device: 0,
      hears: true,
      isUndone: false,
    });
    const steps = [
      set(e1, "incident", { when: "2025-01-03", status: "reported" }),
      set(e2, "incident", { when: "2025-02-03", status: "reported" }),
      set(idOf("21"), "involvement", { role: "defender", person: p1, incident: e1 }),
      set(idOf("22"), "involvement", { role: "victim", person: p2, incident: e2 }),
      set(p1, "person", { gender: "woman" }),
      set(p2, "person", { gender: "man" }),
      set(p1, "person", { mergedInto: p2 }),
      set(p2, "person", { gender: "woman" }),
      set(e2, "incident", { mergedInto: e1 }),
      set(e1, "incident", { where: { country: "XB" } }),
      { ...set(p1, "person", {}), patch: { mergedInto: { clear: true } } },
      { ...set(e2, "incident", {}), patch: { mergedInto: { clear: true } } },
    ] as const;
    const women = "gender\tpeople\t*\treported\tnot.no-category\twoman";
    const operations = stamped(steps);
    const projection = await open();
    await projection.endFilling();
    const counted: number[] = [];
    for (const [at, each] of operations.entries()) {
      await projection.apply([each], heads);
      expect(await keptIn(projection)).toEqual(anew(operations.slice(0, at + 1)));
      counted.push((await createView(projection, async () => []).counts(women)).get(women) ?? 0);
    }
    expect(counted).toEqual([0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 2, 2]);
    await projection.database.close();
  });

  it("give the lines of some months alone", async () => {
    const at = (n: number, when: string): readonly StampedOperation[] =>
      stamped([
        {
          kind: "incident",
          record: idOf(`0${n}`),
          patch: { when: { set: when } },
          device: 0,
          hears: false,
          isUndone: false,
        },
      ]);
    const projection = await open();
    await projection.endFilling();
    for (const [n, when] of ["2025-01-31", "2025-02-01", "2025", "2025-03"].entries())
      await projection.apply(
        at(n + 1, when).map(({ stamp, operation }) => ({
          operation,
          stamp: { ...stamp, chain: `c${n}`, commit: `c${n}` },
        })),
        heads,
      );
    const view = createView(projection, async () => []);
    expect((await view.countLines("2025-02", "2025-03")).map(({ when }) => when).toSorted()).toEqual([
      "2025-02-01",
      "2025-03",
    ]);
    const all = await view.countLines("", "9999-12");
    const [first, second] = all.map(({ event }) => event);
    if (first === undefined || second === undefined) throw new Error("too few lines");
    const own = await view.linesOf([first, second]);
    expect(own.toSorted(byEvent)).toEqual(
      all.filter(({ event }) => event === first || event === second).toSorted(byEvent),
    );
    expect(await view.linesOf([])).toEqual([]);
    await projection.database.close();
  });
});

function byEvent(a: { readonly event: string }, b: { readonly event: string }): number {
  return a.event < b.event ? -1 : 1;
}
