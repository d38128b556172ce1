// Codes, errors and keys that may be missing, as words.
import { isTocsinError, type Note } from "@tocsin/core";
import { countryName, type Translator } from "@tocsin/language";
import { definitionKeys, standardCode } from "@tocsin/records";

/** The label of a term: the catalogue's, for a stranger's own term that of the standard one above it, the platform's for countries, else the code. */
export function codeLabel(words: Translator, vocabulary: string, code: string): string {
  const key = `${vocabulary}.${code}.label`;
  if (words.has(key)) return words.t(key);
  const standard = standardCode(code);
  if (standard !== code)
    return `${codeLabel(words, vocabulary, standard)} · ${words.t("terms.local.unknown")}`;
  return /^[A-Z]{2}$/.test(code) ? countryName(code, words.locale) : code;
}

/** What a term means: its own definition, or what its list says of each. */
export function definitionOf(words: Translator, vocabulary: string, code: string): string | null {
  const key = definitionKeys(vocabulary, code).find((each) => words.has(each));
  return key === undefined ? null : words.t(key);
}

/** What a program wrote as a name (an artifact, a verdict), in words where the catalogue has some. */
export function namedValue(words: Translator, value: string): string {
  const keys = [
    `artifact.${value}`,
    `finding-type.${value}.label`,
    `${value}.label`,
    `finding.${value}.means`,
  ];
  const known = keys.find((key) => words.has(key));
  return known === undefined ? value : words.t(known);
}

/** `key` where a catalogue has it, else `instead`. */
export function textOr(words: Translator, key: string, instead: string): string {
  return words.has(key) ? words.t(key) : instead;
}

/** A sentence with its values, else `instead`. */
export function noteOr(words: Translator, { key, values = {} }: Note, instead: string): string {
  return words.has(key) ? words.t(key, values) : instead;
}

export function errorText(words: Translator, error: unknown): string {
  if (!isTocsinError(error)) return words.t("error.unexpected");
  return noteOr(words, { key: `error.${error.code}`, values: error.details }, error.message);
}

/** "ios.sms" as the catalogue names it, else as it is. */
export function artifactLabel(words: Translator, artifact: string): string {
  return textOr(words, `artifact.${artifact}`, artifact);
}

/** What a part of a document is called, by its name in the template. */
export function partLabel(words: Translator, name: string): string {
  return textOr(words, `documents.part.${name}.label`, textOr(words, `report.section.${name}`, name));
}

/** What is known by the name of a question in its instrument, which says nothing alone. */
const ofQuestions: ReadonlySet<string> = new Set(["answer", "settlement", "contributionAnswer"]);

/** The label of a record where its kind is known; that of a part of a document is a name in a template. */
export function labelOfKind(words: Translator, kind: string, label: string): string {
  if (label === "") return words.t(`kind.${kind}.one`);
  if (ofQuestions.has(kind)) return `${words.t(`kind.${kind}.one`)} · ${label}`;
  if (kind === "finding") return findingLabel(words, label);
  return kind === "documentPart" ? partLabel(words, label) : label;
}

/** "example.test · ios.safari", as a program named it: where it was found in words. What a person named stays as it is. */
function findingLabel(words: Translator, label: string): string {
  const [, value = "", artifact = ""] = /^(.*) · ([a-z_.-]+)$/su.exec(label) ?? [];
  return words.has(`artifact.${artifact}`) ? `${value} · ${artifactLabel(words, artifact)}` : label;
}

/** A question in the reader's language, where it is asked in it, else as it was written first. */
export function questionText(
  words: Translator,
  question: { readonly text: string; readonly translations: Readonly<Record<string, string>> } | undefined,
): string | undefined {
  return question?.translations[words.locale] ?? question?.text;
}
