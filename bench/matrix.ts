// The matrix of States by commitment out of the counts that the tables keep. Invented: 193 States, 60 commitments, three held against by each incident.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import { foldForSearch } from "@tocsin/language";
import { openProjectionDatabase } from "@tocsin/node";
import type { StampedOperation, View } from "@tocsin/records";
import { builtInQueries, createBuiltInRegistry, type Matrix, type MatrixRecords } from "@tocsin/workspace";

const usualSize = 100_000;
const states = 193;
const commitments = 60;
const statuses = ["reported", "corroborated", "confirmed"];
const targets = { matrix: 150, cell: 100 } as const;
const times = 20;
const batch = 4096;
const heads = new Map([["a" as never, { sequence: 1, hash: "f".repeat(64) as never }]]);

export async function bench(size = String(usualSize)) {
  const incidents = Number(size);
  const folder = await mkdtemp(join(tmpdir(), "bench-matrix-"));
  try {
    const projection = await open(join(folder, "projection.db"));
    await write(projection, incidents);
    await projection.endFilling();
    const view = createView(projection, async () => []);
    const before = process.cpuUsage();
    const asked = await taken(times, () => ask<Matrix>(view, "matrix", {}));
    const { user, system } = process.cpuUsage(before);
    const { cells } = await ask<Matrix>(view, "matrix", {});
    const opened = await taken(times, (n) => {
      const cell = cells[(n * 977) % cells.length];
      if (cell === undefined) throw new Error("the matrix is empty");
      const { row, commitment, incidents: by } = cell;
      const [apart] = Object.keys(by);
      return ask<MatrixRecords>(view, "matrix.records", { kind: "incident", row, commitment, apart });
    });
    await projection.database.close();
    const counted = cells.reduce((sum, { incidents: by }) => sum + sumOf(Object.values(by)), 0);
    return {
      name: `Matrix (${states} States by ${commitments} commitments over ${incidents} incidents)`,
      figures: [
        atMost("the matrix, p95", percentile(asked, 95), targets.matrix),
        {
          label: "processor time for one matrix, on average: others on the machine do not change it much",
          value: (user + system) / 1000 / times,
          unit: "ms",
          met: true,
        },
        atMost("opening a cell, p95", percentile(opened, 95), targets.cell),
        {
          label: "incidents in all cells, of three an incident",
          value: counted,
          unit: `of ${incidents * 3}`,
          target: "all",
          met: counted === incidents * 3,
        },
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function open(path: string): Promise<Projection> {
  const key = createKey("projection", new Uint8Array(32).fill(7));
  const database = await openProjectionDatabase({ path, key });
  return openProjection(database, { registry: createBuiltInRegistry(), analyse: foldForSearch });
}

async function ask<Answer>(view: View, name: string, input: object): Promise<Answer> {
  const query = builtInQueries.find((each) => each.name === name);
  if (query === undefined) throw new Error(`no query ${name}`);
  const context = { registry: createBuiltInRegistry(), now: () => 0, sha256: () => "", commits: () => 0 };
  // By its name it gives this.
  return (await query.run(view, input, context)) as Answer;
}

async function write(projection: Projection, incidents: number): Promise<void> {
  let waiting: StampedOperation[] = [];
  for (let n = 0; n < incidents; n += 1) {
    waiting.push(incidentOf(n));
    if (waiting.length < batch) continue;
    await projection.apply(waiting, heads);
    waiting = [];
  }
  await projection.apply(waiting, heads);
}

function incidentOf(n: number): StampedOperation {
  const place = { chain: "a", sequence: n, index: 0, depth: n, commit: `a${n}`, device: "d" };
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const held = [0, 1, 2].map((at) => idOf(9, (mixed + at * 7 + at) % commitments));
  const patch = {
    title: { set: { text: `Incident ${n}`, lang: "en" } },
    where: { set: { country: countryOf((mixed >>> 8) % states) } },
    status: { set: statuses[(mixed >>> 5) % statuses.length] },
    commitments: { add: held },
  };
  return {
    stamp: { ...place, at: 1_700_000_000_000 + n, seen: new Map([["a", n]]) },
    operation: {
      kind: "incident",
      version: 2,
      record: idOf(1, n),
      act: "bench",
      patch,
    } as never,
  };
}

function idOf(first: number, n: number): string {
  const mixed = (Math.imul(n + 1, 2_654_435_761) >>> 0).toString().padStart(10, "0");
  return `0${mixed}${first}${String(n).padStart(14, "0")}`;
}

function countryOf(n: number): string {
  return String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
}

async function taken(count: number, work: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work(n);
    found.push(performance.now() - begun);
  }
  return found;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function atMost(label: string, value: number, limit: number) {
  return { label, value, unit: "ms", target: `at most ${limit}`, met: value <= limit };
}
