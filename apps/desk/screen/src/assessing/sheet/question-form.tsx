// One question: its levels, reasons, evidence, and what they themselves say. It saves itself, and says so.
import { useEffect, useId, useState, useSyncExternalStore, type FocusEvent } from "react";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { AssessmentPage, InstrumentPage } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";
import { FieldEditor } from "../../fields/field-editor.tsx";
import { FieldReading } from "../../fields/field-reading.tsx";
import { Behind, Contest } from "../../records/contest.tsx";
import type { FieldSaves, SavesShown } from "../../records/field-saves.ts";
import { NeedNote } from "../../records/need-note.tsx";
import { patchedValues } from "../../records/needs.ts";
import { someFields } from "../../records/special/some-fields.ts";
import { useWarning } from "../../unsent/leaving-warning.ts";
import { InstrumentText } from "../instrument-texts.tsx";
import { Levels } from "../levels.tsx";
import { CountsAsEvidence, QuestionOrigin } from "../question-facts.tsx";
import { useAnswerSaves, type AnswerValues } from "./answer-saves.ts";
import type { Asked } from "./asked.ts";

interface QuestionFormProps {
  readonly asked: Asked;
  readonly page: AssessmentPage;
  readonly instrument: InstrumentPage;
  readonly rating: string;
  readonly isClosed: boolean;
}

/** After the last key, as on the page of a record. */
const delay = 1200;

export function QuestionForm(props: QuestionFormProps) {
  const { asked, page, instrument, rating, isClosed } = props;
  const { question, at } = asked;
  const desk = useDesk();
  const { words } = desk;
  const id = useId();
  const fields = someFields(desk, "answer", {
    names: [
      "level",
      "reasons",
      "evidence",
      "confidential",
      "statedReason",
      ...(question.deadline ? ["due", "zone"] : []),
    ],
  });
  const { saves, values } = useAnswerSaves({ page, rating, question: question.id, fields });
  const shown = useSyncExternalStore(saves.subscribe, saves.shown);
  useWarning(shown.phase !== "saved");
  return (
    <section className="card question" data-question={at} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {at + 1}. <InstrumentText of={instrument} path={`${question.id}.text`} text={question.text} />
      </h2>
      <p id={`${id}-help`}>
        <InstrumentText of={instrument} path={`${question.id}.help`} text={question.help} />
      </p>
      <CountsAsEvidence instrument={instrument} question={question} />
      <Applies asked={asked} />
      {isClosed ? (
        <Read fields={fields} values={values} page={page} />
      ) : (
        <Write {...{ id, fields, values, page, instrument, question, saves, shown }} />
      )}
      <details className="facts">
        <summary>{words.t("assess.origin")}</summary>
        <QuestionOrigin instrument={instrument} question={question} />
      </details>
    </section>
  );
}

function Applies({ asked: { answer } }: Pick<QuestionFormProps, "asked">) {
  const { words } = useDesk();
  if (answer === undefined || answer.applies === "yes") return null;
  return <p className="waits">{words.t(`assess.applies.${answer.applies}`)}</p>;
}

interface ReadProps {
  readonly fields: readonly FormField[];
  readonly values: AnswerValues;
  readonly page: AssessmentPage;
}

function Read({ fields, values, page }: ReadProps) {
  return fields.map((field) => (
    <FieldReading key={field.name} field={field} value={values[field.name]} labels={page.labels} />
  ));
}

interface WriteProps extends ReadProps {
  readonly id: string;
  readonly instrument: InstrumentPage;
  readonly question: Asked["question"];
  readonly saves: FieldSaves;
  readonly shown: SavesShown;
}

function Write({ id, fields, values, page, instrument, question, saves, shown }: WriteProps) {
  const { words } = useDesk();
  const standing = patchedValues(values, shown.held);
  const [level, choose] = useChosen(standing["level"], saves);
  return (
    <div className="fields">
      {shown.contested["level"] !== undefined && (
        <Conflicts name="level" {...{ fields, values, page, saves, shown }} />
      )}
      <fieldset className="level-choice" aria-labelledby={`${id}-title`} aria-describedby={`${id}-help`}>
        <Levels instrument={instrument} question={question} value={level} choose={choose} />
      </fieldset>
      {fields
        .filter(({ name }) => name !== "level")
        .map((field) => (
          <Place key={field.name} {...{ field, fields, page, saves, shown }} values={standing} />
        ))}
      <output>
        <span className={shown.phase === "late" ? "waits" : "note"}>
          {words.t(shown.phase === "late" ? "desk.record.late" : "desk.record.saves-itself")}
        </span>
      </output>
    </div>
  );
}

/** What was chosen stands at once, until it is what the sheet says, or until that has had its time to. */
function useChosen(
  stands: Json | undefined,
  saves: FieldSaves,
): readonly [string | null, (level: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  if (chosen !== null && chosen === stands) setChosen(null);
  useEffect(() => {
    if (chosen === null) return undefined;
    const timer = setInterval(() => saves.shown().phase === "saved" && setChosen(null), settledAfter);
    return () => clearInterval(timer);
  }, [chosen, saves]);
  const choose = (level: string): void => {
    setChosen(level);
    saves.begin("level");
    saves.save("level", { set: level });
    saves.leave("level");
  };
  return [chosen ?? (typeof stands === "string" ? stands : null), choose];
}

const settledAfter = 3000;

interface PlaceProps extends ReadProps {
  readonly field: FormField;
  readonly saves: FieldSaves;
  readonly shown: SavesShown;
}

function Place({ field, fields, values, page, saves, shown }: PlaceProps) {
  const { name } = field;
  const [round, setRound] = useState(0);
  const half = shown.half[name];
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget) && saves.leave(name)) setRound((last) => last + 1);
  };
  return (
    <div className="field-place" onInputCapture={() => saves.begin(name)} onBlur={leave}>
      <Conflicts
        {...{ name, fields, values, page, saves, shown }}
        settled={() => setRound((last) => last + 1)}
      />
      <FieldEditor
        key={round}
        field={field}
        value={values[name]}
        labels={page.labels}
        delay={delay}
        save={(change) => saves.save(name, change)}
        {...(half === undefined ? {} : { half })}
        keepHalf={(text) => saves.keepHalf(name, text)}
      />
      <NeedNote field={field} fields={fields} values={values} />
    </div>
  );
}

interface ConflictsProps extends ReadProps {
  readonly name: string;
  readonly saves: FieldSaves;
  readonly shown: SavesShown;
  readonly settled?: () => void;
}

/** Another window wrote here too: both stand, and a person decides. */
function Conflicts({ name, fields, values, page, saves, shown, settled }: ConflictsProps) {
  const field = fields.find((each) => each.name === name);
  const contested = shown.contested[name];
  if (field === undefined) return null;
  const settle = async (keep: Json): Promise<void> => {
    await saves.settle(name, keep);
    settled?.();
  };
  const around = { values, labels: page.labels };
  return (
    <>
      {contested !== undefined && (
        <Contest field={field} contested={contested} page={around} settle={settle} />
      )}
      {shown.behind.includes(name) && <Behind field={field} page={around} />}
    </>
  );
}
