// Tables of records that leave: the processor time of an export with every rule of names, beside reading the same records
// from the log. `npm run bench -- export=1000` is a fifth of the full size.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProgram } from "@tocsin/node";
import { encodeOperation } from "@tocsin/records";
import { exportRecords, type Workspace } from "@tocsin/workspace";
import { inventOperations } from "./counts-invented.ts";

const usualSize = 5000;
const passphrase = "only for measuring";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

export async function bench(size = String(usualSize)) {
  const incidents = Number(size);
  const folder = await mkdtemp(join(tmpdir(), "bench-export-"));
  const program = await createProgram(join(folder, "vault"), { passphrase, deviceName: "bench", cost });
  try {
    const { workspace } = program;
    await workspace.vault.commitStep(payloads(incidents));
    await workspace.rebuild("asked");
    await workspace.settled();
    const read = await used(() => readAll(workspace));
    const figures = [];
    for (const audience of ["internal", "public"] as const) {
      const value = await used(() =>
        exportRecords(workspace, {
          kind: "incident",
          audience,
          format: "csv",
          approvedBy: { text: "bench", lang: "en" },
          sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
        }),
      );
      figures.push({
        label: `incidents as a table, ${audience}: processor time`,
        value,
        unit: "s",
        against: { label: "reading all records from the log", value: read, unit: "s" },
        ratio: value / read,
        met: true,
      });
    }
    return { name: `Export (${incidents} incidents, ${incidents * 3} people in them)`, figures };
  } finally {
    await program.close();
    await rm(folder, { recursive: true });
  }
}

function* payloads(incidents: number): Generator<{ readonly payload: Uint8Array }> {
  for (const { operation } of inventOperations(incidents)) yield { payload: encodeOperation(operation) };
}

async function readAll({ view }: Workspace): Promise<void> {
  for (const kind of ["incident", "person", "involvement"]) {
    let after: string | null = null;
    do {
      const page = await view.list({ kind, limit: 200, ...(after === null ? {} : { after }) });
      for (const { id } of page.rows) await view.read(id);
      after = page.next;
    } while (after !== null);
  }
}

/** Seconds of processor time, all threads. */
async function used(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
