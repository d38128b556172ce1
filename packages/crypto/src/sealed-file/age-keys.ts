// Recipients and identities of the age tool: X25519 keys in Bech32 (BIP 173; C2SP age.md, "The X25519 recipient type").
import { CryptoError } from "../errors.ts";
import { createKey, type SecretKey } from "../keys.ts";

/** 32 bytes. Throws `crypto.bad-key` on anything but `age1…`. */
export function parseAgeRecipient(text: string): Uint8Array {
  return bytesIn(text, "age");
}

/** Throws `crypto.bad-key` on anything but `AGE-SECRET-KEY-1…`. */
export function parseAgeIdentity(text: string): SecretKey<"x25519"> {
  return createKey("x25519", bytesIn(text, "age-secret-key-"));
}

/** `age1…` of 32 bytes. */
export function encodeAgeRecipient(bytes: Uint8Array): string {
  return textOf(bytes, "age");
}

/** `AGE-SECRET-KEY-1…`: a secret in clear, to be sealed by whoever asks for it. */
export function encodeAgeIdentity(identity: SecretKey<"x25519">): string {
  return textOf(identity.expose(), "age-secret-key-").toUpperCase();
}

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const checksumLength = 6;
const longest = 90;

function bytesIn(text: string, prefix: string): Uint8Array {
  const bytes = text.length > longest ? null : decode(text, prefix);
  if (bytes?.length !== 32) throw new CryptoError("crypto.bad-key", "Cannot read age key: not of its form");
  return bytes;
}

/** Null where spelling, prefix or checksum do not fit. */
function decode(text: string, prefix: string): Uint8Array | null {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return null;
  if (!lower.startsWith(`${prefix}1`)) return null;
  const values = Array.from(lower.slice(prefix.length + 1), (character) => alphabet.indexOf(character));
  if (values.includes(-1) || values.length < checksumLength) return null;
  if (polymod([...expanded(prefix), ...values]) !== 1) return null;
  return toBytes(values.slice(0, -checksumLength));
}

function expanded(prefix: string): readonly number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [at, word] of generator.entries()) if (((top >>> at) & 1) === 1) check ^= word;
  }
  return check >>> 0;
}

/** Five bits a value; what is left over must be fewer than five zeros. */
function toBytes(values: readonly number[]): Uint8Array | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const value of values) {
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  return bits < 5 && buffer === 0 ? Uint8Array.from(bytes) : null;
}

function textOf(bytes: Uint8Array, prefix: string): string {
  const values = toFives(bytes);
  const check =
    polymod([...expanded(prefix), ...values, ...Array.from({ length: checksumLength }, () => 0)]) ^ 1;
  const checksum = Array.from(
    { length: checksumLength },
    (_, at) => (check >>> (5 * (checksumLength - 1 - at))) & 31,
  );
  return `${prefix}1${[...values, ...checksum].map((value) => alphabet[value] ?? "").join("")}`;
}

/** What is left over is filled with zeros. */
function toFives(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer & 31) << 8) | byte;
    for (bits += 8; bits >= 5;) {
      bits -= 5;
      values.push((buffer >> bits) & 31);
    }
  }
  if (bits > 0) values.push((buffer << (5 - bits)) & 31);
  return values;
}
