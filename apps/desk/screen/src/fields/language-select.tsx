import { collator, localeName } from "@tocsin/language";
import type { Session } from "../api/contract/session.ts";
import { useDesk } from "../desk.tsx";

/** Languages that casework is often in, beside those of the screen; a text keeps any other that it has. */
const often = [
  "fr",
  "es",
  "pt",
  "ru",
  "zh",
  "fa",
  "tr",
  "ur",
  "sw",
  "my",
  "uk",
  "ko",
  "am",
  "ku",
  "he",
  "hi",
];

export interface LanguageChoice {
  readonly id: string;
  readonly label: string;
}

/** The languages of the screen, then the others and those that are `known` already; both in the order of its language. */
export function languageChoices(
  { locales }: Pick<Session, "locales">,
  locale: string,
  known: readonly string[] = [],
): readonly LanguageChoice[] {
  const { compare } = collator(locale);
  const choicesOf = (tags: readonly string[]): readonly LanguageChoice[] =>
    tags
      .map((tag) => ({ id: tag, label: localeName(tag, locale) }))
      .sort((a, b) => compare(a.label, b.label));
  const own = locales.map(({ code }) => code);
  const others = new Set([...often, ...known].filter((tag) => !own.includes(tag)));
  return [...choicesOf(own), ...choicesOf([...others])];
}

interface LanguageSelectProps {
  readonly of: string;
  readonly lang: string;
  readonly choose: (lang: string) => void;
}

/** The language that a text is in: quiet, beside its label. */
export function LanguageSelect({ of, lang, choose }: LanguageSelectProps) {
  const { words, session } = useDesk();
  const without = ["und", "zxx"];
  const choices = [
    ...languageChoices(session, words.locale, without.includes(lang) ? [] : [lang]),
    ...without.map((tag) => ({ id: tag, label: words.t(`desk.language.${tag}`) })),
  ];
  return (
    <select
      className="lang"
      aria-label={words.t("desk.field.language", { field: of })}
      value={lang}
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
