// What a record still lacks, by the names of its fields, and what in it cannot be right.
import type { RecordLacks, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";

/** Marks of the record's page say these more loudly. */
const markedAlready: readonly string[] = ["unconfirmed", "hidden-characters"];

export function Lacking({ page }: { readonly page: RecordPage }) {
  const { words, definitions } = useDesk();
  const asked = useQuery<readonly RecordLacks[]>("lacks", { record: page.id });
  const [found] = asked.value ?? [];
  if (found === undefined) return null;
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  const labelOf = (name: string): string => {
    const label = fields.find((field) => field.name === name)?.label;
    return label === undefined ? name : words.t(label);
  };
  const problems = found.problems.filter(({ problem }) => !markedAlready.includes(problem));
  const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(found.lacks.map(labelOf));
  return (
    <>
      {found.lacks.length > 0 && <p className="note">{words.t("desk.lacks.fields", { list })}</p>}
      {problems.map(({ field, problem, what }) => (
        <p key={`${field} ${problem}`} className="waits">
          {words.t(`desk.lacks.${problem}`, {
            field: labelOf(field),
            what: problem === "needs" ? what.map(labelOf).join(" · ") : what.join(" · "),
          })}
        </p>
      ))}
    </>
  );
}
