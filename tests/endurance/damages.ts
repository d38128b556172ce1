// What a disk or a hand can do to the files of a vault that nobody has open. What is damaged is named with its place, and
// everything else stays readable.
import { createHash } from "node:crypto";
import { cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createProgram, createVaultFolder, folderPorts, openProgram, openVaultFolder } from "@tocsin/node";
import { createVault, openVault } from "@tocsin/vault";
import { addEvidence, isWhole, verifyVault } from "@tocsin/workspace";
import {
  codeOf,
  expectThat,
  filesUnder,
  filesWith,
  options,
  passphrase,
  type Round,
  type Scenario,
  segmentsOf,
} from "./scenario.ts";

const acts = 8;

/** A vault with eight acts of two payloads each, "text 0 a" to "text 7 b", closed. */
async function filled({ folder }: Round): Promise<string> {
  const vault = join(folder, "vault");
  const made = await createVaultFolder(vault, options);
  for (let count = 0; count < acts; count += 1)
    await made.vault.commit([encodeUtf8(`text ${count} a`), encodeUtf8(`text ${count} b`)]);
  await made.close();
  return vault;
}

const everyText = Array.from({ length: acts }, (_, count) => [`text ${count} a`, `text ${count} b`]).flat();

interface Look {
  readonly texts: readonly string[];
  readonly kinds: readonly string[];
}

async function look(folder: string): Promise<Look> {
  const { vault, close } = await openVaultFolder(folder, passphrase);
  const texts: string[] = [];
  for await (const operation of vault.allOperations())
    if (operation.state === "open") texts.push(parseUtf8(operation.payload));
  const kinds = vault.problems().map(({ kind }) => kind);
  await close();
  return { texts, kinds };
}

function expectOnly(texts: readonly string[]): void {
  for (const text of texts) expectThat(everyText.includes(text), `"${text}" was never written`);
  expectThat(new Set(texts).size === texts.length, "a text is there twice");
}

/** Offset and length of every frame, read by mark and length alone. */
function framesOf(
  bytes: Buffer,
): readonly { readonly type: number; readonly offset: number; readonly length: number }[] {
  const frames = [];
  for (let at = 36; at < bytes.length;) {
    const length = 17 + bytes.readUInt32BE(at + 5);
    frames.push({ type: bytes[at + 4] ?? 0, offset: at, length });
    at += length;
  }
  return frames;
}

/** Acts as pieces of a segment: contents and commit together. */
function piecesOf(bytes: Buffer): readonly Buffer[] {
  const frames = framesOf(bytes);
  const pieces: Buffer[] = [];
  for (let at = 0; at + 1 < frames.length; at += 2) {
    const [first, second] = [frames[at], frames[at + 1]];
    if (first !== undefined && second !== undefined)
      pieces.push(bytes.subarray(first.offset, second.offset + second.length));
  }
  return pieces;
}

async function changeSegment(folder: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const [path = ""] = await segmentsOf(folder);
  await writeFile(path, change(await readFile(path)));
}

async function changePieces(
  folder: string,
  change: (pieces: readonly Buffer[]) => readonly Buffer[],
): Promise<void> {
  await changeSegment(folder, (bytes) => Buffer.concat([bytes.subarray(0, 36), ...change(piecesOf(bytes))]));
}

