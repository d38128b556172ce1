// The header of a file that is sealed to age recipients: one X25519 stanza each (C2SP age.md, "The X25519 recipient
// type"). Whoever holds one of the identities opens it.
import { concatBytes, encodeUtf8, isTocsinError, parseUtf8 } from "@tocsin/core";
import { CryptoError } from "../errors.ts";
import type { SecretKey } from "../keys.ts";
import type { Primitives, RecipientPrimitives } from "../primitives.ts";
import {
  ageVersion,
  fromBase64,
  headerMac,
  payloadKeyOf,
  payloadNonceLength,
  type SealedHeader,
  toBase64,
} from "./header.ts";

const label = encodeUtf8("age-encryption.org/v1/X25519");
const zeroNonce = new Uint8Array(12);
const mostRecipients = 16;
/** Of the longest header that is read: stanzas of 98 bytes, first and last line. */
const longestHeader = 2_048;

/** Throws `crypto.limit` for none or too many recipients, `crypto.bad-key` for one that is no point. */
export function createRecipientHeader(
  primitives: RecipientPrimitives,
  recipients: readonly Uint8Array[],
): SealedHeader {
  if (recipients.length === 0 || recipients.length > mostRecipients)
    throw new CryptoError(
      "crypto.limit",
      `Cannot seal: ${recipients.length} recipients, from 1 to ${mostRecipients}`,
    );
  const fileKey = primitives.random(16);
  const stanzas = recipients.map((recipient) => stanzaFor(primitives, recipient, fileKey));
  const open = encodeUtf8(`${ageVersion}${stanzas.join("")}---`);
  const mac = headerMac(primitives, fileKey, open);
  const nonce = primitives.random(payloadNonceLength);
  const payloadKey = payloadKeyOf(primitives, fileKey, nonce);
  fileKey.fill(0);
  return { bytes: concatBytes(open, encodeUtf8(` ${toBase64(mac)}\n`), nonce), payloadKey };
}

function stanzaFor(primitives: RecipientPrimitives, recipient: Uint8Array, fileKey: Uint8Array): string {
  const secret = primitives.random(32);
  const share = primitives.x25519.publicKey(secret);
  const shared = primitives.x25519.agree(secret, recipient);
  secret.fill(0);
  if (shared === null) throw new CryptoError("crypto.bad-key", "Cannot seal: a recipient's key is no key");
  const key = wrapKeyOf(primitives, { shared, share, recipient });
  const body = primitives.chaCha20Poly1305.seal({ key, nonce: zeroNonce, bytes: fileKey });
  for (const each of [shared, key]) each.fill(0);
  return `-> X25519 ${toBase64(share)}\n${toBase64(body)}\n`;
}

interface Agreed {
  readonly shared: Uint8Array;
  readonly share: Uint8Array;
  readonly recipient: Uint8Array;
}

function wrapKeyOf(primitives: RecipientPrimitives, { shared, share, recipient }: Agreed): Uint8Array {
  const salt = concatBytes(share, recipient);
  return primitives.hkdfSha256({ key: shared, salt, info: label, length: 32 });
}

export interface OpenedStart {
  readonly payloadKey: Uint8Array;
  /** Bytes of header and nonce. */
  readonly length: number;
}

/**
 * Null while more bytes are needed. Throws `crypto.bad-sealed-file` on another form, `crypto.wrong-passphrase` where the
 * identity is none of the recipients', `crypto.sealed-file-damaged` where the header was altered.
 */
export function openRecipientStart(
  primitives: Primitives,
  bytes: Uint8Array,
  identity: SecretKey<"x25519">,
): OpenedStart | null {
  const head = headIn(bytes.subarray(0, longestHeader));
  if (head === null && bytes.length < longestHeader) return null;
  if (head === null) throw badHeader();
  const start = head.open.length + 45;
  if (bytes.length < start + payloadNonceLength) return null;
  const fileKey = fileKeyIn(primitives, head.stanzas, identity);
  if (fileKey === null)
    throw new CryptoError(
      "crypto.wrong-passphrase",
      "Cannot open sealed file: it is sealed to somebody else",
    );
  if (!primitives.isEqual(headerMac(primitives, fileKey, head.open), head.mac))
    throw new CryptoError("crypto.sealed-file-damaged", "Cannot open sealed file: its header was altered", {
      details: { offset: 0 },
    });
  const nonce = bytes.subarray(start, start + payloadNonceLength);
  const payloadKey = payloadKeyOf(primitives, fileKey, nonce);
  fileKey.fill(0);
  return { payloadKey, length: start + payloadNonceLength };
}

interface Stanza {
  readonly share: Uint8Array;
  readonly body: Uint8Array;
}

interface Head {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** What the code covers. */
  readonly open: Uint8Array;
}

/** Null while its last line is not there. Each line has one form, which writing it again must give. */
function headIn(bytes: Uint8Array): Head | null {
  const end = endOf(bytes);
  if (end === null) return null;
  try {
    const lines = parseUtf8(bytes.subarray(0, end)).split("\n");
    const stanzas: Stanza[] = [];
    for (let at = 1; at < lines.length - 2; at += 2)
      stanzas.push({ share: fromBase64((lines[at] ?? "").slice(10)), body: fromBase64(lines[at + 1] ?? "") });
    const mac = fromBase64((lines.at(-2) ?? "").slice(4));
    const written = stanzas.map(({ share, body }) => `-> X25519 ${toBase64(share)}\n${toBase64(body)}\n`);
    const open = `${ageVersion}${written.join("")}---`;
    const isOne = `${open} ${toBase64(mac)}\n` === lines.join("\n") && mac.length === 32;
    if (isOne && stanzas.every(({ share, body }) => share.length === 32 && body.length === 32))
      return { stanzas, mac, open: encodeUtf8(open) };
  } catch (cause) {
    if (!isTocsinError(cause)) throw cause;
  }
  throw badHeader();
}

/** One past the newline of the line that begins with `--- `. */
function endOf(bytes: Uint8Array): number | null {
  const mark = [0x0a, 0x2d, 0x2d, 0x2d, 0x20];
  for (let at = 0; at + mark.length <= bytes.length; at += 1)
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) {
      const end = bytes.indexOf(0x0a, at + mark.length);
      return end < 0 ? null : end + 1;
    }
  return null;
}

function fileKeyIn(
  primitives: Primitives,
  stanzas: readonly Stanza[],
  identity: SecretKey<"x25519">,
): Uint8Array | null {
  const recipient = primitives.x25519.publicKey(identity.expose());
  for (const { share, body } of stanzas) {
    const shared = primitives.x25519.agree(identity.expose(), share);
    if (shared === null) continue;
    const key = wrapKeyOf(primitives, { shared, share, recipient });
    const fileKey = primitives.chaCha20Poly1305.open({ key, nonce: zeroNonce, bytes: body });
    for (const each of [shared, key]) each.fill(0);
    if (fileKey !== null) return fileKey;
  }
  return null;
}

function badHeader(): CryptoError {
  return new CryptoError("crypto.bad-sealed-file", "Cannot read sealed file: header has another form");
}
