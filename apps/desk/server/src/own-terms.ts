// What the organisation added to the vocabularies, put where the screen looks: its codes among the terms to choose from, its
// names among the words. Only while the vault is open.
import { vocabularyPage, type VocabularyPage } from "@tocsin/cases";
import { sourceLocale, type Catalogues } from "@tocsin/language";
import { vocabularyForms, type Registry, type Vocabulary, type VocabularyForm } from "@tocsin/records";
import type { OwnTermFound } from "@tocsin/workspace";
import type { Desk } from "./desk.ts";

export async function ownTermsOf(desk: Desk): Promise<readonly OwnTermFound[]> {
  if (desk.vault.open === null) return [];
  // `term.list` gives this; it crosses no border.
  return (await desk.vault.open.workspace.ask("term.list", {})) as readonly OwnTermFound[];
}

/** Retired terms keep their names and are no longer offered. */
export function formsWithOwn(
  registry: Registry,
  own: readonly OwnTermFound[],
): Readonly<Record<string, VocabularyForm>> {
  const offered = own.filter(({ retired }) => !retired);
  return Object.fromEntries(
    Object.entries(vocabularyForms(registry)).map(([name, form]) => [
      name,
      { ...form, terms: form.terms.flatMap((term) => [term, ...under(term, name, offered)]) },
    ]),
  );
}

/** A term of one's own has the codes of its standard term, which stand for more. */
export function pageWithOwn(vocabulary: Vocabulary, own: readonly OwnTermFound[]): VocabularyPage {
  const terms = vocabulary.terms.flatMap((term) => [
    term,
    ...under(term, vocabulary.name, own).map((each) => ({
      ...each,
      broader: Object.keys(term.crosswalk ?? {}),
    })),
  ]);
  return vocabularyPage({ ...vocabulary, terms });
}

function under<Above extends { readonly code: string }>(
  term: Above,
  vocabulary: string,
  own: readonly OwnTermFound[],
): readonly Above[] {
  return own
    .filter((each) => each.vocabulary === vocabulary && each.parent === term.code)
    .map(({ code }) => ({ ...term, code }));
}

/** Each term by its name in the language of the catalogue, else by its first one. */
export function wordsWithOwn(catalogues: Catalogues, own: readonly OwnTermFound[]): Catalogues {
  return Object.fromEntries(
    Object.entries(catalogues).map(([locale, catalogue]) => [
      locale,
      { ...catalogue, ...Object.fromEntries(own.flatMap((term) => messagesOf(term, locale))) },
    ]),
  );
}

function messagesOf(
  { vocabulary, code, names, definition }: OwnTermFound,
  locale: string,
): readonly (readonly [string, string])[] {
  const fitting = names.find(({ lang }) => lang.split("-")[0] === locale);
  const name = fitting ?? (locale === sourceLocale ? names[0] : undefined);
  const key = `${vocabulary}.${code}`;
  return [
    ...(name === undefined ? [] : [[`${key}.label`, plainMessage(name.text)] as const]),
    ...(definition === null ? [] : [[`${key}.definition`, plainMessage(definition.text)] as const]),
  ];
}

/** What people typed is no message: nothing in it may be read as one (Unicode LDML 48, part 9, quoted pattern). */
function plainMessage(text: string): string {
  return `{{${text.replaceAll(/[\\{}|]/g, String.raw`\$&`)}}}`;
}
