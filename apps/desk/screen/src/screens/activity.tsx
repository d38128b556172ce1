// Who did what when, from the log, newest first, by the page; what was one act stands as one line.
import { useState } from "react";
import type { ActivityPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { useMore } from "../parts/more-pages.ts";
import { Waiting } from "../parts/waiting.tsx";
import { HistoryLine } from "../records/history.tsx";
import { addressOf } from "../router.ts";
import { ImportList } from "../tables/import-list.tsx";
import { deviceWords } from "../words/device-words.ts";
import { labelOfRecord } from "../words/label-of-record.ts";
import { textOr } from "../words/labels.ts";

type Row = ActivityPage["rows"][number];

const filters = ["kind", "act", "device"] as const;
type Chosen = Readonly<Record<(typeof filters)[number], string>>;

export function Activity() {
  const { words, definitions } = useDesk();
  const [chosen, setChosen] = useState<Chosen>({ kind: "", act: "", device: "" });
  const [devices, setDevices] = useState<readonly string[]>([]);
  const input = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
  const asked = useQuery<ActivityPage>("activity", input);
  const log = useMore("activity", input, asked.value);
  const met = [...new Set([...devices, ...log.rows.map(({ entry }) => entry.device)])];
  // Those that were met so far: only they can be chosen.
  if (met.length > devices.length) setDevices(met);
  const choices: Readonly<Record<keyof Chosen, readonly (readonly [id: string, label: string])[]>> = {
    kind: definitions.kinds.map(({ form }) => [form.kind, textOr(words, form.label, form.kind)]),
    act: definitions.commands.map(({ name }) => [name, words.t(`command.${name}`)]),
    device: devices.map((name) => [name, name]),
  };
  return (
    <article className="page">
      <h1>{words.t("desk.activity.title")}</h1>
      <p className="note">{words.t("desk.log.note")}</p>
      <div className="filters no-print">
        {filters.map((name) => (
          <SelectField
            key={name}
            label={words.t(`desk.log.${name}`)}
            value={chosen[name]}
            empty={words.t("desk.outputs.all")}
            choices={choices[name].map(([id, label]) => ({ id, label }))}
            choose={(value) => setChosen((last) => ({ ...last, [name]: value }))}
          />
        ))}
      </div>
      {asked.value === null ? (
        <Waiting error={asked.error} />
      ) : (
        <Log rows={log.rows} looked={asked.value.looked} />
      )}
      {log.next !== null && (
        <p className="actions no-print">
          <Action quiet isDisabled={log.isBusy} onPress={log.loadMore}>
            {words.t("desk.log.further")}
          </Action>
        </p>
      )}
      <ImportList />
    </article>
  );
}

interface LogProps {
  readonly rows: readonly Row[];
  /** For the first page. */
  readonly looked: number;
}

function Log({ rows, looked }: LogProps) {
  const { words } = useDesk();
  if (rows.length === 0)
    return (
      <p className="note">
        {words.t("desk.log.none")} {words.t("desk.log.looked", { count: looked })}
      </p>
    );
  return (
    <ol className="card plain activity">
      {actsIn(rows).map((act) => (
        <Act key={`${act[0]?.entry.commit ?? ""} ${act[0]?.record ?? ""}`} act={act} />
      ))}
    </ol>
  );
}

/** Operations of one commit belong to one act of a person. */
function actsIn(rows: readonly Row[]): readonly (readonly Row[])[] {
  const acts: Row[][] = [];
  for (const row of rows) {
    const last = acts.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first?.entry.commit === row.entry.commit && first.entry.act === row.entry.act)
      last.push(row);
    else acts.push([row]);
  }
  return acts;
}

/** Records that are named; the others of the act are counted. */
const named = 3;

function Act({ act }: { readonly act: readonly Row[] }) {
  const desk = useDesk();
  const { words } = desk;
  const [first] = act;
  if (first === undefined) return null;
  const records = [...new Map(act.map((row) => [row.record, row])).values()];
  return (
    <li>
      <span>
        <HistoryLine
          kind={first.kind}
          entry={act.length === 1 ? first.entry : { ...first.entry, changes: [] }}
        />
      </span>
      <span>
        {records.slice(0, named).map(({ record, kind, label, question }, index) => (
          <span key={record}>
            {index > 0 && " · "}
            <a href={addressOf(kind, record)}>
              <bdi>
                {label === ""
                  ? textOr(words, `kind.${kind}.one`, kind)
                  : labelOfRecord(desk, {
                      kind,
                      label: deviceWords(desk, label),
                      ...(question && { question }),
                    })}
              </bdi>
            </a>
          </span>
        ))}
        {records.length > named && (
          <small> {words.t("desk.log.more", { count: records.length - named })}</small>
        )}
      </span>
    </li>
  );
}
