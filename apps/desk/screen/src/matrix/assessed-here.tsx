// Assessments that ask about the place: by which instrument, for when, whether they are final, and how many questions have
// which level. Levels are words; nothing of them is added up.
import type { MatrixAssessment, MatrixPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";

export function AssessedHere({ page: { assessments, assessed } }: { readonly page: MatrixPage }) {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="assessed-title">
      <h2 id="assessed-title">{words.t("kind.assessment")}</h2>
      {assessed === 0 && <p className="note">{words.t("desk.matrix.not-assessed")}</p>}
      <ul className="plain assessed">
        {assessments.map((each) => (
          <li key={each.record}>
            <a href={addressOf("assessment", each.record)}>
              <bdi>{each.label}</bdi>
            </a>
            <Face assessment={each} />
          </li>
        ))}
      </ul>
      {assessed > assessments.length && (
        <p className="note">
          {words.t("desk.counts.behind.more", { shown: assessments.length, total: assessed })}
        </p>
      )}
    </section>
  );
}

function Face({ assessment }: { readonly assessment: MatrixAssessment }) {
  const { words } = useDesk();
  const { instrument, version, title, period, finished, levels } = assessment;
  return (
    <div>
      <p className="note">
        <bdi lang={title?.lang}>{title?.text ?? instrument}</bdi>
        {version !== null && ` · ${words.t("desk.matrix.version", { version })}`}
        {period !== null && ` · ${dateWords(words, period)}`}
        {" · "}
        {finished === null
          ? words.t("desk.matrix.open")
          : words.t("desk.matrix.final", { day: dateWords(words, finished.slice(0, 10)) })}
      </p>
      {levels === null && <p className="note">{words.t("desk.matrix.levels.none")}</p>}
      {levels?.map(({ scale, levels: by, noInformation, open, asked }) => (
        <p key={scale}>
          {words.t("desk.matrix.levels", {
            met: by.met,
            partly: by.partly,
            not: by["not-met"],
            unknown: noInformation,
            open,
            asked,
          })}
        </p>
      ))}
    </div>
  );
}
