// Answers of RFC 3161, section 2.4.2, taken apart. Nothing is believed here: see verify-answer.ts.
import { Certificate, type ContentInfo, SignedData, TimeStampResp, TSTInfo } from "pkijs";
import { timestampLimits, type AnswerProblem } from "@tocsin/workspace";
import { attempt, oids, readDer } from "./pki.ts";

export interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
  readonly certificates: readonly Certificate[];
}

export interface Refusal {
  readonly status: number;
  readonly reasons: readonly string[];
  readonly words: string;
}

export type ReadAnswer =
  | { readonly token: Token; readonly problem: null }
  | { readonly token: null; readonly problem: AnswerProblem; readonly refusal?: Refusal };

const mostCertificates = 16;

export function readAnswer(bytes: Uint8Array): ReadAnswer {
  if (bytes.length > timestampLimits.answer) return { token: null, problem: "too-large" };
  const answer = attempt(() => {
    const schema = readDer(bytes);
    return schema === null ? null : new TimeStampResp({ schema });
  });
  if (answer === null) return { token: null, problem: "not-an-answer" };
  const { status } = answer.status;
  // 0 is granted, 1 granted with changes, which the checks of the token would find.
  if (status !== 0 && status !== 1)
    return { token: null, problem: "rejected", refusal: refusalOf(answer.status) };
  const content = answer.timeStampToken;
  const token = content === undefined ? null : attempt(() => readToken(content));
  return token === null ? { token, problem: "no-token" } : { token, problem: null };
}

function readToken(content: ContentInfo): Token | null {
  if (content.contentType !== oids.signedData) return null;
  const signed = new SignedData({ schema: content.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== oids.timestamp || eContent === undefined || signed.signerInfos.length !== 1)
    return null;
  const schema = readDer(new Uint8Array(eContent.getValue()));
  if (schema === null) return null;
  const info = new TSTInfo({ schema });
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  if (info.version !== 1 || certificates.length > mostCertificates) return null;
  return Number.isNaN(info.genTime.getTime()) ? null : { signed, info, certificates };
}

/** Bits of PKIFailureInfo that RFC 3161 names. */
const failures: ReadonlyMap<number, string> = new Map([
  [0, "badAlg"],
  [2, "badRequest"],
  [5, "badDataFormat"],
  [14, "timeNotAvailable"],
  [15, "unacceptedPolicy"],
  [16, "unacceptedExtension"],
  [17, "addInfoNotAvailable"],
  [25, "systemFailure"],
]);

function refusalOf({ status, failInfo, statusStrings }: TimeStampResp["status"]): Refusal {
  const bits = failInfo?.valueBlock.valueHexView ?? new Uint8Array(0);
  const isSet = (bit: number): boolean => (((bits[bit >> 3] ?? 0) << (bit & 7)) & 0x80) !== 0;
  const reasons = [...failures].flatMap(([bit, name]) => (isSet(bit) ? [name] : []));
  const words = (statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(" ");
  return { status, reasons, words: words.slice(0, 300) };
}
