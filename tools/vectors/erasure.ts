// Vaults in which something was erased, or should have been (docs/formats/vault.md, sections 5 and 11).
import { createHash } from "node:crypto";
import { sealAge } from "./age-file.ts";
import { contentsWith, setContents } from "./alter.ts";
import { deviceFileOf, withChecksum } from "./device-file.ts";
import type { Epoch } from "./keys.ts";
import { control, payload, slotOf, type Parts, type Said } from "./operation.ts";
import { createVaultWriter, deviceFileFor, epochActs, type VaultWriter, type Written } from "./vault-writer.ts";
import { chainOf, opening, type ExpectedFinding, type Vector } from "./vector.ts";

interface Erasure {
  readonly writer: VaultWriter;
  readonly epoch: Epoch;
  readonly erasing: Written;
  /** Commits in which something is named, with the indexes. */
  readonly named: ReadonlyMap<Written, readonly number[]>;
  readonly sealedFile: string;
}

const erased = (said: Said): Said => ({ ...said, state: "erased" });
const positionOf = ({ chain, sequence }: Written, indexes: readonly number[]) => ({
  chain: chain.id.toString("hex"),
  indexes,
  sequence,
});

/** Writes two commits, one naming an evidence file, and a step that erases part of them. */
function erasure(name: string): Erasure {
  const writer = createVaultWriter(name);
  const chain = chainOf(writer);
  const plain = Buffer.from("what a person no longer allows");
  const file = writer.random(16).toString("hex");
  const passphrase = writer.random(32).toString("base64url");
  writer.extras.set(`evidence/${file}.age`, sealAge(plain, passphrase, writer.random));
  const sha256 = createHash("sha256").update(plain).digest("hex");
  const one = writer.commit(chain, [payload({ stays: 1 }), erased(payload({ goes: 1 })), payload({ stays: 2 })]);
  const sealed = { name: file, passphrase, sha256, size: plain.length };
  const two = writer.commit(chain, [erased(payload({ sealed }))]);
  const epoch = writer.newEpoch(2);
  const step = writer.random(16);
  const erase = control({
    type: "erase",
    epoch: epoch.id.toString("hex"),
    evidence: [file],
    ground: "consent",
    operations: [positionOf(one, [1]), positionOf(two, [0])],
  });
  const acts = [...epochActs(writer, epoch, [writer.first]), erase];
  const erasing = writer.commit(chain, acts, { epoch, step: { id: step, number: 1, isEnd: false } });
  writer.commit(chain, [payload({ why: "consent was withdrawn" })], { epoch, step: { id: step, number: 2, isEnd: true } });
  const named = new Map([
    [one, [1]],
    [two, [0]],
  ]);
  return { writer, epoch, erasing, named, sealedFile: file };
}

/** Carries the erasure out, as section 11 orders it. */
function carryOut({ writer, epoch, named, sealedFile, erasing }: Erasure): void {
  for (const written of chainOf(writer).commits) {
    if (written.sequence >= erasing.sequence) continue;
    const rewritten = contentsWith(written, (part, index): Parts => {
      const said = written.said[index];
      if (named.get(written)?.includes(index)) return { ...part, slot: Buffer.alloc(0), body: Buffer.alloc(0) };
      if (said?.content.includes('"type":"wraps"')) return { ...part, body: Buffer.alloc(0) };
      if (said?.clear !== false) return part;
      const place = { chain: written.chain.id, sequence: written.sequence, index };
      const { keyAndSalt } = written.parts[index] ?? { keyAndSalt: Buffer.alloc(64) };
      return { ...part, slot: slotOf(keyAndSalt, { epoch, place, random: writer.random }) };
    });
    setContents(written, rewritten);
  }
  writer.extras.delete(`evidence/${sealedFile}.age`);
}

/** A segment in which something is left. */
const left = (writer: VaultWriter): ExpectedFinding => ({
  finding: "not-carried-out",
  chain: chainOf(writer).id.toString("hex"),
  segment: 1,
});

const deviceFile = ({ writer, epoch }: Erasure, epochs: readonly Epoch[], isCarriedOut: boolean): Buffer => {
  const carried = isCarriedOut ? { carried: epoch.id } : {};
  return withChecksum(deviceFileOf(deviceFileFor(writer, { epochs, ...carried }), { random: writer.random }));
};

function carriedOut(): Vector {
  const story = erasure("erased");
  carryOut(story);
  return opening(story.writer, {
    name: "erased",
    says: "An erasure that was carried out: the rest is sealed under a new epoch, and everything still verifies.",
    deviceFile: deviceFile(story, [story.epoch], true),
  });
}

function notCarriedOut(): Vector {
  const story = erasure("not-carried-out");
  const { writer, epoch } = story;
  return opening(writer, {
    name: "not-carried-out",
    says: "An erasure that was written and not carried out: what it names counts as erased all the same.",
    deviceFile: deviceFile(story, [writer.epoch, epoch], false),
    findings: [left(writer)],
  });
}

function erasedInPart(): Vector {
  const story = erasure("erased-in-part");
  const { writer, epoch } = story;
  carryOut(story);
  const [first] = chainOf(writer).commits;
  if (first === undefined) throw new Error("Cannot go on: nothing was written");
  setContents(first, contentsWith(first, (part) => part));
  return opening(writer, {
    name: "erased-in-part",
    says: "An erasure after which the old epoch's wraps are still there.",
    deviceFile: deviceFile(story, [epoch], true),
    findings: [left(writer)],
  });
}

function controlStays(): Vector {
  const writer = createVaultWriter("control-stays");
  const chain = chainOf(writer);
  const [first] = chain.commits;
  if (first === undefined) throw new Error("Cannot go on: nothing was written");
  const epoch = writer.newEpoch(2);
  const erase = control({
    type: "erase",
    epoch: epoch.id.toString("hex"),
    evidence: [],
    ground: "mistake",
    operations: [positionOf(first, [0, 1])],
  });
  const acts = epochActs(writer, epoch, [writer.first]);
  writer.commit(chain, [...acts, erase], { epoch });
  writer.commit(chain, [payload({ still: "verifies" })], { epoch });
  return opening(writer, {
    name: "control-stays",
    says: "An erasure that names control operations: they stay and count; only the old wraps are left to be dropped.",
    deviceFile: withChecksum(
      deviceFileOf(deviceFileFor(writer, { epochs: [epoch] }), { random: writer.random }),
    ),
    findings: [left(writer)],
  });
}

/** What has a known type and another form says nothing. */
function tooLong(): Vector {
  const writer = createVaultWriter("erase-too-long");
  const chain = chainOf(writer);
  const one = writer.commit(chain, [payload({ still: "readable" })]);
  const evidence = Array.from({ length: 1_025 }, () => writer.random(16).toString("hex"));
  const epoch = writer.epoch.id.toString("hex");
  const operations = [positionOf(one, [0])];
  writer.commit(chain, [control({ type: "erase", epoch, evidence, ground: "mistake", operations })]);
  return opening(writer, {
    name: "erase-too-long",
    says: "An erasure that names 1,025 sealed files: it says nothing, and what it names stays.",
  });
}

export const erasureVectors = (): readonly Vector[] => [tooLong(), carriedOut(), notCarriedOut(), erasedInPart(), controlStays()];
