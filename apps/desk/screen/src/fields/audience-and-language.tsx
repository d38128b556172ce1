// For whom something leaves, and in which language it is written.
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
        choices={session.locales.map(({ code, name }) => ({ id: code, label: name }))}
        choose={(lang) => choose({ ...value, lang })}
        canBeEmpty={false}
      />
    </div>
  );
}
