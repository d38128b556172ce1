// One assessment: where it stands and what comes next, who rates, where they differ, what comes of it, and the reply.
import type { AssessmentPage, InstrumentPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import type { AssessingProps } from "./assessing-props.ts";
import { Compared } from "./compared.tsx";
import { InstrumentText, OtherLanguage } from "./instrument-texts.tsx";
import { NextStep } from "./next-step.tsx";
import { Raters } from "./raters.tsx";
import { Replies } from "./replies.tsx";
import { Result } from "./result.tsx";
import { StatedReasons } from "./sheet/stated-reasons.tsx";

export function AssessmentScreen({ id }: { readonly id: string }) {
  const { value: page, error } = useQuery<AssessmentPage>("assessment.page", { assessment: id });
  if (page === null) return <Waiting error={error} />;
  return <WithInstrument page={page} />;
}

function WithInstrument({ page }: { readonly page: AssessmentPage }) {
  const { id, version } = page.instrument;
  const asked = useQuery<InstrumentPage>("instrument.show", { instrument: id, edition: version });
  if (asked.value === null) return <Waiting error={asked.error} />;
  return <Whole page={page} instrument={asked.value} />;
}

function Whole({ page, instrument }: AssessingProps) {
  const { words, pullThread } = useDesk();
  return (
    <article className="page wide">
      <Crumbs trail={[{ label: words.t("kind.assessment"), to: ["assess"] }]} />
      <h1>
        <bdi lang={page.title?.lang}>{page.title?.text}</bdi>
      </h1>
      <Tags page={page} instrument={instrument} />
      <NextStep page={page} />
      <div className="cols">
        <div>
          <OtherLanguage of={instrument} />
          <Raters page={page} />
          <Result page={page} />
          <Compared page={page} instrument={instrument} />
          <Replies page={page} />
        </div>
        <div className="side">
          <StatedReasons page={page} />
          <LoneReason page={page} />
          <HeldAgainst page={page} />
          <p className="actions no-print">
            <Go to={["assessment", page.assessment, "edit"]}>{words.t("assess.fields")}</Go>
            <Action onPress={() => pullThread(page.assessment)}>{words.t("desk.thread")}</Action>
          </p>
        </div>
      </div>
    </article>
  );
}

function Tags({ page, instrument }: AssessingProps) {
  const { words } = useDesk();
  const { assessed, country, subject, period, labels, finished } = page;
  const what = subject === null ? undefined : labels[subject];
  return (
    <ul className="tags">
      <li className={finished === null ? "tag flag" : "tag circle"}>
        {finished === null
          ? words.t("assess.state.open")
          : words.t("assess.state.final", { when: momentWords(words, finished) })}
      </li>
      <li className="tag">
        <a href={addressOf("instruments", page.instrument.id, String(page.instrument.version))}>
          <InstrumentText of={instrument} path="title" text={instrument.title} />
        </a>{" "}
        <span className="whole">· {words.t("assess.version", { version: page.instrument.version })}</span>
      </li>
      {!instrument.checked && <li className="tag flag">{words.t("state.unchecked")}</li>}
      {assessed !== null && <li className="tag">{codeLabel(words, "assessedKinds", assessed)}</li>}
      {what !== undefined && subject !== null && (
        <li className="tag">
          <a href={addressOf(what.kind, subject)}>
            <bdi>{what.label}</bdi>
          </a>
        </li>
      )}
      {country !== null && <li className="tag">{codeLabel(words, "countries", country)}</li>}
      {period !== null && <li className="tag">{dateWords(words, period)}</li>}
    </ul>
  );
}

function LoneReason({ page: { loneReason } }: Pick<AssessingProps, "page">) {
  const { words } = useDesk();
  if (loneReason === null) return null;
  return (
    <section aria-labelledby="lone-title">
      <h2 id="lone-title">{words.t("assessment.loneReason")}</h2>
      <p className="card said" lang={loneReason.lang} dir="auto">
        {loneReason.text}
      </p>
    </section>
  );
}

function HeldAgainst({ page: { commitments, labels } }: Pick<AssessingProps, "page">) {
  const { words } = useDesk();
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="held-title">
      <h2 id="held-title">{words.t("assessment.commitments")}</h2>
      <ul className="plain card">
        {commitments.map((id) => (
          <li key={id}>
            <a href={addressOf("commitment", id)}>
              <bdi>{labels[id]?.label ?? words.t("state.not-here-yet")}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
