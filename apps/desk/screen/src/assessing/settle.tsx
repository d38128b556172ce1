// One difference between raters: what they agreed on in the end, why, and who goes on to see it otherwise.
import type { AssessedQuestion } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { QuickForm, type Values } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";
import type { AssessingProps } from "./assessing-props.ts";
import type { Question } from "./instrument-texts.tsx";
import { levelLabel } from "./level-words.ts";
import { Levels } from "./levels.tsx";

interface SettleProps extends AssessingProps {
  readonly question: Question;
  readonly answered: AssessedQuestion;
}

export function Settle({ page, instrument, question, answered }: SettleProps) {
  const desk = useDesk();
  const { words, api } = desk;
  const { assessment, finished } = page;
  const { settlement } = answered;
  return (
    <>
      {settlement !== null && <Settled settlement={settlement} scale={question.scale} />}
      {finished === null && (
        <QuickForm
          page={{ kind: "assessment", id: assessment, labels: page.labels }}
          name={`settle-${question.id}`}
          title={words.t(settlement === null ? "assess.settle" : "assess.settle.again")}
          note={words.t("assess.settle.note")}
          fields={someFields(desk, "settlement", {
            names: ["level", "reasons", "dissent"],
            required: ["level", "reasons"],
          })}
          starting={startingFrom(settlement)}
          draw={({ name, label }, { value, save }) =>
            name !== "level" ? null : (
              <fieldset className="level-choice">
                <legend>{words.t(label)}</legend>
                <Levels
                  instrument={instrument}
                  question={question}
                  value={typeof value === "string" ? value : null}
                  choose={(level) => save({ set: level })}
                />
              </fieldset>
            )
          }
          submit={words.t("assess.settle.act")}
          send={(values) =>
            api.run("assessment.settle", { ...values, assessment, question: answered.question })
          }
        />
      )}
    </>
  );
}

type Settlement = NonNullable<AssessedQuestion["settlement"]>;

function startingFrom(settlement: Settlement | null): Values {
  if (settlement === null) return {};
  const { level, reasons, dissent } = settlement;
  return {
    ...(level === null ? {} : { level }),
    ...(reasons === null ? {} : { reasons: { ...reasons } }),
    ...(dissent === null ? {} : { dissent: { ...dissent } }),
  };
}

interface SettledProps {
  readonly settlement: Settlement;
  readonly scale: string;
}

function Settled({ settlement: { level, reasons, dissent }, scale }: SettledProps) {
  const { words } = useDesk();
  return (
    <dl className="face settled">
      <dt>{words.t("assess.settled")}</dt>
      <dd>
        <strong>{level === null ? words.t("state.empty") : levelLabel(words, scale, level)}</strong>
      </dd>
      {reasons !== null && (
        <>
          <dt>{words.t("settlement.reasons")}</dt>
          <dd className="said" lang={reasons.lang} dir="auto">
            {reasons.text}
          </dd>
        </>
      )}
      {dissent !== null && (
        <>
          <dt>{words.t("settlement.dissent")}</dt>
          <dd className="said" lang={dissent.lang} dir="auto">
            {dissent.text}
          </dd>
        </>
      )}
    </dl>
  );
}
