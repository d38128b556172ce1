// Certificates of RFC 5280 as far as timestamps need them: reading what a user names, and the way from one to another.
import { X509Certificate } from "node:crypto";
import { BasicConstraints, Certificate, ExtKeyUsage } from "pkijs";
import { attempt, oids, readDer } from "./pki.ts";

/** A certificate in both readings: node's checks signatures and names, the library's knows the extensions. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly parsed: Certificate;
}

/** Null for bytes that are not one certificate. */
export function readCertificate(der: Uint8Array): ReadCertificate | null {
  return attempt(() => {
    const schema = readDer(der);
    return schema === null
      ? null
      : { der, x509: new X509Certificate(der), parsed: new Certificate({ schema }) };
  });
}

export function toReadCertificate(parsed: Certificate): ReadCertificate | null {
  return attempt(() => readCertificate(new Uint8Array(parsed.toSchema().toBER())));
}

export function isValidAt({ parsed }: ReadCertificate, at: Date): boolean {
  return parsed.notBefore.value <= at && at <= parsed.notAfter.value;
}

/** Names on one line, the most general last. */
export function subjectOf({ x509 }: ReadCertificate): string {
  return x509.subject.split("\n").reverse().join(", ").slice(0, 300);
}

/** RFC 3161, section 2.3: a critical extended key usage that allows timestamps and nothing else. */
export function isForTimestamps({ parsed }: ReadCertificate): boolean {
  const extension = parsed.extensions?.find(({ extnID }) => extnID === oids.extendedKeyUsage);
  const usage: unknown = extension?.parsedValue;
  if (extension?.critical !== true || !(usage instanceof ExtKeyUsage)) return false;
  if (usage.keyPurposes.length !== 1 || usage.keyPurposes[0] !== oids.forTimestamps) return false;
  const bits = keyUsageOf(parsed);
  // digitalSignature and nonRepudiation, where the certificate limits its use at all.
  return bits === null || ((bits & 0xc0) !== 0 && (bits & 0x3f) === 0);
}

/** First byte of the key usage; null without one. */
function keyUsageOf(parsed: Certificate): number | null {
  const extension = parsed.extensions?.find(({ extnID }) => extnID === oids.keyUsage);
  return extension === undefined ? null : (extension.extnValue.valueBlock.valueHexView.at(-1) ?? 0);
}

const strongSignatures = new Set([
  "1.2.840.113549.1.1.11",
  "1.2.840.113549.1.1.12",
  "1.2.840.113549.1.1.13",
  "1.2.840.10045.4.3.2",
  "1.2.840.10045.4.3.3",
  "1.2.840.10045.4.3.4",
  "1.3.101.112",
]);
const rsaWithoutHash = "1.2.840.113549.1.1.1";
const leastRsaBits = 2_048;

const strongHashes = new Set<string>([oids.sha256, oids.sha384, oids.sha512]);

/** RSA (PKCS #1 v1.5), ECDSA and Ed25519, with SHA-2. `hash` where it stands beside the algorithm. */
export function isStrongSignature(algorithm: string, hash?: string): boolean {
  if (hash !== undefined && !strongHashes.has(hash)) return false;
  return strongSignatures.has(algorithm) || (hash !== undefined && algorithm === rsaWithoutHash);
}

export function isStrongKey({ x509 }: ReadCertificate): boolean {
  const bits = attempt(() => x509.publicKey.asymmetricKeyDetails?.modulusLength);
  return bits === undefined || (bits !== null && bits >= leastRsaBits);
}

const understood = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  "2.5.29.14",
  "2.5.29.17",
  "2.5.29.18",
  "2.5.29.32",
  "2.5.29.35",
]);
const longestPath = 8;

export interface PathInput {
  /** Certificates that came with the answer: they can lead on, and nobody trusts them for being there. */
  readonly others: readonly ReadCertificate[];
  readonly trusted: readonly ReadCertificate[];
  readonly at: Date;
}

/**
 * The certificates from `leaf` to one that is trusted, both included; null where none lead there. Checked on the way:
 * signatures, names, validity at that time, who may sign certificates and how far, critical extensions. Not checked:
 * revocation, policies, and constraints on names (a critical one of the latter is refused).
 */
export function findPath(leaf: ReadCertificate, input: PathInput): readonly ReadCertificate[] | null {
  const isTrusted = (one: ReadCertificate): boolean =>
    input.trusted.some(({ x509 }) => x509.fingerprint256 === one.x509.fingerprint256);
  const walk = (path: readonly ReadCertificate[]): readonly ReadCertificate[] | null => {
    const last = path.at(-1) ?? leaf;
    if (!isValidAt(last, input.at) || !isUnderstood(last.parsed)) return null;
    if (isTrusted(last)) return path;
    if (path.length >= longestPath) return null;
    for (const issuer of [...input.trusted, ...input.others]) {
      const isNew = path.every(({ x509 }) => x509.fingerprint256 !== issuer.x509.fingerprint256);
      if (!isNew || !isIssuer(last, issuer, path.length - 1)) continue;
      const found = walk([...path, issuer]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk([leaf]);
}

/** `below`: certificates between the issuer and the leaf. */
function isIssuer(one: ReadCertificate, issuer: ReadCertificate, below: number): boolean {
  if (!isStrongSignature(one.parsed.signatureAlgorithm.algorithmId) || !isStrongKey(issuer)) return false;
  const isCa = attempt(() => issuer.x509.ca && one.x509.checkIssued(issuer.x509)) ?? false;
  const most = pathLengthOf(issuer.parsed);
  if (!isCa || (most !== null && below > most)) return false;
  return attempt(() => one.x509.verify(issuer.x509.publicKey)) ?? false;
}

function pathLengthOf(parsed: Certificate): number | null {
  const extension = parsed.extensions?.find(({ extnID }) => extnID === oids.basicConstraints);
  const value: unknown = extension?.parsedValue;
  if (!(value instanceof BasicConstraints) || value.pathLenConstraint === undefined) return null;
  return typeof value.pathLenConstraint === "number" ? value.pathLenConstraint : 0;
}

function isUnderstood({ extensions }: Certificate): boolean {
  return (extensions ?? []).every(({ critical, extnID }) => !critical || understood.has(extnID));
}
