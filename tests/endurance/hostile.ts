// Bytes that somebody made to mislead: put into a log or handed in as values. Refused by limit, with the place, in bounds
// of time and memory.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeUtf8, parseCanonical, parseUtf8 } from "@tocsin/core";
import { createVaultFolder, openVaultFolder } from "@tocsin/node";
import {
  codeOf,
  expectThat,
  options,
  passphrase,
  type Round,
  type Scenario,
  segmentsOf,
} from "./scenario.ts";

async function created({ folder }: Round): Promise<string> {
  const vault = join(folder, "vault");
  const made = await createVaultFolder(vault, options);
  for (const text of ["one", "two", "three"]) await made.vault.commit([encodeUtf8(text)]);
  await made.close();
  return vault;
}

function frameOf(type: number, payload: Buffer, claimed = payload.length): Buffer {
  const frame = Buffer.alloc(17 + payload.length);
  frame.write("tcs1", 0, "latin1");
  frame[4] = type;
  frame.writeUInt32BE(claimed, 5);
  createHash("sha256").update(frame.subarray(4, 9)).update(payload).digest().copy(frame, 9, 0, 8);
  payload.copy(frame, 17);
  return frame;
}

/** A commit of the vault's own chain, unsigned, of one leaf: nothing is wrong with its form but what it claims. */
function claimOf(chain: Buffer, claim: (header: Buffer) => void): Buffer {
  const header = Buffer.alloc(194);
  header[0] = 1;
  header.writeUInt16BE(1, 2);
  header.writeBigUInt64BE(5n, 8);
  chain.copy(header, 16);
  claim(header);
  return frameOf(1, Buffer.concat([header, Buffer.alloc(64 + 1)]));
}

interface Lie {
  readonly bytes: (chain: Buffer, round: Round) => Buffer;
  /** What must be said of it, at its place. */
  readonly kind: string;
}

/** One a round: what they claim stands in their names. A header can claim 65,535 operations and no more. */
const lies: Readonly<Record<string, Lie>> = {
  "an operation of 64 MiB": {
    bytes: () => frameOf(3, Buffer.alloc(300, 1), 64 * 2 ** 20),
    kind: "torn-tail",
  },
  "a frame of 13 MiB that is whole": {
    bytes: () => frameOf(3, Buffer.alloc(13 * 2 ** 20)),
    kind: "torn-tail",
  },
  "65,535 operations in a header": {
    bytes: (chain) => claimOf(chain, (header) => header.writeUInt16BE(65_535, 2)),
    kind: "bad-header",
  },
  "10 million commits before one": {
    bytes: (chain) => claimOf(chain, (header) => header.writeBigUInt64BE(10_000_000n, 8)),
    kind: "missing-commits",
  },
  "a sequence of 2^53 - 1": {
    bytes: (chain) => claimOf(chain, (header) => header.writeBigUInt64BE(2n ** 53n - 1n, 8)),
    kind: "missing-commits",
  },
  "a sequence beyond 2^53": {
    bytes: (chain) => claimOf(chain, (header) => header.writeBigUInt64BE(2n ** 60n, 8)),
    kind: "bad-header",
  },
  "number four billion of a step": {
    bytes: (chain) =>
      claimOf(chain, (header) => {
        header.writeUInt32BE(0xffffffff, 4);
        header.fill(7, 48, 64);
      }),
    kind: "incomplete-step",
  },
  "65,535 chains in a frontier": {
    bytes: (chain) => claimOf(chain, (header) => header.writeUInt16BE(65_535, 192)),
    kind: "bad-header",
  },
  "another suite": {
    bytes: (chain) =>
      claimOf(chain, (header) => {
        header[0] = 99;
      }),
    kind: "bad-header",
  },
  "noise with marks": {
    bytes: (_, round) =>
      Buffer.concat([
        ...Array.from({ length: 200 }, () =>
          frameOf(round.below(5), Buffer.alloc(round.below(40)), round.below(2 ** 31)),
        ),
        frameOf(1, Buffer.alloc(40)),
      ]),
    kind: "damaged-frame",
  },
};

