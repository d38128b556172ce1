// What came back to a questionnaire: how much, from where, what may be quoted; and the way in for the next files.
import type { QuestionnairePage } from "@tocsin/workspace";
import { localeName, type Translator } from "@tocsin/language";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { ScrollPlace } from "../parts/scroll-place.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { TakeAnswers } from "./take-answers.tsx";

export function QuestionnaireDesk({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value: page, error } = useQuery<QuestionnairePage>("questionnaire.page", {
    questionnaire: id,
    language: words.locale,
  });
  if (page === null) return <Waiting error={error} />;
  return (
    <section aria-label={words.t("voices.desk.came-back")}>
      <h2>{words.t("voices.desk.came-back")}</h2>
      <p>{words.t("voices.desk.counts", { files: page.files, contributors: page.contributors })}</p>
      <p>{words.t("voices.desk.quotable", { quotable: page.quotable, answers: page.answers })}</p>
      {page.alike > 0 && <p className="waits">{words.t("voices.desk.alike", { count: page.alike })}</p>}
      {page.ended > 0 && <p className="waits">{words.t("voices.desk.ended", { count: page.ended })}</p>}
      <p className="actions no-print">
        <Go primary to={["questionnaire", id, "code"]}>
          {words.t("voices.desk.code")}
        </Go>
        <Go to={["questionnaire", id, "matrix"]}>{words.t("voices.desk.matrix")}</Go>
        <Go to={["questionnaire", id, "enter"]}>{words.t("voices.enter.title")}</Go>
        <Go to={["questionnaire", id, "paper"]}>{words.t("voices.paper.title")}</Go>
        <Go to={["questionnaire", id, "kit"]}>{words.t("voices.kit.title")}</Go>
      </p>
      <TakeAnswers />
      <Questions page={page} />
      <Contributions page={page} />
    </section>
  );
}

function Questions({ page }: { readonly page: QuestionnairePage }) {
  const { words } = useDesk();
  return (
    <ScrollPlace label={words.t("voices.desk.by-question")}>
      <table className="counts">
        <caption>{words.t("voices.desk.by-question")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t("contributionAnswer.question")}</th>
            <th scope="col">{words.t("voices.desk.answers")}</th>
            <th scope="col">{words.t("voices.desk.may-be-quoted")}</th>
          </tr>
        </thead>
        <tbody>
          {page.questions.map(({ question, asked, answers, quotable }) => (
            <tr key={question}>
              <th scope="row" lang={asked.lang} dir="auto">
                {asked.text}
              </th>
              <td>{answers}</td>
              <td>{quotable}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPlace>
  );
}

/** The way on which it came, and the language where one is known. */
function cameWords(
  words: Translator,
  { carrier, writtenIn }: QuestionnairePage["contributions"][number],
): string {
  const way = codeLabel(words, "contributionCarriers", carrier);
  return writtenIn === "und" ? way : `${way} · ${localeName(writtenIn, words.locale)}`;
}

function Contributions({ page }: { readonly page: QuestionnairePage }) {
  const { words } = useDesk();
  if (page.contributions.length === 0) return <p className="note">{words.t("voices.desk.nothing-yet")}</p>;
  return (
    <>
      <h3>{words.t("kind.contribution")}</h3>
      <ul className="plain">
        {page.contributions.map((each) => (
          <li key={each.record}>
            <a href={addressOf("contribution", each.record)}>
              <bdi>{each.reference}</bdi>
            </a>{" "}
            <span>{cameWords(words, each)}</span>
            {each.isAlike && <span className="waits"> {words.t("voices.desk.is-alike")}</span>}
            {each.ended !== null && (
              <span className="waits">
                {" "}
                {words.t("voices.desk.has-ended", { date: dateWords(words, each.ended) })}{" "}
                <a href={addressOf("erase", "record", each.record)}>{words.t("voices.desk.erase")}</a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
