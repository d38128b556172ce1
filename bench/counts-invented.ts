// Invented incidents with the people whom they struck, as operations, and their counts by hand of the same invention. It
// shares nothing with what is measured.
import type { StampedOperation } from "@tocsin/records";

export const genders = ["woman", "man", "unknown"];
export const statuses = ["reported", "corroborated", "confirmed"];
const countries = Array.from(
  { length: 40 },
  (_, n) => `${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
);
export const acts = [
  "physical.killing",
  "physical.torture",
  "legal.arrest",
  "harassment.threat",
  "spyware.infection",
  "network.shutdown",
];
const ages = ["adult.18-29", "adult.30-59", "adult.60-plus", "child.13-15"];

interface Invented {
  readonly act: string;
  readonly when: string;
  readonly country: string;
  readonly status: string;
  readonly isOfficial: boolean;
  readonly isForWork: boolean;
  readonly people: readonly {
    readonly n: number;
    readonly isNew: boolean;
    readonly gender: string;
    readonly age: string;
  }[];
}

/** Three parts an incident; one person in ten was struck before. */
function* invent(incidents: number): Generator<Invented> {
  const next = generator(11);
  const struck: { readonly gender: string; readonly age: string }[] = [];
  for (let n = 0; n < incidents; n += 1) {
    const people = [0, 1, 2].map(() => {
      const made = { gender: genders[next(3)] ?? "", age: ages[next(4)] ?? "" };
      const old = struck.length > 10 && next(10) === 0 ? next(struck.length) : -1;
      if (old < 0) struck.push(made);
      return { n: old < 0 ? struck.length - 1 : old, isNew: old < 0, ...(struck[old] ?? made) };
    });
    const month = String(1 + next(12)).padStart(2, "0");
    const day = String(1 + next(28)).padStart(2, "0");
    const year = 2016 + next(10);
    yield {
      act: acts[next(acts.length)] ?? "",
      when: next(20) === 0 ? String(year) : `${year}-${month}-${day}`,
      country: countries[next(countries.length)] ?? "",
      status: statuses[next(3)] ?? "",
      isOfficial: next(4) > 0,
      isForWork: next(5) > 0,
      people,
    };
  }
}

export function* inventOperations(incidents: number): Generator<StampedOperation> {
  let sequence = 0;
  const of = (kind: string, record: string, values: Readonly<Record<string, unknown>>): StampedOperation => {
    const entries = Object.entries(values).map(([name, set]) => [
      name,
      name === "acts" ? { add: set } : { set },
    ]);
    return stamped((sequence += 1), { kind, record, patch: Object.fromEntries(entries) });
  };
  let extra = 0;
  for (const [n, { act, when, country, status, isOfficial, isForWork, people }] of numbered(
    invent(incidents),
  )) {
    const incident = idOf("incident", n);
    yield of("incident", incident, {
      title: { text: `case ${n} of ${act}`, lang: "en" },
      acts: [act],
      when,
      where: { country },
      status,
      ...(status === "confirmed" ? { confirmedBy: { text: "a commission", lang: "en" } } : {}),
      defence: isForWork ? "because-of-work" : "unclear",
    });
    for (const [at, { n: who, isNew, gender, age }] of people.entries()) {
      const person = idOf("person", who);
      // As many people as three an incident: those who come again leave room for others, whom nothing struck.
      const shown = isNew ? person : idOf("person", incidents * 3 + (extra += 1));
      yield of("person", shown, { name: { text: `person ${who}`, lang: "en" }, gender, ageBand: age });
      const role = at === 0 ? "defender" : "victim";
      yield of("involvement", idOf("part", n * 4 + at), { role, person, incident });
    }
    if (isOfficial) yield of("involvement", idOf("part", n * 4 + 3), { role: "official", incident });
  }
}

/** Of people in a category, by status, gender and country: each once a category and status, at the earliest. */
export function countPlainly(incidents: number): ReadonlyMap<string, number> {
  const rows: { readonly key: string; readonly time: string; readonly cell: string }[] = [];
  for (const [n, { act, when, country, status, isOfficial, isForWork, people }] of numbered(
    invent(incidents),
  )) {
    const letter = {
      "physical.killing": "A",
      "physical.torture": "C",
      "legal.arrest": "D",
      "harassment.threat": "F",
      "spyware.infection": "F",
    }[act];
    if (letter === undefined || !isOfficial || !isForWork) continue;
    for (const { n: who, gender } of people)
      rows.push({
        key: `${who} ${status} ${letter}`,
        time: `${when}~${idOf("incident", n)}`,
        cell: `${status} ${gender} ${country}`,
      });
  }
  rows.sort((a, b) => (a.time < b.time ? -1 : 1));
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { key, cell } of rows) {
    if (seen.has(key)) continue;
    seen.add(key);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

export function stamped(
  sequence: number,
  { kind, record, patch }: { readonly kind: string; readonly record: string; readonly patch: object },
): StampedOperation {
  const place = { chain: "a", sequence, index: 0, depth: sequence, commit: `a${sequence}`, device: "d" };
  return {
    stamp: { ...place, at: 1_700_000_000_000 + sequence, seen: new Map([["a", sequence]]) },
    operation: { kind, version: 1, record, act: "bench", patch } as StampedOperation["operation"],
  };
}

function* numbered<Item>(items: Iterable<Item>): Generator<readonly [number, Item]> {
  let n = 0;
  for (const item of items) yield [n++, item];
}

/** In no order, as ids are: 26 digits of base 32. */
export function idOf(kind: "incident" | "person" | "part", n: number): string {
  const first = { incident: 1, person: 2, part: 3 }[kind];
  const mixed = (Math.imul(n + 1, 2_654_435_761) >>> 0).toString().padStart(10, "0");
  return `0${mixed}${first}${String(n).padStart(14, "0")}`;
}

/** A small generator with a seed, so that every run has the same records. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
