// Ed25519 (RFC 8032) over messages with a label of their own, so that a signature made for one use fits no other.
import { createKey, type SecretKey } from "./keys.ts";
import type { Primitives } from "./primitives.ts";
import { labelled } from "./sealing.ts";

export interface SigningKeyPair {
  readonly secret: SecretKey<"ed25519">;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export function createSigningKeyPair(primitives: Primitives): SigningKeyPair {
  return signingKeyPairOf(primitives, createKey("ed25519", primitives.random(32)));
}

export function signingKeyPairOf(primitives: Primitives, secret: SecretKey<"ed25519">): SigningKeyPair {
  return { secret, publicKey: primitives.ed25519.publicKey(secret.expose()) };
}

export interface SignedMessage {
  readonly label: string;
  readonly message: Uint8Array;
}

/** 64 bytes over the label, a zero byte and the message. */
export function signMessage(
  primitives: Primitives,
  secret: SecretKey<"ed25519">,
  signed: SignedMessage,
): Uint8Array {
  return primitives.ed25519.sign(secret.expose(), labelled(signed.label, signed.message));
}

export interface SignatureClaim extends SignedMessage {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

export function verifyMessage(primitives: Primitives, claim: SignatureClaim): boolean {
  const { publicKey, label, message, signature } = claim;
  return primitives.ed25519.verify(publicKey, labelled(label, message), signature);
}
