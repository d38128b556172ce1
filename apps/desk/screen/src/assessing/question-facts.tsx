// What belongs to a question beside its words: what counts as evidence, and where the question comes from, read or not.
import type { InstrumentPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { textOr } from "../words/labels.ts";
import { InstrumentText, type Question } from "./instrument-texts.tsx";

interface QuestionFactsProps {
  readonly instrument: InstrumentPage;
  readonly question: Question;
}

/** What may be brought forward for an answer. */
export function CountsAsEvidence({ instrument, question }: QuestionFactsProps) {
  const words = useWords();
  return (
    <dl className="face">
      <dt>{words.t("assess.evidence")}</dt>
      <dd>
        <InstrumentText of={instrument} path={`${question.id}.evidence`} text={question.evidence} />
      </dd>
    </dl>
  );
}

export function QuestionOrigin({ instrument, question }: QuestionFactsProps) {
  const words = useWords();
  return (
    <dl className="face">
      <dt>{words.t("assess.sources")}</dt>
      <dd>
        <Sources instrument={instrument} question={question} />
      </dd>
      {question.criteria.length > 0 && (
        <>
          <dt>{words.t("assess.criteria")}</dt>
          <dd>
            {question.criteria.map((each) => textOr(words, `criterion.${each}.text`, each)).join(" · ")}
          </dd>
        </>
      )}
    </dl>
  );
}

function Sources({ instrument, question: { sources } }: QuestionFactsProps) {
  const words = useWords();
  return (
    <ul className="inline-list">
      {sources.map((source, at) => {
        const known = "key" in source ? instrument.sources[source.key] : source;
        return (
          <li key={at}>
            <bdi lang={instrument.lang}>
              {known?.title}
              {source.place !== undefined && `, ${source.place}`}
            </bdi>{" "}
            <small className={source.confirmed ? "verified" : "waits"}>
              {words.t(source.confirmed ? "assess.source.read" : "assess.source.unread")}
            </small>
            {known?.url !== undefined && (
              <>
                {" "}
                <small>
                  <bdi dir="ltr">{known.url}</bdi>
                </small>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
