// What can stop the work of this package. A message never carries a key or a plain text.
import { TocsinError } from "@tocsin/core";

export type CryptoErrorCode =
  /** A key or nonce of the wrong length, or a public key that is no key. */
  | "crypto.bad-key"
  | "crypto.key-wiped"
  /** Sealed bytes that do not open: altered, or sealed with another key or for another place. */
  | "crypto.not-authentic"
  /** A sealed file whose header is not the one form that is written here. */
  | "crypto.bad-sealed-file"
  | "crypto.wrong-passphrase"
  /** A recovery sheet that was not typed whole; `details.word` is the first word that is in no list. */
  | "crypto.bad-recovery"
  /** A sealed file that was altered or cut; `details.offset` is the plain offset of the first bad chunk. */
  | "crypto.sealed-file-damaged"
  /** What was to work through a passphrase ended without a key: its thread broke off, or got no memory. */
  | "crypto.stretching-failed"
  | "crypto.limit";

export class CryptoError extends TocsinError<CryptoErrorCode> {
  override readonly name = "CryptoError";
}
