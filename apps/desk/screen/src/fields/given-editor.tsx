// A date as it was said, in its own calendar: what it comes to is shown at once and stands in the date that it belongs to.
import { useState } from "react";
import { calendarNames, convertGivenDate, isJsonObject } from "@tocsin/core";
import { useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { useDraft } from "./draft.ts";
import type { FieldProps } from "./field-props.ts";
import { plainText } from "./plain-text.ts";
import { SelectField } from "./select-field.tsx";
import { TypedField } from "./typed-field.tsx";

type CalendarName = (typeof calendarNames)[number];

export function GivenEditor({ field, value, save, delay }: FieldProps) {
  const words = useWords();
  const label = words.t(field.label);
  const known = isJsonObject(value) ? value : {};
  const [calendar, setCalendar] = useState<CalendarName>(() => calendarIn(known["calendar"]) ?? "hijri");
  const write = (name: CalendarName, text: string): void => {
    const typed = text.trim();
    save(typed === "" ? { clear: true } : { set: { calendar: name, text: typed } });
  };
  const draft = useDraft(plainText(known["text"] ?? ""), delay, (text) => write(calendar, text));
  const choose = (name: string): void => {
    const next = calendarIn(name) ?? calendar;
    setCalendar(next);
    if (draft.text.trim() !== "") write(next, draft.text);
  };
  const { edtf, sure } = convertGivenDate(calendar, draft.text.trim());
  const help =
    draft.text.trim() === ""
      ? words.t("desk.given.help")
      : edtf === undefined
        ? words.t("desk.given.unread")
        : words.t(sure ? "desk.given.is" : "desk.given.about", { date: dateWords(words, edtf) });
  return (
    <TypedField label={label} draft={draft} help={help} sensitive={field.sensitive === true}>
      <SelectField
        label={words.t("desk.given.calendar", { field: label })}
        value={calendar}
        choices={calendarNames.map((name) => ({ id: name, label: codeLabel(words, "calendars", name) }))}
        choose={choose}
      />
    </TypedField>
  );
}

function calendarIn(value: unknown): CalendarName | undefined {
  return calendarNames.find((each) => each === value);
}
