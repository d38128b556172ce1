// What raters answered, side by side, once all sheets are closed: how far they agreed, then the questions on which they
// differ, then the others.
import type { AssessedQuestion, AssessmentPage, ShownAnswer } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { Agreement } from "./agreement.tsx";
import type { AssessingProps } from "./assessing-props.ts";
import { InstrumentText, type Question } from "./instrument-texts.tsx";
import { levelLabel } from "./level-words.ts";
import { NamedLinks } from "./named-links.tsx";
import { Settle } from "./settle.tsx";

export function Compared({ page, instrument }: AssessingProps) {
  const { words } = useDesk();
  const closed = page.sheets.length > 0 && page.sheets.every((sheet) => sheet.closed !== null);
  if (!closed) return null;
  const of = (...hows: readonly AssessedQuestion["how"][]): readonly AssessedQuestion[] =>
    page.questions.filter(({ how }) => hows.includes(how));
  const groups = [
    ["differences", of("differs", "settled")],
    ["agreed", of("agreed", "lone")],
    ["not-asked", of("not-asked")],
  ] as const;
  return (
    <>
      {page.agreement !== null && <Agreement agreement={page.agreement} />}
      {groups.map(([name, questions]) =>
        questions.length === 0 ? null : (
          <section key={name} aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`}>{words.t(`assess.compared.${name}`, { count: questions.length })}</h2>
            {questions.map((each) => (
              <ComparedQuestion key={each.question} page={page} instrument={instrument} answered={each} />
            ))}
          </section>
        ),
      )}
    </>
  );
}

interface ComparedQuestionProps extends AssessingProps {
  readonly answered: AssessedQuestion;
}

function ComparedQuestion({ page, instrument, answered }: ComparedQuestionProps) {
  const { words } = useDesk();
  const at = instrument.questions.findIndex(({ id }) => id === answered.question);
  const question = instrument.questions[at];
  if (question === undefined) return null;
  const title = (
    <>
      {at + 1}. <InstrumentText of={instrument} path={`${question.id}.text`} text={question.text} />
    </>
  );
  const level = answered.level === null ? null : levelLabel(words, question.scale, answered.level);
  const raters = (
    <div className="apart">
      {answered.answers.map((answer) => (
        <RatersAnswer key={answer.rating} page={page} question={question} answer={answer} />
      ))}
    </div>
  );
  if (answered.how === "agreed" || answered.how === "lone" || answered.how === "not-asked")
    return (
      <details className="card compared">
        <summary>
          {title} {level !== null && <strong>{level}</strong>}
        </summary>
        {raters}
      </details>
    );
  return (
    <div className="card compared">
      <h3>{title}</h3>
      {raters}
      <Settle page={page} instrument={instrument} question={question} answered={answered} />
    </div>
  );
}

interface RatersAnswerProps {
  readonly page: AssessmentPage;
  readonly question: Question;
  readonly answer: ShownAnswer;
}

function RatersAnswer({ page, question, answer }: RatersAnswerProps) {
  const { words } = useDesk();
  const rater = page.sheets.find(({ rating }) => rating === answer.rating)?.rater ?? "";
  const texts = [
    ["reasons", answer.reasons],
    ["statedReason", answer.statedReason],
    ["confidential", answer.confidential],
  ] as const;
  return (
    <dl className="card">
      <dt>
        <bdi>{rater}</bdi>
      </dt>
      <dd>
        <strong>
          {answer.applies === "yes" && answer.level !== null
            ? levelLabel(words, question.scale, answer.level)
            : words.t("assess.not-led")}
        </strong>
      </dd>
      {texts.map(([name, text]) =>
        text === null ? null : (
          <div key={name}>
            <dt>{words.t(`answer.${name}`)}</dt>
            <dd className="said" lang={text.lang} dir="auto">
              {text.text}
            </dd>
          </div>
        ),
      )}
      {answer.evidence.length > 0 && (
        <div>
          <dt>{words.t("answer.evidence")}</dt>
          <dd>
            <NamedLinks ids={answer.evidence} labels={page.labels} />
          </dd>
        </div>
      )}
      {answer.due !== null && (
        <div>
          <dt>{words.t("answer.due")}</dt>
          <dd>
            {dateWords(words, answer.due)} {answer.zone !== null && <bdi>{answer.zone}</bdi>}
          </dd>
        </div>
      )}
    </dl>
  );
}
