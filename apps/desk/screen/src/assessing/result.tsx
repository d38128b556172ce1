// What comes of it: how many questions have each level, and how many say nothing, as a picture and as a table. No sum, no
// mean, no rank; safeguards and signs never together.
import type { AssessmentPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { levelLabel, noInformation, ratedLevels } from "./level-words.ts";

type Distribution = AssessmentPage["distributions"][number];

export function Result({ page: { distributions, questions, finished } }: { readonly page: AssessmentPage }) {
  const { words } = useDesk();
  const isOpen = questions.every(({ how }) => how === "open");
  if (isOpen) return null;
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title">{words.t(finished === null ? "assess.result.so-far" : "assess.result")}</h2>
      <div className="card">
        {distributions.map((each) => (
          <Levels key={each.scale} distribution={each} />
        ))}
        <p className="note">{words.t("assess.result.note")}</p>
      </div>
    </section>
  );
}

interface Part {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

function Levels({ distribution }: { readonly distribution: Distribution }) {
  const { words } = useDesk();
  const { scale, rated, asked } = distribution;
  const title = words.t(`scale.${scale}`);
  const parts: readonly Part[] = [
    ...ratedLevels.map((level) => ({
      key: level,
      label: levelLabel(words, scale, level),
      count: distribution.levels[level],
    })),
    {
      key: noInformation,
      label: codeLabel(words, "assessmentLevels", noInformation),
      count: distribution.noInformation,
    },
    ...(distribution.open === 0
      ? []
      : [{ key: "open", label: words.t("assess.result.open"), count: distribution.open }]),
  ];
  return (
    <figure className="level-picture">
      <figcaption>
        <strong>{title}</strong> · {words.t("assess.result.coverage", { rated, count: asked })}
      </figcaption>
      <Squares parts={parts} />
      <table className="records">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t("answer.level")}</th>
            <th scope="col">{words.t("assess.questions")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td data-label={words.t("assess.questions")}>{numberWords(words, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A square for each question: told by its form, and in the table in words. */
function Squares({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className="squares" aria-hidden="true">
      {parts.map(({ key, label, count }) => (
        <div key={key} className="bar-line">
          <span>{label}</span>
          <span className="square-row">
            {Array.from({ length: count }, (_, at) => (
              <span key={at} className={`square ${key}`} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
