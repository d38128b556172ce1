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

/** Frames that lie, one a round: what they claim stands in their names. */
const lies: Readonly<Record<string, (round: Round) => Buffer>> = {
  "an operation of 64 MiB": () => frameOf(3, Buffer.alloc(300, 1), 64 * 2 ** 20),
  "10 million operations in a header": () => {
    const header = Buffer.alloc(400, 7);
    header[0] = 1;
    header[1] = 0;
    header.writeUInt16BE(65_535, 2);
    return frameOf(1, header);
  },
  "a sequence beyond 2^53": () => {
    const header = Buffer.alloc(400, 7);
    header[0] = 1;
    header[1] = 0;
    header.writeUInt16BE(1, 2);
    header.writeBigUInt64BE(2n ** 60n, 8);
    return frameOf(1, header);
  },
  "another suite": () => frameOf(1, Buffer.alloc(400, 99)),
  "noise with marks": (round) =>
    Buffer.concat(
      Array.from({ length: 200 }, () =>
        frameOf(round.below(5), Buffer.alloc(round.below(40)), round.below(2 ** 31)),
      ),
    ),
};

const frames: Scenario = {
  name: "frames that lie",
  checks: "each is named with its place; the acts before it are read; the vault opens in under five seconds",
  async run(round) {
    const folder = await created(round);
    const [path = ""] = await segmentsOf(folder);
    const before = await readFile(path);
    const names = Object.keys(lies);
    const name = names[round.seed % names.length] ?? "";
    await writeFile(path, Buffer.concat([before, lies[name]?.(round) ?? Buffer.alloc(0)]));
    const start = performance.now();
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const texts: string[] = [];
    for await (const operation of vault.allOperations())
      if (operation.state === "open") texts.push(parseUtf8(operation.payload));
    const places = vault.problems().map(({ offset }) => offset ?? 0);
    await close();
    expectThat(performance.now() - start < 5000, `${name}: it took too long`);
    expectThat(texts.join() === "one,two,three", `${name}: there are ${texts.length} texts`);
    expectThat(
      places.some((offset) => offset >= before.length),
      `${name}: it is not named with its place`,
    );
  },
};

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
  checks: "reading refuses each with an error of ours; in the log they stay bytes and stop nothing",
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
    const large = await vault.commit([new Uint8Array(65_537)]).then(() => "taken", codeOf);
    expectThat(large === "vault.too-large", `a payload over its limit is ${large}`);
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
