// Vaults in which an operation is damaged in one of the ways of sections 5 and 6, and those that need the device file to
// stay readable.
import { contentsWith, flipped, setCommit, setContents } from "./alter.ts";
import { canonical, join, label, sha256, uint } from "./bytes.ts";
import { seal } from "./keys.ts";
import { contentOf, control, padded, payload, rawContent, startOfTime, type Said } from "./operation.ts";
import { createVaultWriter, placeOfFrame, type CommitOptions, type VaultWriter, type Written } from "./vault-writer.ts";
import { chainOf, found, opening, type Vector } from "./vector.ts";

const damagedContent = (content: Buffer, clear = false): Said => rawContent(content, { clear, state: "damaged" });
const ofType = (type: number, bytes: Uint8Array): Buffer => contentOf({ type }, bytes);
const text = (value: string): Buffer => Buffer.from(value);

interface Damage {
  readonly name: string;
  readonly says: string;
  readonly said?: Said;
  readonly options?: CommitOptions;
  /** Changes the contents behind the writer's back; the leaves stay. */
  readonly alter?: (written: Written, writer: VaultWriter) => Buffer;
}

/** A commit of three operations, of which the middle one is damaged. */
function damaged({ name, says, said, options = {}, alter }: Damage): Vector {
  const writer = createVaultWriter(name);
  const middle: Said = said ?? { ...payload({ at: "the middle" }), state: "damaged" };
  const all = [payload({ before: true }), middle, payload({ behind: true })];
  const written = writer.commit(chainOf(writer), all, options);
  if (alter !== undefined) setContents(written, alter(written, writer));
  return opening(writer, { name, says, findings: [found("damaged-operation", written, { index: 1 })] });
}

const middleContent = payload({ at: "the middle" }).content;

const inMiddle =
  (change: (part: Written["parts"][number]) => Partial<Written["parts"][number]>) =>
  (written: Written): Buffer =>
    contentsWith(written, (part, at) => (at === 1 ? { ...part, ...change(part as never) } : part));

/** Changes the middle operation before the leaves are made. */
const beforeLeaves = (change: (part: Written["parts"][number]) => Partial<Written["parts"][number]>): CommitOptions => ({
  parts: (parts) => parts.map((part, at) => (at === 1 ? { ...part, ...change(part) } : part)),
});

/** Another padding for the content that is the middle one's. */
const paddedOtherwise = (pad: (content: Buffer) => Buffer): CommitOptions => ({
  pad: (content) => (content.includes("the middle") ? pad(content) : padded(content)),
});

const stamp = {
  at: startOfTime,
  chain: "00".repeat(16),
  commit: "11".repeat(32),
  depth: 1,
  device: "22".repeat(32),
  index: 0,
  seen: {},
  sequence: 1,
};
const seenChains = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [uint(at, 6).toString("hex").padStart(32, "0"), 1]));
const importedWith = (original: string): Said =>
  damagedContent(ofType(2, join(uint(Buffer.byteLength(original), 4), text(original), text("{}"))));

