// The records that link to this one, by kind and field, and a way to begin another.
import { useId, useState } from "react";
import { useAction } from "../asking.ts";
import type { LinkedRows } from "./linked-rows.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Part } from "../beside/part.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { labelOfRecord } from "../words/label-of-record.ts";
import { formCommandsFrom } from "./form-commands.ts";
import { isMadeByHand } from "./made-by-hand.ts";

interface LinkedRecordsProps {
  readonly kind: string;
  readonly id: string;
  readonly linked: readonly LinkedRows[];
}

export function LinkedRecords({ kind, id, linked }: LinkedRecordsProps) {
  const { words, definitions } = useDesk();
  const title = useId();
  const begin = definitions.kinds
    .filter(({ form }) => isMadeByHand(form))
    .flatMap(({ form }) => {
      const field = form.fields.find(({ to, fixed }) => to === kind && fixed !== true);
      return field === undefined ? [] : [{ form, field: field.name }];
    });
  return (
    <Part labelledBy={title} className="linked">
      <h2 id={title}>{words.t("desk.record.linked")}</h2>
      {linked.length === 0 && <p className="note">{words.t("state.none")}</p>}
      {linked.map((group) => (
        <Group key={`${group.kind}.${group.field}`} id={id} group={group} />
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
    </Part>
  );
}

interface GroupProps {
  readonly id: string;
  readonly group: LinkedRows;
}

function Group({ id, group }: GroupProps) {
  const desk = useDesk();
  const { words } = desk;
  const { rows, isBusy, loadMore } = useLinkedRows(id, group);
  return (
    <div className="card">
      <h3>
        {words.t("desk.list.name", {
          list: words.t(`kind.${group.kind}`),
          count: numberWords(words, group.total),
        })}
      </h3>
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={addressOf(row.kind, row.id)} lang={row.labelLang}>
              <bdi>{labelOfRecord(desk, row)}</bdi>
            </a>
            <Ends ends={row.ends} />
          </li>
        ))}
      </ul>
      {rows.length < group.total && (
        <p className="actions no-print">
          <span className="note">
            {words.t("desk.list.shown", { shown: rows.length, count: group.total })}
          </span>
          <Action quiet isDisabled={isBusy} onPress={loadMore}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </div>
  );
}

/** Who or what a part in something is about. */
function Ends({ ends = [] }: { readonly ends: LinkedRows["rows"][number]["ends"] }) {
  const desk = useDesk();
  if (ends.length === 0) return null;
  return (
    <span>
      {ends.map((end, index) => (
        <span key={end.id}>
          {index > 0 && " · "}
          <a href={addressOf(end.kind, end.id)}>
            <bdi>{labelOfRecord(desk, end)}</bdi>
          </a>
        </span>
      ))}
    </span>
  );
}

interface More {
  readonly behind: LinkedRows;
  readonly rows: LinkedRows["rows"];
}

/** Those of the page, and further ones as they are asked for; they begin anew when the page does. */
function useLinkedRows(id: string, group: LinkedRows) {
  const { api } = useDesk();
  const { run, isBusy } = useAction();
  const [more, setMore] = useState<More | null>(null);
  const rows = more?.behind === group ? more.rows : group.rows;
  const loadMore = (): void =>
    run(async () => {
      const { kind, field } = group;
      const asked = { record: id, kind, field, after: rows.length };
      const next = await api.ask<LinkedRows["rows"]>("record.linked", asked);
      setMore({ behind: group, rows: [...rows, ...next] });
    });
  return { rows, isBusy, loadMore };
}
