// Vaults in whose chains something is wrong: one or more for each finding of section 16 about frames and commits.
import { flipped, replace, setCommit, setContents, takeOut } from "./alter.ts";
import { join, uint } from "./bytes.ts";
import { deviceSignature, encodeFrame, frameType, segmentHead, type Header } from "./commit.ts";
import { drawIdentity, sign } from "./keys.ts";
import { payload, type Said } from "./operation.ts";
import {
  createVaultWriter,
  placeOfCommit,
  placeOfFrame,
  type Chain,
  type CommitOptions,
  type VaultWriter,
  type Written,
} from "./vault-writer.ts";
import { chainOf, found, opening, type ExpectedFinding, type Vector } from "./vector.ts";

interface Story {
  readonly writer: VaultWriter;
  readonly chain: Chain;
  /** Commits 2 to 5, with one operation each. */
  readonly two: Written;
  readonly three: Written;
  readonly four: Written;
  readonly five: Written;
}

interface Told {
  readonly findings: readonly ExpectedFinding[];
  /** The commits whose operations are applied, beside the first. */
  readonly applied: readonly Written[];
}

/** A vault of five commits to which one thing is done. */
function story(name: string, says: string, happen: (given: Story) => Told): Vector {
  const writer = createVaultWriter(name);
  const chain = chainOf(writer);
  const write = (commit: number) => writer.commit(chain, [payload({ commit })]);
  const told = happen({ writer, chain, two: write(2), three: write(3), four: write(4), five: write(5) });
  return opening(writer, { name, says, findings: told.findings, applied: told.applied });
}

/** A vault of a first commit and one more whose header is made wrong; it is signed all the same. */
const badHeader = (name: string, says: string, header: (writer: VaultWriter) => Partial<Header>): Vector =>
  badCommit(name, says, (writer) => ({ header: header(writer) }));

type BadCommit = CommitOptions & { readonly said?: readonly Said[]; readonly behind?: Buffer };

/** In all but one thing the second commit is whole, so that nothing else can be what it is refused for. */
function badCommit(name: string, says: string, given: (writer: VaultWriter) => BadCommit): Vector {
  const writer = createVaultWriter(name);
  const { said = [payload({ commit: 2 })], behind, ...options } = given(writer);
  const written = writer.commit(chainOf(writer), said, options);
  if (behind !== undefined)
    setCommit(written, encodeFrame(frameType.commit, join(written.frames.commit.subarray(17), behind)));
  const findings = [at("bad-header", written.chain, written.frames.commit)];
  return opening(writer, { name, says, findings, applied: [] });
}

/** Commits that are not there, named at the one behind them. */
const noCommits = (behind: Written, count: number): ExpectedFinding => {
  const place = found("missing-commits", behind);
  return { ...place, sequence: behind.sequence - count, count };
};

/** A finding about the bytes of a frame and of those behind it. */
const at = (finding: string, chain: Chain, ...stretch: readonly [Buffer, ...Buffer[]]): ExpectedFinding => ({
  finding,
  ...placeOfFrame(chain, stretch[0]),
  count: stretch.reduce((sum, { length }) => sum + length, 0),
});

const frames = (): readonly Vector[] => [
  story("damaged-commit", "A bit of a commit flipped.", ({ chain, two, three, four, five }) => {
    setCommit(three, flipped(three.frames.commit, 100));
    const findings = [at("damaged-frame", chain, three.frames.commit), noCommits(four, 1)];
    return { findings, applied: [two, four, five] };
  }),
  story("damaged-contents", "A bit of a body flipped: the leaves tell that it is damaged.", (given) => {
    const { chain, two, three, four, five } = given;
    setContents(three, flipped(three.frames.contents, three.frames.contents.length - 1));
    const damaged = { ...three, said: three.said.map((said) => ({ ...said, state: "damaged" as const })) };
    const findings = [at("damaged-frame", chain, three.frames.contents), found("damaged-operation", three, { index: 0 })];
    return { findings, applied: [two, damaged, four, five] };
  }),
  story("garbage-between", "Bytes between two frames, which even hold the mark.", ({ chain, two, three, four, five }) => {
    const garbage = Buffer.from("not a frame tcs1 and more of it");
    replace(chain, three.frames.contents, garbage, three.frames.contents);
    return { findings: [at("damaged-frame", chain, garbage)], applied: [two, three, four, five] };
  }),
  story("damaged-head", "The first byte of the segment flipped.", ({ chain, two, three, four, five }) => {
    chain.head = flipped(segmentHead(chain.id, 1), 0);
    const place = { chain: chain.id.toString("hex"), segment: 1, offset: 0 };
    return { findings: [{ finding: "damaged-frame", ...place, count: 36 }], applied: [two, three, four, five] };
  }),
  story("torn-commit", "The last commit's frame ends in its middle.", ({ chain, two, three, four, five }) => {
    setCommit(five, five.frames.commit.subarray(0, 50));
    const { contents, commit } = five.frames;
    return { findings: [at("torn-tail", chain, contents, commit)], applied: [two, three, four] };
  }),
  story("torn-contents", "The last contents have no commit.", ({ chain, two, three, four, five }) => {
    takeOut(chain, five.frames.commit);
    return { findings: [at("torn-tail", chain, five.frames.contents)], applied: [two, three, four] };
  }),
  story("torn-bytes", "A few bytes behind the last commit.", ({ chain, two, three, four, five }) => {
    const rest = Buffer.from("tcs");
    chain.segments[0]?.push(rest);
    return { findings: [at("torn-tail", chain, rest)], applied: [two, three, four, five] };
  }),
  story("unknown-frame", "A frame of type 9 between two commits.", ({ chain, two, three, four, five }) => {
    const frame = encodeFrame(9, Buffer.from("of a later version"));
    replace(chain, three.frames.contents, frame, three.frames.contents);
    return { findings: [at("unknown-frame", chain, frame)], applied: [two, three, four, five] };
  }),
];

