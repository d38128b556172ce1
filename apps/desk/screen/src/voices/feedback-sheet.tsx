// What became of one contribution, as a sheet for whoever gave it: it names nobody, and holds nothing of anybody else's.
import type { AnswerFeedback, ContributionFeedback } from "@tocsin/workspace";
import { localeName } from "@tocsin/language";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { dateWords } from "../words/date-words.ts";

export function FeedbackSheet({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value: told, error } = useQuery<ContributionFeedback>("contribution.feedback", {
    contribution: id,
    language: words.locale,
  });
  if (told === null) return <Waiting error={error} />;
  const { reference, language, title, became, toldOn, answers } = told;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.contribution"), to: ["list", "contribution"] },
          { label: words.t("kind.contribution.one"), to: ["contribution", id] },
        ]}
      />
      <h1>{words.t("voices.feedback.title")}</h1>
      <p className="actions no-print">
        <Action primary onPress={() => print()}>
          {words.t("voices.paper.print")}
        </Action>
        <Go to={["contribution", id, "edit"]}>{words.t("voices.feedback.say")}</Go>
      </p>
      {language !== "und" && language !== words.locale && (
        <p className="note no-print">
          {words.t("voices.feedback.language", { language: localeName(language, words.locale) })}
        </p>
      )}
      <p>
        {words.t("voices.feedback.receipt")}{" "}
        <strong>
          <bdi>{reference}</bdi>
        </strong>
      </p>
      {title !== null && (
        <p lang={title.lang} dir="auto">
          {title.text}
        </p>
      )}
      <p>{words.t("voices.feedback.about")}</p>
      {became !== null && (
        <blockquote lang={became.lang} dir="auto">
          {became.text}
        </blockquote>
      )}
      {toldOn !== null && <p>{words.t("voices.feedback.told", { date: dateWords(words, toldOn) })}</p>}
      {answers.map((each) => (
        <Fate key={each.record} answer={each} />
      ))}
      <p className="note">{words.t("voices.feedback.back")}</p>
    </article>
  );
}

function Fate({ answer: { asked, codes, quotedIn, inside } }: { readonly answer: AnswerFeedback }) {
  const words = useWords();
  return (
    <section className="card">
      <h2 lang={asked.lang} dir="auto">
        {asked.text}
      </h2>
      <p>
        {codes === 0
          ? words.t("voices.feedback.not-coded")
          : words.t("voices.feedback.coded", { count: codes })}
      </p>
      {quotedIn.length > 0 && (
        <>
          <p>{words.t("voices.feedback.quoted")}</p>
          <ul>
            {quotedIn.map((each) => (
              <li key={each.text} lang={each.lang} dir="auto">
                {each.text}
              </li>
            ))}
          </ul>
        </>
      )}
      {inside !== null && <p>{words.t(`voices.feedback.inside.${inside}`)}</p>}
    </section>
  );
}
