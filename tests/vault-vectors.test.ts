// The program on every test vector of the vault: it gives the operations and the findings that the vectors state, or
// refuses the vault for the stated reason.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isTocsinError } from "@tocsin/core";
import { openVaultFolder } from "@tocsin/node";
import { exportOpen, type ExportSink, type Problem } from "@tocsin/vault";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  committedVectors,
  findingLines,
  operationLines,
  type CommittedVector,
} from "../tools/vectors/read-vectors.ts";
import type { ExpectedFinding } from "../tools/vectors/vector.ts";

const vectors = committedVectors(resolve(import.meta.dirname, "../vectors"));
let scratch = "";
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), "vault-vectors-"))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Their device files say that the erasure was not carried out yet: opening the vault does so. */
const finishedByOpening: ReadonlySet<string> = new Set(["not-carried-out", "control-stays"]);

/** Keeps what is exported in memory. */
function sinkInMemory(): { readonly sink: ExportSink; textOf(path: string): string } {
  const files = new Map<string, Uint8Array[]>();
  return {
    sink: {
      async create(path) {
        const pieces: Uint8Array[] = [];
        files.set(path, pieces);
        return {
          write: async (bytes) => void pieces.push(bytes.slice()),
          finish: async () => {},
          discard: async () => void files.delete(path),
        };
      },
    },
    textOf: (path) => Buffer.concat(files.get(path) ?? []).toString("utf8"),
  };
}

const toFinding = ({ kind, chain, segment, offset, sequence, index, count }: Problem) => ({
  finding: kind,
  chain,
  count,
  ...(segment === null ? {} : { segment }),
  ...(offset === null ? {} : { offset }),
  ...(sequence === null ? {} : { sequence }),
  ...(index === null ? {} : { index }),
});

/** Opens a copy: the program cuts torn tails and finishes erasures. */
async function readByProgram({ name, folder, expected }: CommittedVector) {
  const copy = join(scratch, name);
  cpSync(folder, copy, { recursive: true });
  const { vault, ports, close } = await openVaultFolder(copy, expected.passphrase);
  try {
    const { sink, textOf } = sinkInMemory();
    await exportOpen(vault, sink, { ports, evidence: [] });
    const lines = textOf("operations.jsonl")
      .split("\n")
      .filter((line) => line !== "");
    // Opening cuts torn tails, reading notes what is damaged, and verifying looks for what an erasure left.
    const noted = [...vault.problems(), ...(await vault.verify()).problems];
    return { lines, findings: [...new Set(findingLines(noted.map(toFinding)))] };
  } finally {
    await close();
  }
}

const byName = (opens: boolean) =>
  vectors.filter(({ expected }) => expected.opens === opens).map((vector) => [vector.name, vector] as const);

describe("the program", () => {
  it.each(byName(true))("says of %s what the vector says", async (_, vector) => {
    const { lines, findings } = await readByProgram(vector);
    const finishes = ({ finding }: ExpectedFinding): boolean =>
      finding === "not-carried-out" && finishedByOpening.has(vector.name);
    const left = vector.expected.findings.filter((finding) => !finishes(finding));
    expect(findings).toEqual(findingLines(left));
    expect(lines).toEqual(operationLines(vector.expected.operations));
  });

  it.each(byName(false))("refuses %s for its reason", async (_, vector) => {
    const failure: unknown = await readByProgram(vector).then(
      () => "opened",
      (cause: unknown) => (isTocsinError(cause) ? cause.code : cause),
    );
    expect(failure).toBe(`vault.${vector.expected.error ?? ""}`);
  });
});
