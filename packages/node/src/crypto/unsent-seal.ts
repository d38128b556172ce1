// Seals what was typed and not sent (docs/formats/vault.md, section 2), under a key that is derived from the projection's:
// an erasure renews that one, and what was sealed before it does not open any more.
import { encodeUtf8, parseHex } from "@tocsin/core";
import { createKey, labelled, openWithNonce, sealWithNonce, type SecretKey } from "@tocsin/crypto";
import { createNodePrimitives } from "./primitives.ts";

export interface UnsentSeal {
  /** `name` of the file that will hold it. */
  seal(name: string, bytes: Uint8Array): Uint8Array;
  /** Null for anything but what was sealed under this name, for this vault and this key. */
  open(name: string, sealed: Uint8Array): Uint8Array | null;
}

const label = "tocsin/unsent/1";

/** `projection` is asked for anew each time: it throws once the vault is locked. */
export function createUnsentSeal(vault: string, projection: () => SecretKey<"projection">): UnsentSeal {
  const primitives = createNodePrimitives();
  const withKey = <Result>(work: (key: SecretKey<"unsent">) => Result): Result => {
    const key = createKey(
      "unsent",
      primitives.hkdfSha256({
        key: projection().expose(),
        salt: new Uint8Array(),
        info: labelled(label),
        length: 32,
      }),
    );
    try {
      return work(key);
    } finally {
      key.wipe();
    }
  };
  const contextOf = (name: string): Uint8Array => labelled(label, parseHex(vault), encodeUtf8(name));
  return {
    seal: (name, bytes) =>
      withKey((key) => sealWithNonce(primitives, { key, bytes, context: contextOf(name) })),
    open: (name, bytes) =>
      withKey((key) => openWithNonce(primitives, { key, bytes, context: contextOf(name) })),
  };
}
