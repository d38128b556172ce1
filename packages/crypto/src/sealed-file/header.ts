// The header of a sealed file: age-encryption.org/v1 with one scrypt stanza of work factor 1 (C2SP age.md).
// The passphrase is 256 random bits, so stretching it adds nothing; the standard tool opens it all the same.
import {
  concatBytes,
  encodeBase64Url,
  encodeUtf8,
  parseBase64Url,
  parseUtf8,
  type Random,
} from "@tocsin/core";
import { CryptoError } from "../errors.ts";
import type { Primitives, RecipientPrimitives } from "../primitives.ts";

export const ageVersion = "age-encryption.org/v1\n";
const stanza = "-> scrypt ";
const scryptLabel = encodeUtf8("age-encryption.org/v1/scrypt");
const zeroNonce = new Uint8Array(12);

/** Header in its one form, up to the payload's nonce. */
export const headerLength = 149;
export const payloadNonceLength = 16;

/** 256 random bits as 43 characters of base64url. */
export function createFilePassphrase(random: Random): string {
  return encodeBase64Url(random(32));
}

export interface SealedHeader {
  readonly bytes: Uint8Array;
  readonly payloadKey: Uint8Array;
}

/** A fresh header with the payload's nonce behind it, and the key of the payload. */
export function createHeader(primitives: Primitives, passphrase: string): SealedHeader {
  const salt = primitives.random(16);
  const fileKey = primitives.random(16);
  const key = stanzaKey(primitives, passphrase, salt);
  const sealed = primitives.chaCha20Poly1305.seal({ key, nonce: zeroNonce, bytes: fileKey });
  const open = encodeUtf8(`${ageVersion}${stanza}${toBase64(salt)} 1\n${toBase64(sealed)}\n---`);
  const mac = headerMac(primitives, fileKey, open);
  const nonce = primitives.random(payloadNonceLength);
  const payloadKey = payloadKeyOf(primitives, fileKey, nonce);
  for (const secret of [key, fileKey]) secret.fill(0);
  return { bytes: concatBytes(open, encodeUtf8(` ${toBase64(mac)}\n`), nonce), payloadKey };
}

/**
 * The key of the payload, from header and nonce. Throws `crypto.bad-sealed-file` on any other form,
 * `crypto.wrong-passphrase`, or `crypto.sealed-file-damaged` when the header was altered.
 */
export function openHeader(primitives: Primitives, bytes: Uint8Array, passphrase: string): Uint8Array {
  const { salt, sealed, mac, open } = parseHeader(bytes.subarray(0, headerLength));
  const key = stanzaKey(primitives, passphrase, salt);
  const fileKey = primitives.chaCha20Poly1305.open({ key, nonce: zeroNonce, bytes: sealed });
  key.fill(0);
  if (fileKey === null)
    throw new CryptoError("crypto.wrong-passphrase", "Cannot open sealed file: the passphrase does not fit");
  if (!primitives.isEqual(headerMac(primitives, fileKey, open), mac))
    throw new CryptoError("crypto.sealed-file-damaged", "Cannot open sealed file: its header was altered", {
      details: { offset: 0 },
    });
  const nonce = bytes.subarray(headerLength, headerLength + payloadNonceLength);
  const payloadKey = payloadKeyOf(primitives, fileKey, nonce);
  fileKey.fill(0);
  return payloadKey;
}

interface HeaderParts {
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
  readonly mac: Uint8Array;
  readonly open: Uint8Array;
}

// The one form has fixed places; writing its parts again must give the same bytes, which excludes every variant.
function parseHeader(bytes: Uint8Array): HeaderParts {
  const start = ageVersion.length + stanza.length;
  try {
    const text = parseUtf8(bytes);
    const salt = fromBase64(text.slice(start, start + 22));
    const sealed = fromBase64(text.slice(start + 25, start + 68));
    const mac = fromBase64(text.slice(headerLength - 44, headerLength - 1));
    const open = `${ageVersion}${stanza}${toBase64(salt)} 1\n${toBase64(sealed)}\n---`;
    if (text === `${open} ${toBase64(mac)}\n`) return { salt, sealed, mac, open: encodeUtf8(open) };
  } catch (cause) {
    throw new CryptoError("crypto.bad-sealed-file", "Cannot read sealed file: header is not text", { cause });
  }
  throw new CryptoError("crypto.bad-sealed-file", "Cannot read sealed file: header has another form");
}

function stanzaKey(primitives: Primitives, passphrase: string, salt: Uint8Array): Uint8Array {
  const password = encodeUtf8(passphrase);
  return primitives.scrypt({
    password,
    salt: concatBytes(scryptLabel, salt),
    cost: 2,
    blockSize: 8,
    lanes: 1,
    length: 32,
  });
}

export function headerMac(
  primitives: RecipientPrimitives,
  fileKey: Uint8Array,
  open: Uint8Array,
): Uint8Array {
  const info = encodeUtf8("header");
  const key = primitives.hkdfSha256({ key: fileKey, salt: new Uint8Array(0), info, length: 32 });
  return primitives.hmacSha256(key, open);
}

export function payloadKeyOf(
  primitives: RecipientPrimitives,
  fileKey: Uint8Array,
  nonce: Uint8Array,
): Uint8Array {
  return primitives.hkdfSha256({ key: fileKey, salt: nonce, info: encodeUtf8("payload"), length: 32 });
}

// age uses the standard alphabet without padding.
export function toBase64(bytes: Uint8Array): string {
  return encodeBase64Url(bytes).replaceAll("-", "+").replaceAll("_", "/");
}

export function fromBase64(text: string): Uint8Array {
  return parseBase64Url(text.replaceAll("+", "-").replaceAll("/", "_"));
}
