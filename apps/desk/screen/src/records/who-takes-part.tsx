// Who takes part in an incident, at the top of its page: each opens beside it, and so does adding somebody.
import { useId } from "react";
import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";

const partIn = "involvement";
/** Field of a part that links to each of these. */
const fields: Readonly<Record<string, string>> = { incident: "incident" };

/** The first of them; where there are more, the list below has the rest. */
const shown = 12;

export function WhoTakesPart({ page }: { readonly page: RecordPage }) {
  const { words } = useDesk();
  const title = useId();
  const field = fields[page.kind];
  if (field === undefined) return null;
  const group = page.linked.find((each) => each.kind === partIn && each.field === field);
  const parts = group?.rows ?? [];
  return (
    <section className="who" aria-labelledby={title}>
      <h2 id={title}>{words.t("desk.case.who")}</h2>
      {parts.length === 0 && <p className="note">{words.t("desk.who.none")}</p>}
      <ul className="tags">
        {parts.slice(0, shown).map(({ id, label, ends: [end] = [] }) => (
          <li key={id} className="tag">
            <a href={end === undefined ? addressOf(partIn, id) : addressOf(end.kind, end.id)}>
              <bdi>{end?.label ?? words.t("desk.case.unknown")}</bdi>
            </a>{" "}
            <small>{codeLabel(words, "roles", label)}</small>
          </li>
        ))}
      </ul>
      {group !== undefined && group.total > shown && (
        <p className="note">{words.t("desk.list.shown", { shown, count: group.total })}</p>
      )}
      <p className="actions no-print">
        <Go to={["new", partIn, field, page.id]}>{words.t("desk.who.add")}</Go>
      </p>
    </section>
  );
}
