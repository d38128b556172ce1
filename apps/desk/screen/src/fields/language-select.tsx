import { localeName } from "@tocsin/language";
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

/** The languages of the screen, then the others. */
export function languageTags({ locales }: Pick<Session, "locales">): readonly string[] {
  return [...new Set([...locales.map(({ code }) => code), ...often])];
}

interface LanguageSelectProps {
  readonly of: string;
  readonly lang: string;
  readonly choose: (lang: string) => void;
}

/** The language that a text is in: quiet, beside its label. */
export function LanguageSelect({ of, lang, choose }: LanguageSelectProps) {
  const { words, session } = useDesk();
  const tags = [...new Set([...languageTags(session), "und", "zxx", lang])];
  return (
    <select
      className="lang"
      aria-label={words.t("desk.field.language", { field: of })}
      value={lang}
      onChange={(event) => choose(event.target.value)}
    >
      {tags.map((tag) => (
        <option key={tag} value={tag}>
          {tag === "und" || tag === "zxx" ? words.t(`desk.language.${tag}`) : localeName(tag, words.locale)}
        </option>
      ))}
    </select>
  );
}
