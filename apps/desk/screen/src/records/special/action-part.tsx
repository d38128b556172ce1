// What was done about an attack: to whom and when, what came back or for how long nothing did, what is due next, and whether
// somebody was punished for it.
import type { DueRow } from "@tocsin/workspace";
import type { Acknowledged } from "../../api/contract/work.ts";
import { useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { useNow } from "../../parts/now.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { addressOf } from "../../router.ts";
import { dateWords } from "../../words/date-words.ts";
import { codeLabel } from "../../words/labels.ts";
import { answerState, answerWords } from "./answer-words.ts";
import { dayClass, dayState, leftWords } from "./day-words.ts";
import { Facts } from "./facts.tsx";
import { QuickForm, type Values } from "./quick-form.tsx";
import { someFields } from "./some-fields.ts";
import type { SpecialProps } from "./special-props.ts";
import { today } from "./today.ts";

const facts = ["actionKind", "addressee", "organisation", "sent", "replied", "result", "case", "incidents"];

export function ActionPart({ page }: SpecialProps) {
  const { words } = useDesk();
  return (
    <section className="special" aria-label={words.t("special.action")}>
      <Reprisal page={page} />
      <div className="cols even">
        <div>
          <h2>{words.t("special.facts")}</h2>
          <div className="card">
            <Facts page={page} fields={facts} />
          </div>
        </div>
        <div>
          <h2>{words.t("special.action.answer")}</h2>
          <Answer page={page} />
          <RecordReply page={page} />
        </div>
      </div>
      <DueNext page={page} />
    </section>
  );
}

function Answer({ page: { values } }: SpecialProps) {
  const { words } = useDesk();
  const now = useNow(60_000);
  const state = answerState(values);
  const { result } = values;
  return (
    <div className="card">
      <p className={state === "waiting" ? "waits" : ""}>
        <strong>{answerWords(words, values, now)}</strong>
      </p>
      {typeof result === "string" && (
        <p>
          {words.t("action.result")}: {codeLabel(words, "actionResults", result)}
        </p>
      )}
    </div>
  );
}

function RecordReply({ page }: SpecialProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const fields = someFields(desk, "action", { names: ["replied", "result", "reply"], required: ["replied"] });
  const send = (values: Values): Promise<Acknowledged> =>
    api.run("record.change", {
      record: page.id,
      patch: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }])),
    });
  if (page.values["replied"] !== undefined) return null;
  return (
    <QuickForm
      page={page}
      name="reply"
      title={words.t("special.action.reply")}
      fields={fields}
      starting={{ replied: today(), result: "answered" }}
      submit={words.t("special.action.reply")}
      send={send}
      undo={({ at }) => api.run("record.undo", { record: page.id, at })}
    />
  );
}

/** Whoever was punished for it comes first. */
function Reprisal({ page }: SpecialProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const { reprisal, reprisalIncident, result } = page.values;
  const incident = typeof reprisalIncident === "string" ? reprisalIncident : null;
  const isSo = reprisal === true || result === "reprisal" || incident !== null;
  const form = incident === null && (
    <QuickForm
      page={page}
      name="reprisal"
      title={words.t("special.reprisal.tell")}
      note={words.t("special.reprisal.note")}
      fields={someFields(desk, "incident", { names: ["title", "when", "acts", "narrative"] })}
      submit={words.t("command.action.reprisal")}
      send={(values) => api.run("action.reprisal", { action: page.id, ...values })}
    />
  );
  if (!isSo) return form;
  return (
    <div className="card reprisal">
      <p className="danger">
        <strong>{words.t("special.reprisal")}</strong>
      </p>
      {incident === null ? (
        <p>{words.t("special.reprisal.no-incident")}</p>
      ) : (
        <p>
          {words.t("action.reprisalIncident")}:{" "}
          <a href={addressOf("incident", incident)}>
            <bdi>{page.labels[incident]?.label ?? words.t("kind.incident.one")}</bdi>
          </a>
        </p>
      )}
      {form}
    </div>
  );
}

/** What somebody has to do about it, and one more. */
function DueNext({ page }: SpecialProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const now = useNow(60_000);
  const asked = useQuery<readonly DueRow[]>("due.about", { record: page.id });
  const { case: ofCase } = page.values;
  const add = (values: Values): Promise<Acknowledged> =>
    api.run("record.create", {
      kind: "task",
      values: { ...values, about: page.id, ...(ofCase === undefined ? {} : { case: ofCase }) },
    });
  return (
    <>
      <h2>{words.t("special.action.due")}</h2>
      {asked.value === null ? (
        <Waiting error={asked.error} />
      ) : (
        <ul className="card plain">
          {asked.value.length === 0 && <li className="note">{words.t("special.action.due.none")}</li>}
          {asked.value.map((row) => {
            const due = { kind: row.kind, day: row.day, zone: row.zone, done: null };
            return (
              <li key={row.id}>
                <a href={addressOf(row.kind, row.id)}>
                  <bdi>{row.label}</bdi>
                </a>
                <small className={dayClass(dayState(due, now))}>
                  {row.day !== null && <>{dateWords(words, row.day)} · </>}
                  {leftWords(words, due, now)}
                </small>
              </li>
            );
          })}
        </ul>
      )}
      <QuickForm
        page={page}
        name="task"
        title={words.t("desk.record.new", { kind: words.t("kind.task.one") })}
        fields={someFields(desk, "task", { names: ["title", "due", "who"] })}
        submit={words.t("action.add")}
        send={add}
      />
    </>
  );
}
