// Vaults that open and hold, each with something that a reader must understand (docs/formats/vault.md).
import { createHash } from "node:crypto";
import { sealAge } from "./age-file.ts";
import { contentsWith, setContents, takeOut } from "./alter.ts";
import { uint, type Json } from "./bytes.ts";
import { deviceFileOf, withChecksum } from "./device-file.ts";
import { deviceSignature } from "./commit.ts";
import { bytesPayload, contentOf, control, imported, payload, rawContent, startOfTime } from "./operation.ts";
import { createVaultWriter, deviceFileFor, laterBy } from "./vault-writer.ts";
import { chainOf, opening, type Vector } from "./vector.ts";

function fresh(): Vector {
  const writer = createVaultWriter("fresh");
  return opening(writer, { name: "fresh", says: "A new vault: its first commit and nothing else." });
}

function texts(): Vector {
  const writer = createVaultWriter("texts");
  const chain = chainOf(writer);
  writer.commit(chain, [payload({ kind: "note", text: "A letter came." })]);
  writer.commit(chain, [
    payload({ kind: "note", text: "وصلت رسالة", list: [1, -2, null, true, "\u0001\u2028😀"] }, { at: laterBy(1) }),
    payload({}, { at: laterBy(2), critical: true }),
    payload("a text alone", { at: 0 }),
    payload(Number.MAX_SAFE_INTEGER, { at: Number.MAX_SAFE_INTEGER }),
  ]);
  writer.commit(chain, [
    bytesPayload(Buffer.from([0, 255, 1, 254])),
    bytesPayload(Buffer.alloc(0)),
    bytesPayload(Buffer.from('{"b":1,"a":2}')),
    bytesPayload(Buffer.from("1.5")),
    bytesPayload(Buffer.from("9007199254740993")),
    bytesPayload(Buffer.from("\ufeff{}")),
    bytesPayload(Buffer.from(`${"[".repeat(34)}${"]".repeat(34)}`)),
    bytesPayload(Buffer.from(String.raw`"\ud800"`)),
  ]);
  let nested: Json = [];
  for (let level = 1; level < 33; level += 1) nested = [nested];
  writer.commit(chain, [payload(nested), payload(["x".repeat(65_532)])]);
  return opening(writer, {
    name: "texts",
    says: "Payloads of every form: JSON, bytes, critical, the largest, the deepest, and what only looks like canonical JSON.",
  });
}

function steps(): Vector {
  const writer = createVaultWriter("steps");
  const chain = chainOf(writer);
  const id = writer.random(16);
  for (let number = 1; number <= 3; number += 1) {
    writer.commit(chain, [payload({ part: number })], { step: { id, number, isEnd: number === 3 } });
  }
  writer.commit(chain, [payload({ after: "the step" })]);
  writer.commit(chain, [payload({ alone: true })], { step: { id: writer.random(16), number: 1, isEnd: true } });
  return opening(writer, { name: "steps", says: "A step of three commits, one commit outside, a step of one." });
}

function twoChains(): Vector {
  const writer = createVaultWriter("two-chains");
  const one = chainOf(writer);
  const a2 = writer.commit(one, [payload({ chain: "a", commit: 2 })]);
  const other = writer.newChain(writer.first);
  const b1 = writer.commit(other, [payload({ chain: "b", commit: 1 })], { frontier: [a2] });
  writer.commit(one, [payload({ chain: "a", commit: 3, beside: "b1" })]);
  const b2 = writer.commit(other, [payload({ chain: "b", commit: 2 })]);
  writer.commit(one, [payload({ chain: "a", commit: 4, after: "b2" })], { frontier: [b2] });
  const third = writer.newChain(writer.first);
  writer.commit(third, [payload({ chain: "c", commit: 1 })], { frontier: [b1] });
  writer.commit(third, [payload({ chain: "c", commit: 2 })], { frontier: [b2, a2] });
  return opening(writer, {
    name: "two-chains",
    says: "Three chains of one device with frontiers: the order is depth, chain, hash, and `seen` reaches through them.",
  });
}

function importedOperations(): Vector {
  const writer = createVaultWriter("imported");
  const stamp = {
    at: startOfTime - 86_400_000,
    chain: "00112233445566778899aabbccddeeff",
    commit: "ab".repeat(32),
    depth: 9,
    device: "cd".repeat(32),
    index: 3,
    seen: { "00112233445566778899aabbccddeeff": 7 },
    sequence: 7,
  };
  writer.commit(chainOf(writer), [imported({ from: "elsewhere" }, stamp), payload({ from: "here" })]);
  return opening(writer, { name: "imported", says: "An operation from another vault keeps the stamp it had there." });
}

