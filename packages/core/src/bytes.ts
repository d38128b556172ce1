// Bytes and their spellings. Base16, base64 and base64url follow RFC 4648; base32 is Crockford's, lower case.
import { CoreError } from "./errors.ts";

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Throws `core.bad-encoding` on bytes that are not UTF-8. */
export function parseUtf8(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch (cause) {
    throw new CoreError("core.bad-encoding", "Cannot read text: bytes are not UTF-8", { cause });
  }
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const hexOf = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

export function encodeHex(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 1) text += hexOf[bytes[i] ?? 0] ?? "";
  return text;
}

/** Worth of each ASCII character as a hexadecimal digit; 255 for what is none. */
const digitOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase());
  return value === -1 ? 255 : value;
});

/** Lower or upper case; throws `core.bad-encoding` on anything else. */
export function parseHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length >> 1);
  // A character beyond ASCII, or a half pair, finds no digit.
  let isHex = text.length % 2 === 0;
  for (let i = 0; isHex && i < bytes.length; i += 1) {
    const high = digitOf[text.charCodeAt(2 * i)] ?? 255;
    const low = digitOf[text.charCodeAt(2 * i + 1)] ?? 255;
    isHex = high < 16 && low < 16;
    bytes[i] = (high << 4) | low;
  }
  if (!isHex) throw new CoreError("core.bad-encoding", "Cannot read hexadecimal text: unexpected character");
  return bytes;
}

export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The last character where so many stand behind the last whole four: its unused bits are zero. */
const lastOf = { 0: /^/, 1: /(?!)/, 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ } as const;

/** Unpadded base64url; throws `core.bad-encoding` on anything else, and on any other spelling of the same bytes. */
export function parseBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const over = (text.length % 4) as keyof typeof lastOf;
  if (!/^[A-Za-z0-9_-]*$/.test(text) || !lastOf[over].test(text))
    throw new CoreError("core.bad-encoding", "Cannot read base64url text: unexpected character");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The padded alphabet of RFC 4648, section 4. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Padded base64 as `encodeBase64` writes it; throws `core.bad-encoding` on any other spelling of the same bytes. */
export function parseBase64(text: string): Uint8Array<ArrayBuffer> {
  const isSpelt = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  const bytes = isSpelt ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : null;
  if (bytes === null || encodeBase64(bytes) !== text)
    throw new CoreError("core.bad-encoding", "Cannot read base64 text: not as it would be written");
  return bytes;
}

const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

/** Crockford base32, lower case, most significant bit first, last character padded with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += crockford[(buffer >> bits) & 31] ?? "";
      buffer &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (crockford[(buffer << (5 - bits)) & 31] ?? "") : text;
}

/** Byte-wise order; shorter first when one is a prefix of the other. Not constant-time: never for secrets. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function isEqualBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}
