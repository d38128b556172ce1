// The keys of a recovery identity, made from one secret that lies on paper alone (docs/formats/vault.md, section 8).
import { encodeUtf8 } from "@tocsin/core";
import { createKey, type SecretKey } from "./keys.ts";
import type { Primitives } from "./primitives.ts";
import { labelled } from "./sealing.ts";
import { type SigningKeyPair, signingKeyPairOf } from "./signing.ts";
import { type WrappingKeyPair, wrappingKeyPairOf } from "./wrapping.ts";

const label = "tocsin/recovery/1";

export interface RecoveryKeys {
  readonly signing: SigningKeyPair;
  readonly wrapping: WrappingKeyPair;
}

/** 32 random bytes. Whoever has them and the folder opens the vault. */
export function createRecoverySecret(primitives: Pick<Primitives, "random">): SecretKey<"recovery"> {
  return createKey("recovery", primitives.random(32));
}

export function recoveryKeysOf(primitives: Primitives, secret: SecretKey<"recovery">): RecoveryKeys {
  const derive = (name: string, length: number): Uint8Array =>
    primitives.hkdfSha256({
      key: secret.expose(),
      salt: new Uint8Array(0),
      info: labelled(label, encodeUtf8(name)),
      length,
    });
  const x25519 = createKey("x25519", derive("x25519", 32));
  const mlKem768 = createKey("ml-kem-768", derive("mlKem768", 64), 64);
  return {
    signing: signingKeyPairOf(primitives, createKey("ed25519", derive("ed25519", 32))),
    wrapping: wrappingKeyPairOf(primitives, x25519, mlKem768),
  };
}
