// What was answered, sealed to the recipients of the form: the file that is handed over, and nothing of it anywhere else.
import { concatBytes, encodeHex } from "@tocsin/core";
import { createRecipientFileWriter, parseAgeRecipient } from "@tocsin/crypto";
import {
  contributorParts,
  encodeAnswerFile,
  isDay,
  withPlainDigits,
  type AnswerFile,
  type Consent,
  type Filled,
} from "@tocsin/voices";
import type { createRecipientPrimitives } from "../crypto/recipient-primitives.ts";
import { partsNeeded } from "./consent.ts";
import { keyOf, type Page, type TypedConsent } from "./page.ts";

export type Sealing = ReturnType<typeof createRecipientPrimitives>;

export interface SealedAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Says nothing of the person: eight random letters. */
  readonly fileName: string;
  readonly sha256: string;
}

/** Throws `crypto.bad-key` for a recipient that is none. */
export function sealAnswers(
  primitives: Sealing,
  page: Page,
  { answers }: Pick<Filled, "answers">,
): SealedAnswer {
  const plain = encodeAnswerFile(fileOf(page, answers));
  const writer = createRecipientFileWriter(primitives, page.form.recipients.map(parseAgeRecipient));
  const bytes = concatBytes(...writer.update(plain), ...writer.finish());
  plain.fill(0);
  const letters = Array.from(
    primitives.random(8),
    (byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte % 32] ?? "",
  );
  return {
    bytes,
    fileName: `answer-${letters.join("")}.tocsin-answer`,
    sha256: encodeHex(primitives.sha256(bytes)),
  };
}

function fileOf(page: Page, answers: Filled["answers"]): AnswerFile {
  const { id, version } = page.form.questionnaire;
  const parts = partsNeeded(page);
  const who = contributorParts.flatMap((part) => {
    const text = page.who.get(part)?.trim() ?? "";
    return parts.has(part) && text !== "" ? [[part, text.slice(0, 500).toWellFormed()] as const] : [];
  });
  return {
    questionnaire: { id, version, digest: page.digest },
    answer: page.answer,
    edition: page.edition,
    day: dayOf(new Date()),
    language: page.language,
    writtenIn: page.writtenIn,
    contributor: Object.fromEntries(who),
    answers: answers.map((answer) => ({
      ...answer,
      value: typeof answer.value === "string" ? answer.value.toWellFormed() : answer.value,
      consent: consentOf(page.own.get(keyOf(answer)) ?? page.consent),
    })),
  };
}

function consentOf({ until, ...consent }: TypedConsent): Consent {
  return { ...consent, until: dayIn(until) };
}

/** Null where nothing stands there, or no day. */
export function dayIn(typed: string): string | null {
  const text = withPlainDigits(typed.trim());
  return isDay(text) ? text : null;
}

function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((each) => String(each).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}
