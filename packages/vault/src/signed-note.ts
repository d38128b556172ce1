// Signed notes (c2sp.org/signed-note): text, a blank line, and one or more lines of signatures. Nothing that is said in
// a note counts before a signature by a known key has been verified.
import { concatBytes, encodeBase64, encodeUtf8, isEqualBytes, parseBase64, parseUtf8 } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";

export interface NoteSignature {
  /** Name of the key, without spaces and without "+". */
  readonly name: string;
  /** 4 bytes, which tell keys of one name apart. */
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface SignedNote {
  /** What is signed, its last newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export type NoteProblem =
  | "too-large"
  /** Not UTF-8, or with control characters. */
  | "not-text"
  /** No blank line with lines of signatures behind it. */
  | "no-signatures"
  | "bad-signature-line"
  | "too-many-signatures";

export type SignatureProblem =
  /** No line is by the key that was asked for. */
  | "unsigned"
  /** A line that names the key is not by it. */
  | "bad-signature";

export const noteLimits = { bytes: 131_072, signatures: 32 } as const;

const ed25519Type = 0x01;
const mark = "\u2014";

export type NoteReading =
  | { readonly note: SignedNote; readonly problem: null }
  | { readonly note: null; readonly problem: NoteProblem };

/** Cost: one pass. What is wrong with the note is in the result. */
export function readNote(source: Uint8Array | string): NoteReading {
  if (source.length > noteLimits.bytes) return refused("too-large");
  const bytes = typeof source === "string" ? encodeUtf8(source) : source;
  if (bytes.length > noteLimits.bytes) return refused("too-large");
  const whole = textOf(bytes);
  if (whole === null) return refused("not-text");
  const split = whole.lastIndexOf("\n\n");
  if (split < 1 || !whole.endsWith("\n") || split + 2 === whole.length) return refused("no-signatures");
  const lines = whole.slice(split + 2, -1).split("\n");
  if (lines.length > noteLimits.signatures) return refused("too-many-signatures");
  const signatures = lines.map(lineToSignature).filter((signature) => signature !== null);
  if (signatures.length < lines.length) return refused("bad-signature-line");
  return { note: { text: whole.slice(0, split + 1), signatures }, problem: null };
}

export interface NoteKey {
  readonly name: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Null when every line that names this key is by it, and there is one. Other keys' lines are not looked at. */
export function verifyNote(primitives: Primitives, note: SignedNote, key: NoteKey): SignatureProblem | null {
  const keyId = keyIdOf(primitives, key);
  const own = note.signatures.filter(({ name, keyId: id }) => name === key.name && isEqualBytes(id, keyId));
  if (own.length === 0) return "unsigned";
  const message = encodeUtf8(note.text);
  const isBy = ({ bytes }: NoteSignature): boolean =>
    primitives.ed25519.verify(key.publicKey, message, bytes);
  return own.every(isBy) ? null : "bad-signature";
}

/** First 4 bytes of SHA-256 over name, newline, type of signature and public key. */
export function keyIdOf(hashing: Pick<Primitives, "sha256">, { name, publicKey }: NoteKey): Uint8Array {
  return hashing.sha256(encodeUtf8(`${name}\n`), Uint8Array.of(ed25519Type), publicKey).slice(0, 4);
}

export function encodeNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, bytes }) => `${mark} ${name} ${encodeBase64(concatBytes(keyId, bytes))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

function refused(problem: NoteProblem): NoteReading {
  return { note: null, problem };
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x0a)) return null;
  try {
    return parseUtf8(bytes);
  } catch {
    return null;
  }
}

function lineToSignature(line: string): NoteSignature | null {
  const [start, name, signature, ...rest] = line.split(" ");
  if (start !== mark || signature === undefined || rest.length > 0 || !isKeyName(name)) return null;
  const bytes = bytesOf(signature);
  if (bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

function isKeyName(name: string | undefined): name is string {
  return name !== undefined && name.length > 0 && !/[\s\u0085+]/u.test(name);
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return parseBase64(text);
  } catch {
    return null;
  }
}
