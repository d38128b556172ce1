// What an answer to a questionnaire of the purpose "sign-on" says of a signer. What is not plain stays word for word beside it, and
// who did not say how they want to be shown is not shown by name.
import { checkNames, parseDomain, visibilities, type SignerName } from "@tocsin/letters";
import { valuesOf, type LanguageText, type RecordState } from "@tocsin/records";
import { listIn, stringIn, textIn } from "../values.ts";
import { languageOfName } from "./name-language.ts";

/** A questionnaire can have more questions: what they were answered stands with the answer. */
export const signOnPurpose = "sign-on";

/** Throws `letters.bad-signer` where no name was given. */
export function signatureOfAnswers(
  answers: readonly RecordState[],
  countryOf: (text: string) => string | undefined,
) {
  const said = new Map(
    answers.flatMap((state): readonly (readonly [string, RecordState])[] => {
      const { question, withdrawn } = valuesOf(state);
      return typeof question === "string" && withdrawn === undefined ? [[question, state]] : [];
    }),
  );
  const words = (question: string): LanguageText | null => {
    const state = said.get(question);
    const text = state === undefined ? null : textIn(valuesOf(state)["words"]);
    return text === null || text.text.trim() === "" ? null : { ...text, text: text.text.trim() };
  };
  const chosen = (question: string): string | null => {
    const state = said.get(question);
    return state === undefined ? null : stringIn(listIn(valuesOf(state)["chosen"])[0]);
  };
  const typed = (question: string): string => words(question)?.text ?? "";
  const name = nameOf(words("name")) ?? { text: "", lang: "und" };
  const names = linesOf(words("name-other-scripts"));
  checkNames([name, ...names]);
  const country = typed("country") === "" ? undefined : countryOf(typed("country"));
  const domain = parseDomain(typed("domain"));
  const visibility = visibilities.find((each) => each === chosen("visibility")) ?? "withheld";
  const unread = { letter: true, country: country === undefined, domain: domain === null };
  const unclear = Object.entries(unread)
    .map(([question, isUnread]) => (isUnread ? typed(question) : ""))
    .filter((each) => each !== "");
  const optional = {
    names: names.length === 0 ? undefined : names,
    country,
    domain: domain ?? undefined,
    actedBy: words("acted-by") ?? undefined,
    actedAs: words("acted-as") ?? undefined,
    contact: words("contact") ?? undefined,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { name, visibility, unclear, ...given };
}

function nameOf(words: LanguageText | null): SignerName | null {
  return words === null ? null : { text: words.text, lang: languageOfName(words.text, words.lang) };
}

/** One name on each line. */
function linesOf(words: LanguageText | null): readonly SignerName[] {
  const lines = words?.text.split(/\r\n|\r|\n/).map((line) => line.trim()) ?? [];
  return lines
    .filter((line) => line !== "")
    .map((text) => ({ text, lang: languageOfName(text, words?.lang ?? "und") }));
}
