// The Aead of this port over ciphers in the form that @noble gives them, which throw where a tag does not match. Who
// has such a cipher brings it: this package takes none from outside.
import type { Aead } from "./primitives.ts";

export type ThrowingCipher = (
  key: Uint8Array,
  nonce: Uint8Array,
  data?: Uint8Array,
) => { encrypt(bytes: Uint8Array): Uint8Array; decrypt(bytes: Uint8Array): Uint8Array };

export function createAead(cipher: ThrowingCipher): Aead {
  return {
    seal: ({ key, nonce, bytes, data, into }) => {
      const sealed = cipher(key, nonce, data).encrypt(bytes);
      into?.set(sealed);
      return into ?? sealed;
    },
    open: ({ key, nonce, bytes, data }) => nullIfThrown(() => cipher(key, nonce, data).decrypt(bytes)),
  };
}

/** Null for what a cipher or a curve refuses by throwing. */
export function nullIfThrown<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