function flip(bytes: Buffer, at: number, bit: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

const torn: Scenario = {
  name: "a torn tail",
  checks:
    "it is cut, said and kept aside byte for byte, nothing of it readable; every act before it is there; writing goes on",
  async run(round) {
    const folder = await filled(round);
    const [path = ""] = await segmentsOf(folder);
    const bytes = await readFile(path);
    const last = piecesOf(bytes).at(-1)?.length ?? 0;
    const lost = 1 + round.below(last - 1);
    const tail = bytes.subarray(bytes.length - last, bytes.length - lost);
    await truncate(path, bytes.length - lost);
    const { texts, kinds } = await look(folder);
    expectThat(texts.join() === everyText.slice(0, -2).join(), `there are ${texts.length} texts`);
    expectThat(tail.length === 0 || kinds.includes("torn-tail"), `found ${kinds.join(", ")}`);
    const aside = [...(await filesUnder(join(folder, "aside")))].map(([, each]) => each);
    expectThat(tail.length === 0 || aside.some((each) => each.equals(tail)), "the tail is not kept aside");
    const readable = await filesWith(folder, ["text ", passphrase]);
    expectThat(readable.length === 0, `readable: ${readable.join(", ")}`);
    const again = await openVaultFolder(folder, passphrase);
    await again.vault.commit([encodeUtf8("after")]);
    await again.close();
    expectThat((await look(folder)).texts.includes("after"), "nothing can be written any more");
  },
};

const flipped: Scenario = {
  name: "a flipped bit anywhere in the log",
  checks: "it is found; at most one act is lost, or two texts of it; nothing is there that was never written",
  async run(round) {
    const folder = await filled(round);
    let at = 0;
    await changeSegment(folder, (bytes) => flip(bytes, (at = round.below(bytes.length)), round.below(8)));
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const texts: string[] = [];
    for await (const operation of vault.allOperations())
      if (operation.state === "open") texts.push(parseUtf8(operation.payload));
    const isFound = vault.problems().length > 0 || (await vault.verify()).problems.length > 0;
    await close();
    expectOnly(texts);
    expectThat(isFound, `bit at ${at} was not noticed`);
    expectThat(texts.length >= everyText.length - 2, `bit at ${at}: only ${texts.length} texts are left`);
  },
};

const device: Scenario = {
  name: "a flipped bit anywhere in the device file",
  checks: "it is called damaged, never a wrong passphrase, and the log is not touched",
  async run(round) {
    const folder = await filled(round);
    const path = join(folder, "device.json");
    const bytes = await readFile(path);
    const before = (await readFile((await segmentsOf(folder))[0] ?? "")).toString("hex");
    await writeFile(path, flip(bytes, round.below(bytes.length), round.below(8)));
    const code = await openVaultFolder(folder, passphrase).then(
      async ({ close }) => close().then(() => "opened"),
      codeOf,
    );
    expectThat(code === "vault.damaged", `it says ${code}`);
    expectThat(
      (await readFile((await segmentsOf(folder))[0] ?? "")).toString("hex") === before,
      "the log changed",
    );
  },
};

/** A program with one piece of evidence, closed. */
async function withEvidence({ folder }: Round, count = 1): Promise<string> {
  const vault = join(folder, "vault");
  const { workspace, close } = await createProgram(vault, options);
  for (let each = 0; each < count; each += 1) {
    const source = {
      mediaType: "text/plain",
      original: null,
      stream: async function* () {
        yield encodeUtf8(`exhibit ${each} `.repeat(12_000));
      },
      listing: () => null,
    };
    await addEvidence(workspace, source, { about: { title: { text: "exhibit", lang: "en" } } });
  }
  await close();
  return vault;
}

async function statesOf(folder: string): Promise<readonly string[]> {
  const { vault, close } = await openVaultFolder(folder, passphrase);
  const report = await verifyVault(vault, {
    createDigest: () => createHash("sha256"),
    pause: async () => {},
  });
  await close();
  expectThat(!isWhole(report), "it was called whole");
  return report.files.map(({ state }) => state).toSorted();
}

const sealedFiles = async (folder: string): Promise<readonly string[]> =>
  [...(await filesUnder(join(folder, "evidence"))).keys()].toSorted();

const evidence: Scenario = {
  name: "evidence that is flipped, cut or exchanged",
  checks: "verifying calls it altered, and the other piece intact",
  async run(round) {
    const folder = await withEvidence(round, 2);
    const [one = "", two = ""] = await sealedFiles(folder);
    const bytes = await readFile(one);
    const how = round.below(3);
    if (how === 0) await writeFile(one, flip(bytes, round.below(bytes.length), round.below(8)));
    else if (how === 1) await truncate(one, round.below(bytes.length));
    else await cp(two, one);
    const states = await statesOf(folder);
    expectThat(
      states.join() === "altered,intact",
      `${["flipped", "cut", "exchanged"][how]}: ${states.join()}`,
    );
  },
};

const tables: Scenario = {
  name: "a flipped bit anywhere in the tables",
  checks: "the tables are made anew or untouched; every record is in the list and opens",
  async run(round) {
    const folder = await withEvidence(round);
    const path = join(folder, "projection.db");
    const bytes = await readFile(path);
    await writeFile(path, flip(bytes, round.below(bytes.length), round.below(8)));
    const { workspace, close } = await openProgram(folder, { passphrase });
    await workspace.settled();
    const { rows } = await workspace.view.list({ kind: "evidence", limit: 10 });
    const [row] = rows;
    const opened = row === undefined ? undefined : await workspace.view.read(row.id);
    await close();
    expectThat(rows.length === 1 && opened !== undefined, `there are ${rows.length} rows`);
  },
};

const swapped: Scenario = {
  name: "two acts swapped",
  checks: "it is said, and every text is read",
  async run(round) {
    const folder = await filled(round);
    const at = 1 + round.below(acts - 1);
    await changePieces(folder, (pieces) => {
      const [one, two] = [pieces[at], pieces[at + 1]];
      if (one === undefined || two === undefined) throw new Error("there are too few acts");
      return pieces.with(at, two).with(at + 1, one);
    });
    const { texts, kinds } = await look(folder);
    expectThat(kinds.includes("out-of-place"), `found ${kinds.join(", ")}`);
    expectThat(texts.join() === everyText.join(), `there are ${texts.length} texts`);
  },
};

const missing: Scenario = {
  name: "an act removed from the middle",
  checks: "the gap is named with its place, everything else is read, and the device goes on in a new chain",
  async run(round) {
    const folder = await filled(round);
    const at = 1 + round.below(acts - 1);
    await changePieces(folder, (pieces) => pieces.toSpliced(at, 1));
    const { vault, close } = await openVaultFolder(folder, passphrase);
    const gap = vault.problems().find(({ kind }) => kind === "missing-commits");
    const { newChain } = vault.device;
    await close();
    const { texts } = await look(folder);
    expectThat(gap?.sequence === at + 1 && gap.count === 1, `the gap is at ${gap?.sequence}`);
    expectThat(newChain === "damaged", `the chain is ${newChain}`);
    const gone = [`text ${at - 1} a`, `text ${at - 1} b`];
    expectThat(texts.join() === everyText.filter((text) => !gone.includes(text)).join(), "more is lost");
  },
};

const segment: Scenario = {
  name: "a missing segment",
  checks:
    "what another chain had seen of it is named, that chain is read whole, and writing goes on in a new one",
  async run(round) {
    const first = await filled(round);
    const folder = join(round.folder, "copy");
    await cp(first, folder, { recursive: true });
    // A copied folder goes on in a chain of its own, which has seen the first.
    const copied = await openVaultFolder(folder, passphrase);
    await copied.vault.commit([encodeUtf8("of the copy")]);
    const own = copied.vault.device.chain;
    await copied.close();
    const lost = (await segmentsOf(folder)).find((path) => !path.includes(own)) ?? "";
    await rm(lost);
    const { texts, kinds } = await look(folder);
    expectThat(kinds.includes("unseen-frontier"), `found ${kinds.join(", ")}`);
    expectThat(texts.join() === "of the copy", `there are ${texts.length} texts`);
  },
};

const newer: Scenario = {
  name: "a vault of a newer version",
  checks:
    "a newer device file is called unsupported; a newer frame or suite is named, kept, and the rest is read",
  async run(round) {
    const folder = await filled(round);
    if (round.below(2) === 0) {
      const path = join(folder, "device.json");
      const { checksum, ...value } = JSON.parse(await readFile(path, "utf8"));
      const next = { body: value.body, format: value.format, slots: value.slots, version: 2 };
      const slot = (each: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const text = JSON.stringify({ ...next, slots: next.slots.map(slot) });
      const sum = createHash("sha256").update(text).digest("hex");
      expectThat(typeof checksum === "string", "there was no checksum");
      await writeFile(
        path,
        text.replace('{"body":', '{"body":').replace(/,"format"/, `,"checksum":"${sum}","format"`),
      );
      const code = await openVaultFolder(folder, passphrase).then(() => "opened", codeOf);
      expectThat(code === "vault.unsupported", `it says ${code}`);
      return;
    }
    const frame = Buffer.alloc(17 + 40, round.below(256));
    frame.write("tcs1", 0, "latin1");
    frame[4] = 9;
    frame.writeUInt32BE(40, 5);
    createHash("sha256")
      .update(frame.subarray(4, 9))
      .update(frame.subarray(17))
      .digest()
      .copy(frame, 9, 0, 8);
    await changePieces(folder, (pieces) => pieces.toSpliced(1 + round.below(acts), 0, frame));
    const { texts, kinds } = await look(folder);
    expectThat(kinds.join() === "unknown-frame", `found ${kinds.join(", ")}`);
    expectThat(texts.join() === everyText.join(), `there are ${texts.length} texts`);
  },
};

const clock: Scenario = {
  name: "a clock that is years off, and jumps",
  checks: "acts stay in the order in which they were written",
  async run(round) {
    const folder = join(round.folder, "vault");
    let now = 0;
    const ports = { ...folderPorts(folder), clock: () => now };
    now = round.below(4_000_000_000_000);
    const vault = await createVault(ports, options);
    const written: string[] = [];
    for (let count = 0; count < acts; count += 1) {
      now = round.below(4_000_000_000_000);
      await vault.commit([encodeUtf8(`at ${now} ${count}`)]);
      written.push(`at ${now} ${count}`);
    }
    await vault.close();
    now = round.below(1000);
    const again = await openVault({ ...folderPorts(folder), clock: () => now }, passphrase);
    const texts: string[] = [];
    for await (const operation of again.allOperations())
      if (operation.state === "open") texts.push(parseUtf8(operation.payload));
    const problems = again.problems();
    await again.close();
    expectThat(texts.join() === written.join() && problems.length === 0, "the order changed");
  },
};

export const damages: readonly Scenario[] = [
  torn,
  flipped,
  device,
  evidence,
  tables,
  swapped,
  missing,
  segment,
  newer,
  clock,
];
