// A table of made-up incidents with three people each, in rows of 45 columns, from its bytes into the log of a vault.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgram } from "@tocsin/node";
import { createBuiltInRegistry, importTable, parseMapping } from "@tocsin/workspace";
import { tableLines } from "../tools/make-table.ts";

const usualSize = 100_000;
const wantedRate = 2_000;
const wantedMemory = 700;
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

const person = (number: number): readonly object[] => [
  {
    kind: "person",
    as: `person ${number}`,
    key: [`person ${number} no`],
    fields: {
      name: { columns: [`person ${number} name`] },
      names: { columns: [`person ${number} other name`] },
      country: { columns: [`person ${number} country`] },
      notes: { columns: [`person ${number} notes`] },
    },
  },
  {
    kind: "involvement",
    as: `involvement ${number}`,
    fields: {
      role: { columns: [`person ${number} role`] },
      person: { record: `person ${number}` },
      incident: { record: "incident" },
    },
  },
];

const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        {
          kind: "incident",
          fields: {
            title: { columns: ["title"] },
            acts: { columns: ["acts"] },
            when: { columns: ["from"], until: "to" },
            where: { place: { country: "country", region: "area" } },
            narrative: { columns: ["narrative"] },
            means: { columns: ["means"] },
            effects: { columns: ["effects"] },
            statedReason: { columns: ["reason"] },
          },
        },
        ...[1, 2, 3].flatMap(person),
      ],
    },
  ],
};

export async function bench(size?: string) {
  const incidents = Number(size ?? usualSize);
  const folder = await mkdtemp(join(tmpdir(), "bench-tables-"));
  const registry = createBuiltInRegistry();
  const program = await createProgram(join(folder, "vault"), {
    passphrase: "only for measuring",
    deviceName: "bench",
    cost,
  });
  try {
    const bytes = Buffer.concat([...tableLines(incidents)].map((line) => Buffer.from(line)));
    let mostMemory = 0;
    let inLog = 0;
    const began = performance.now();
    const { rows, problems, records } = await importTable(program.workspace, {
      bytes,
      fileName: "made-up.csv",
      mapping: parseMapping(mapping, registry),
      dryRun: false,
      sha256: (each) => createHash("sha256").update(each).digest("hex"),
      onProgress: (done) => {
        inLog = performance.now();
        if (done % 1_000 === 0) mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
      },
    });
    const whole = performance.now() - began;
    if (rows !== incidents || problems.length > 0 || records["person"] !== 3 * incidents)
      throw new Error(`Cannot measure: ${rows} rows, ${problems.length} problems`);
    return told(rows, {
      rate: rows / ((inLog - began) / 1000),
      whole: rows / (whole / 1000),
      memory: mostMemory / 1e6,
    });
  } finally {
    await program.close();
    await rm(folder, { recursive: true });
  }
}

interface Measured {
  /** Rows a second into the log, and with the tables behind it. */
  readonly rate: number;
  readonly whole: number;
  /** Megabytes. */
  readonly memory: number;
}

function told(rows: number, { rate, whole, memory }: Measured) {
  return {
    name: `Tables (${rows} rows of 45 columns: 8 operations a row)`,
    figures: [
      {
        label: "rows into the log",
        value: rate,
        unit: "rows/s",
        target: `at least ${wantedRate}`,
        met: rate >= wantedRate,
      },
      {
        label: "most memory meanwhile",
        value: memory,
        unit: "MB",
        target: `at most ${wantedMemory}`,
        met: memory <= wantedMemory,
      },
      { label: "the same, with the tables that follow", value: whole, unit: "rows/s", met: true },
    ],
    note: "The memory is the process's, the file's bytes and the generator's lines included.",
  };
}
