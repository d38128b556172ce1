// Filters of a list: each facet with its values and how many records have them.
import { Group } from "react-aria-components/Group";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { localeName } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { codeLabel, namedValue } from "../words/labels.ts";
import { useInstrumentTitles } from "./instrument-titles.ts";
import type { Filter } from "./list-choice.ts";

interface FacetChipsProps {
  readonly known: KnownKind;
  readonly filters: readonly Filter[];
  readonly toggle: (filter: Filter) => void;
}

const valuesAtMost = 8;

export function FacetChips({ known: { form, view }, filters, toggle }: FacetChipsProps) {
  const words = useWords();
  const fields = form.fields.filter(({ name }) => view.facets.includes(name));
  if (fields.length === 0) return null;
  return (
    <Group className="facets" aria-label={words.t("desk.list.filter")}>
      {fields.map((field) => (
        <Facet
          key={field.name}
          kind={view.kind}
          field={field}
          chosen={filters.find((filter) => filter.field === field.name)?.value ?? null}
          choose={(value) => toggle({ field: field.name, value })}
        />
      ))}
    </Group>
  );
}

interface FacetProps {
  readonly kind: string;
  readonly field: FormField;
  readonly chosen: string | null;
  readonly choose: (value: string) => void;
}

function Facet({ kind, field, chosen, choose }: FacetProps) {
  const { words } = useDesk();
  const titles = useInstrumentTitles(kind);
  const { value: tally } = useQuery<Readonly<Record<string, number>>>("record.tally", {
    kind,
    facet: field.name,
  });
  const values = Object.entries(tally ?? {})
    .filter(([value, count]) => count > 0 || value === chosen)
    .sort(([, a], [, b]) => b - a)
    .slice(0, valuesAtMost);
  if (values.length === 0) return null;
  return (
    <div className="facet">
      <span className="facet-name">{words.t(field.label)}</span>
      {values.map(([value, count]) => (
        <ToggleButton
          key={value}
          className="toggle"
          isSelected={value === chosen}
          onChange={() => choose(value)}
        >
          {titles[value] ?? facetLabel(field, value, words)}{" "}
          <span className="count">{numberWords(words, count)}</span>
        </ToggleButton>
      ))}
    </div>
  );
}

export function facetLabel(field: FormField, value: string, words: ReturnType<typeof useWords>): string {
  if (field.type === "flag") return words.t(value === "yes" ? "state.yes" : "state.no");
  if (field.names === "language") return localeName(value, words.locale);
  return field.vocabulary === undefined
    ? namedValue(words, codeLabel(words, "countries", value))
    : codeLabel(words, field.vocabulary, value);
}
