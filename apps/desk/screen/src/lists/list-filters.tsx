// What a list is narrowed by: words, dates, values of its facets. What is in force stands above as chips that can be removed.
import type { Translator } from "@tocsin/language";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useDesk, useWords } from "../desk.tsx";
import { DateLine } from "../fields/date-line.tsx";
import { useDraft } from "../fields/draft.ts";
import { TypedField } from "../fields/typed-field.tsx";
import { Action } from "../parts/action.tsx";
import { Chips, type Chip } from "../parts/chips.tsx";
import { Unfolding } from "../parts/unfolding.tsx";
import { dateWords } from "../words/date-words.ts";
import { FacetChips, facetLabel } from "./facet-chips.tsx";
import { useInstrumentTitles, type Titles } from "./instrument-titles.ts";
import { everything, isFiltered, toggled, type ListChoice } from "./list-choice.ts";

export interface ChoiceProps {
  readonly known: KnownKind;
  readonly choice: ListChoice;
  readonly change: (choice: ListChoice) => void;
}

/** After the last key of a word. */
const delay = 250;

export function ListFilters({ known, choice, change }: ChoiceProps) {
  const words = useWords();
  return (
    <>
      <InForce known={known} choice={choice} change={change} />
      <Unfolding className="list-filters no-print" summary={words.t("desk.list.filter")}>
        <Typed known={known} choice={choice} change={change} />
        <FacetChips
          known={known}
          filters={choice.where}
          toggle={(filter) => change(toggled(choice, filter))}
        />
      </Unfolding>
    </>
  );
}

function Typed({ known, choice, change }: ChoiceProps) {
  const words = useWords();
  return (
    <div className="list-typed">
      <Narrow
        label={words.t("desk.list.words")}
        help={words.t("desk.list.words.help")}
        value={choice.words}
        save={(text) => change({ ...choice, words: text })}
      />
      <fieldset>
        <legend>{dateLegend(words, known)}</legend>
        <Narrow
          label={words.t("desk.list.from")}
          value={choice.from}
          save={(from) => change({ ...choice, from })}
          isDate
        />
        <Narrow
          label={words.t("desk.list.to")}
          value={choice.to}
          save={(to) => change({ ...choice, to })}
          isDate
        />
      </fieldset>
    </div>
  );
}

function dateLegend(words: Translator, { form, view }: KnownKind): string {
  const field = form.fields.find(({ name }) => name === view.sort);
  return field === undefined
    ? words.t("desk.list.of-created")
    : words.t("desk.list.of-date", { field: words.t(field.label) });
}

interface NarrowProps {
  readonly label: string;
  readonly value: string;
  readonly save: (text: string) => void;
  readonly help?: string;
  readonly isDate?: boolean;
}

function Narrow({ label, value, save, help, isDate = false }: NarrowProps) {
  const draft = useDraft(value, delay, save);
  return isDate ? (
    <DateLine label={label} draft={draft} help={null} offersNear={false} />
  ) : (
    <TypedField label={label} draft={draft} help={help ?? null} />
  );
}

function InForce({ known, choice, change }: ChoiceProps) {
  const { words } = useDesk();
  const titles = useInstrumentTitles(known.view.kind);
  if (!isFiltered(choice)) return null;
  const chips = chipsOf(words, known, { choice, change, titles });
  return (
    <section className="in-force" aria-label={words.t("desk.list.chosen")}>
      <Chips chips={chips} />
      <Action
        quiet
        onPress={() => {
          const { where, words: text, from, to } = everything;
          change({ ...choice, where, words: text, from, to });
        }}
      >
        {words.t("desk.list.clear")}
      </Action>
    </section>
  );
}

function chipsOf(
  words: Translator,
  { form }: KnownKind,
  { choice, change, titles }: Omit<ChoiceProps, "known"> & { readonly titles: Titles },
): readonly Chip[] {
  const chipOf = (key: string, name: string, remove: () => void): Chip => ({
    key,
    name,
    shown: <bdi>{name}</bdi>,
    remove,
  });
  const typed = (["words", "from", "to"] as const).filter((name) => choice[name].trim() !== "");
  return [
    ...typed.map((name) => {
      const value = name === "words" ? choice.words : dateWords(words, choice[name].trim());
      const label = words.t("desk.list.chip", { field: words.t(`desk.list.${name}`), value });
      return chipOf(name, label, () => change({ ...choice, [name]: "" }));
    }),
    ...choice.where.flatMap((filter) => {
      const field = form.fields.find(({ name }) => name === filter.field);
      if (field === undefined) return [];
      const value = titles[filter.value] ?? facetLabel(field, filter.value, words);
      const label = words.t("desk.list.chip", { field: words.t(field.label), value });
      return [chipOf(filter.field, label, () => change(toggled(choice, filter)))];
    }),
  ];
}
