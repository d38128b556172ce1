// Answer files are dropped or chosen, taken in one after the other, and each says what became of it.
import { useState } from "react";
import type { ImportedAnswer } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import { addressOf } from "../router.ts";

interface Told {
  readonly name: string;
  readonly outcome: ImportedAnswer;
}

export function TakeAnswers() {
  const { words, api, changed, announce } = useDesk();
  const { run, isBusy } = useAction();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [total, setTotal] = useState(0);
  const [isOver, setOver] = useState(false);
  const take = (files: readonly File[]): void => {
    if (files.length === 0 || isBusy) return;
    setTotal(files.length);
    setTold([]);
    run(async () => {
      for (const file of files) {
        const outcome = await api.takeAnswer(file);
        setTold((last) => [...last, { name: file.name, outcome }]);
      }
      changed();
      announce(words.t("voices.desk.done", { count: files.length }));
    });
  };
  return (
    <section className="no-print" aria-label={words.t("command.questionnaire.import")}>
      <div
        className={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <p>{words.t("voices.desk.drop")}</p>
        <p className="actions">
          <label className="btn file">
            {words.t("voices.desk.choose")}
            <input
              type="file"
              multiple
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
          </label>
        </p>
      </div>
      {isBusy && <Progress done={told.length} total={total} />}
      <Outcomes told={told} />
    </section>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { words } = useDesk();
  return (
    <ProgressLine
      name={words.t("command.questionnaire.import")}
      text={words.t("voices.desk.progress", { done, total })}
      done={done}
      total={total}
    />
  );
}

function Outcomes({ told }: { readonly told: readonly Told[] }) {
  return (
    <ul className="plain">
      {told.map(({ name, outcome }, at) => (
        <li key={`${at} ${name}`}>
          <bdi>{name}</bdi> <Outcome outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportedAnswer }) {
  const { words } = useDesk();
  if (outcome.outcome === "refused")
    return (
      <strong className="waits">
        {words.t(`voices.refused.${outcome.reason}`)} {words.t("voices.left-alone")}
      </strong>
    );
  return (
    <a href={addressOf("contribution", outcome.record)}>
      {words.t(outcome.outcome === "taken" ? "voices.desk.taken" : "voices.desk.known")}
    </a>
  );
}