function unknown(): Vector {
  const writer = createVaultWriter("unknown");
  const chain = chainOf(writer);
  writer.commit(chain, [
    rawContent(contentOf({ type: 3 }, Buffer.from("a type of later")), { state: "unknown" }),
    rawContent(contentOf({ type: 1, flags: 2 }, Buffer.from("{}")), { state: "unknown" }),
    payload({ known: true }),
    control({ type: "greet", words: ["of", "later"] }),
  ]);
  const kept = (hash: Buffer) => [
    { kind: 9, device: writer.first.id, bytes: Buffer.from("a kind of later") },
    deviceSignature(writer.first, hash),
  ];
  writer.commit(chain, [payload({ signatures: 2 })], { sign: kept });
  writer.commit(chain, [rawContent(Buffer.from("circles"), { state: "unknown" }), payload({ beside: "it" })], {
    parts: (parts) => parts.map((part, at) => (at === 0 ? { ...part, slot: uint(2, 1) } : part)),
  });
  return opening(writer, {
    name: "unknown",
    says: "Types, flags, slots, signatures and control operations of a later version are kept and not read.",
  });
}

function noKey(): Vector {
  const writer = createVaultWriter("no-key");
  const later = writer.newEpoch(2);
  writer.commit(chainOf(writer), [{ ...payload({ closed: true }), state: "no-key" }], { epoch: later });
  writer.commit(chainOf(writer), [payload({ open: true })]);
  return opening(writer, { name: "no-key", says: "One operation is sealed under an epoch whose key is not here." });
}

function missing(): Vector {
  const writer = createVaultWriter("missing");
  const chain = chainOf(writer);
  const gone = { slot: Buffer.alloc(0), body: Buffer.alloc(0) };
  const written = writer.commit(chain, [{ ...payload({ gone: true }), state: "missing" }, payload({ gone: false })]);
  const whole = written.frames.contents;
  setContents(written, contentsWith(written, (part, at) => (at === 0 ? { ...part, ...gone } : part)));
  const bare = writer.commit(chain, [{ ...payload({ contents: "none" }), state: "missing" }]);
  takeOut(chain, bare.frames.contents);
  const torn = writer.commit(chain, [{ ...payload({ contents: "of another commit" }), state: "missing" }]);
  setContents(torn, whole);
  return opening(writer, {
    name: "missing",
    says: "Contents that were dropped without an erasure, that are not there, and that belong to another commit.",
  });
}

function twoSegments(): Vector {
  const writer = createVaultWriter("two-segments");
  const chain = chainOf(writer);
  writer.commit(chain, [payload({ segment: 1 })]);
  chain.segments.push([]);
  writer.commit(chain, [payload({ segment: 2 })]);
  chain.segments.push([]);
  writer.extras.set("projection.db", Buffer.from("not read"));
  writer.extras.set(`chains/${chain.id.toString("hex")}/000001.seg.new`, Buffer.from("not read"));
  writer.extras.set("chains/notes.txt", Buffer.from("not read"));
  writer.extras.set(`aside/${chain.id.toString("hex")}-000001-99`, Buffer.from("not read"));
  return opening(writer, {
    name: "two-segments",
    says: "A chain of three segments, the last still empty, beside files that are not read.",
  });
}

function evidence(): Vector {
  const writer = createVaultWriter("evidence");
  const contents = [Buffer.from("hello evidence\n"), Buffer.alloc(0), Buffer.alloc(65_536, 7), Buffer.alloc(65_537, 8)];
  const named = contents.map((plain) => {
    const name = writer.random(16).toString("hex");
    const passphrase = writer.random(32).toString("base64url");
    writer.extras.set(`evidence/${name}.age`, sealAge(plain, passphrase, writer.random));
    const digest = createHash("sha256").update(plain).digest("hex");
    return { name, passphrase, sha256: digest, size: plain.length };
  });
  writer.commit(
    chainOf(writer),
    named.map((sealed) => payload({ kind: "evidence", patch: { sealed: { set: sealed } } })),
  );
  writer.extras.set(`evidence/${writer.random(16).toString("hex")}.partial`, Buffer.from("left from a crash"));
  return opening(writer, {
    name: "evidence",
    says: "Four sealed files: a short one, an empty one, one full chunk, one byte more; and a partial one that does not count.",
    expected: { evidence: named.map(({ name, sha256, size }) => ({ name, sha256, size })) },
  });
}

function changedPassphrase(): Vector {
  const writer = createVaultWriter("changed-passphrase");
  writer.commit(chainOf(writer), [payload({ kept: true })]);
  const cost = { memoryKib: 32, passes: 2, lanes: 2 };
  const file = deviceFileOf(deviceFileFor(writer), { random: writer.random, passphrase: "ﬁve cafe\u0301s", cost });
  const slots = [{ kind: "smartcard", sealed: "of a later version" }, ...(file["slots"] as readonly Json[])];
  return opening(writer, {
    name: "changed-passphrase",
    says: "Another passphrase, with other costs, typed in another form of Unicode, beside a slot of an unknown kind.",
    deviceFile: withChecksum({ ...file, slots }),
    expected: { passphrase: "five cafés" },
  });
}

export const validVectors = (): readonly Vector[] => [
  fresh(),
  texts(),
  steps(),
  twoChains(),
  importedOperations(),
  unknown(),
  noKey(),
  missing(),
  twoSegments(),
  evidence(),
  changedPassphrase(),
];
