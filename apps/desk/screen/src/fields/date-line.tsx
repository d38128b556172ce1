// A line for a date: today and yesterday by a button, and a date as people say it as the days that it can mean. What is said
// counts only once somebody has taken one of them.
import { useRef } from "react";
import { isEdtf } from "@tocsin/core";
import { readSaidDate, type Translator } from "@tocsin/language";
import { useWords } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { today } from "../records/special/today.ts";
import { dateWords, dayWords } from "../words/date-words.ts";
import { useDraft, type Draft } from "./draft.ts";
import { TypedField } from "./typed-field.tsx";

interface DateLineProps {
  readonly label: string;
  readonly draft: Draft;
  /** What helps in the place of how a date is written. */
  readonly help?: string | null;
  readonly required?: boolean;
  readonly sensitive?: boolean;
  /** Whether what stands there is no date, where the form knows: otherwise it is said as it is typed. */
  readonly isBad?: boolean;
  /** Buttons for today and yesterday, while nothing stands there. */
  readonly offersNear?: boolean;
}

export function DateLine({ label, draft, help, isBad, offersNear = true, ...rest }: DateLineProps) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const typed = draft.text.trim();
  const isDate = isEdtf(typed);
  const meant = typed === "" || isDate ? [] : readSaidDate(typed, today());
  const take = (date: string): void => {
    draft.type(date);
    draft.flush();
    place.current?.querySelector("input")?.focus();
  };
  const asWritten = help === undefined ? words.t("desk.date.help") : help;
  const isWrong = (isBad ?? (typed !== "" && !isDate)) && meant.length === 0;
  return (
    <div className="date-line" ref={place}>
      <TypedField
        label={label}
        draft={draft}
        help={readAs(words, typed) ?? asWritten}
        problem={isWrong ? words.t("date.bad") : null}
        below={<Meant dates={meant} take={take} />}
        {...rest}
      >
        {offersNear && typed === "" && <NearDays label={label} take={take} />}
      </TypedField>
    </div>
  );
}

function readAs(words: Translator, typed: string): string | null {
  return isEdtf(typed) ? words.t("desk.date.read-as", { date: dateWords(words, typed) }) : null;
}

interface FormDateProps {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly help?: string | null;
}

/** In a form that belongs to no record. */
export function FormDate({ value, change, ...rest }: FormDateProps) {
  const draft = useDraft(value, 0, change);
  return <DateLine draft={draft} {...rest} />;
}

interface TakeProps {
  readonly take: (date: string) => void;
}

function NearDays({ label, take }: TakeProps & { readonly label: string }) {
  const words = useWords();
  const days = [today(), ...readSaidDate("yesterday", today())];
  return (
    <span className="near-days">
      {days.map((day, index) => {
        const name = words.t(index === 0 ? "desk.date.today" : "desk.date.yesterday");
        return (
          <Action
            key={day}
            quiet
            label={words.t("desk.date.of", { field: label, day: name })}
            onPress={() => take(day)}
          >
            {name}
          </Action>
        );
      })}
    </span>
  );
}

function Meant({ dates, take }: TakeProps & { readonly dates: readonly string[] }) {
  const words = useWords();
  if (dates.length === 0) return <output />;
  return (
    <div className="meant-days">
      <output>{words.t("desk.date.meant")}</output>
      {dates.map((date) => (
        <Action key={date} onPress={() => take(date)}>
          {dayWords(words, date)}
        </Action>
      ))}
    </div>
  );
}
