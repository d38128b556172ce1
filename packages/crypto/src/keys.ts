// Secret keys as opaque values: typed by use, never printable, wiped when their owner is done.
import { CryptoError } from "./errors.ts";

export type KeyUse =
  | "device"
  | "epoch"
  | "operation"
  | "ed25519"
  | "x25519"
  | "ml-kem-768"
  | "wrapping"
  | "passphrase"
  | "recovery"
  | "projection"
  | "draft"
  | "unsent"
  | "log-index";

/** A secret of one use. Nothing that prints, serialises or compares it sees its bytes. */
export class SecretKey<Use extends KeyUse = KeyUse> {
  readonly use: Use;
  readonly #bytes: Uint8Array;
  #isWiped = false;

  /** Takes the array over: the caller keeps no copy. */
  constructor(use: Use, bytes: Uint8Array) {
    this.use = use;
    this.#bytes = bytes;
  }

  /** The bytes themselves, for a cipher or for sealing them; throws `crypto.key-wiped`. Not a copy. */
  expose(): Uint8Array {
    if (this.#isWiped) throw new CryptoError("crypto.key-wiped", "Cannot use key: it was wiped");
    return this.#bytes;
  }

  /** Overwrites the bytes. Copies that the engine made are out of reach. */
  wipe(): void {
    this.#bytes.fill(0);
    this.#isWiped = true;
  }

  toString(): string {
    return "[key]";
  }

  toJSON(): string {
    return "[key]";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[key]";
  }
}

/** Refuses a key of another length: `crypto.bad-key`. */
export function createKey<Use extends KeyUse>(use: Use, bytes: Uint8Array, length = 32): SecretKey<Use> {
  if (bytes.length !== length)
    throw new CryptoError("crypto.bad-key", `Cannot use key: ${bytes.length} bytes, expected ${length}`);
  return new SecretKey(use, bytes);
}