const frames: Scenario = {
  name: "frames that lie",
  checks:
    "each is named for what it is, with its place; the acts before it are read, one behind it is written; it takes under five seconds",
  async run(round) {
    const folder = await created(round);
    const [path = ""] = await segmentsOf(folder);
    const before = await readFile(path);
    const names = Object.keys(lies);
    const name = names[round.seed % names.length] ?? "";
    const lie = lies[name]?.bytes(before.subarray(16, 32), round) ?? Buffer.alloc(0);
    await writeFile(path, Buffer.concat([before, lie]));
    const start = performance.now();
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const found = vault.problems();
    await vault.commit([encodeUtf8("four")]);
    await close();
    expectThat((await textsOf(folder)) === "one,two,three,four", `${name}: other texts are there`);
    expectThat(performance.now() - start < 5000, `${name}: it took too long`);
    expectThat(
      found.some(({ kind, offset }) => kind === lies[name]?.kind && (offset ?? 0) >= before.length),
      `${name}: it is not named with its place, but ${found.map(({ kind }) => kind).join(", ")}`,
    );
  },
};

async function textsOf(folder: string): Promise<string> {
  const { vault, close } = await openVaultFolder(folder, passphrase);
  const texts: string[] = [];
  for await (const operation of vault.allOperations())
    if (operation.state === "open") texts.push(parseUtf8(operation.payload));
  await close();
  return texts.join();
}

/** Texts that are no canonical JSON, though some parser takes each. */
const values: readonly (readonly [string, Uint8Array])[] = [
  ["invalid UTF-8", Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
  ["an integer beyond 2^53", encodeUtf8('{"n":9007199254740993}')],
  ["a fraction", encodeUtf8('{"n":1.5}')],
  ["an exponent", encodeUtf8('{"n":1e3}')],
  ["double keys", encodeUtf8('{"a":1,"a":2}')],
  ["keys out of order", encodeUtf8('{"b":1,"a":2}')],
  ["white space", encodeUtf8('{"a": 1}')],
  ["deep nesting", encodeUtf8(`${"[".repeat(5000)}${"]".repeat(5000)}`)],
  ["NaN", encodeUtf8('{"n":NaN}')],
  ["minus zero", encodeUtf8('{"n":-0}')],
  ["half a pair", encodeUtf8('"\\ud800"')],
  ["a byte order mark", Uint8Array.of(0xef, 0xbb, 0xbf, 0x31)],
  ["nothing", new Uint8Array(0)],
];

const payloads: Scenario = {
  name: "values that no canonical JSON is",
  checks:
    "reading refuses each with an error of ours; in the log they stay bytes and stop nothing; a payload over its limit is refused with its place",
  async run(round) {
    const folder = await created(round);
    const [name, bytes] = values[round.seed % values.length] ?? ["", new Uint8Array(0)];
    let code = "read";
    try {
      parseCanonical(bytes);
    } catch (error) {
      code = codeOf(error);
    }
    expectThat(code.startsWith("core."), `${name}: reading it says ${code}`);
    const { vault, close } = await openVaultFolder(folder, passphrase);
    await vault.commit([bytes]);
    for (const size of [65_537, 64 * 2 ** 20])
      await vault.commit([bytes, new Uint8Array(size)]).then(
        () => expectThat(false, `a payload of ${size} bytes was taken`),
        (error: unknown) => {
          const { code, details } = error as { readonly code?: unknown; readonly details?: unknown };
          const isPlaced = JSON.stringify(details) === JSON.stringify({ index: 1, size, limit: 65_536 });
          expectThat(code === "vault.too-large" && isPlaced, `a payload of ${size} bytes is ${String(code)}`);
        },
      );
    await close();
    const again = await openVaultFolder(folder, passphrase);
    let last: Uint8Array | null = null;
    for await (const operation of again.vault.allOperations())
      if (operation.state === "open") last = operation.payload;
    const problems = again.vault.problems();
    await again.close();
    expectThat(last !== null && Buffer.from(last).equals(bytes), `${name}: it came back as something else`);
    expectThat(problems.length === 0, `${name}: the log is damaged`);
  },
};

export const hostile: readonly Scenario[] = [frames, payloads];
