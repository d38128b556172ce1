#!/usr/bin/env node
// Reads a vault of format version 1 with nothing of the program that wrote it: one file, written from the
// specification (docs/formats/vault.md, named by section below) alone. It never writes into the vault's folder.
//
// What you need: Node 20 or later, this file, and one package for Argon2id, installed beside it:
//
//     npm install hash-wasm@4
//
// What it does:
//
//     node vault-read.mjs info FOLDER              chains, counts, sizes, structure; asks for no passphrase
//     node vault-read.mjs verify FOLDER            every frame, link, root, signature, operation, evidence file
//     node vault-read.mjs verify FOLDER --explain SEQUENCE [--chain CHAIN]
//                                                  one commit in hexadecimal, to check with openssl and sha256sum
//     node vault-read.mjs operations FOLDER        what was written, one line of JSON each; findings on stderr
//     node vault-read.mjs evidence FOLDER          the evidence files that operations name
//     node vault-read.mjs evidence FOLDER NAME --to FILE      opens one of them
//
// The passphrase is asked for, or comes from --passphrase-file PATH or the variable TOCSIN_PASSPHRASE.
// Without the device file, --recovery-file PATH takes the text `tocsin-recovery/1/…` of the recovery sheet, or its 24
// words (then also --word-list PATH: the English list of BIP 39, 2,048 lines). That needs ML-KEM-768, which Node 20 does
// not have: `npm install @noble/post-quantum`. With the passphrase it is not needed: the device file holds the keys of
// the epochs.
//
// Exit codes: 0 everything holds; 10 something was found, one line each; 64 not a command; 65 the device file is
// damaged, of another version, or asks for too much; 66 nothing there; 69 a package is missing; 77 wrong passphrase.
// "Everything holds" says that what is here fits together. It does not say that nothing was rolled back (section 17).
import * as crypto from "node:crypto";
import * as fs from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Section 15. */
const limits = {
  depth: 32,
  payload: 65_536,
  operations: 64,
  frontier: 512,
  signatures: 16,
  signature: 8_192,
  slot: 4_096,
  body: 131_088,
  list: 1_024,
  stamp: 49_152,
  framePayload: 12 * 1024 * 1024,
  segment: 64 * 1024 * 1024,
  search: 256 * 1024 * 1024,
  deviceFile: 1024 * 1024,
  argon2: { memoryKib: 1024 * 1024, passes: 16, lanes: 4 },
};

const exitCodes = {
  usage: 64,
  damaged: 65,
  unsupported: 65,
  limit: 65,
  missing: 66,
  unavailable: 69,
  "wrong-passphrase": 77,
};

/** What stops the reading: one of the words of section 16, or a fault of the call. */
export class Refusal extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** Bytes that are not what they should be. It never leaves this file: whoever reads them makes a finding of it. */
class Malformed extends Error {}

function require(condition, what) {
  if (!condition) throw new Malformed(what);
}

