// One instrument whole, as it can be read before anybody rates: questions, levels in words, evidence, sources.
import type { InstrumentPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { codeLabel, textOr } from "../words/labels.ts";
import { InstrumentText, OtherLanguage } from "./instrument-texts.tsx";
import { Checked } from "./instruments-screen.tsx";
import { levelLabel, ratedLevels } from "./level-words.ts";
import { CountsAsEvidence, QuestionOrigin } from "./question-facts.tsx";

interface InstrumentScreenProps {
  readonly name: string;
  /** The newest one that is offered, where none is named. */
  readonly edition: number | null;
}

export function InstrumentScreen({ name, edition }: InstrumentScreenProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<InstrumentPage>("instrument.show", {
    instrument: name,
    ...(edition === null ? {} : { edition }),
  });
  if (value === null) return <Waiting error={error} />;
  const { title, about, subjects, checked, version } = value;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.instrument"), to: ["instruments"] }]} />
      <h1>
        <InstrumentText of={value} path="title" text={title} />
      </h1>
      <ul className="tags">
        <li className="tag">{words.t("assess.version", { version })}</li>
        {subjects.map((each) => (
          <li key={each} className="tag">
            {codeLabel(words, "assessedKinds", each)}
          </li>
        ))}
        <li className={checked ? "tag" : "tag flag"}>
          <Checked isChecked={checked} />
        </li>
      </ul>
      <p className="lead">
        <InstrumentText of={value} path="about" text={about} />
      </p>
      {!checked && <p className="note">{words.t("assess.unchecked.note")}</p>}
      <OtherLanguage of={value} />
      <p className="actions no-print">
        <Go primary to={["assess", "begin", name]}>
          {words.t("command.assessment.begin")}
        </Go>
      </p>
      <HeldAgainst instrument={value} />
      <Questions instrument={value} />
    </article>
  );
}

interface PartProps {
  readonly instrument: InstrumentPage;
}

function HeldAgainst({ instrument: { commitments } }: PartProps) {
  const { words } = useDesk();
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="about-commitments">
      <h2 id="about-commitments">{words.t("assessment.commitments")}</h2>
      <ul className="plain card">
        {commitments.map((each) => (
          <li key={each}>{textOr(words, `commitment.${each}.label`, each)}</li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ instrument }: PartProps) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{words.t("assess.questions")}</h2>
      <ol className="asked">
        {instrument.questions.map((question, at) => (
          <li key={question.id} className="card">
            <h3>
              {at + 1}. <InstrumentText of={instrument} path={`${question.id}.text`} text={question.text} />
            </h3>
            <p>
              <InstrumentText of={instrument} path={`${question.id}.help`} text={question.help} />
            </p>
            <dl className="face">
              {ratedLevels.map((level) => (
                <div key={level} className="pair">
                  <dt>{levelLabel(words, question.scale, level)}</dt>
                  <dd>
                    <InstrumentText
                      of={instrument}
                      path={`${question.id}.${level}`}
                      text={question.levels[level]}
                    />
                  </dd>
                </div>
              ))}
            </dl>
            <CountsAsEvidence instrument={instrument} question={question} />
            <QuestionOrigin instrument={instrument} question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}
