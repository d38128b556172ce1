// A contribution as somebody gave it: each question with the answer in their own words, and under it what it may be used for.
import type { LanguageText } from "@tocsin/records";
import type { ContributionLine, ContributionPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Action, Go } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { navigate } from "../../router.ts";
import { dateWords } from "../../words/date-words.ts";
import { Facts } from "./facts.tsx";
import type { SpecialProps } from "./special-props.ts";

export function ContributionPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<ContributionPage>("contribution.page", {
    contribution: page.id,
    language: words.locale,
  });
  const found = asked.value;
  if (found === null) return <Waiting error={asked.error} />;
  return (
    <section className="special" aria-label={words.t("special.contribution")}>
      <div className="card">
        <Facts
          page={page}
          fields={[
            "questionnaire",
            "received",
            "writtenIn",
            "alike",
            "earlier",
            "name",
            "organisation",
            "role",
            "region",
          ]}
        />
      </div>
      <p className="actions no-print">
        {found.purpose === "attack-report" && <ToIncident id={page.id} />}
        <Go to={["contribution", page.id, "feedback"]}>{words.t("voices.feedback.title")}</Go>
      </p>
      <h2>{words.t("special.contribution")}</h2>
      {found.lines.length === 0 && <p className="note">{words.t("special.contribution.none")}</p>}
      {found.lines.map((line) => (
        <Line key={line.record} line={line} />
      ))}
    </section>
  );
}

/** What was reported becomes an incident, in a case of its own: people go on from there. */
function ToIncident({ id }: { readonly id: string }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const make = async (): Promise<void> => {
    const { records } = await api.run("incident.report", { contribution: id });
    announce(words.t("desk.saved"));
    changed();
    navigate("incident", records.at(-1) ?? "");
  };
  return (
    <Action primary isDisabled={isBusy} onPress={() => run(make)}>
      {words.t("command.incident.report")}
    </Action>
  );
}

function Line({ line }: { readonly line: ContributionLine }) {
  const { words } = useDesk();
  const { asked, repeat, time, record } = line;
  return (
    <article className="card">
      {repeat !== null && time !== null && (
        <p className="note">
          <Said text={repeat} /> · {words.t("form.page.repeat.item", { number: time })}
        </p>
      )}
      <h3>
        <Said text={asked} />
      </h3>
      <Answer line={line} />
      <Translations line={line} />
      <Consent line={line} />
      <p className="actions no-print">
        <Go to={["contributionAnswer", record]}>{words.t("special.contribution.open")}</Go>
      </p>
    </article>
  );
}

function Said({ text: { text, lang } }: { readonly text: LanguageText }) {
  return (
    <span lang={lang} dir="auto">
      {text}
    </span>
  );
}

function Answer({ line: { words: said, chosen, number, day } }: { readonly line: ContributionLine }) {
  const { words } = useDesk();
  if (said !== null)
    return (
      <blockquote lang={said.lang} dir="auto">
        {said.text}
      </blockquote>
    );
  if (chosen.length > 0)
    return (
      <ul>
        {chosen.map((each) => (
          <li key={each.text}>
            <Said text={each} />
          </li>
        ))}
      </ul>
    );
  return <p>{day === null ? number : dateWords(words, day)}</p>;
}

/** Beside the original, never in its place. */
function Translations({ line: { translations } }: { readonly line: ContributionLine }) {
  const { words } = useDesk();
  return translations.map(({ text, lang, by, reviewedBy }) => (
    <div key={`${lang} ${text}`}>
      <p lang={lang} dir="auto">
        {text}
      </p>
      <p className={reviewedBy === null ? "waits" : "note"}>
        {reviewedBy === null
          ? words.t("voices.desk.unreviewed")
          : words.t("voices.desk.reviewed", { by: by ?? "—", reviewer: reviewedBy })}
      </p>
    </div>
  ));
}

function Consent({ line }: { readonly line: ContributionLine }) {
  const { words } = useDesk();
  const { mayQuote, attribution, reuse, until, withdrawn } = line;
  if (withdrawn !== null)
    return (
      <p className="waits">
        {words.t("special.contribution.withdrawn", { date: dateWords(words, withdrawn) })}
      </p>
    );
  const parts = [
    words.t(`special.contribution.${mayQuote ? "quote" : "no-quote"}`),
    words.t(`attributions.${attribution}.label`),
    words.t(`reuses.${reuse}.label`),
    ...(until === null ? [] : [words.t("special.contribution.until", { date: dateWords(words, until) })]),
  ];
  return <p className={mayQuote ? "verified" : "note"}>{parts.join(" · ")}</p>;
}
