// For whom something leaves, and in which language it is written.
import { sourceLocale } from "@tocsin/language";
import type { Session } from "../api/contract/session.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "./select-field.tsx";
import { choicesOf } from "./vocabulary-choices.ts";

interface AudienceAndLanguage {
  readonly audience: string;
  readonly lang: string;
}

interface Props {
  readonly value: AudienceAndLanguage;
  readonly languageLabel: string;
  readonly choose: (value: AudienceAndLanguage) => void;
}

export function AudienceAndLanguageChooser({ value, languageLabel, choose }: Props) {
  const { words, definitions, session } = useDesk();
  return (
    <div className="choices-line no-print">
      <SelectField
        label={words.t("desk.release.audience")}
        value={value.audience}
        choices={choicesOf(words, definitions, "audiences")}
        choose={(audience) => choose({ ...value, audience })}
        canBeEmpty={false}
      />
      <SelectField
        label={languageLabel}
        value={value.lang}
        choices={session.locales
          .filter(({ isWhole }) => isWhole)
          .map(({ code, name }) => ({ id: code, label: name }))}
        choose={(lang) => choose({ ...value, lang })}
        canBeEmpty={false}
      />
    </div>
  );
}

/** What leaves is written in a language that is whole: the reader's, else English. */
export function outputLocale({ locale, locales }: Pick<Session, "locale" | "locales">): string {
  return locales.find(({ code, isWhole }) => isWhole && code === locale)?.code ?? sourceLocale;
}
