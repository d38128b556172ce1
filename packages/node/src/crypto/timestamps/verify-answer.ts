// What an answer of RFC 3161 is worth: each check in its order, the first that fails is the reason.
import { createHash } from "node:crypto";
import { isEqualBytes } from "@tocsin/core";
import type { AnswerProblem, AnswerQuestion, AnswerVerdict, TokenFacts } from "@tocsin/workspace";
import type { Integer } from "asn1js";
import { readAnswer, type Token } from "./answer.ts";
import { hasItsContentType, isBoundTo } from "./binding.ts";
import {
  findPath,
  isForTimestamps,
  isStrongKey,
  isStrongSignature,
  isValidAt,
  readCertificate,
  type ReadCertificate,
  subjectOf,
  toReadCertificate,
} from "./certificates.ts";
import { attempt, createEngine, oids } from "./pki.ts";
import { bytesOf, nonceOf } from "./request.ts";

export async function verifyAnswer(bytes: Uint8Array, question: AnswerQuestion): Promise<AnswerVerdict> {
  const answer = readAnswer(bytes);
  if (answer.token === null) {
    const { problem, refusal } = answer;
    return { state: "refused", problem, ...(refusal === undefined ? {} : { refusal }) };
  }
  const { token } = answer;
  const signer = signerOf(token);
  const problem = problemOfClaim(token, question) ?? (await problemOfSigner(token, signer, question.data));
  if (problem !== null || signer === null) return { state: "refused", problem: problem ?? "no-certificate" };
  const facts = factsOf(token, signer);
  if (!isValidAt(signer, token.info.genTime)) return { state: "refused", problem: "not-valid-then", facts };
  if (question.trusted.length === 0) return { state: "unvouched", facts, problem: null };
  const path = findPath(signer, {
    others: token.certificates.map(toReadCertificate).filter((one) => one !== null),
    trusted: question.trusted.map(readCertificate).filter((one) => one !== null),
    at: token.info.genTime,
  });
  if (path === null) return { state: "refused", problem: "untrusted", facts };
  return { state: "vouched", facts, path: path.map(subjectOf), problem: null };
}

/** Whether it is over these bytes, and answers this request. */
function problemOfClaim({ info }: Token, { data, request }: AnswerQuestion): AnswerProblem | null {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = Uint8Array.from(createHash("sha256").update(data).digest());
  if (hashAlgorithm.algorithmId !== oids.sha256) return "other-imprint";
  if (!isEqualBytes(imprint, hashedMessage.valueBlock.valueHexView)) return "other-imprint";
  const asked = nonceOf(request);
  if (asked === null || info.nonce === undefined || !isEqualBytes(asked, bytesOf(info.nonce)))
    return "wrong-nonce";
  return null;
}

function signerOf({ signed, certificates }: Token): ReadCertificate | null {
  const sid: unknown = signed.signerInfos[0]?.sid;
  const found = certificates.find((one) => isNamedBy(sid, one.issuer, one.serialNumber));
  return found === undefined ? null : toReadCertificate(found);
}

interface Named {
  readonly issuer: { isEqual(other: unknown): boolean };
  readonly serialNumber: Integer;
}

/** By issuer and serial number, the only way that timestamps name their certificate. */
function isNamedBy(sid: unknown, issuer: Named["issuer"], serial: Integer): boolean {
  if (typeof sid !== "object" || sid === null || !("issuer" in sid) || !("serialNumber" in sid)) return false;
  const named = sid as Named;
  return attempt(() => issuer.isEqual(named.issuer) && serial.isEqual(named.serialNumber)) ?? false;
}

async function problemOfSigner(
  { signed }: Token,
  signer: ReadCertificate | null,
  data: Uint8Array,
): Promise<AnswerProblem | null> {
  const [info] = signed.signerInfos;
  if (info === undefined || signer === null) return "no-certificate";
  const isStrong = isStrongSignature(info.signatureAlgorithm.algorithmId, info.digestAlgorithm.algorithmId);
  if (!isStrong || !isStrongKey(signer)) return "weak-algorithm";
  if (!isForTimestamps(signer)) return "not-for-timestamps";
  if (!hasItsContentType(info) || !isBoundTo(info, signer.der)) return "not-bound";
  try {
    const isBy = await signed.verify({ signer: 0, data: Uint8Array.from(data).buffer }, createEngine());
    return isBy ? null : "bad-signature";
  } catch {
    return "bad-signature";
  }
}

function factsOf({ info }: Token, signer: ReadCertificate): TokenFacts {
  const { seconds, millis, micros } = info.accuracy ?? {};
  const accuracy = 1_000 * (seconds ?? 0) + (millis ?? 0) + Math.ceil((micros ?? 0) / 1_000);
  const { parsed, der } = signer;
  return {
    time: info.genTime.toISOString(),
    accuracy: info.accuracy === undefined ? null : accuracy,
    serial: Buffer.from(bytesOf(info.serialNumber)).toString("hex"),
    policy: info.policy,
    authority: subjectOf(signer),
    certificate: {
      sha256: createHash("sha256").update(der).digest("hex"),
      from: parsed.notBefore.value.toISOString(),
      until: parsed.notAfter.value.toISOString(),
    },
  };
}
