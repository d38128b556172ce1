// How a consultation was made, in numbers: how many contributed, by which ways and in which languages, and how far those who coded
// it agree. Inside all numbers stand.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type LanguageText, type View } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { integerIn, stringIn, textIn } from "../values.ts";
import { agreementOfCoders, type CodingAgreement } from "./agreement-of-coders.ts";
import { bookHead, newestBook } from "./codebooks.ts";
import { standingContributors } from "./taken-back.ts";

export interface ConsultationFacts {
  readonly title: LanguageText;
  readonly edition: number | null;
  /** Who did not take everything back. */
  readonly contributors: number;
  /** By the first file of each: they add up to the contributors. */
  readonly carriers: readonly (readonly [carrier: string, contributors: number])[];
  readonly languages: readonly (readonly [language: string, contributors: number])[];
  /** Null without a codebook. */
  readonly book: { readonly edition: number; readonly agreement: CodingAgreement } | null;
}

/** Throws `records.not-found`. */
export async function consultationTitle(view: View, questionnaire: RecordId): Promise<LanguageText> {
  const asked = valuesOf(await stateOf(view, questionnaire, "questionnaire"));
  return textIn(asked["title"]) ?? { text: "", lang: "und" };
}

/** Throws `records.not-found`. */
export async function consultationFacts(view: View, questionnaire: RecordId): Promise<ConsultationFacts> {
  const asked = valuesOf(await stateOf(view, questionnaire, "questionnaire"));
  const { contributors } = await standingContributors(view, questionnaire);
  const first = new Map<string, RecordId>();
  for (const { contribution, contributor } of contributors.values())
    if (!first.has(contributor)) first.set(contributor, contribution);
  const files = (await view.glance([...first.values()])).map(valuesOf);
  const codebook = await newestBook(view);
  return {
    title: textIn(asked["title"]) ?? { text: "", lang: "und" },
    edition: integerIn(asked["edition"]),
    contributors: first.size,
    carriers: countsOf(files.map((each) => stringIn(each["carrier"]) ?? "form")),
    languages: countsOf(files.map((each) => stringIn(each["writtenIn"]) ?? "und")),
    book:
      codebook === null
        ? null
        : {
            edition: bookHead(await stateOf(view, codebook, "codebook")).edition,
            agreement: await agreementOfCoders(view, { questionnaire, codebook }),
          },
  };
}

/** Most first. */
function countsOf(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
