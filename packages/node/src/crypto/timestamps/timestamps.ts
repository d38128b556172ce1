// Timestamps of RFC 3161 over pkijs and asn1js, which load when the first one is asked for.
import { randomBytes, X509Certificate } from "node:crypto";
import type { Random } from "@tocsin/core";
import { timestampLimits, type Timestamps } from "@tocsin/workspace";
import { TimestampError } from "./errors.ts";

const fromSystem: Random = (length) => new Uint8Array(randomBytes(length));

/** `random` makes nonces; the system's unless told. */
export function createTimestamps(random: Random = fromSystem): Timestamps {
  return {
    createRequest: async (data) => (await import("./request.ts")).encodeRequest(data, random),
    verifyAnswer: async (answer, question) =>
      (await import("./verify-answer.ts")).verifyAnswer(answer, question),
  };
}

/** Certificates that a user names: PEM, one or more, or DER of one. Throws `timestamps.bad-certificate`. */
export function parseTrusted(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length > 16 * timestampLimits.trusted) throw notCertificates("it is too large");
  const text = Buffer.from(bytes).toString("latin1");
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g);
  const ders = (blocks ?? [bytes]).map(derOf);
  if (ders.reduce((sum, { length }) => sum + length, 0) > timestampLimits.trusted)
    throw notCertificates("there are too many; name the one at the root");
  return ders;
}

function derOf(block: string | Uint8Array): Uint8Array {
  try {
    return Uint8Array.from(new X509Certificate(block).raw);
  } catch (cause) {
    throw notCertificates("not in PEM or DER", cause);
  }
}

function notCertificates(state: string, cause?: unknown): TimestampError {
  return new TimestampError("timestamps.bad-certificate", `Cannot read certificates: ${state}`, { cause });
}