const cases: readonly Damage[] = [
  {
    name: "body-exchanged",
    says: "A body that opens to the same content, in a larger bucket, and does not match its digest.",
    alter: inMiddle(({ keyAndSalt }) => ({
      body: seal({
        key: keyAndSalt.subarray(0, 32),
        plain: join(padded(middleContent), Buffer.alloc(256)),
        associated: label("tocsin/body/1"),
      }),
    })),
  },
  { name: "slot-flipped", says: "A slot that does not open.", alter: inMiddle(({ slot }) => ({ slot: flipped(slot, 60) })) },
  { name: "slot-short", says: "A slot that ends early.", alter: inMiddle(({ slot }) => ({ slot: slot.subarray(0, 108) })) },
  {
    name: "slots-swapped",
    says: "The slot of another operation of the same commit: it is bound to its index.",
    alter: (written) => inMiddle(() => ({ slot: written.parts[0]?.slot ?? Buffer.alloc(0) }))(written),
  },
  {
    name: "clear-slot-long",
    says: "A clear slot with a byte behind it.",
    said: { ...control({ type: "of a later version" }), line: {}, state: "damaged" },
    alter: inMiddle(() => ({ slot: uint(0, 2) })),
  },
  {
    name: "body-flipped",
    says: "A body that matches its digest and does not open.",
    options: beforeLeaves(({ body }) => ({ body: flipped(body, 40), bodyDigest: sha256(flipped(body, 40)) })),
  },
  {
    name: "content-digest",
    says: "A content that opens and does not match its digest: AES-GCM alone would not notice.",
    options: beforeLeaves(() => ({ contentDigest: sha256(text("another content")) })),
  },
  {
    name: "padding-not-zeros",
    says: "Padding that is not zeros.",
    options: paddedOtherwise((content) => flipped(padded(content), 255)),
  },
  {
    name: "padding-short",
    says: "A body shorter than the smallest bucket.",
    options: paddedOtherwise((content) => padded(content).subarray(0, 128)),
  },
  {
    name: "content-length",
    says: "A length of content beyond its padding.",
    options: {
      ...paddedOtherwise((content) => join(uint(253, 4), padded(content).subarray(4))),
      ...beforeLeaves(({ keyAndSalt }) => ({
        contentDigest: sha256(keyAndSalt.subarray(32), padded(middleContent).subarray(4)),
      })),
    },
  },
  { name: "content-short", says: "A content without its time.", said: damagedContent(Buffer.from([1, 0, 0])) },
  {
    name: "time-too-large",
    says: "A claimed time of 2^53.",
    said: damagedContent(join(uint(0x0100, 2), Buffer.from("0020000000000000", "hex"), text("{}"))),
  },
  { name: "control-sealed", says: "A control operation in a sealed slot.", said: damagedContent(ofType(0x80, text("{}"))) },
  { name: "payload-clear", says: "A payload in a clear slot.", said: damagedContent(ofType(1, text("{}")), true) },
  {
    name: "payload-too-long",
    says: "A payload of 65,537 bytes.",
    said: damagedContent(ofType(1, Buffer.alloc(65_537, 1))),
  },
  { name: "stamp-not-canonical", says: "An original stamp with a space in it.", said: importedWith(`${canonical(stamp)} `) },
  { name: "stamp-not-a-stamp", says: "An original stamp without its parts.", said: importedWith("{}") },
  {
    name: "stamp-with-more",
    says: "An original stamp with a part more.",
    said: importedWith(canonical({ ...stamp, more: true })),
  },
  {
    name: "stamp-negative",
    says: "An original stamp with a negative depth.",
    said: importedWith(canonical({ ...stamp, depth: -1 })),
  },
  {
    name: "stamp-seen-too-much",
    says: "An original stamp that has seen 514 chains.",
    said: importedWith(canonical({ ...stamp, seen: seenChains(514) })),
  },
  {
    name: "stamp-too-long",
    says: "An original stamp of more than 49,152 bytes, which has seen too many chains.",
    said: importedWith(canonical({ ...stamp, seen: seenChains(1_400) })),
  },
  {
    name: "stamp-length",
    says: "A length of an original stamp one byte beyond the content.",
    said: damagedContent(ofType(2, join(uint(canonical(stamp).length + 1, 4), text(canonical(stamp))))),
  },
];

/** Contents of another form say nothing: the operations of their commit are missing, and nothing is damaged. */
function noContents(name: string, says: string, part: { readonly slot?: Buffer; readonly body?: Buffer }): Vector {
  const writer = createVaultWriter(name);
  const all = [1, 2].map((at): Said => ({ ...payload({ at }), state: "missing" }));
  const written = writer.commit(chainOf(writer), all);
  setContents(written, contentsWith(written, (whole, at) => (at === 1 ? { ...whole, ...part } : whole)));
  return opening(writer, { name, says });
}

const beyondLimits = (): readonly Vector[] => [
  noContents("slot-too-long", "Contents with a slot of 4,097 bytes: its operations are missing.", {
    slot: Buffer.alloc(4_097, 9),
  }),
  noContents("body-too-long", "Contents with a body of 131,089 bytes: its operations are missing.", {
    body: Buffer.alloc(131_089, 9),
  }),
];

function damagedFirst(): Vector {
  const writer = createVaultWriter("damaged-first");
  const chain = chainOf(writer);
  const [first] = chain.commits;
  if (first === undefined) throw new Error("Cannot go on: nothing was written");
  const second = writer.commit(chain, [payload({ still: "readable" })]);
  setCommit(first, flipped(first.frames.commit, 30));
  const count = first.frames.commit.length;
  const place = { finding: "damaged-frame", ...placeOfFrame(chain, first.frames.commit), count };
  return opening(writer, {
    name: "damaged-first",
    says: "The vault's first commit is damaged: with the device file, what its device wrote stays readable.",
    applied: [second],
    findings: [place, { ...found("missing-commits", second), sequence: 1, count: 1 }],
  });
}

export const operationFindingVectors = (): readonly Vector[] => [...cases.map(damaged), damagedFirst(), ...beyondLimits()];