/** What `read` gives, or undefined where the bytes are malformed. */
function attempt(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Bytes and digests

const zeros = (length) => Buffer.alloc(length);
const label = (text) => Buffer.from(`${text}\0`, "latin1");
const hexOf = (bytes) => bytes.toString("hex");
const isZeros = (bytes) => bytes.every((byte) => byte === 0);

function sha256(...parts) {
  const hash = crypto.createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function number(value, bytes) {
  const written = Buffer.alloc(bytes);
  if (bytes === 8) written.writeBigUInt64BE(BigInt(value));
  else written.writeUIntBE(value, 0, bytes);
  return written;
}

/** Takes fields from the front of `bytes`; running out is malformed. */
function createCursor(bytes) {
  let at = 0;
  const take = (length) => {
    require(length <= bytes.length - at, "too short");
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    number(length) {
      const field = take(length);
      const value = length === 8 ? Number(field.readBigUInt64BE()) : field.readUIntBE(0, length);
      require(Number.isSafeInteger(value), "a number beyond 2^53 - 1");
      return value;
    },
    rest: () => take(bytes.length - at),
    end: () => require(at === bytes.length, "bytes behind the end"),
  };
}

/** Hexadecimal of so many bytes, or malformed. */
function parseHex(text, bytes) {
  require(typeof text === "string" &&
    text.length === bytes * 2 &&
    /^[0-9a-f]*$/.test(text), "not hexadecimal");
  return Buffer.from(text, "hex");
}

/** base64url without padding, written the one way; of so many bytes if given. */
function parseBase64Url(text, bytes) {
  require(typeof text === "string", "not base64url");
  const parsed = Buffer.from(text, "base64url");
  require(parsed.toString("base64url") === text, "not base64url");
  require(bytes === undefined || parsed.length === bytes, "base64url of another length");
  return parsed;
}

const wantsObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with at least these members: others belong to later versions. */
const hasMembers = (value, names) => wantsObject(value) && names.every((name) => Object.hasOwn(value, name));

/** An object with these members and no others. */
const hasOnly = (value, names) => hasMembers(value, names) && Object.keys(value).length === names.length;

/** RFC 8785, with safe integers only; no value lies in more than 32 lists and objects. */
function encodeCanonical(value, level = 0) {
  require(level <= limits.depth, "nested too deeply");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    require(value.isWellFormed(), "half a character");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    require(Number.isSafeInteger(value), "not a safe integer");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => encodeCanonical(item, level + 1)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${encodeCanonical(name)}:${encodeCanonical(value[name], level + 1)}`);
  return `{${members.join(",")}}`;
}

/** The value of canonical JSON; text that would not be written the same way is malformed. */
function parseCanonical(bytes) {
  let text;
  let value;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Malformed("not JSON in UTF-8");
  }
  require(encodeCanonical(value) === text, "not canonical JSON");
  return value;
}

// ---------------------------------------------------------------------------------------------------------------------
// Ciphers and signatures (section 1)

/** AES-256-GCM; undefined where the tag does not fit. */
function openSealed({ key, nonce = zeros(12), sealed, associated }) {
  if (sealed.length < 16 || key.length !== 32) return undefined;
  const decipher = crypto.createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(0, -16));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

const hkdf = (input, salt, info) => Buffer.from(crypto.hkdfSync("sha256", input, salt, info, 32));

const spkiPrefix = { ed25519: "302a300506032b6570032100", x25519: "302a300506032b656e032100" };
const pkcs8Prefix = {
  ed25519: "302e020100300506032b657004220420",
  x25519: "302e020100300506032b656e04220420",
};

function publicKeyOf(kind, bytes) {
  const der = Buffer.concat([Buffer.from(spkiPrefix[kind], "hex"), bytes]);
  return crypto.createPublicKey({ key: der, format: "der", type: "spki" });
}

function secretKeyOf(kind, bytes) {
  const der = Buffer.concat([Buffer.from(pkcs8Prefix[kind], "hex"), bytes]);
  return crypto.createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

/** The 32 bytes of a public key that belong to a secret key. */
const publicBytesOf = (kind, secret) =>
  crypto.createPublicKey(secretKeyOf(kind, secret)).export({ format: "der", type: "spki" }).subarray(-32);

function verifiesEd25519(publicKey, message, signature) {
  if (signature.length !== 64) return false;
  try {
    return crypto.verify(null, message, publicKeyOf("ed25519", publicKey), signature);
  } catch {
    return false;
  }
}

/** An RFC 6962 tree that grows at its end and keeps only the roots of its whole subtrees. */
function createTree() {
  const subtrees = [];
  return {
    add(entry) {
      let node = { size: 1, hash: sha256(number(0, 1), entry) };
      while (subtrees.at(-1)?.size === node.size) {
        node = { size: node.size * 2, hash: sha256(number(1, 1), subtrees.pop().hash, node.hash) };
      }
      subtrees.push(node);
    },
    root() {
      if (subtrees.length === 0) return sha256();
      return subtrees.map(({ hash }) => hash).reduceRight((right, left) => sha256(number(1, 1), left, right));
    },
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// The device file (section 9)

const readBounded = (path, most) => {
  if (!fs.existsSync(path)) throw new Refusal("missing", `Cannot read ${basename(path)}: nothing is there`);
  if (fs.statSync(path).size > most) throw new Refusal("damaged", `Cannot read ${basename(path)}: too large`);
  return fs.readFileSync(path);
};

/** The parsed device file, whose checksum fits. */
function readDeviceFile(folder) {
  const bytes = readBounded(join(folder, "device.json"), limits.deviceFile);
  const file = attempt(() => parseCanonical(bytes));
  if (!wantsObject(file) || file.format !== "tocsin-device") {
    throw new Refusal("damaged", "Cannot open device file: it is not one, or it is damaged");
  }
  const { checksum, ...rest } = file;
  if (checksum !== hexOf(sha256(encodeCanonical(rest)))) {
    throw new Refusal("damaged", "Cannot open device file: its checksum does not fit");
  }
  if (file.version !== 1) {
    throw new Refusal("unsupported", `Cannot open device file: it has version ${file.version}, expected 1`);
  }
  return file;
}

const isWithin = (value, least, most) => Number.isSafeInteger(value) && value >= least && value <= most;

function parsePassphraseSlot(slot) {
  const names = ["kind", "kdf", "memoryKib", "passes", "lanes", "salt", "sealed"];
  require(hasMembers(slot, names), "another form");
  const { memoryKib, passes, lanes } = slot;
  require([memoryKib, passes, lanes].every((cost) => typeof cost === "number"), "costs that are no numbers");
  const { argon2 } = limits;
  const areWithin =
    isWithin(lanes, 1, argon2.lanes) &&
    isWithin(memoryKib, 8 * lanes, argon2.memoryKib) &&
    isWithin(passes, 1, argon2.passes);
  if (!areWithin) throw new Refusal("limit", "Cannot open device file: it asks for costs out of bounds");
  const salt = parseBase64Url(slot.salt);
  require(salt.length >= 8, "a salt that is too short");
  return { memoryKib, passes, lanes, salt, sealed: parseBase64Url(slot.sealed) };
}

async function loadArgon2() {
  try {
    return (await import("hash-wasm")).argon2id;
  } catch {
    throw new Refusal("unavailable", "Cannot use the passphrase: install Argon2id (npm install hash-wasm@4)");
  }
}

async function deviceKeyUnder(slot, passphrase) {
  const { memoryKib, passes, lanes, salt, sealed } = slot;
  const argon2id = await loadArgon2();
  const key = await argon2id({
    password: Buffer.from(passphrase.normalize("NFKC")),
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: "binary",
  });
  const costs = Buffer.from(`argon2id/${memoryKib}/${passes}/${lanes}/`);
  const associated = Buffer.concat([label("tocsin/device-slot/1"), costs, salt]);
  return openSealed({ key, sealed, associated });
}

/** What a reader needs of the device file's body. */
function parseDeviceBody(bytes) {
  const body = parseCanonical(bytes);
  require(hasMembers(body, ["vault", "chain", "ed25519", "epochs"]) &&
    Array.isArray(body.epochs), "another form");
  const keys = new Map();
  for (const epoch of body.epochs) {
    require(hasMembers(epoch, ["id", "key"]), "an epoch of another form");
    keys.set(hexOf(parseHex(epoch.id, 16)), parseBase64Url(epoch.key, 32));
  }
  return {
    vault: hexOf(parseHex(body.vault, 32)),
    chain: hexOf(parseHex(body.chain, 16)),
    ed25519: publicBytesOf("ed25519", parseBase64Url(body.ed25519, 32)),
    keys,
  };
}

/** Opens the device file with its passphrase. */
export async function openDevice(folder, passphraseOf) {
  const file = readDeviceFile(folder);
  const damaged = new Refusal("damaged", "Cannot open device file: it has another form");
  const slots = Array.isArray(file.slots) ? file.slots : [];
  const known = slots.find((slot) => slot?.kind === "passphrase" && slot.kdf === "argon2id");
  if (known === undefined)
    throw new Refusal("unsupported", "Cannot open device file: no slot of a known kind");
  const slot = attempt(() => parsePassphraseSlot(known));
  const body = attempt(() => parseBase64Url(file.body));
  if (slot === undefined || body === undefined) throw damaged;
  const key = await deviceKeyUnder(slot, await passphraseOf());
  if (key === undefined) {
    throw new Refusal("wrong-passphrase", "Cannot open device file: the passphrase is wrong");
  }
  const associated = label("tocsin/device-body/1");
  const plain = openSealed({ key, nonce: body.subarray(0, 12), sealed: body.subarray(12), associated });
  const device = plain === undefined ? undefined : attempt(() => parseDeviceBody(plain));
  if (device === undefined) throw damaged;
  return device;
}

// ---------------------------------------------------------------------------------------------------------------------
// Segments and frames (section 3)

const mark = Buffer.from("tcs1");
const frameHead = 17;
const segmentOpening = 36;
const frameType = { commit: 1, contents: 3 };

/** The frame at `at`, whole or not, if its head can be one; undefined otherwise. */
function frameAt(bytes, at) {
  if (bytes.length - at < frameHead || bytes.compare(mark, 0, 4, at, at + 4) !== 0) return undefined;
  const length = bytes.readUInt32BE(at + 5);
  const start = at + frameHead;
  if (length > limits.framePayload || length > bytes.length - start) return undefined;
  return { type: bytes[at + 4], at, end: start + length, payload: bytes.subarray(start, start + length) };
}

/** Hashes payloads to see whether frames are whole, and gives up once it hashed too much for nothing. */
function createFrameCheck(bytes) {
  let left = limits.search;
  return {
    isSpent: () => left < 0,
    isWhole(frame) {
      if (frame === undefined) return false;
      const { at, payload } = frame;
      const check = sha256(bytes.subarray(at + 4, at + 9), payload).subarray(0, 8);
      const fits = check.equals(bytes.subarray(at + 9, at + frameHead));
      if (!fits) left -= payload.length;
      return fits;
    },
  };
}

function isContentsBeforeCommit(bytes, frame, check) {
  if (frame?.type !== frameType.contents) return false;
  const next = frameAt(bytes, frame.end);
  return check.isWhole(next) && next.type === frameType.commit;
}

/** Where the next whole frame begins from `from` on, or -1; the end of the bytes once the search is given up. */
function nextWholeFrame(bytes, from, check) {
  for (let at = bytes.indexOf(mark, from); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    if (check.isWhole(frameAt(bytes, at))) return at;
    if (check.isSpent()) return bytes.length;
  }
  return -1;
}

/**
 * Gives what a segment holds, in turn: frames, with `damaged` where contents fail their check; and stretches that are no
 * frames, as `damage`, or as `tail` where nothing whole follows.
 */
function* framesOf(bytes) {
  const check = createFrameCheck(bytes);
  let at = segmentOpening;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    const isWhole = check.isWhole(frame);
    if (isWhole || isContentsBeforeCommit(bytes, frame, check)) {
      yield { kind: "frame", ...frame, isDamaged: !isWhole };
      at = frame.end;
      continue;
    }
    const next = nextWholeFrame(bytes, at + 1, check);
    const end = next === -1 ? bytes.length : next;
    yield { kind: next === -1 ? "tail" : "damage", at, end };
    at = end;
  }
}

function segmentHead(chain, segment) {
  return Buffer.concat([Buffer.from("tocsin/segment/1"), Buffer.from(chain, "hex"), number(segment, 4)]);
}

/** The segments of each chain: `[{ chain, segments: [number] }]`, ascending. */
function listChains(folder) {
  const root = join(folder, "chains");
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{32}$/.test(entry.name))
    .map(({ name: chain }) => ({ chain, segments: listSegments(join(root, chain)) }))
    .sort((one, other) => (one.chain < other.chain ? -1 : 1));
}

function listSegments(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^\d{6}\.seg$/.test(entry.name) && entry.name !== "000000.seg")
    .map((entry) => Number(entry.name.slice(0, 6)))
    .sort((one, other) => one - other);
}

const segmentPath = (folder, chain, segment) =>
  join(folder, "chains", chain, `${String(segment).padStart(6, "0")}.seg`);

/** Reads one segment, notes what is wrong with its frames, and gives its commits in the order of the file. */
function scanSegment(vault, chain, { segment, isLast }) {
  const path = segmentPath(vault.folder, chain, segment);
  const note = (finding, at, end) => vault.note({ finding, chain, segment, offset: at, count: end - at });
  const noteTail = (at, end) => note(isLast ? "torn-tail" : "damaged-frame", at, end);
  const { size } = fs.statSync(path);
  if (size > limits.segment) {
    note("damaged-frame", 0, size);
    return [];
  }
  const bytes = fs.readFileSync(path);
  if (size < segmentOpening) {
    if (size > 0) noteTail(0, size);
    return [];
  }
  const head = segmentHead(chain, segment);
  if (!bytes.subarray(0, head.length).equals(head)) note("damaged-frame", 0, segmentOpening);
  const { commits, openAt } = sortFrames(bytes, note);
  if (openAt !== undefined) noteTail(openAt, size);
  return commits.map((commit) => ({ ...commit, chain, segment }));
}

/** The commits of a segment with their contents, and where a tail begins that never became a commit. */
function sortFrames(bytes, note) {
  const commits = [];
  let contents;
  let openAt;
  for (const { kind, at, end, type, payload, isDamaged } of framesOf(bytes)) {
    if (kind === "tail") return { commits, openAt: openAt ?? at };
    const isKnown = type === frameType.contents || type === frameType.commit;
    if (kind === "damage" || isDamaged) note("damaged-frame", at, end);
    else if (!isKnown) note("unknown-frame", at, end);
    if (type === frameType.commit) commits.push({ offset: at, end, contents, payload });
    contents = type === frameType.contents ? { offset: at, end, payload } : undefined;
    openAt = type === frameType.contents ? (openAt ?? at) : undefined;
  }
  return { commits, openAt };
}

// ---------------------------------------------------------------------------------------------------------------------
// Commits (section 4)

const headerLength = (frontier) => 194 + 56 * frontier;

function parseFrontier(cursor, count, ownChain) {
  require(count <= limits.frontier, "too many frontier entries");
  const frontier = [];
  for (let at = 0; at < count; at += 1) {
    const entry = { chain: hexOf(cursor.take(16)), sequence: cursor.number(8), hash: hexOf(cursor.take(32)) };
    require(entry.sequence >= 1 && entry.chain !== ownChain, "a frontier that names nothing");
    require(at === 0 || frontier[at - 1].chain < entry.chain, "a frontier out of order");
    frontier.push(entry);
  }
  return frontier;
}

function parseHeader(bytes) {
  const cursor = createCursor(bytes);
  require(cursor.number(1) === 1, "another suite");
  const flags = cursor.number(1);
  const header = {
    isStepEnd: flags === 1,
    count: cursor.number(2),
    inStep: cursor.number(4),
    sequence: cursor.number(8),
    chain: hexOf(cursor.take(16)),
    epoch: hexOf(cursor.take(16)),
    step: hexOf(cursor.take(16)),
    device: hexOf(cursor.take(32)),
    previous: hexOf(cursor.take(32)),
    leafRoot: cursor.take(32),
    chainRoot: cursor.take(32),
  };
  header.frontier = parseFrontier(cursor, cursor.number(2), header.chain);
  const isInStep = !/^0*$/.test(header.step);
  require(flags <= 1 &&
    header.count >= 1 &&
    header.count <= limits.operations, "flags or count out of bounds");
  require(header.sequence >= 1, "a sequence of zero");
  require(isInStep === header.inStep > 0 && (isInStep || flags === 0), "a step that contradicts itself");
  return header;
}

function parseSignatures(cursor) {
  const count = cursor.number(1);
  require(count <= limits.signatures, "too many signatures");
  return Array.from({ length: count }, () => {
    const signature = { kind: cursor.number(1), device: hexOf(cursor.take(32)) };
    const length = cursor.number(2);
    require(length <= limits.signature, "a signature that is too long");
    return { ...signature, bytes: cursor.take(length) };
  });
}

function parseCommit(payload) {
  const cursor = createCursor(payload);
  require(payload.length >= 194, "too short");
  const headerBytes = cursor.take(headerLength(Math.min(payload.readUInt16BE(192), limits.frontier + 1)));
  const header = parseHeader(headerBytes);
  const leaves = Array.from({ length: header.count }, () => ({
    content: cursor.take(32),
    body: cursor.take(32),
  }));
  const signatures = parseSignatures(cursor);
  cursor.end();
  return { ...header, headerBytes, hash: sha256(label("tocsin/commit/1"), headerBytes), leaves, signatures };
}

/** Of a commit that stays in memory: where it lies and how it links, without leaves and signatures. */
function linkOf(frame, commit) {
  const { chain, segment, offset, end, contents } = frame;
  const parts = frame.contents === undefined ? undefined : partsOf(contents.payload, commit);
  const { sequence, count, device, step, inStep, isStepEnd, previous, frontier } = commit;
  return {
    chain,
    segment,
    offset,
    end,
    contents: contents === undefined ? undefined : { offset: contents.offset, end: contents.end },
    hasControl: parts?.some(isClearSlot) === true,
    sequence,
    count,
    device,
    step,
    inStep,
    isStepEnd,
    previous,
    frontier,
    signatures: commit.signatures.length,
    hash: hexOf(commit.hash),
    chainRoot: hexOf(commit.chainRoot),
  };
}

/** Place of a commit in a finding: it begins with its contents. */
const placeOf = ({ chain, segment, offset, contents, sequence }) => ({
  chain,
  segment,
  offset: contents?.offset ?? offset,
  sequence,
});

// ---------------------------------------------------------------------------------------------------------------------
// Chains (section 10)

/** Reads a chain's segments; gives the commits that are followed, by sequence. */
function readChain(vault, { chain, segments }) {
  const bySequence = new Map();
  let highest = 0;
  for (const segment of segments) {
    const isLast = segment === segments.at(-1);
    for (const frame of scanSegment(vault, chain, { segment, isLast })) {
      const commit = attempt(() => parseCommit(frame.payload));
      if (commit === undefined || commit.chain !== chain) {
        const count = frame.end - frame.offset;
        vault.note({ finding: "bad-header", chain, segment, offset: frame.offset, count });
        continue;
      }
      const link = linkOf(frame, commit);
      const taken = bySequence.get(link.sequence);
      if (taken !== undefined && taken.hash !== link.hash) vault.note({ finding: "fork", ...placeOf(link) });
      else if (link.sequence < highest) vault.note({ finding: "out-of-place", ...placeOf(link) });
      if (taken === undefined) bySequence.set(link.sequence, link);
      highest = Math.max(highest, link.sequence);
    }
  }
  return [...bySequence.values()].sort((one, other) => one.sequence - other.sequence);
}

/** Checks links and chain roots. Behind the first thing that is wrong, roots of this chain say nothing more. */
function checkLinks(vault, links) {
  const tree = createTree();
  let isIntact = true;
  links.forEach((link, at) => {
    link.before = links[at - 1];
    const missing = link.sequence - 1 - (link.before?.sequence ?? 0);
    const place = placeOf(link);
    if (missing > 0) {
      vault.note({ finding: "missing-commits", ...place, sequence: link.sequence - missing, count: missing });
      isIntact = false;
    } else if (link.previous !== expectedBefore(vault, link)) {
      vault.note({ finding: "broken-link", ...place });
      isIntact = false;
    } else if (isIntact && hexOf(tree.root()) !== link.chainRoot) {
      vault.note({ finding: "bad-chain-root", ...place });
      isIntact = false;
    }
    tree.add(Buffer.from(link.hash, "hex"));
  });
}

function expectedBefore(vault, { before, hash }) {
  if (before !== undefined) return before.hash;
  return hash === vault.id ? hexOf(zeros(32)) : vault.id;
}

/** Gives every commit its depth and what it had seen; each waits for the held commits that its frontier names. */
function placeInGraph(vault, chains) {
  const held = new Set(chains.flat().map(({ hash }) => hash));
  const placed = new Map();
  const waits = ({ frontier }) => frontier.some(({ hash }) => held.has(hash) && !placed.has(hash));
  const next = chains.map(() => 0);
  // Hashes allow no circle; should a frontier lie about its chain, what is left is placed all the same.
  for (let isMoving = true, isForced = false; isMoving || !isForced;) {
    isForced = !isMoving;
    isMoving = false;
    chains.forEach((chain, at) => {
      for (
        let link = chain[next[at]];
        link !== undefined && (isForced || !waits(link));
        link = chain[next[at]]
      ) {
        placeOne(vault, link, placed);
        placed.set(link.hash, link);
        next[at] += 1;
        isMoving = true;
      }
    });
  }
}

/** Depth and `seen`. Where the past is not held, depth is the least that it can be. */
function placeOne(vault, link, placed) {
  const { before } = link;
  link.depth = before === undefined ? link.sequence : before.depth + link.sequence - before.sequence;
  link.seen = before?.seen ?? new Map();
  for (const { chain, sequence, hash } of link.frontier) {
    const named = placed.get(hash);
    const isHeld = named?.chain === chain && named.sequence === sequence;
    if (!isHeld) vault.note({ finding: "unseen-frontier", ...placeOf(link) });
    link.depth = Math.max(link.depth, 1 + (isHeld ? named.depth : sequence));
    if ((link.seen.get(chain) ?? 0) >= sequence) continue;
    link.seen = withSeen(
      link.seen,
      isHeld ? [...named.seen, [chain, sequence]] : [[chain, sequence]],
      link.chain,
    );
  }
}

/** The highest sequence of each other chain. */
function withSeen(seen, more, own) {
  const all = new Map(seen);
  for (const [chain, sequence] of more) {
    if (chain !== own) all.set(chain, Math.max(sequence, all.get(chain) ?? 0));
  }
  return all;
}

const inOrder = (one, other) =>
  one.depth - other.depth || compare(one.chain, other.chain) || compare(one.hash, other.hash);

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading a commit again, with its contents (section 5)

/** Reads a stretch of a segment; open files are kept until `close`. */
function createSegmentReader(folder) {
  let open;
  const close = () => {
    if (open !== undefined) fs.closeSync(open.file);
    open = undefined;
  };
  return {
    read({ chain, segment }, from, to) {
      const path = segmentPath(folder, chain, segment);
      if (open?.path !== path) {
        close();
        open = { path, file: fs.openSync(path, "r") };
      }
      const bytes = Buffer.alloc(to - from);
      const got = fs.readSync(open.file, bytes, 0, bytes.length, from);
      return bytes.subarray(0, got);
    },
    close,
  };
}

function readCommit(vault, link) {
  return parseCommit(vault.segments.read(link, link.offset + frameHead, link.end));
}

function parseContents(payload) {
  const cursor = createCursor(payload);
  const [chain, sequence, count] = [hexOf(cursor.take(16)), cursor.number(8), cursor.number(2)];
  require(count <= limits.operations, "too many operations");
  const parts = Array.from({ length: count }, () => parseDetachable(cursor));
  cursor.end();
  return { chain, sequence, parts };
}

/** Slot and body of each operation; undefined where the contents are malformed or not those of this commit. */
function partsOf(payload, { chain, sequence, count }) {
  const contents = attempt(() => parseContents(payload));
  const isOwn =
    contents?.chain === chain && contents.sequence === sequence && contents.parts.length === count;
  return isOwn ? contents.parts : undefined;
}

function readParts(vault, link) {
  if (link.contents === undefined) return undefined;
  return partsOf(vault.segments.read(link, link.contents.offset + frameHead, link.contents.end), link);
}

function parseDetachable(cursor) {
  const slotLength = cursor.number(2);
  require(slotLength <= limits.slot, "a slot that is too long");
  const slot = cursor.take(slotLength);
  const bodyLength = cursor.number(4);
  require(bodyLength <= limits.body, "a body that is too long");
  return { slot, body: cursor.take(bodyLength) };
}

// ---------------------------------------------------------------------------------------------------------------------
// Operations (section 6)

function parsePadded(padded) {
  const cursor = createCursor(padded);
  require(padded.length >= 256 && padded.length <= limits.body, "not padded");
  const content = cursor.take(cursor.number(4));
  require(isZeros(cursor.rest()), "padding that is not zeros");
  require(content.length >= 10, "a content that is too short");
  return content;
}

const stampMembers = ["at", "chain", "commit", "depth", "device", "index", "seen", "sequence"];
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

/** The stamp of an imported operation: exactly the form of section 14. */
function parseOriginalStamp(bytes) {
  require(bytes.length <= limits.stamp, "a stamp that is too long");
  const stamp = parseCanonical(bytes);
  require(hasOnly(stamp, stampMembers) && wantsObject(stamp.seen), "a stamp of another form");
  const { at, chain, commit, depth, device, index, seen, sequence } = stamp;
  require([at, depth, index, sequence].every(isCount), "a stamp of another form");
  require([commit, device].every(isHexOf(32)) && isHexOf(16)(chain), "a stamp of another form");
  const entries = Object.entries(seen);
  require(entries.length <= limits.frontier + 1, "a stamp that has seen too much");
  require(entries.every(([name, last]) => isHexOf(16)(name) && isCount(last)), "a stamp of another form");
  return stamp;
}

/** Type, flags, time and what follows, by section 6. */
function parseContent(content, isClear) {
  const cursor = createCursor(content);
  const type = cursor.number(1);
  const flags = cursor.number(1);
  if (flags > 1) return { isUnknown: true };
  const at = cursor.number(8);
  require(type >= 0x80 === isClear, "a type in a slot of another kind");
  if (type >= 0x80)
    return { control: type === 0x80 ? attempt(() => parseCanonical(cursor.rest())) : undefined };
  if (type !== 1 && type !== 2) return { isUnknown: true };
  const original = type === 2 ? parseOriginalStamp(cursor.take(cursor.number(4))) : undefined;
  const payload = cursor.rest();
  require(payload.length <= limits.payload, "a payload that is too long");
  return { at, critical: flags === 1, original, payload };
}

/** Key and salt of a sealed slot; undefined without the key of its epoch. */
function openSlot(vault, slot, place) {
  const epoch = slot.subarray(1, 17);
  const key = vault.keys.get(hexOf(epoch));
  if (key === undefined) return undefined;
  require(slot.length === 109, "a slot of another length");
  const associated = Buffer.concat([
    label("tocsin/slot/1"),
    Buffer.from(place.chain, "hex"),
    number(place.sequence, 8),
    number(place.index, 2),
    epoch,
  ]);
  const opened = openSealed({ key, nonce: slot.subarray(17, 29), sealed: slot.subarray(29), associated });
  require(opened !== undefined, "a slot that does not open");
  return { key: opened.subarray(0, 32), salt: opened.subarray(32) };
}

/** What stands in an operation: `{ state }`, or the content with its state `readable`. Malformed bytes throw. */
function openOperation(vault, { slot, body }, { leaf, place }) {
  if (slot.length === 0 || body.length === 0) return { state: "missing" };
  require(sha256(body).equals(leaf.body), "a body that does not match its digest");
  if (slot[0] > 1) return { state: "unknown" };
  const isClear = slot[0] === 0;
  require(!isClear || slot.length === 1, "a clear slot that holds something");
  const opened = isClear ? { salt: zeros(0) } : openSlot(vault, slot, place);
  if (opened === undefined) return { state: "no-key" };
  const associated = label("tocsin/body/1");
  const padded = isClear ? body : openSealed({ key: opened.key, sealed: body, associated });
  require(padded !== undefined, "a body that does not open");
  const content = parsePadded(padded);
  require(sha256(opened.salt, content).equals(leaf.content), "a content that does not match its digest");
  const parsed = parseContent(content, isClear);
  return { ...parsed, content, salt: opened.salt, state: parsed.isUnknown ? "unknown" : "readable" };
}

const isClearSlot = (part) => part?.slot.length === 1 && part.slot[0] === 0;

/** Every operation of a commit, with its state by sections 5 and 6. */
function readOperations(vault, link, commit) {
  const parts = readParts(vault, link);
  return commit.leaves.map((leaf, index) => {
    const part = parts?.[index];
    // Control operations are never erased; of one that was dropped, the slot stays.
    const isControl = isClearSlot(part);
    if (!isControl && vault.erased.get(`${link.chain}/${link.sequence}`)?.has(index))
      return { index, state: "erased" };
    if (part === undefined) return { index, state: "missing" };
    const place = { chain: link.chain, sequence: link.sequence, index };
    const opened = attempt(() => openOperation(vault, part, { leaf, place })) ?? { state: "damaged" };
    return {
      index,
      isControl: isControl && opened.state !== "damaged" && opened.state !== "unknown",
      ...opened,
    };
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Devices, epochs, erasures (sections 7, 8, 11)

const isList = (value, isItem) => Array.isArray(value) && value.length <= limits.list && value.every(isItem);
const isHexOf = (bytes) => (value) => attempt(() => parseHex(value, bytes)) !== undefined;
const isSequence = (value) => Number.isSafeInteger(value) && value >= 1;

function parseKeys(keys) {
  require(hasMembers(keys, ["ed25519", "x25519", "mlKem768"]), "keys of another form");
  const ed25519 = parseBase64Url(keys.ed25519, 32);
  const x25519 = parseBase64Url(keys.x25519, 32);
  const mlKem768 = parseBase64Url(keys.mlKem768, 1_184);
  return {
    id: hexOf(sha256(label("tocsin/device/1"), ed25519, x25519, mlKem768)),
    ed25519,
    x25519,
    mlKem768,
  };
}

const cutOff = (entry) =>
  hasMembers(entry, ["chain", "hash", "sequence"]) &&
  isHexOf(16)(entry.chain) &&
  isHexOf(32)(entry.hash) &&
  isSequence(entry.sequence);

const isErasedPlace = (entry) =>
  hasMembers(entry, ["chain", "indexes", "sequence"]) &&
  isHexOf(16)(entry.chain) &&
  isList(entry.indexes, (index) => isWithin(index, 0, limits.operations - 1)) &&
  isSequence(entry.sequence);

/** The control operation in its checked form; malformed where a known type has another form. */
function parseControl(control) {
  require(wantsObject(control) && typeof control.type === "string", "a control operation without a type");
  const has = (...names) =>
    require(hasMembers(control, ["type", ...names]), `another form of ${control.type}`);
  switch (control.type) {
    case "vault":
      has("administrator", "recovery");
      return {
        type: "vault",
        administrator: parseKeys(control.administrator),
        recovery: control.recovery === null ? undefined : parseKeys(control.recovery),
      };
    case "epoch":
      has("id", "number", "recipients");
      require(isHexOf(16)(control.id) && isSequence(control.number), "another form of epoch");
      require(isList(control.recipients, isHexOf(32)), "another form of epoch");
      return control;
    case "wraps":
      has("epoch", "wraps");
      require(isHexOf(16)(control.epoch), "another form of wraps");
      require(isList(control.wraps, (wrap) => hasMembers(wrap, ["to", "wrap"])), "another form of wraps");
      return control;
    case "admit":
      has("device", "role");
      return control.role === "administrator"
        ? { type: "admit", device: parseKeys(control.device) }
        : { type: "unknown" };
    case "remove":
      has("device", "chains");
      require(isHexOf(32)(control.device) && isList(control.chains, cutOff), "another form of remove");
      return control;
    case "erase":
      has("epoch", "evidence", "ground", "operations");
      require(isHexOf(16)(control.epoch) && isList(control.evidence, isHexOf(16)), "another form of erase");
      require(["consent", "retention", "mistake"].includes(control.ground), "another ground");
      require(isList(control.operations, isErasedPlace), "another form of erase");
      return control;
    default:
      return { type: "unknown" };
  }
}

function hasSignature(commit, { kind, device, prefix, key }) {
  const message = Buffer.concat([label(prefix), commit.hash]);
  return commit.signatures.some(
    (signature) =>
      signature.kind === kind &&
      signature.device === device &&
      verifiesEd25519(key, message, signature.bytes),
  );
}

const isSignedByDevice = (commit, key) =>
  hasSignature(commit, { kind: 1, device: commit.device, prefix: "tocsin/commit/1", key });

function isSignedByRecovery({ recovery }, commit) {
  if (recovery === undefined) return false;
  const { id: device, ed25519: key } = recovery;
  return hasSignature(commit, { kind: 2, device, prefix: "tocsin/admit/1", key });
}

/** The Ed25519 key of a commit's device, or undefined where nobody admitted it. */
function keyOfDevice(vault, commit, controls) {
  const known = vault.devices.get(commit.device);
  if (known !== undefined) return known;
  // The device whose file this is can be known by its key, also where the vault's first commit is damaged.
  if (vault.own !== undefined && isSignedByDevice(commit, vault.own)) return vault.own;
  if (!isSignedByRecovery(vault, commit)) return undefined;
  return controls.find(({ type, device }) => type === "admit" && device.id === commit.device)?.device.ed25519;
}

/** What is wrong with a commit, by what is known of devices so far; undefined where it holds. */
function faultOf(vault, { commit, controls }) {
  const key = keyOfDevice(vault, commit, controls);
  if (key === undefined) return "unknown-device";
  if (!isSignedByDevice(commit, key)) return "bad-signature";
  const tree = createTree();
  for (const { content, body } of commit.leaves) tree.add(Buffer.concat([content, body]));
  if (!tree.root().equals(commit.leafRoot)) return "bad-leaf-root";
  return isAfterRemoval(vault, commit) ? "after-removal" : undefined;
}

function isAfterRemoval(vault, { chain, sequence, device }) {
  const removed = vault.removed.get(device);
  return removed !== undefined && sequence > (removed.get(chain) ?? 0);
}

/** The lowest sequence of each chain counts; a chain that one removal leaves out counts for none. */
function remove(vault, { device, chains }) {
  const before = vault.removed.get(device);
  const cuts = chains.map(({ chain, sequence }) => [chain, sequence]);
  const kept = cuts
    .filter(([chain]) => before === undefined || before.has(chain))
    .map(([chain, sequence]) => [chain, Math.min(sequence, before?.get(chain) ?? sequence)]);
  vault.removed.set(device, new Map(kept));
}

/** Takes what one control operation of a verified commit says. */
function takeControl(vault, control, { link, commit }) {
  switch (control.type) {
    case "vault":
      if (link.hash !== vault.id) return;
      vault.devices.set(control.administrator.id, control.administrator.ed25519);
      vault.recovery = control.recovery;
      return;
    case "admit":
      if (isSignedByRecovery(vault, commit)) vault.devices.set(control.device.id, control.device.ed25519);
      return;
    case "remove":
      return remove(vault, control);
    case "epoch":
      vault.epochs.set(control.id, control.number);
      return;
    case "wraps":
      vault.wraps.push(control);
      return;
    case "erase":
      takeErasure(vault, control);
  }
}

function takeErasure(vault, erasure) {
  vault.erasures.push(erasure);
  for (const { chain, sequence, indexes } of erasure.operations) {
    const key = `${chain}/${sequence}`;
    vault.erased.set(key, new Set([...(vault.erased.get(key) ?? []), ...indexes]));
  }
}

/** Control operations of a commit as they stand in it; those that are damaged or gone are left out. */
function controlsOf(operations) {
  return operations
    .filter(({ control }) => control !== undefined)
    .map(({ control }) => attempt(() => parseControl(control)))
    .filter((control) => control !== undefined);
}

/** Marks the commits of steps that are not whole: numbers 1 to n, of which n alone is the end. */
function checkSteps(vault, chains) {
  for (const links of chains) {
    const steps = new Map();
    for (const link of links.filter(({ inStep }) => inStep > 0)) {
      steps.set(link.step, [...(steps.get(link.step) ?? []), link]);
    }
    for (const step of steps.values()) {
      const isWhole = step.every(
        ({ inStep, isStepEnd }, at) => inStep === at + 1 && isStepEnd === (at === step.length - 1),
      );
      if (isWhole) continue;
      const count = step.reduce((sum, link) => sum + link.count, 0);
      vault.note({ finding: "incomplete-step", ...placeOf(step[0]), count });
      for (const link of step) link.isIncomplete = true;
    }
  }
}

/**
 * Takes in what control operations say, so that it does not depend on where a hostile device put its own: the vault's
 * first commit, then what the recovery identity signed, then the rest in order (section 10).
 */
function takeControls(vault, ordered) {
  const withControls = ordered.filter(({ hasControl, isIncomplete }) => hasControl && !isIncomplete);
  const take = (link, isWanted) => {
    const commit = readCommit(vault, link);
    const controls = controlsOf(readOperations(vault, link, commit));
    if (link.hash === vault.id) takeFounder(vault, commit, controls);
    if (faultOf(vault, { commit, controls }) !== undefined || !isWanted(commit)) return;
    for (const control of controls) takeControl(vault, control, { link, commit });
  };
  const isRecovery = (commit) => isSignedByRecovery(vault, commit);
  for (const link of withControls.filter(({ hash }) => hash === vault.id)) take(link, () => true);
  for (const link of withControls.filter(({ signatures }) => signatures > 1)) take(link, isRecovery);
  for (const link of withControls.filter(({ hash }) => hash !== vault.id))
    take(link, (commit) => !isRecovery(commit));
}

/** The vault's first commit names its own device; its hash is the vault id. */
function takeFounder(vault, commit, controls) {
  const founder = controls.find(({ type }) => type === "vault")?.administrator;
  if (founder?.id === commit.device) vault.devices.set(founder.id, founder.ed25519);
}

/** Checks every commit by all that is known; those that hold are applied. */
function verifyCommits(vault, ordered) {
  for (const link of ordered) {
    const commit = readCommit(vault, link);
    const controls = link.signatures > 1 ? controlsOf(readOperations(vault, link, commit)) : [];
    const fault = faultOf(vault, { commit, controls });
    if (fault !== undefined) vault.note({ finding: fault, ...placeOf(link), count: link.count });
    link.isApplied = fault === undefined && !link.isIncomplete;
  }
}

/** Notes the segments that still hold what the newest erasure should have changed (section 11). */
function checkErasures(vault) {
  const begun = vault.erasures
    .map(({ epoch }) => epoch)
    .sort((one, other) => (isOlder(vault, one, other) ? -1 : 1));
  const newest = begun.at(-1);
  if (newest === undefined) return;
  for (const { chain, segments } of vault.listed) {
    for (const segment of segments) {
      const isLeft = segmentContents(vault, chain, segment).some((contents) =>
        isLeftIn(vault, contents, newest),
      );
      if (isLeft) vault.note({ finding: "not-carried-out", chain, segment });
    }
  }
}

/** By number, then by id; an epoch that no operation begins has no number. */
function isOlder({ epochs }, one, other) {
  const [first, second] = [epochs.get(one) ?? 0, epochs.get(other) ?? 0];
  return first === second ? one < other : first < second;
}

/** Every contents frame of a segment, with the place that it names. */
function segmentContents(vault, chain, segment) {
  const path = segmentPath(vault.folder, chain, segment);
  if (fs.statSync(path).size > limits.segment) return [];
  return [...framesOf(fs.readFileSync(path))]
    .filter(({ type }) => type === frameType.contents)
    .map(({ payload }) => attempt(() => parseContents(payload)))
    .filter((contents) => contents !== undefined);
}

function isLeftIn(vault, { chain, sequence, parts }, epoch) {
  const named = vault.erased.get(`${chain}/${sequence}`);
  return parts.some((part, index) => {
    if (part.slot.length === 0 && part.body.length === 0) return false;
    if (isClearSlot(part)) return isOldWrap(vault, part, epoch);
    if (named?.has(index)) return true;
    const under = part.slot[0] === 1 ? hexOf(part.slot.subarray(1, 17)) : undefined;
    return under !== undefined && vault.keys.has(under) && isOlder(vault, under, epoch);
  });
}

function isOldWrap(vault, { body }, epoch) {
  const wraps = attempt(() => parseControl(parseContent(parsePadded(body), true).control));
  return wraps?.type === "wraps" && isOlder(vault, wraps.epoch, epoch);
}

// ---------------------------------------------------------------------------------------------------------------------
// The whole vault

/** The commit that names itself the vault's first: sequence 1, nothing before it, signed by its own administrator. */
function findFirst(vault, chains, isWanted = () => true) {
  for (const link of chains.flat()) {
    if (link.sequence !== 1 || !/^0+$/.test(link.previous)) continue;
    const commit = readCommit(vault, link);
    const control = controlsOf(readOperations(vault, link, commit)).find(({ type }) => type === "vault");
    if (control === undefined || !isWanted(control)) continue;
    if (isSignedByDevice(commit, control.administrator.ed25519)) return link.hash;
  }
  return undefined;
}

/**
 * Reads and checks everything but the operations' bodies.
 * @param {string} folder
 * @param {{ vault?: string, keys?: Map<string, Buffer>, ed25519?: Buffer, isFirst?: (control: object) => boolean }} [device]
 */
export function openVault(folder, device = {}) {
  const findings = new Map();
  const vault = {
    folder,
    findings,
    note({ finding, chain, segment, offset, sequence, index, count = 1, name }) {
      const key = [finding, chain, segment, offset, sequence, index, name].join(" ");
      findings.set(key, { finding, chain, segment, offset, sequence, index, count, name });
    },
    segments: createSegmentReader(folder),
    id: device.vault,
    own: device.ed25519,
    recovery: undefined,
    keys: device.keys ?? new Map(),
    devices: new Map(),
    removed: new Map(),
    epochs: new Map(),
    erased: new Map(),
    wraps: [],
    erasures: [],
  };
  vault.listed = listChains(folder);
  vault.chains = vault.listed.map((listed) => readChain(vault, listed));
  vault.id ??= findFirst(vault, vault.chains, device.isFirst);
  for (const links of vault.chains) checkLinks(vault, links);
  placeInGraph(vault, vault.chains);
  vault.ordered = vault.chains.flat().sort(inOrder);
  checkSteps(vault, vault.chains);
  takeControls(vault, vault.ordered);
  verifyCommits(vault, vault.ordered);
  checkErasures(vault);
  return vault;
}

/** Section 14. The time of what did not open is not known: it stands as 0. */
function stampOf(link, { index, at = 0 }) {
  const { chain, sequence, hash: commit, depth, device } = link;
  const seen = Object.fromEntries([...link.seen, [chain, sequence]]);
  return { at, chain, commit, depth, device, index, seen, sequence };
}

/** Every operation of every applied commit, in order, with findings for those that are damaged. */
export function* operationsOf(vault) {
  for (const link of vault.ordered) {
    if (!link.isApplied) continue;
    for (const operation of readOperations(vault, link, readCommit(vault, link))) {
      if (operation.state === "damaged") {
        vault.note({ finding: "damaged-operation", ...placeOf(link), index: operation.index });
      }
      yield { ...operation, link, stamp: operation.original ?? stampOf(link, operation) };
    }
  }
}

/** A line of the open form (section 14); undefined for control operations, which do not stand there. */
export function lineOf({ state, stamp, payload, critical, isControl }) {
  if (isControl) return undefined;
  if (state !== "readable") return encodeLine({ stamp, state });
  const value = attempt(() => parseCanonical(payload));
  const said = value === undefined ? { bytes: payload.toString("base64url") } : { payload: value };
  return encodeLine({ ...said, ...(critical ? { critical } : {}), stamp });
}

/** A line may be nested deeper than a payload: the payload stands inside it. */
const encodeLine = (line) => encodeCanonical(line, -1);

// ---------------------------------------------------------------------------------------------------------------------
// Opening with the recovery sheet (sections 7 and 8): only this needs ML-KEM

const recoveryText = "tocsin-recovery/1/";

/** The secret of a recovery sheet, from its text or its words; undefined where it is neither. */
export function recoverySecretOf(text, wordList = []) {
  const trimmed = text.trim();
  if (trimmed.startsWith(recoveryText)) {
    return attempt(() => parseBase64Url(trimmed.slice(recoveryText.length), 32));
  }
  const indexes = trimmed.split(/\s+/, 25).map((word) => wordList.indexOf(word.toLowerCase()));
  if (indexes.length !== 24 || indexes.includes(-1)) return undefined;
  const bits = indexes.map((index) => index.toString(2).padStart(11, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  return sha256(bytes.subarray(0, 32))[0] === bytes[32] ? bytes.subarray(0, 32) : undefined;
}

async function loadMlKem() {
  try {
    return (await import("@noble/post-quantum/ml-kem.js")).ml_kem768;
  } catch {
    throw new Refusal(
      "unavailable",
      "Cannot use the recovery sheet: install ML-KEM (npm install @noble/post-quantum)",
    );
  }
}

/** The recovery identity's id, and how it opens a wrap. */
async function recoveryIdentity(secret) {
  const mlKem = await loadMlKem();
  const derive = (name, length) => {
    const info = Buffer.concat([label("tocsin/recovery/1"), Buffer.from(name)]);
    return Buffer.from(crypto.hkdfSync("sha256", secret, "", info, length));
  };
  const x25519Secret = derive("x25519", 32);
  const { publicKey, secretKey } = mlKem.keygen(derive("mlKem768", 64));
  const ed25519 = publicBytesOf("ed25519", derive("ed25519", 32));
  const x25519 = publicBytesOf("x25519", x25519Secret);
  return {
    id: hexOf(sha256(label("tocsin/device/1"), ed25519, x25519, publicKey)),
    /** The key of an epoch; undefined where the wrap does not open. */
    unwrap(wrap, epoch) {
      if (wrap.length !== 32 + 1_088 + 48) return undefined;
      const [ephemeral, cipherText] = [wrap.subarray(0, 32), wrap.subarray(32, 1_120)];
      const shared = sharedSecret(x25519Secret, ephemeral);
      if (shared === undefined) return undefined;
      const input = Buffer.concat([mlKem.decapsulate(cipherText, secretKey), shared]);
      const salt = sha256(label("tocsin/wrap/1"), ephemeral, x25519, cipherText, publicKey);
      const context = Buffer.concat([label("tocsin/epoch/1"), Buffer.from(epoch, "hex")]);
      const key = hkdf(input, salt, Buffer.concat([label("tocsin/wrap/1"), context]));
      return openSealed({ key, sealed: wrap.subarray(1_120), associated: context });
    },
  };
}

/** X25519; undefined for a secret of zeros, which Node refuses too. */
function sharedSecret(secret, theirs) {
  try {
    const keys = { privateKey: secretKeyOf("x25519", secret), publicKey: publicKeyOf("x25519", theirs) };
    const shared = crypto.diffieHellman(keys);
    return isZeros(shared) ? undefined : shared;
  } catch {
    return undefined;
  }
}

/** Reads a vault with the recovery secret alone: no device file is needed. */
export async function openVaultByRecovery(folder, secret) {
  const recovery = await recoveryIdentity(secret);
  const vault = openVault(folder, { isFirst: (control) => control.recovery?.id === recovery.id });
  if (vault.id === undefined) {
    throw new Refusal(
      "wrong-passphrase",
      "Cannot open vault: its first commit names another recovery identity, or none",
    );
  }
  for (const { epoch, wraps } of vault.wraps) {
    const wrap = wraps.find(({ to }) => to === recovery.id)?.wrap;
    const key = attempt(() => recovery.unwrap(parseBase64Url(wrap), epoch));
    if (key !== undefined) vault.keys.set(epoch, key);
  }
  return vault;
}

// ---------------------------------------------------------------------------------------------------------------------
// Evidence files (section 13)

const evidencePath = (folder, name) => join(folder, "evidence", `${name}.age`);
const chunkLength = 65_536;
const ageHeader = 149;

/** Sealed files that a payload names: objects with exactly these four members, wherever they stand in it. */
function* sealedFilesIn(value) {
  if (hasOnly(value, ["name", "passphrase", "sha256", "size"])) {
    const { name, passphrase, sha256: digest, size } = value;
    const fits = isHexOf(16)(name) && isHexOf(32)(digest) && Number.isSafeInteger(size) && size >= 0;
    if (fits && /^[\w-]{43}$/.test(passphrase)) yield { name, passphrase, sha256: digest, size };
  }
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) yield* sealedFilesIn(item);
  }
}

function* evidenceOf(vault) {
  const named = new Set();
  for (const operation of operationsOf(vault)) {
    if (operation.payload === undefined) continue;
    const value = attempt(() => parseCanonical(operation.payload));
    for (const file of sealedFilesIn(value)) {
      if (!named.has(file.name))
        yield { ...file, place: { ...placeOf(operation.link), index: operation.index } };
      named.add(file.name);
    }
  }
}

function openChaCha({ key, nonce, sealed }) {
  const decipher = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  require(sealed.length >= 16, "a chunk without its tag");
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(0, -16));
  try {
    decipher.final();
  } catch {
    throw new Malformed("a chunk that does not open");
  }
  return plain;
}

/** The key of an age file's chunks, from its header and the passphrase. */
function payloadKeyOf(header, nonce, passphrase) {
  const form =
    /^age-encryption\.org\/v1\n-> scrypt ([A-Za-z0-9+/]{22}) 1\n([A-Za-z0-9+/]{43})\n---(?: ([A-Za-z0-9+/]{43})\n)$/;
  const match = form.exec(header.toString("latin1"));
  require(match !== null, "not an age file with one scrypt stanza of work factor 1");
  const [, salt, sealed, mac] = match;
  const fullSalt = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt, "base64")]);
  const wrapping = crypto.scryptSync(passphrase, fullSalt, 32, { N: 2, r: 8, p: 1 });
  const fileKey = openChaCha({ key: wrapping, nonce: zeros(12), sealed: Buffer.from(sealed, "base64") });
  const macKey = hkdf(fileKey, "", "header");
  const signed = header.subarray(0, header.length - 45);
  const expected = crypto.createHmac("sha256", macKey).update(signed).digest();
  require(crypto.timingSafeEqual(expected, Buffer.from(mac, "base64")), "a header that was altered");
  return hkdf(fileKey, nonce, "payload");
}

function readExactly(file, length) {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const more = fs.readSync(file, bytes, got, length - got, null);
    if (more === 0) break;
    got += more;
  }
  return bytes.subarray(0, got);
}

/** Opens a sealed file chunk by chunk; malformed bytes throw. */
function* openSealedFile(folder, { name, passphrase }) {
  const file = fs.openSync(evidencePath(folder, name), "r");
  try {
    const { size } = fs.fstatSync(file);
    const key = payloadKeyOf(readExactly(file, ageHeader), readExactly(file, 16), passphrase);
    let left = size - ageHeader - 16;
    for (let counter = 0; ; counter += 1) {
      const sealed = readExactly(file, Math.min(left, chunkLength + 16));
      left -= sealed.length;
      const isLast = left <= 0;
      const nonce = Buffer.concat([zeros(3), number(counter, 8), Buffer.from([isLast ? 1 : 0])]);
      const plain = openChaCha({ key, nonce, sealed });
      require(plain.length > 0 || counter === 0, "an empty chunk at the end");
      yield plain;
      if (isLast) return;
    }
  } finally {
    fs.closeSync(file);
  }
}

/** Opens a sealed file and gives what is wrong with it, or undefined; `take` gets the chunks. */
function faultOfEvidence(folder, named, take = () => undefined) {
  if (!fs.existsSync(evidencePath(folder, named.name))) return "evidence-missing";
  try {
    const hash = crypto.createHash("sha256");
    let size = 0;
    for (const chunk of openSealedFile(folder, named)) {
      hash.update(chunk);
      size += chunk.length;
      take(chunk);
    }
    return size === named.size && hash.digest("hex") === named.sha256 ? undefined : "evidence-damaged";
  } catch (error) {
    if (error instanceof Malformed) return "evidence-damaged";
    throw error;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Commands

const say = (text) => process.stderr.write(`${text}\n`);
const print = (text) => fs.writeSync(1, `${text}\n`);

function sayFindings({ findings }) {
  for (const finding of findings.values()) say(JSON.stringify(finding));
  return findings.size > 0 ? 10 : 0;
}

function info(folder) {
  const vault = openVault(folder);
  const chains = vault.listed.map(({ chain, segments }, at) => ({
    chain,
    segments: segments.length,
    bytes: segments.reduce((sum, segment) => sum + fs.statSync(segmentPath(folder, chain, segment)).size, 0),
    commits: vault.chains[at].length,
    last: vault.chains[at].at(-1)?.sequence ?? 0,
  }));
  const commits = vault.ordered.length;
  const evidence = fs.existsSync(join(folder, "evidence"))
    ? fs.readdirSync(join(folder, "evidence")).filter((name) => /^[0-9a-f]{32}\.age$/.test(name)).length
    : 0;
  print(JSON.stringify({ vault: vault.id ?? null, devices: vault.devices.size, commits, evidence, chains }));
  return sayFindings(vault);
}

function verify(vault) {
  const counts = {};
  for (const { state, isControl } of operationsOf(vault)) {
    const word = isControl ? "control" : state;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  let files = 0;
  for (const { place, ...named } of evidenceOf(vault)) {
    const finding = faultOfEvidence(vault.folder, named);
    if (finding !== undefined) vault.note({ finding, ...place, name: named.name });
    files += 1;
  }
  const commits = {
    held: vault.ordered.length,
    applied: vault.ordered.filter((link) => link.isApplied).length,
  };
  print(JSON.stringify({ vault: vault.id ?? null, commits, operations: counts, evidence: files }));
  return sayFindings(vault);
}

function operations(vault) {
  for (const operation of operationsOf(vault)) {
    const line = lineOf(operation);
    if (line !== undefined) print(line);
  }
  return sayFindings(vault);
}

function evidence(vault, name, to) {
  if (name === undefined) {
    for (const { name: each, sha256: digest, size } of evidenceOf(vault)) {
      print(JSON.stringify({ name: each, sha256: digest, size }));
    }
    return sayFindings(vault);
  }
  const named = [...evidenceOf(vault)].find((file) => file.name === name);
  if (named === undefined)
    throw new Refusal("missing", `Cannot open evidence ${name}: no operation names it`);
  if (to === undefined) throw new Refusal("usage", "Cannot open evidence: name a file with --to");
  const target = resolve(to);
  if (!relative(resolve(vault.folder), target).startsWith(`..`)) {
    throw new Refusal("usage", "Cannot open evidence: --to lies in the vault's own folder");
  }
  const out = fs.openSync(target, "wx", 0o600);
  const fault = faultOfEvidence(vault.folder, named, (chunk) => fs.writeSync(out, chunk));
  fs.closeSync(out);
  if (fault === undefined) return sayFindings(vault);
  fs.rmSync(target);
  throw new Refusal(
    fault === "evidence-missing" ? "missing" : "damaged",
    `Cannot open evidence ${name}: ${fault}`,
  );
}

/** One commit in pieces that other tools can check: see the comments beside each line. */
function explain(vault, sequence, chain) {
  const link = vault.ordered.find(
    (held) => held.sequence === sequence && (chain ?? held.chain) === held.chain,
  );
  if (link === undefined) throw new Refusal("missing", `Cannot explain commit ${sequence}: it is not held`);
  const commit = readCommit(vault, link);
  const key = vault.devices.get(commit.device);
  const signature = commit.signatures.find(({ kind }) => kind === 1);
  const pieces = {
    // SHA-256 of `hashed` is the commit hash; the signature is over `signed`.
    hashed: hexOf(Buffer.concat([label("tocsin/commit/1"), commit.headerBytes])),
    hash: link.hash,
    signed: hexOf(Buffer.concat([label("tocsin/commit/1"), commit.hash])),
    signature: signature === undefined ? null : hexOf(signature.bytes),
    publicKey: key === undefined ? null : hexOf(Buffer.concat([Buffer.from(spkiPrefix.ed25519, "hex"), key])),
    leafRoot: hexOf(commit.leafRoot),
    chainRoot: hexOf(commit.chainRoot),
  };
  const parts = readParts(vault, link);
  const leaves = readOperations(vault, link, commit).map(({ index, state, content, salt }) => ({
    index,
    state,
    // SHA-256 of `body` and of `salted` are the two digests; SHA-256 of `leaf` enters the leaf root.
    body: parts?.[index] === undefined ? null : hexOf(parts[index].body),
    bodyDigest: hexOf(commit.leaves[index].body),
    salted: content === undefined ? null : hexOf(Buffer.concat([salt, content])),
    contentDigest: hexOf(commit.leaves[index].content),
    leaf: hexOf(Buffer.concat([number(0, 1), commit.leaves[index].content, commit.leaves[index].body])),
  }));
  print(JSON.stringify({ ...pieces, leaves }, null, 1));
  return sayFindings(vault);
}

/** Asks on the terminal, showing nothing of what is typed. */
function askHidden(question) {
  const { stdin } = process;
  if (!stdin.isTTY)
    throw new Refusal("wrong-passphrase", "Cannot ask for the passphrase: no terminal is there");
  process.stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  return new Promise((done, fail) => {
    let typed = "";
    const finish = (settle, value) => {
      stdin.setRawMode(false);
      stdin.removeAllListeners("data");
      stdin.pause();
      say("");
      settle(value);
    };
    stdin.on("data", (text) => {
      for (const character of text) {
        if (character === "\r" || character === "\n") return finish(done, typed);
        if (character === "\u0003") return finish(fail, new Refusal("wrong-passphrase", "Stopped"));
        typed = character === "\u007f" ? [...typed].slice(0, -1).join("") : typed + character;
      }
    });
  });
}

async function passphraseFrom(values) {
  const path = values["passphrase-file"];
  if (path !== undefined)
    return readBounded(path, limits.deviceFile)
      .toString("utf8")
      .replace(/\r?\n$/, "");
  return process.env.TOCSIN_PASSPHRASE ?? askHidden("Passphrase: ");
}

const options = {
  "passphrase-file": { type: "string" },
  "recovery-file": { type: "string" },
  "word-list": { type: "string" },
  to: { type: "string" },
  explain: { type: "string" },
  chain: { type: "string" },
  help: { type: "boolean" },
};

function parseCall(words) {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [command, folder, name] = positionals;
    if (!["info", "verify", "operations", "evidence"].includes(command) || folder === undefined) {
      throw new Error("name a command (info, verify, operations, evidence) and a folder");
    }
    return { command, folder, name, values };
  } catch (error) {
    throw new Refusal("usage", `Cannot start: ${error.message}`);
  }
}

async function openBy(folder, values) {
  const path = values["recovery-file"];
  if (path === undefined) return openVault(folder, await openDevice(folder, () => passphraseFrom(values)));
  const readText = (from) => readBounded(from, limits.deviceFile).toString("utf8");
  const list = values["word-list"] === undefined ? [] : readText(values["word-list"]).trim().split(/\r?\n/);
  const secret = recoverySecretOf(readText(path), list);
  if (secret === undefined) {
    throw new Refusal(
      "wrong-passphrase",
      "Cannot use the recovery sheet: it is neither its text nor 24 words of --word-list",
    );
  }
  return openVaultByRecovery(folder, secret);
}

async function run(words) {
  const { command, folder, name, values } = parseCall(words);
  if (!fs.existsSync(folder)) throw new Refusal("missing", "Cannot open vault: nothing is there");
  if (command === "info") return info(folder);
  const vault = await openBy(folder, values);
  if (command === "operations") return operations(vault);
  if (command === "evidence") return evidence(vault, name, values.to);
  return values.explain === undefined ? verify(vault) : explain(vault, Number(values.explain), values.chain);
}

if (process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(JSON.stringify({ error: error.kind, message: error.message }));
    process.exitCode = exitCodes[error.kind];
  }
}
