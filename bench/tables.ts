// A table of made-up incidents with three people each, in rows of 45 columns, from its bytes into the log of a vault.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgram, createTableComposer } from "@tocsin/node";
import { openTable } from "@tocsin/formats";
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
  const compose = createTableComposer({ takesBytes: true });
  try {
    const file = join(folder, "made-up.csv");
    await writeFile(file, tableLines(incidents));
    const bytes = await readFile(file);
    let inLog = 0;
    let logMemory = 0;
    const began = performance.now();
    const { rows, problems, records } = await importTable(program.workspace, {
      files: [{ name: "made-up.csv", bytes }],
      mapping: parseMapping(mapping, registry),
      dryRun: false,
      ...(compose === undefined ? {} : { compose }),
      sha256: (each) => createHash("sha256").update(each).digest("hex"),
      onTables: () => {
        if (inLog > 0) return;
        inLog = performance.now();
        logMemory = mostMemory();
      },
    });
    const whole = performance.now() - began;
    const wholeMemory = mostMemory();
    const bare = await bareRate(file);
    if (rows !== incidents || problems.length > 0 || records["person"] !== 3 * incidents)
      throw new Error(`Cannot measure: ${rows} rows, ${problems.length} problems`);
    return told(rows, {
      rate: rows / ((inLog - began) / 1000),
      whole: rows / (whole / 1000),
      bare,
      logMemory,
      wholeMemory,
    });
  } finally {
    await program.close();
    await rm(folder, { recursive: true });
  }
}

/** Megabytes, of the whole process from its start. */
function mostMemory(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/** Rows a second that are only read and written as JSON, each with its SHA-256: what no import can do without. */
async function bareRate(file: string): Promise<number> {
  const bytes = await readFile(file);
  const began = performance.now();
  let rows = 0;
  for (const sheet of openTable(bytes).sheets)
    for (const { cells } of sheet.rows()) {
      createHash("sha256").update(JSON.stringify(cells)).digest("hex");
      rows += 1;
    }
  return rows / ((performance.now() - began) / 1000);
}

interface Measured {
  /** Rows a second into the log, and with the tables behind it. */
  readonly rate: number;
  readonly whole: number;
  readonly bare: number;
  /** Megabytes. */
  readonly logMemory: number;
  readonly wholeMemory: number;
}

function told(rows: number, { rate, whole, bare, logMemory, wholeMemory }: Measured) {
  const memory = (label: string, value: number) => ({
    label,
    value,
    unit: "MB",
    target: `at most ${wantedMemory}`,
    met: value <= wantedMemory,
  });
  return {
    name: `Tables (${rows} rows of 45 columns: 8 operations a row)`,
    figures: [
      {
        label: "rows into the log",
        value: rate,
        unit: "rows/s",
        against: { label: "read and hashed alone", value: bare, unit: "rows/s" },
        ratio: rate / bare,
        target: `at least ${wantedRate}`,
        met: rate >= wantedRate,
      },
      memory("most memory until then", logMemory),
      { label: "the same, with the tables that follow", value: whole, unit: "rows/s", met: true },
      memory("most memory with the tables", wholeMemory),
    ],
    note: "The memory is the whole process's, its reading thread included.",
  };
}
