// Editors of plain strings that name something from a known list: a language, a time zone.
import { Group } from "react-aria-components/Group";
import { useDesk } from "../desk.tsx";
import { Chips } from "../parts/chips.tsx";
import { Chooser } from "./chooser.tsx";
import type { FieldProps } from "./field-props.ts";
import { languageChoices } from "./language-select.tsx";
import { plainText } from "./plain-text.ts";
import { SelectField } from "./select-field.tsx";

export function LanguageEditor({ field, value, save }: FieldProps) {
  const { words, session } = useDesk();
  const known = value === undefined ? "" : plainText(value);
  return (
    <SelectField
      label={words.t(field.label)}
      value={known}
      choices={languageChoices(session, words.locale, known === "" ? [] : [known])}
      choose={(tag) => save(tag === "" ? { clear: true } : { set: tag })}
      required={field.required === true}
    />
  );
}

/** The zone of this computer stands first; every other is found by typing. */
export function ZoneEditor({ field, value, save }: FieldProps) {
  const { words } = useDesk();
  const label = words.t(field.label);
  const known = value === undefined ? null : plainText(value);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([here, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  if (known === null)
    return (
      <Chooser
        label={label}
        help={words.t("desk.zone.help")}
        choices={zones.map((zone) => ({ id: zone, label: zone }))}
        choose={({ id }) => save({ set: id })}
        required={field.required === true}
      />
    );
  const chip = { key: known, name: known, shown: <bdi>{known}</bdi>, remove: () => save({ clear: true }) };
  return (
    <Group className="field" aria-label={label}>
      <span className="term">{label}</span>
      <Chips chips={[chip]} />
    </Group>
  );
}
