// What every builder of a part needs: the words of one language, what people wrote made safe, and the notes so far.
import { directionOf, type MessageValues, type Translator } from "@tocsin/language";
import type { Words } from "../words.ts";
import type { WrittenText } from "./check-document.ts";
import type { DocumentInput } from "./document-input.ts";
import type { DocumentNote, DocumentText } from "./model.ts";
import { standingLabels } from "./report-pieces.ts";
import { holdNumbers } from "./telephone-order.ts";
import { struckText } from "./struck-text.ts";

export interface Composer {
  readonly input: DocumentInput;
  readonly translator: Translator;
  readonly notes: Notes;
  /** Labels of entries that stand in the document. */
  readonly standing: ReadonlySet<string>;
  /** A sentence of the catalogue. What people wrote goes into its gaps by `struck` alone. */
  say(key: string, values?: MessageValues): DocumentText;
  /** Words of ours in the language of the document. */
  words(text: string): DocumentText;
  /** A text that a person wrote. */
  people(text: WrittenText): DocumentText;
  /** The same, for the gap of a sentence. */
  struck(text: string): string;
  /** A hash, an identifier, a command. */
  code(text: string): DocumentText;
  /** What a report says. */
  printed(words: Words): DocumentText;
  /** The next number of a paragraph, or null where the template numbers none. */
  nextNumber(): number | null;
}

export interface Notes {
  /** The number of the note; the same steps are the same note. */
  number(steps: readonly DocumentText[]): number;
  all(): readonly DocumentNote[];
}

export function createComposer(input: DocumentInput, translator: Translator): Composer {
  const language = translator.locale;
  const words = (text: string): DocumentText => ({
    text: withoutIdleIsolates(text),
    kind: "words",
    language,
    direction: translator.direction,
  });
  const struck = (text: string): string => struckText(text, input.finder, translator);
  let paragraphs = 0;
  return {
    input,
    translator,
    notes: createNotes(),
    standing: standingLabels(input),
    words,
    struck,
    say: (key, values = {}) => {
      const said = translator.translate(key, values);
      return said.fallback
        ? { ...words(said.text), language: said.locale, direction: directionOf(said.locale) }
        : words(said.text);
    },
    people: (text) => {
      const direction = directionOf(text.language);
      const safe = struck(text.text);
      return {
        text: direction === "rtl" ? holdNumbers(safe) : safe,
        kind: "words",
        language: text.language,
        direction,
      };
    },
    code: (text) => ({ text: struck(text), kind: "code", language: "zxx", direction: "ltr" }),
    printed: (said) => ({
      text: said.text,
      kind: said.kind === "verbatim" ? "code" : "words",
      language: said.kind === "verbatim" ? "zxx" : (said.language ?? language),
      direction: said.direction,
    }),
    nextNumber: () => (input.template.numbered ? (paragraphs += 1) : null),
  };
}

function createNotes(): Notes {
  const notes: DocumentNote[] = [];
  const numbers = new Map<string, number>();
  return {
    number: (steps) => {
      const key = JSON.stringify(steps);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      notes.push({ steps });
      numbers.set(key, notes.length);
      return notes.length;
    },
    all: () => notes,
  };
}

/** Isolates do nothing in a text that runs left to right throughout, and would be copied out of a PDF with it. */
function withoutIdleIsolates(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
    ? text
    : text.replaceAll(/[\u2066-\u2069]/g, "");
}
