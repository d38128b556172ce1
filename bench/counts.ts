// Counts and lists over incidents, the people whom they struck and the parts that they had in them, from the encrypted
// tables, beside a scan of everything in the same run. `npm run bench -- counts=10000` is a tenth of the full size.
// The records are invented by a generator of its own, which counts them too: it shares nothing with what is measured.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { breakdowns, caseCounter, faultOf, readTables, type CountQuestion } from "@tocsin/cases";
import { createKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import { foldForSearch } from "@tocsin/language";
import { openProjectionDatabase } from "@tocsin/node";
import type { CountLine, StampedOperation, View } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { acts, countPlainly, genders, idOf, inventOperations, stamped, statuses } from "./counts-invented.ts";

const usualSize = 100_000;
const target = 150;
const editTarget = 50;
const times = 40;
const batch = 4096;

export async function bench(size = String(usualSize)) {
  const incidents = Number(size);
  const folder = await mkdtemp(join(tmpdir(), "bench-counts-"));
  try {
    const projection = await open(join(folder, "projection.db"));
    const written = await seconds(() => write(projection, incidents));
    const filled = await seconds(() => projection.endFilling());
    const view = createView(projection, async () => []);
    const figures = [
      ...(await countFigures(projection, view, incidents)),
      ...(await listFigures(view)),
      await editFigure(projection, incidents),
      rate("states written", (incidents * 7) / written),
      rate("rows and counts made", (incidents * 7) / filled),
    ];
    await projection.database.close();
    return {
      name: `Counts (${incidents} incidents, ${incidents * 3} people, ${incidents * 3} parts)`,
      figures,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1000);

async function open(path: string): Promise<Projection> {
  const key = createKey("projection", new Uint8Array(32).fill(7));
  const database = await openProjectionDatabase({ path, key });
  return openProjection(database, {
    registry: createBuiltInRegistry(),
    analyse: foldForSearch,
    counter: caseCounter,
  });
}

async function write(projection: Projection, incidents: number): Promise<void> {
  let waiting: StampedOperation[] = [];
  for (const operation of inventOperations(incidents)) {
    waiting.push(operation);
    if (waiting.length < batch) continue;
    await projection.apply(waiting, heads);
    waiting = [];
  }
  await projection.apply(waiting, heads);
}

const heads = new Map([["a" as never, { sequence: 1, hash: "f".repeat(64) as never }]]);

const questions: readonly (readonly [label: string, question: CountQuestion])[] = [
  ["people by category", { measure: "people", scope: "indicator", by: ["category"] }],
  ["people by gender and country", { measure: "people", scope: "indicator", by: ["gender", "country"] }],
  ["people by act and country", { measure: "people", scope: "all", by: ["act", "country"] }],
  ["people by year and age", { measure: "people", scope: "all", by: ["year", "age"] }],
  ["people by month", { measure: "people", scope: "all", by: ["month"] }],
  [
    "people of a year by act and country",
    { measure: "people", scope: "all", by: ["act", "country"], period: "2024" },
  ],
  [
    "people of a quarter by act and country",
    { measure: "people", scope: "all", by: ["act", "country"], period: "2024-Q3" },
  ],
  ["incidents by act and country", { measure: "incidents", scope: "all", by: ["act", "country"] }],
];

async function countFigures(projection: Projection, view: View, incidents: number) {
  const asked = questions[1]?.[1];
  if (asked === undefined) return [];
  const found = (await readTables(view, asked)).flatMap(({ status, rows, columns, cells }) =>
    rows.flatMap((row, y) =>
      columns.flatMap((column, x) => {
        const count = cells[y]?.[x] ?? 0;
        return count === 0 ? [] : [[`${status} ${row} ${column}`, count] as const];
      }),
    ),
  );
  const figures = [];
  for (const [label, question] of questions) {
    const taken = await each(times, () => readTables(view, question));
    figures.push(atMost(`${label}, p95`, percentile(taken, 95)));
  }
  figures.push(...(await pairFigures(view)));
  // The two that count anew hold everything in memory at once, which is none of the program's.
  const memory = peakMemory();
  const expected = countPlainly(incidents);
  const wrong =
    found.filter(([cell, count]) => count !== (expected.get(cell) ?? 0)).length +
    Math.abs(found.length - expected.size);
  const scan = await scanOf(projection);
  const against = { label: "counting every cell anew from all lines", value: scan, unit: "ms" };
  return [
    ...figures.map((figure) => ({ ...figure, against, ratio: figure.value / scan })),
    {
      label: "memory of the whole process, at its highest while tables are made and counts asked",
      value: memory,
      unit: "MB",
      target: "at most 700",
      met: memory <= 700,
    },
    {
      label: "cells that differ from the generator's own count",
      value: wrong,
      unit: `of ${expected.size}`,
      target: "none",
      met: wrong === 0,
    },
  ];
}

/** Every table of two breakdowns that can be asked for, three times each: the slowest answer. */
async function pairFigures(view: View) {
  const figures = [];
  for (const [label, period] of [
    ["all time", {}],
    ["a year", { period: "2024" }],
    ["a quarter", { period: "2024-Q3" }],
  ] as const) {
    const asked = breakdowns
      .flatMap((first, at) => breakdowns.slice(at + 1).map((second) => [first, second] as const))
      .flatMap((by) => (["people", "incidents"] as const).map((measure) => ({ measure, by })))
      .map((each): CountQuestion => ({ ...each, scope: "all", ...period }))
      .filter((question) => faultOf(question) === null);
    let slowest = { taken: 0, name: "" };
    for (const question of asked) {
      const taken = Math.max(...(await each(3, () => readTables(view, question))));
      if (taken > slowest.taken)
        slowest = { taken, name: `${question.measure} by ${question.by.join(" and ")}` };
    }
    figures.push(
      atMost(
        `slowest of ${asked.length} tables of two breakdowns, ${label} (${slowest.name})`,
        slowest.taken,
      ),
    );
  }
  return figures;
}

/** Milliseconds of counting everything from the lines, as it would be without kept counts. */
async function scanOf({ database }: Projection): Promise<number> {
  return (
    (await seconds(async () => {
      const rows = await database.all("SELECT subject, event, began, text FROM line ORDER BY subject");
      const counts = new Map<string, number>();
      let lines: CountLine[] = [];
      const count = (): void => {
        for (const [key, by] of caseCounter.cells(lines)) counts.set(key, (counts.get(key) ?? 0) + by);
      };
      for (const [subject, event, when, text] of rows) {
        if (lines[0] !== undefined && lines[0].subject !== subject) {
          count();
          lines = [];
        }
        lines.push({
          subject: String(subject),
          event: event as never,
          when: String(when),
          text: String(text),
        });
      }
      count();
    })) * 1000
  );
}

async function listFigures(view: View) {
  const pages = await each(times, (n) =>
    view.list({
      kind: "incident",
      where: n % 2 === 0 ? [] : [{ field: "status", value: statuses[n % 3] ?? "" }],
    }),
  );
  const parts = await each(times, (n) =>
    view.list({ kind: "person", where: [{ field: "gender", value: genders[n % 3] ?? "" }] }),
  );
  const both = await each(times, (n) =>
    view.list({
      kind: "incident",
      where: [
        { field: "status", value: statuses[n % 3] ?? "" },
        { field: "acts", value: acts[n % acts.length] ?? "" },
      ],
    }),
  );
  const oldest = await each(times, (n) =>
    view.list({ kind: ["incident", "person", "involvement"][n % 3] ?? "", order: "oldest" }),
  );
  const linked = await each(times, (n) =>
    view.list({ kind: "involvement", where: [{ field: "incident", value: idOf("incident", n * 7) }] }),
  );
  const tallies = await each(times, () => view.tally("person", "gender"));
  return [
    atMost("page of incidents, filtered or not, p95", percentile(pages, 95)),
    atMost("page of people of a gender, p95", percentile(parts, 95)),
    atMost("page of incidents by status and act, p95", percentile(both, 95)),
    atMost("page of the oldest of each kind, p95", percentile(oldest, 95)),
    atMost("parts of an incident, p95", percentile(linked, 95)),
    atMost("people by gender as a facet, p95", percentile(tallies, 95)),
  ];
}

async function editFigure(projection: Projection, incidents: number) {
  const taken = await each(times, (n) => {
    const record = idOf("incident", (n * 997) % incidents);
    const patch = { status: { set: statuses[n % 3] ?? "" } };
    return projection.apply([stamped(incidents * 7 + n + 1, { kind: "incident", record, patch })], heads);
  });
  return {
    label: "an incident changed, with all its counts, p95",
    value: percentile(taken, 95),
    unit: "ms",
    target: `at most ${editTarget}`,
    met: percentile(taken, 95) <= editTarget,
  };
}

function rate(label: string, value: number) {
  return { label, value: Math.round(value), unit: "records/s", met: true };
}

function atMost(label: string, value: number) {
  return {
    label,
    value: Number(value.toFixed(2)),
    unit: "ms",
    target: `at most ${target}`,
    met: value <= target,
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function each(count: number, work: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) taken.push((await seconds(() => work(n))) * 1000);
  return taken;
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil((values.length * part) / 100) - 1] ?? Number.NaN;
}
