// The terms of a vocabulary as choices: a tree by dotted codes, labels and definitions from the catalogue.
import type { Translator } from "@tocsin/language";
import type { Definitions } from "../api/contract/definitions.ts";
import { codeLabel, textOr } from "../words/labels.ts";
import type { Choice } from "./chooser.tsx";

export function choicesOf(
  words: Translator,
  definitions: Definitions,
  vocabulary: string,
): readonly Choice[] {
  const terms = definitions.vocabularies[vocabulary]?.terms ?? [];
  const choices = terms.map(({ code, label, also = "" }) => {
    const definition = textOr(words, `${vocabulary}.${code}.definition`, "");
    return {
      id: code,
      label: label ?? codeLabel(words, vocabulary, code),
      depth: code.split(".").length - 1,
      ...(definition === "" ? {} : { description: definition }),
      ...(also === "" ? {} : { also }),
    };
  });
  // A tree keeps its order.
  if (definitions.vocabularies[vocabulary]?.byLabel !== true) return choices;
  const { compare } = new Intl.Collator(words.locale);
  return [...choices].sort((a, b) => compare(a.label, b.label));
}
