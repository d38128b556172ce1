import { useDesk } from "../desk.tsx";
import { shownColumns } from "./list-choice.ts";
import type { ChoiceProps } from "./list-filters.tsx";

/** Which fields are columns; the one by which people know a record always is. */
export function ListColumns({ known: { form, view }, choice, change }: ChoiceProps) {
  const { words } = useDesk();
  const shown = shownColumns(view, choice);
  const toggle = (name: string): void => {
    const next = shown.includes(name) ? shown.filter((each) => each !== name) : [...shown, name];
    // In the order of the definition, whatever was ticked first.
    change({ ...choice, columns: view.choices.filter((each) => next.includes(each)) });
  };
  return (
    <details className="list-columns no-print">
      <summary>{words.t("desk.list.columns")}</summary>
      <fieldset className="checks">
        <legend className="hidden">{words.t("desk.list.columns")}</legend>
        {form.fields
          .filter(({ name }) => view.choices.includes(name) && name !== view.labelField)
          .map(({ name, label }) => (
            <label key={name} className="check">
              <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} />
              {words.t(label)}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
