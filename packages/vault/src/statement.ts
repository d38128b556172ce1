// Statements of a device about bytes outside the log, such as the files of a public library: signed notes
// (c2sp.org/signed-note) whose origin is none of a checkpoint. Format: docs/formats/library.md.
import { encodeUtf8 } from "@tocsin/core";
import type { Primitives, SigningKeyPair } from "@tocsin/crypto";
import type { ChainId, VaultId } from "./ids.ts";
import {
  encodeNote,
  keyIdOf,
  readNote,
  type NoteProblem,
  type SignatureProblem,
  verifyNote,
} from "./signed-note.ts";

/** What a statement is about; each has an origin of its own, so that none is taken for another. */
export type StatementAbout = "library" | "mirrors" | "page";

export interface Statement {
  readonly about: StatementAbout;
  readonly vault: VaultId;
  readonly chain: ChainId;
  /** One or more, none of them empty, without control characters. */
  readonly lines: readonly string[];
}

export interface MadeStatement extends Statement {
  readonly note: string;
  /** Ed25519 key of the device, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export type StatementProblem = NoteProblem | SignatureProblem | "bad-origin" | "bad-lines";

export type StatementVerdict =
  | { readonly state: "signed"; readonly statement: Statement; readonly problem: null }
  | { readonly state: "not-signed"; readonly statement: null; readonly problem: StatementProblem };

/** Throws `RangeError` on a line that a note cannot carry. */
export function signStatement(
  primitives: Primitives,
  keys: SigningKeyPair,
  { about, vault, chain, lines }: Statement,
): string {
  if (lines.length === 0 || lines.some((line) => line === "" || hasControl(line)))
    throw new RangeError("Cannot sign statement: a line is empty or holds a control character");
  const name = `tocsin-${about}/${vault}/${chain}`;
  const text = `${[name, ...lines].join("\n")}\n`;
  const bytes = primitives.ed25519.sign(keys.secret.expose(), encodeUtf8(text));
  const keyId = keyIdOf(primitives, { name, publicKey: keys.publicKey });
  return encodeNote({ text, signatures: [{ name, keyId, bytes }] });
}

/** Whether the holder of this key signed it; nothing that it says counts otherwise. */
export function verifyStatement(
  primitives: Primitives,
  source: Uint8Array | string,
  { about, publicKey }: { readonly about: StatementAbout; readonly publicKey: Uint8Array },
): StatementVerdict {
  const { note, problem } = readNote(source);
  if (note === null) return refused(problem);
  const [origin = "", ...lines] = note.text.slice(0, -1).split("\n");
  const [, named, vault, chain] = /^tocsin-([a-z]+)\/([0-9a-f]{64})\/([0-9a-f]{32})$/.exec(origin) ?? [];
  if (named !== about || vault === undefined || chain === undefined) return refused("bad-origin");
  if (lines.length === 0 || lines.includes("")) return refused("bad-lines");
  const unsigned = verifyNote(primitives, note, { name: origin, publicKey });
  if (unsigned !== null) return refused(unsigned);
  return {
    state: "signed",
    statement: { about, vault: vault as VaultId, chain: chain as ChainId, lines },
    problem: null,
  };
}

function refused(problem: StatementProblem): StatementVerdict {
  return { state: "not-signed", statement: null, problem };
}

function hasControl(line: string): boolean {
  return /[\u0000-\u001f]/.test(line);
}
