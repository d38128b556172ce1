// A questionnaire to be printed and filled in by hand. Its numbers are those of the screen where answers are typed in.
import { Fragment } from "react";
import type { PaperQuestion, QuestionnairePaper } from "@tocsin/workspace";
import { localeName } from "@tocsin/language";
import { useQuery } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { attributions, conditionWords, contributorParts, reuses } from "./paper-words.ts";

export function PaperSheet({ id }: { readonly id: string }) {
  const { words } = useDesk();
  const { value: paper, error } = useQuery<QuestionnairePaper>("questionnaire.paper", {
    questionnaire: id,
    language: words.locale,
  });
  if (paper === null) return <Waiting error={error} />;
  const original = localeName(paper.languages[0] ?? "en", words.locale);
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.questionnaire"), to: ["list", "questionnaire"] },
          { label: words.t("kind.questionnaire.one"), to: ["questionnaire", id] },
        ]}
      />
      <h1 lang={paper.title.lang} dir="auto">
        {paper.title.text}
      </h1>
      <p className="actions no-print">
        <Action primary onPress={() => print()}>
          {words.t("voices.paper.print")}
        </Action>
        <Go to={["questionnaire", id, "enter"]}>{words.t("voices.enter.title")}</Go>
      </p>
      <p className="note no-print">{words.t("voices.paper.language")}</p>
      <p lang={paper.about.lang} dir="auto">
        {paper.about.text}
      </p>
      {!paper.languages.includes(words.locale) && (
        <p className="note">{words.t("form.page.fallback", { language: original })}</p>
      )}
      {paper.unreviewed.includes(words.locale) && (
        <p className="note">{words.t("form.page.unreviewed", { language: original })}</p>
      )}
      <p>{words.t("voices.paper.how")}</p>
      {paper.questions.map((each) => (
        <Asked key={each.id} question={each} />
      ))}
      <ConsentOnPaper keepUntil={paper.keepUntil} />
    </article>
  );
}

function Asked({ question }: { readonly question: PaperQuestion }) {
  const words = useWords();
  const { number, text, why, help, when, options, inside, type, required } = question;
  return (
    <section className="paper-question" aria-label={number}>
      <h2 className="paper-asked">
        <bdi>{number}</bdi>{" "}
        <span lang={text.lang} dir="auto">
          {text.text}
        </span>
        {required && ` ${words.t("form.page.required")}`}
      </h2>
      {when !== null && (
        <p>
          <strong>{words.t("voices.paper.only-if")}</strong> <bdi>{conditionWords(words, when)}</bdi>
        </p>
      )}
      <p className="note">
        {words.t("form.page.why")}{" "}
        <span lang={why.lang} dir="auto">
          {why.text}
        </span>
      </p>
      {help !== null && (
        <p lang={help.lang} dir="auto">
          {help.text}
        </p>
      )}
      {type === "several" && <p>{words.t("voices.paper.several")}</p>}
      {options.map((option, at) => (
        <p key={option.text} className="paper-option">
          ☐ <bdi>{at + 1}</bdi>{" "}
          <span lang={option.lang} dir="auto">
            {option.text}
          </span>
        </p>
      ))}
      {inside.length === 0 ? (
        <RoomToWrite question={question} />
      ) : (
        <>
          <p>{words.t("voices.paper.repeat", { most: question.most })}</p>
          {inside.map((each) => (
            <Asked key={each.id} question={each} />
          ))}
        </>
      )}
    </section>
  );
}

function RoomToWrite({ question: { type } }: { readonly question: PaperQuestion }) {
  const words = useWords();
  const lines = type === "long" ? 5 : type === "one" || type === "several" ? 0 : 1;
  return (
    <>
      {type === "date" && <p className="note">{words.t("form.page.date")}</p>}
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className="paper-line" />
      ))}
      <p className="paper-own">
        {words.t("voices.paper.own")}
        {["A ____", "B ____", "C ____", "D ____________"].map((blank) => (
          <Fragment key={blank}>
            {" "}
            <bdi dir="ltr">{blank}</bdi>
          </Fragment>
        ))}
      </p>
    </>
  );
}

function ConsentOnPaper({ keepUntil }: { readonly keepUntil: string }) {
  const words = useWords();
  return (
    <section>
      <h2>{words.t("form.page.consent.title")}</h2>
      <p>{words.t("form.page.consent.about")}</p>
      <h3>A · {words.t("form.page.consent.attribution")}</h3>
      {attributions.map((each, at) => (
        <p key={each} className="paper-option">
          ☐ <bdi>{at + 1}</bdi> {words.t(`form.page.consent.attribution.${each}`)}
        </p>
      ))}
      <h3>B · {words.t("voices.enter.quote")}</h3>
      <p className="paper-option">
        ☐ <bdi>1</bdi> {words.t("voices.enter.quote.no")}
      </p>
      <p className="paper-option">
        ☐ <bdi>2</bdi> {words.t("form.page.consent.quote")}
      </p>
      <h3>C · {words.t("form.page.consent.reuse")}</h3>
      {reuses.map((each, at) => (
        <p key={each} className="paper-option">
          ☐ <bdi>{at + 1}</bdi> {words.t(`form.page.consent.reuse.${each}`)}
        </p>
      ))}
      <h3>D · {words.t("form.page.consent.until")}</h3>
      {keepUntil === "" ? <div className="paper-line" /> : <p>{keepUntil}</p>}
      <h2>{words.t("form.page.who.title")}</h2>
      <p>{words.t("form.page.who.about")}</p>
      {contributorParts.map((each) => (
        <div key={each}>
          <p>{words.t(`form.page.who.${each}`)}</p>
          <div className="paper-line" />
        </div>
      ))}
    </section>
  );
}