const headers = (): readonly Vector[] => [
  badHeader("another-suite", "A commit of suite 2.", () => ({ suite: 2 })),
  badHeader("another-chain", "A commit of another chain.", ({ random }) => ({ chain: random(16) })),
  badHeader("unknown-flags", "The last commit of a step, with a flag that does not exist.", ({ random }) => ({
    flags: 3,
    inStep: 1,
    step: random(16),
  })),
  badCommit("no-operations", "A commit of no operations.", () => ({ said: [] })),
  badCommit("too-many-operations", "A commit of 65 operations.", () => ({
    said: Array.from({ length: 65 }, (_, at) => payload({ at })),
  })),
  badCommit("too-many-signatures", "A commit of 17 signatures, of which the first fits.", ({ first }) => ({
    sign: (hash) => [
      deviceSignature(first, hash),
      ...Array.from({ length: 16 }, () => ({ kind: 9, device: first.id, bytes: Buffer.alloc(64) })),
    ],
  })),
  badCommit("signature-too-long", "A signature of 8,193 bytes beside one that fits.", ({ first }) => ({
    sign: (hash) => [
      deviceSignature(first, hash),
      { kind: 9, device: first.id, bytes: Buffer.alloc(8_193) },
    ],
  })),
  badCommit("bytes-behind", "A byte behind the last signature.", () => ({ behind: Buffer.alloc(1) })),
  badHeader("too-many-frontier", "A frontier of 513 chains.", ({ random }) => ({
    frontier: Array.from({ length: 513 }, (_, at) => ({
      chain: join(uint(at, 2), random(14)),
      sequence: 1,
      hash: random(32),
    })),
  })),
  badHeader("sequence-zero", "A commit with sequence 0.", () => ({ sequence: 0 })),
  badHeader("step-without-number", "A commit of a step, with number 0.", ({ random }) => ({ step: random(16) })),
  badHeader("number-without-step", "A commit outside a step, with number 1.", () => ({ inStep: 1 })),
  badHeader("own-frontier", "A frontier that names the own chain.", (writer) => ({
    frontier: [{ chain: chainOf(writer).id, sequence: 1, hash: writer.vaultId() }],
  })),
  badHeader("unsorted-frontier", "A frontier out of order.", ({ random }) => ({
    frontier: [2, 1].map((first) => ({ chain: join(uint(first, 1), random(15)), sequence: 1, hash: random(32) })),
  })),
];

