// What a workshop on a questionnaire needs on paper: an agenda for up to three days, a list of who is there without legal names, and
// sheets for notes whose numbers are those of the screen where they are typed in. What is typed here is printed and not kept.
import { useState } from "react";
import type { PaperQuestion, QuestionnairePaper } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { attributions, reuses } from "./paper-words.ts";

const parts = [1, 2, 3, 4] as const;

export function WorkshopKit({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const [name, setName] = useState("");
  const [days, setDays] = useState(1);
  const [people, setPeople] = useState(12);
  const { value: paper, error } = useQuery<QuestionnairePaper>("questionnaire.paper", {
    questionnaire: id,
    language: words.locale,
  });
  if (paper === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.questionnaire"), to: ["list", "questionnaire"] },
          { label: words.t("kind.questionnaire.one"), to: ["questionnaire", id] },
        ]}
      />
      <h1>{words.t("voices.kit.title")}</h1>
      <div className="no-print">
        <p>{words.t("voices.kit.about")}</p>
        <FormField label={words.t("voices.kit.name")} value={name} change={setName} />
        <Choice label={words.t("voices.kit.days")} of={[1, 2, 3]} value={days} change={setDays} />
        <Choice
          label={words.t("voices.kit.people")}
          of={[12, 24, 36, 48]}
          value={people}
          change={setPeople}
        />
        <p className="actions">
          <Action primary onPress={() => print()}>
            {words.t("voices.paper.print")}
          </Action>
          <Go to={["questionnaire", id, "enter"]}>{words.t("voices.enter.title")}</Go>
          <Go to={["questionnaire", id, "paper"]}>{words.t("voices.paper.title")}</Go>
        </p>
      </div>
      {name !== "" && (
        <p>
          <strong dir="auto">{name}</strong>
        </p>
      )}
      <Agenda days={days} />
      <Attendance people={people} />
      <Notes questions={paper.questions} />
    </article>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly of: readonly number[];
  readonly value: number;
  readonly change: (value: number) => void;
}

function Choice({ label, of, value, change }: ChoiceProps) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={(event) => change(Number(event.target.value))}>
        {of.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

function Agenda({ days }: { readonly days: number }) {
  const words = useWords();
  return (
    <section aria-label={words.t("voices.kit.agenda")}>
      <h2>{words.t("voices.kit.agenda")}</h2>
      <p>{words.t("voices.kit.agenda.before")}</p>
      {[1, 2, 3].slice(0, days).map((day) => (
        <div key={day}>
          <h3>{words.t("voices.kit.day", { day })}</h3>
          <ol>
            {parts.map((part) => (
              <li key={part}>{words.t(`voices.kit.day.${day}.${part}`)}</li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Attendance({ people }: { readonly people: number }) {
  const words = useWords();
  const heads = ["number", "called", "region", "quote", "attribution", "reuse"];
  return (
    <section className="paper-question" aria-label={words.t("voices.kit.who")}>
      <h2>{words.t("voices.kit.who")}</h2>
      <p>{words.t("voices.kit.who.about")}</p>
      <Letters />
      <div className="scroll">
        <table className="counts">
          <thead>
            <tr>
              {heads.map((each) => (
                <th key={each} scope="col">
                  {words.t(`voices.kit.who.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: people }, (_, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                {heads.slice(1).map((each) => (
                  <td key={each}>{each === "quote" ? "☐" : ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The letters that stand for what somebody allows, as on the sheet of the questionnaire. */
function Letters() {
  const words = useWords();
  const list = (vocabulary: string, codes: readonly string[]): string =>
    codes.map((code, at) => `${at + 1} ${words.t(`${vocabulary}.${code}.label`)}`).join(" · ");
  return (
    <p className="note">
      {list("attributions", attributions)}
      <br />
      {list("reuses", reuses)}
    </p>
  );
}

/** Only what is answered in words: the rest is quicker on the sheet itself. */
function Notes({ questions }: { readonly questions: readonly PaperQuestion[] }) {
  const words = useWords();
  const worded = questions.flatMap((each) => (each.inside.length > 0 ? each.inside : [each]));
  const heads = ["speaker", "words", "allows"];
  return (
    <section className="paper-question" aria-label={words.t("voices.kit.notes")}>
      <h2>{words.t("voices.kit.notes")}</h2>
      <p>{words.t("voices.kit.notes.about")}</p>
      {worded
        .filter(({ type }) => type === "long" || type === "text")
        .map(({ id, number, text }) => (
          <div key={id} className="scroll">
            <table className="counts">
              <caption>
                <bdi>{number}</bdi>{" "}
                <span lang={text.lang} dir="auto">
                  {text.text}
                </span>
              </caption>
              <thead>
                <tr>
                  {heads.map((each) => (
                    <th key={each} scope="col">
                      {words.t(`voices.kit.notes.${each}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[1, 2, 3, 4].map((row) => (
                  <tr key={row}>
                    {heads.map((each) => (
                      // A cell to write in by hand: empty on purpose.
                      // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                      <td key={each} className="to-write" />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
    </section>
  );
}
