// The records that link to this one, by kind and field, and a way to begin another.
import type { LinkedRows } from "./linked-rows.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { formCommandsFrom } from "./form-commands.ts";
import { isMadeByHand } from "./made-by-hand.ts";

interface LinkedRecordsProps {
  readonly kind: string;
  readonly id: string;
  readonly linked: readonly LinkedRows[];
}

export function LinkedRecords({ kind, id, linked }: LinkedRecordsProps) {
  const { words, definitions } = useDesk();
  const begin = definitions.kinds
    .filter(({ form }) => isMadeByHand(form))
    .flatMap(({ form }) => {
      const field = form.fields.find(({ to, fixed }) => to === kind && fixed !== true);
      return field === undefined ? [] : [{ form, field: field.name }];
    });
  return (
    <section aria-labelledby="linked-title" className="linked">
      <h2 id="linked-title">{words.t("desk.record.linked")}</h2>
      {linked.length === 0 && <p className="note">{words.t("state.none")}</p>}
      {linked.map((group) => (
        <Group key={`${group.kind}.${group.field}`} group={group} />
      ))}
      <p className="actions no-print">
        {begin.map(({ form, field }) => (
          <Go key={form.kind} to={["new", form.kind, field, id]}>
            {words.t("desk.record.new", { kind: words.t(`${form.label}.one`) })}
          </Go>
        ))}
        {formCommandsFrom(definitions.commands, { kind, id }).map(({ name, field }) => (
          <Go key={name} to={["do", name, field, id]}>
            {words.t(`command.${name}`)}
          </Go>
        ))}
      </p>
    </section>
  );
}

function Group({ group }: { readonly group: LinkedRows }) {
  const { words, definitions } = useDesk();
  const known = kindNamed(definitions, group.kind);
  const labelField = known?.form.fields.find(({ name }) => name === known.view.labelField);
  return (
    <div className="card">
      <h3>{words.t(`kind.${group.kind}`)}</h3>
      <ul className="plain">
        {group.rows.map((row) => (
          <li key={row.id}>
            <a href={addressOf(row.kind, row.id)} lang={row.labelLang}>
              {labelField?.vocabulary === undefined
                ? row.label
                : codeLabel(words, labelField.vocabulary, row.label)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
