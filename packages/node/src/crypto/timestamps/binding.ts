// What a signer said of itself in the signed attributes (RFC 5652, section 5.3): its content, and its certificate.
import { createHash } from "node:crypto";
import { ObjectIdentifier, OctetString, Sequence } from "asn1js";
import type { SignerInfo } from "pkijs";
import { isEqualBytes } from "@tocsin/core";
import { attempt, oids } from "./pki.ts";

/** RFC 5652, section 11.1: the attribute says the same as the content does of itself. */
export function hasItsContentType(info: SignerInfo): boolean {
  const type = attributeOf(info, oids.contentType);
  return type instanceof ObjectIdentifier && type.getValue() === oids.timestamp;
}

/** RFC 2634, section 5.4, and RFC 5035: the signature covers a hash of the certificate that it is checked with. */
export function isBoundTo(info: SignerInfo, certificate: Uint8Array): boolean {
  const isHashed = (type: string, usual: string): boolean =>
    attempt(() => {
      const named = firstHashIn(attributeOf(info, type), usual);
      return named !== null && isEqualBytes(named.hash, digest(named.algorithm, certificate));
    }) ?? false;
  return isHashed(oids.signingCertificateV2, "sha256") || isHashed(oids.signingCertificate, "sha1");
}

/** The one value of the one attribute of this type. */
function attributeOf({ signedAttrs }: SignerInfo, type: string): unknown {
  const found = (signedAttrs?.attributes ?? []).filter((one) => one.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
}

const hashNames: ReadonlyMap<string, string> = new Map([
  [oids.sha256, "sha256"],
  [oids.sha384, "sha384"],
  [oids.sha512, "sha512"],
]);

interface NamedHash {
  readonly algorithm: string;
  readonly hash: Uint8Array;
}

/** Of the first certificate in the list, which is the signer's: an algorithm unless it is the usual one, then a hash. */
function firstHashIn(attribute: unknown, usual: string): NamedHash | null {
  const [list] = partsOf(attribute);
  const [first] = partsOf(list);
  const parts = partsOf(first);
  const [type] = partsOf(parts[0]);
  const algorithm = type instanceof ObjectIdentifier ? hashNames.get(type.getValue()) : usual;
  const hash = parts.find((part) => part instanceof OctetString);
  return hash === undefined || algorithm === undefined
    ? null
    : { algorithm, hash: hash.valueBlock.valueHexView };
}

function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function digest(algorithm: string, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash(algorithm).update(bytes).digest());
}
