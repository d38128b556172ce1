// Whether each invalid vector is refused for its stated reason: the second reader with that one check taken out must say
// something else of it. A vector that two checks refuse would show neither.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  committedVectors,
  findingLines,
  operationLines,
  type CommittedVector,
} from "./vectors/read-vectors.ts";

const root = resolve(import.meta.dirname, "..");
const text = readFileSync(join(root, "tools/vault-read.mjs"), "utf8");
const vectors = committedVectors(join(root, "vectors"));
// Below the project, so that the weakened readers find their package.
const scratch = join(root, "node_modules", `.tocsin-weakened-${process.pid}`);
beforeAll(() => {
  mkdirSync(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What stands in the reader, and what takes its place; pairs where two checks belong to one reason. */
type Weakening = readonly (readonly [check: string, instead: string])[];

const wholeFrames: Weakening = [["return fits;", "return true;"]];
const tails: Weakening = [["if (openAt !== undefined) noteTail(openAt, size);", ""]];
const noSignature: Weakening = [['if (!isSignedByDevice(commit, key)) return "bad-signature";', ""]];
const canonicalText: Weakening = [["require(encodeCanonical(value) === text,", "require(true,"]];
const gaps: Weakening = [["if (missing > 0) {", "if (false) {"]];
const places: Weakening = [["else if (link.sequence < highest) vault.note(", "else if (false) vault.note("]];
const stepForm: Weakening = [["require(isInStep === header.inStep > 0 &&", "require(true &&"]];
const stampForm: Weakening = [
  ["require(hasOnly(stamp, stampMembers) && wantsObject(stamp.seen),", "require(true,"],
];
const seenMost: Weakening = [["require(entries.length <= limits.frontier + 1,", "require(true,"]];
const slotKind: Weakening = [["require(type >= 0x80 === isClear,", "require(true,"]];
const slotOpens: Weakening = [["require(opened !== undefined,", "require(true,"]];
const leftOver: Weakening = [["if (isLeft) vault.note(", "if (false) vault.note("]];
const deviceForm: Weakening = [["if (device === undefined) throw damaged;", ""]];

const weakenings: Readonly<Record<string, Weakening>> = {
  "damaged-commit": wholeFrames,
  "damaged-contents": [['if (kind === "damage" || isDamaged) note(', 'if (kind === "damage") note(']],
  "garbage-between": [["if (check.isWhole(frameAt(bytes, at))) return at;", ""]],
  "damaged-head": [["if (!bytes.subarray(0, head.length).equals(head)) note(", "if (false) note("]],
  "torn-commit": tails,
  "torn-contents": [["(openAt ?? at) : undefined;", "undefined : undefined;"]],
  "torn-bytes": tails,
  "unknown-frame": [["else if (!isKnown) note(", "else if (false) note("]],
  "another-suite": [["require(cursor.number(1) === 1,", "require(cursor.number(1) > 0,"]],
  "another-chain": [["if (commit === undefined || commit.chain !== chain) {", "if (commit === undefined) {"]],
  "unknown-flags": [["require(flags <= 1 &&", "require(true &&"]],
  "no-operations": [["header.count >= 1 &&", "true &&"]],
  "too-many-operations": [["  operations: 64,", "  operations: 65,"]],
  "too-many-signatures": [["require(count <= limits.signatures,", "require(true,"]],
  "signature-too-long": [["require(length <= limits.signature,", "require(true,"]],
  "bytes-behind": [["end: () => require(at === bytes.length,", "end: () => require(true,"]],
  "too-many-frontier": [["  frontier: 512,", "  frontier: 513,"]],
  "sequence-zero": [["require(header.sequence >= 1,", "require(true,"]],
  "step-without-number": stepForm,
  "number-without-step": stepForm,
  "own-frontier": [[" && entry.chain !== ownChain,", ","]],
  "unsorted-frontier": [["require(at === 0 || frontier[at - 1].chain < entry.chain,", "require(true,"]],
  "missing-commits": gaps,
  "missing-segment": gaps,
  "out-of-place": places,
  fork: [["if (taken !== undefined && taken.hash !== link.hash) vault.note(", "if (false) vault.note("]],
  repeated: places,
  "broken-link": [["else if (link.previous !== expectedBefore(vault, link)) {", "else if (false) {"]],
  "bad-chain-root": [["else if (isIntact && hexOf(tree.root()) !== link.chainRoot) {", "else if (false) {"]],
  "unseen-frontier": [["if (!isHeld) vault.note(", "if (false) vault.note("]],
  "unknown-device": [['return "unknown-device";', "return undefined;"]],
  "bad-signature": noSignature,
  "no-signature": noSignature,
  "signature-without-label": [
    [
      "verifiesEd25519(key, message, signature.bytes),",
      "[message, commit.hash].some((signed) => verifiesEd25519(key, signed, signature.bytes)),",
    ],
  ],
  "bad-leaf-root": [['if (!tree.root().equals(commit.leafRoot)) return "bad-leaf-root";', ""]],
  "open-step": [["if (isWhole) continue;", "continue;"]],
  "body-exchanged": [["require(sha256(body).equals(leaf.body),", "require(true,"]],
  "slot-flipped": slotOpens,
  "slot-short": [["require(slot.length === 109,", "require(true,"], ...slotOpens],
  "slots-swapped": slotOpens,
  "clear-slot-long": [["require(!isClear || slot.length === 1,", "require(true,"]],
  "body-flipped": [["require(padded !== undefined,", "require(true,"]],
  "content-digest": [["require(sha256(opened.salt, content).equals(leaf.content),", "require(true,"]],
  "padding-not-zeros": [["require(isZeros(cursor.rest()),", "require(true,"]],
  "padding-short": [["require(padded.length >= 256 &&", "require(true &&"]],
  "content-length": [["require(length <= bytes.length - at,", "require(true,"]],
  "content-short": [
    ["require(content.length >= 10,", "require(true,"],
    ["require(length <= bytes.length - at,", "require(true,"],
    ["field.readBigUInt64BE()", "(field.length < 8 ? 0n : field.readBigUInt64BE())"],
  ],
  "time-too-large": [
    ['require(Number.isSafeInteger(value), "a number beyond', 'require(true, "a number beyond'],
  ],
  "control-sealed": slotKind,
  "payload-clear": slotKind,
  "payload-too-long": [["require(payload.length <= limits.payload,", "require(true,"]],
  "stamp-not-canonical": canonicalText,
  "stamp-not-a-stamp": [
    ...stampForm,
    ["require([at, depth, index, sequence].every(isCount),", "require(true,"],
    ["require([commit, device].every(isHexOf(32)) && isHexOf(16)(chain),", "require(true,"],
    ["Object.entries(seen)", "Object.entries(seen ?? {})"],
  ],
  "stamp-with-more": stampForm,
  "stamp-negative": [["require([at, depth, index, sequence].every(isCount),", "require(true,"]],
  "stamp-seen-too-much": seenMost,
  "stamp-too-long": [["require(bytes.length <= limits.stamp,", "require(true,"], ...seenMost],
  "stamp-length": [["require(length <= bytes.length - at,", "require(true,"]],
  "slot-too-long": [["require(slotLength <= limits.slot,", "require(true,"]],
  "body-too-long": [["require(bodyLength <= limits.body,", "require(true,"]],
  "damaged-first": wholeFrames,
  "after-removal": [['isAfterRemoval(vault, commit) ? "after-removal" : undefined;', "undefined;"]],
  "admitted-by-nobody": [["if (!isSignedByRecovery(vault, commit)) return undefined;", ""]],
  "admits-another": [['type === "admit" && device.id === commit.device)', 'type === "admit")']],
  "erase-too-long": [["  list: 1_024,", "  list: 1_025,"]],
  "not-carried-out": leftOver,
  "erased-in-part": leftOver,
  "control-stays": leftOver,
  "no-device-file": [
    [
      "if (!fs.existsSync(path)) throw",
      "if (!fs.existsSync(path)) return Buffer.alloc(0);\n  if (false) throw",
    ],
  ],
  "device-file-flipped": [["if (checksum !== hexOf(sha256(encodeCanonical(rest)))) {", "if (false) {"]],
  "device-file-cut": [['if (!wantsObject(file) || file.format !== "tocsin-device") {', "if (false) {"]],
  "device-file-not-canonical": canonicalText,
  "device-file-of-another-format": [[' || file.format !== "tocsin-device") {', ") {"]],
  "device-file-body-exchanged": deviceForm,
  "device-file-slot-of-another-form": [['require(typeof text === "string", "not base64url");', ""]],
  "device-file-salt-not-base64url": [['require(parsed.toString("base64url") === text,', "require(true,"]],
  "device-file-salt-with-loose-bits": [['require(parsed.toString("base64url") === text,', "require(true,"]],
  "device-file-salt-short": [["require(salt.length >= 8,", "require(true,"]],
  "device-file-body-short": deviceForm,
  "argon2-no-passes": [["isWithin(passes, 1, argon2.passes)", "true"]],
  "device-file-of-version-2": [["if (file.version !== 1) {", "if (false) {"]],
  "device-file-without-known-slot": [["if (known === undefined)\n", "if (false)\n"]],
  "wrong-passphrase": [["if (key === undefined) {\n    throw", "if (false) {\n    throw"]],
  "argon2-memory": [["isWithin(memoryKib, 8 * lanes, argon2.memoryKib)", "true"]],
  "argon2-passes": [["isWithin(passes, 1, argon2.passes)", "true"]],
  "argon2-lanes": [["isWithin(lanes, 1, argon2.lanes)", "true"]],
};

type Reader = typeof import("./vault-read.mjs");

/** What a reader says of a vector, in one text. */
async function saidOf(reader: Reader, { folder, expected }: CommittedVector): Promise<string> {
  try {
    const vault = reader.openVault(folder, await reader.openDevice(folder, () => expected.passphrase));
    const lines = [...reader.operationsOf(vault)].map(reader.lineOf).filter((line) => line !== undefined);
    return JSON.stringify([lines, findingLines([...vault.findings.values()])]);
  } catch (error) {
    return error instanceof reader.Refusal ? error.kind : `not refused: ${String(error)}`;
  }
}

const stated = ({ expected }: CommittedVector): string =>
  expected.opens
    ? JSON.stringify([operationLines(expected.operations), findingLines(expected.findings)])
    : (expected.error ?? "");

async function weakened(name: string, weakening: Weakening): Promise<Reader> {
  let reader = text;
  for (const [check, instead] of weakening) {
    expect(reader.split(check).length, `${name}: "${check}" stands there once`).toBe(2);
    reader = reader.replace(check, () => instead);
  }
  const path = join(scratch, `${name}.mjs`);
  writeFileSync(path, reader);
  return (await import(pathToFileURL(path).href)) as Reader;
}

const isInvalid = ({ expected }: CommittedVector): boolean => !expected.opens || expected.findings.length > 0;

describe("the second reader without the check that a vector is about", { timeout: 60_000 }, () => {
  it("is tried for every vector that something is wrong with", () => {
    const invalid = vectors.filter(isInvalid).map(({ name }) => name);
    expect(invalid.filter((name) => !Object.hasOwn(weakenings, name))).toEqual([]);
    expect(invalid.length).toBeGreaterThan(70);
  });

  it.each(Object.entries(weakenings))("says something else of %s", async (name, weakening) => {
    const vector = vectors.find((each) => each.name === name);
    if (vector === undefined) throw new Error(`Cannot test: there is no vector ${name}`);
    expect(await saidOf(await weakened(name, weakening), vector)).not.toBe(stated(vector));
  });

  it("says what is stated while it is whole", async () => {
    const reader = await weakened("whole", []);
    for (const vector of vectors.filter(({ name }) => Object.hasOwn(weakenings, name)))
      expect([vector.name, await saidOf(reader, vector)]).toEqual([vector.name, stated(vector)]);
  });
});
