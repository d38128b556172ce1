// A questionnaire as one page that can be handed over: what is asked, and to whom answers are sealed, as data in the page.
// Its script reads them and runs nothing of them.
import { isJsonObject } from "@tocsin/core";
import { parseQuestionnaire, questionnaireToJson } from "./parse-questionnaire.ts";
import type { Questionnaire } from "./questionnaire.ts";

export interface Form {
  readonly questionnaire: Questionnaire;
  /** Recipients of age, `age1…`: the inbox of the vault first. */
  readonly recipients: readonly string[];
  /** Who asks, in their own words. */
  readonly from: string;
}

export const mostRecipients = 16;
/** Where the built page wants its data. */
const mark = "{{form}}";

/** The built page with a form in it; null where the page has no place for one. */
export function fillForm(page: string, { questionnaire, recipients, from }: Form): string | null {
  const data = JSON.stringify({ questionnaire: questionnaireToJson(questionnaire), recipients, from });
  const parts = page.split(mark);
  // `<` could end the element that the data stand in.
  return parts.length === 2 ? parts.join(data.replaceAll("<", "\\u003c")) : null;
}

/** Null for anything that `fillForm` did not write. */
export function parseForm(text: string): Form | null {
  const value = parseJson(text);
  if (!isJsonObject(value)) return null;
  const { recipients, from } = value;
  const { questionnaire } = parseQuestionnaire(value["questionnaire"]);
  if (questionnaire === null || typeof from !== "string" || !Array.isArray(recipients)) return null;
  const named = recipients.filter((each) => typeof each === "string");
  if (named.length === 0 || named.length !== recipients.length || named.length > mostRecipients) return null;
  return { questionnaire, recipients: named, from };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
