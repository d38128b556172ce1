// Values of filters that somebody may mean by what is typed: a country, an act, a status, by the words of the catalogue.
import { foldedWords, type Translator } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import type { Definitions } from "../api/contract/definitions.ts";
import { codeLabel } from "../words/labels.ts";
import type { Filter } from "./list-choice.ts";

export interface MeantFilter extends Filter {
  readonly kind: string;
  /** Catalogue key of the field. */
  readonly fieldLabel: string;
  /** Of the value. */
  readonly label: string;
}

interface Term {
  readonly code: string;
  readonly label: string;
  /** Folded words of the label, and of what it is also looked for by. */
  readonly words: readonly string[];
}

const shortest = 3;

/** Looks terms up by the beginnings of their words; the words of a vocabulary are folded once. */
export function createMeantValues(
  words: Translator,
  { kinds, vocabularies }: Pick<Definitions, "kinds" | "vocabularies">,
): (typed: string) => readonly MeantFilter[] {
  const filters = kinds
    .filter(({ view }) => view.stretch !== "hidden")
    .flatMap(({ form, view }) =>
      form.fields.flatMap((field) => {
        const vocabulary = view.facets.includes(field.name) ? vocabularyOf(field) : null;
        return vocabulary === null ? [] : [{ kind: form.kind, field, vocabulary }];
      }),
    );
  const known = new Map<string, readonly Term[]>();
  const termsOf = (vocabulary: string): readonly Term[] => {
    const terms =
      known.get(vocabulary) ??
      (vocabularies[vocabulary]?.terms ?? []).map(({ code, label, also = "" }) => {
        const shown = label ?? codeLabel(words, vocabulary, code);
        return { code, label: shown, words: foldedWords(`${shown} ${also}`) };
      });
    known.set(vocabulary, terms);
    return terms;
  };
  return (typed) => {
    const asked = foldedWords(typed);
    if (asked.join("").length < shortest) return [];
    return filters.flatMap(({ kind, field: { name: field, label: fieldLabel }, vocabulary }) =>
      termsOf(vocabulary)
        .filter((term) => asked.every((word) => term.words.some((each) => each.startsWith(word))))
        .map(({ code: value, label }) => ({ kind, field, fieldLabel, value, label })),
    );
  };
}

/** Of a place, the country is what a list is narrowed to. */
function vocabularyOf({ type, vocabulary }: FormField): string | null {
  return vocabulary ?? (type === "place" ? "countries" : null);
}
