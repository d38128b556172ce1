// Which instrument to rate by: of all of them by what each is for, or of those that fit one thing that is to be assessed.
import type { InstrumentList, RecordPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { isNothingHere, NothingHere } from "../parts/nothing-here.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { RecordLabel } from "../records/record-label.tsx";
import { addressOf, type Route } from "../router.ts";
import { codeLabel } from "../words/labels.ts";
import { newestOf } from "./instrument-lines.ts";
import { InstrumentTitle } from "./instruments-screen.tsx";

/** First by what: each instrument says what it is for. */
export function ChooseInstrument() {
  const { words } = useDesk();
  return (
    <Offered
      about={<p className="lead">{words.t("assess.begin.choose")}</p>}
      isFitting={() => true}
      begin={[]}
    />
  );
}

interface ChooseForProps {
  /** Code of `assessedKinds`. */
  readonly subject: string;
  /** Of a State the code of its country, of anything else the id of its record. */
  readonly id: string;
}

/** Only those that fit what is to be assessed. */
export function ChooseFor({ subject, id }: ChooseForProps) {
  const { words } = useDesk();
  const kinds = { to: ["assess", "begin"], label: words.t("command.assessment.begin") };
  if (codeLabel(words, "assessedKinds", subject) === subject) return <NothingHere {...kinds} />;
  if (subject === "state" && codeLabel(words, "countries", id) === id) return <NothingHere {...kinds} />;
  if (subject !== "state") return <ChooseForRecord subject={subject} id={id} />;
  return (
    <Offered
      about={<Of to={["matrix", "state", id]}>{codeLabel(words, "countries", id)}</Of>}
      isFitting={(each) => each === subject}
      begin={["country", id]}
    />
  );
}

function ChooseForRecord({ subject, id }: ChooseForProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<RecordPage>("record.show", { record: id });
  if (isNothingHere(error))
    return <NothingHere to={["assess", "begin"]} label={words.t("command.assessment.begin")} />;
  if (value === null) return <Waiting error={error} />;
  return (
    <Offered
      about={
        <Of to={[value.kind, id]}>
          <RecordLabel page={value} />
        </Of>
      }
      isFitting={(each) => each === subject}
      begin={["subject", id]}
    />
  );
}

function Of({ to, children }: { readonly to: Route; readonly children: React.ReactNode }) {
  const { words } = useDesk();
  return (
    <>
      <p className="lead">
        <a href={addressOf(...to)}>{children}</a>
      </p>
      <p>{words.t("assess.begin.fitting")}</p>
    </>
  );
}

interface OfferedProps {
  readonly about: React.ReactNode;
  readonly isFitting: (subject: string) => boolean;
  /** What the address of the form says of the thing. */
  readonly begin: Route;
}

function Offered({ about, isFitting, begin }: OfferedProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<InstrumentList>("instrument.list", {});
  if (value === null) return <Waiting error={error} />;
  const offered = newestOf(value.instruments);
  const subjects = [...new Set(offered.flatMap((line) => line.subjects))].filter(isFitting);
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.assessment"), to: ["assess"] }]} />
      <h1>{words.t("command.assessment.begin")}</h1>
      {about}
      {subjects.map((subject) => (
        <section key={subject} aria-label={codeLabel(words, "assessedKinds", subject)}>
          <h2>{codeLabel(words, "assessedKinds", subject)}</h2>
          <ul className="plain card">
            {offered
              .filter((line) => line.subjects.includes(subject))
              .map((line) => (
                <li key={line.id}>
                  <a href={addressOf("assess", "begin", line.id, ...begin)}>
                    <InstrumentTitle line={line} />
                  </a>
                  <small>{words.t("assess.question-count", { count: line.questions })}</small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
