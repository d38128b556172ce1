// What somebody typed into a search box, as terms: words, "phrases", -words, field:words, kind:words. Nothing of it can be
// wrong: what is no field or no phrase is words.
import type { Analyse, WordForm, WordForms } from "./analysis.ts";

export interface AskedTerm {
  /** As it was typed, without quotes, field and minus. */
  readonly typed: string;
  readonly forms: readonly WordForm[];
  /** The last token of the same form may be the beginning of a word. */
  readonly isOpen: boolean;
  readonly isNot: boolean;
  /** Only in this field. */
  readonly field?: string;
}

export interface Question {
  readonly terms: readonly AskedTerm[];
  readonly kind?: string;
}

export interface QuestionOptions {
  readonly analyse: Analyse;
  readonly forms?: WordForms;
  readonly isField: (name: string) => boolean;
  readonly isKind: (name: string) => boolean;
}

const maximumLength = 400;
const maximumTerms = 16;

export function parseQuestion(words: string, options: QuestionOptions): Question {
  const typed = words.slice(0, maximumLength);
  const parts = partsOf(typed, options);
  const kind = parts.find(({ field }) => field === "kind")?.text;
  const asked = parts.filter(({ field }) => field !== "kind");
  const terms = asked.flatMap((part, at) =>
    termsOf(part, { ...options, isLast: at === asked.length - 1 && !/\s$/u.test(typed) }),
  );
  // Leaving out is possible only from something.
  const sought = terms.some(({ isNot }) => !isNot) ? terms : terms.map((term) => ({ ...term, isNot: false }));
  return { terms: sought.slice(0, maximumTerms), ...(kind === undefined ? {} : { kind }) };
}

interface Part {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isNot: boolean;
  readonly field: string | null;
}

/** A minus in front of a word, then a field and a colon, then quotes or a word; each may be missing. */
const partPattern =
  /(?<not>-(?=[^\s-]))?(?:(?<field>[\p{L}\p{N}]{1,40}):(?=\S))?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;

function partsOf(typed: string, { isField, isKind }: QuestionOptions): readonly Part[] {
  return [...typed.matchAll(partPattern)].map(({ groups = {}, index }): Part => {
    const { not, field, phrase, word = "" } = groups;
    const isNot = not !== undefined && (index === 0 || /\s/u.test(typed.charAt(index - 1)));
    const text = phrase ?? word;
    const isPhrase = phrase !== undefined;
    if (field === undefined) return { text, isPhrase, isNot, field: null };
    if (field === "kind" ? isKind(text) && !isNot : isField(field)) return { text, isPhrase, isNot, field };
    return { text: `${field} ${text}`, isPhrase, isNot, field: null };
  });
}

function termsOf(
  { text, isPhrase, isNot, field }: Part,
  { analyse, forms, isLast }: QuestionOptions & { readonly isLast: boolean },
): readonly AskedTerm[] {
  const shared = { isNot, ...(field === null ? {} : { field }) };
  const same = (tokens: readonly string[]): readonly WordForm[] => [{ how: "same", rows: [tokens] }];
  if (isPhrase) {
    const tokens = analyse(text, "und").flatMap(bare);
    return tokens.length === 0 ? [] : [{ ...shared, typed: text, forms: same(tokens), isOpen: false }];
  }
  const words = forms === undefined ? analyse(text, "und").flatMap(bare) : forms.split(text);
  return words.flatMap((typed, at): readonly AskedTerm[] => {
    // What sounds alike is a guess: nothing is left out for it.
    const ways = (forms?.ofWord(typed) ?? same([typed])).filter(({ how }) => !isNot || how !== "name");
    return ways.length === 0
      ? []
      : [{ ...shared, typed, forms: ways, isOpen: isLast && at === words.length - 1 }];
  });
}

/** Tokens hold no quotes, so that nothing of what was typed is read as the engine's own syntax. */
function bare(token: string): readonly string[] {
  const without = token.replaceAll('"', "");
  return without === "" ? [] : [without];
}