const chains = (): readonly Vector[] => [
  story("missing-commits", "Two commits were taken from the middle.", ({ chain, two, three, four, five }) => {
    for (const gone of [three, four]) takeOut(chain, gone.frames.contents, gone.frames.commit);
    return { findings: [noCommits(five, 2)], applied: [two, five] };
  }),
  story("missing-segment", "The second of three segments is not there.", (given) => {
    const { writer, chain, two, three, four, five } = given;
    chain.segments.push([]);
    writer.commit(chain, [payload({ commit: 6 })]);
    chain.segments.push([]);
    const seven = writer.commit(chain, [payload({ commit: 7 })]);
    chain.missing = 2;
    return { findings: [noCommits(seven, 1)], applied: [two, three, four, five, seven] };
  }),
  story("out-of-place", "Two commits were swapped.", ({ chain, two, three, four, five }) => {
    const moved = [four.frames.contents, four.frames.commit, three.frames.contents, three.frames.commit];
    takeOut(chain, four.frames.contents, four.frames.commit, three.frames.commit);
    replace(chain, three.frames.contents, ...moved);
    return { findings: [found("out-of-place", three)], applied: [two, three, four, five] };
  }),
  story("fork", "Two commits with sequence 5: the first in the file is followed.", (given) => {
    const { writer, chain, two, three, four, five } = given;
    const second = writer.commit(chain, [payload({ commit: 5, second: true })], { after: four });
    return { findings: [found("fork", second)], applied: [two, three, four, five] };
  }),
  story("repeated", "The second commit stands once more at the end.", ({ chain, two, three, four, five }) => {
    const copy = Buffer.from(two.frames.commit);
    chain.segments[0]?.push(Buffer.from(two.frames.contents), copy);
    const findings = [{ finding: "out-of-place", ...placeOfCommit(two, copy) }];
    return { findings, applied: [two, three, four, five] };
  }),
  badLink("broken-link", "A commit that names another one as the commit before.", (writer) => ({
    previous: writer.random(32),
  })),
  badLink("bad-chain-root", "A commit whose chain root is another one.", (writer) => ({
    chainRoot: writer.random(32),
  })),
  badLink("unseen-frontier", "A commit whose frontier names a commit that nobody holds.", (writer) => ({
    frontier: [{ chain: unheldChain, sequence: 4, hash: writer.random(32) }],
  })),
];

const unheldChain = Buffer.alloc(16, 0x5a);

/** A commit that links wrongly is named and applied; so is the one behind it. */
function badLink(name: string, says: string, header: (writer: VaultWriter) => Partial<Header>): Vector {
  const writer = createVaultWriter(name);
  const chain = chainOf(writer);
  const unseen = name === "unseen-frontier" ? { unseen: { chain: unheldChain, sequence: 4 } } : {};
  const wrong = writer.commit(chain, [payload({ commit: 2 })], { header: header(writer), ...unseen });
  writer.commit(chain, [payload({ commit: 3 })]);
  return opening(writer, { name, says, findings: [found(name, wrong)] });
}

/** A commit that does not verify is named and not applied; the one behind it is. */
function badSigner(name: string, says: string, given: (writer: VaultWriter) => BadSigner): Vector {
  const writer = createVaultWriter(name);
  const chain = chainOf(writer);
  const { finding, ...options } = given(writer);
  const wrong = writer.commit(chain, [payload({ commit: 2 }), payload({ more: true })], options);
  const next = writer.commit(chain, [payload({ commit: 3 })]);
  return opening(writer, { name, says, findings: [found(finding, wrong, { count: 2 })], applied: [next] });
}

type BadSigner = CommitOptions & { readonly finding: string };

const signers = (): readonly Vector[] => [
  badSigner("unknown-device", "A commit by a device that nobody admitted.", ({ random }) => {
    const stranger = drawIdentity(random);
    const sign = (hash: Buffer) => [deviceSignature(stranger, hash)];
    return { finding: "unknown-device", header: { device: stranger.id }, sign };
  }),
  badSigner("bad-signature", "A signature that does not fit.", ({ first, random }) => ({
    finding: "bad-signature",
    sign: () => [deviceSignature(first, random(32))],
  })),
  badSigner("no-signature", "A commit without a signature: the finding is the same.", () => ({
    finding: "bad-signature",
    sign: () => [],
  })),
  badSigner("signature-without-label", "A signature over the hash alone.", ({ first }) => ({
    finding: "bad-signature",
    sign: (hash) => [{ kind: 1, device: first.id, bytes: sign(first, hash) }],
  })),
  badSigner("bad-leaf-root", "Leaves that do not give the leaf root.", ({ random }) => ({
    finding: "bad-leaf-root",
    header: { leafRoot: random(32) },
  })),
];

const steps = (): readonly Vector[] => [
  story("open-step", "A step whose end never came, and one whose middle is missing.", (given) => {
    const { writer, chain, two, three, four, five } = given;
    const [one, other] = [writer.random(16), writer.random(16)];
    const inStep = (id: Buffer, number: number, isEnd = false) =>
      writer.commit(chain, [payload({ number }), payload({ number })], { step: { id, number, isEnd } });
    const open = [inStep(one, 1), inStep(one, 2)];
    const holed = [inStep(other, 1), inStep(other, 3, true)];
    const findings = [open, holed].map(([first]) => found("incomplete-step", first as Written, { count: 4 }));
    return { findings, applied: [two, three, four, five] };
  }),
];

export const logFindingVectors = (): readonly Vector[] => [
  ...frames(),
  ...headers(),
  ...chains(),
  ...signers(),
  ...steps(),
];
