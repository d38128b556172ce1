// What pkijs and asn1js are used with here: an engine of our own, and limits before anything is read.
import { webcrypto } from "node:crypto";
import { fromBER } from "asn1js";
import { CryptoEngine } from "pkijs";

/** Passed to every call, so that nothing depends on what else set up the library. */
export function createEngine(): CryptoEngine {
  return new CryptoEngine({
    name: "node",
    crypto: webcrypto as ConstructorParameters<typeof CryptoEngine>[0]["crypto"],
  });
}

const limits = { maxDepth: 40, maxNodes: 8_000 };

/** One value and nothing behind it; null for anything else. */
export function readDer(bytes: Uint8Array): ReturnType<typeof fromBER>["result"] | null {
  const { offset, result } = fromBER(Uint8Array.from(bytes), limits);
  return offset === bytes.length ? result : null;
}

/** What `work` gives, or null where these bytes make the library throw: it does so for whatever is not as it expects. */
export function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export const oids = {
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  signedData: "1.2.840.113549.1.7.2",
  timestamp: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  extendedKeyUsage: "2.5.29.37",
  forTimestamps: "1.3.6.1.5.5.7.3.8",
} as const;
