// Hashes and seals one stream of evidence, in the thread that calls. An adapter can do the same in another thread.
import { createSealedFileWriter, type Primitives } from "@tocsin/crypto";

/** What a sealed file is made under. */
export interface SealerInput {
  readonly passphrase: string;
  /** The first bytes of a file that is gone on with: the same plain bytes then give the same sealed ones. */
  readonly start?: Uint8Array;
}

export interface EvidenceSealer {
  /** Takes bytes in; they belong to the caller again when it returns. Gives what is sealed so far, in order. */
  update(bytes: Uint8Array): Promise<readonly Uint8Array[]>;
  /** The rest, and SHA-256 of all plain bytes. */
  finish(): Promise<{ readonly pieces: readonly Uint8Array[]; readonly sha256: Uint8Array }>;
  /** Ends whatever works for it, finished or not. */
  close(): void;
}

export type CreateSealer = (input: SealerInput) => EvidenceSealer;

export function createEvidenceSealer(
  primitives: Primitives,
  { passphrase, start }: SealerInput,
): EvidenceSealer {
  const hash = primitives.createSha256();
  const writer = createSealedFileWriter(primitives, passphrase, start);
  return {
    async update(bytes) {
      hash.update(bytes);
      return writer.update(bytes);
    },
    async finish() {
      return { pieces: writer.finish(), sha256: hash.digest() };
    },
    close: () => {},
  };
}
