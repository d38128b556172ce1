// The instruments that one can rate by: what each asks, where that comes from, and whether anybody outside has looked at it.
import { localeName } from "@tocsin/language";
import type { InstrumentLine, InstrumentList } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel, textOr } from "../words/labels.ts";
import { newestOf } from "./instrument-lines.ts";

export function InstrumentsScreen() {
  const { words } = useDesk();
  const { value, error } = useQuery<InstrumentList>("instrument.list", {});
  if (value === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.assessment"), to: ["assess"] }]} />
      <h1>{words.t("kind.instrument")}</h1>
      <p className="lead">{words.t("assess.instruments.note")}</p>
      <ToldIn instruments={value.instruments} />
      {value.problems.length > 0 && (
        <p className="waits">{words.t("assess.instruments.problems", { count: value.problems.length })}</p>
      )}
      <InstrumentTable instruments={value.instruments} />
      <p className="actions no-print">
        <Go to={["list", "instrument"]}>{words.t("assess.instruments.own")}</Go>
      </p>
    </article>
  );
}

/** That what each is for is in another language than the screen: titles are translated, the rest is not. */
function ToldIn({ instruments }: { readonly instruments: readonly InstrumentLine[] }) {
  const { words } = useDesk();
  const languages = new Set(instruments.map(({ lang }) => lang));
  languages.delete(words.locale);
  if (languages.size === 0) return null;
  const names = [...languages].map((lang) => localeName(lang, words.locale)).join(" · ");
  return <p className="note">{words.t("assess.instruments.language", { language: names })}</p>;
}

function InstrumentTable({ instruments }: { readonly instruments: readonly InstrumentLine[] }) {
  const { words } = useDesk();
  const [title, subjects, held, questions, version, checked] = [
    "kind.instrument.one",
    "assess.column.for",
    "assessment.commitments",
    "assess.column.questions",
    "instrument.edition",
    "assess.column.checked",
  ].map((key) => words.t(key));
  return (
    <table className="records">
      <caption className="hidden">{words.t("kind.instrument")}</caption>
      <thead>
        <tr>
          {[title, subjects, held, questions, version, checked].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {newestOf(instruments).map((line) => (
          <tr key={line.id}>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
            <th scope="row">
              <a href={addressOf("instruments", line.id)}>
                <InstrumentTitle line={line} />
              </a>
              <p className="about">
                <bdi lang={line.lang}>{line.about}</bdi>
              </p>
            </th>
            <td data-label={subjects}>
              {line.subjects.map((each) => codeLabel(words, "assessedKinds", each)).join(", ")}
            </td>
            <td data-label={held}>
              <Held commitments={line.commitments} />
            </td>
            <td data-label={questions} data-type="number">
              {numberWords(words, line.questions)}
            </td>
            <td data-label={version} data-type="number">
              {numberWords(words, line.version)}
            </td>
            <td data-label={checked}>
              <Checked isChecked={line.checked} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const heldAtMost = 2;

/** The first of the commitments that it asks about, and how many more there are. */
function Held({ commitments }: { readonly commitments: readonly string[] }) {
  const { words } = useDesk();
  const named = commitments
    .slice(0, heldAtMost)
    .map((each) => textOr(words, `commitment.${each}.label`, each));
  const more = commitments.length - named.length;
  return (
    <>
      {named.join(" · ")}
      {more > 0 && ` ${words.t("assess.column.more", { count: more })}`}
    </>
  );
}

export function InstrumentTitle({
  line,
}: {
  readonly line: Pick<InstrumentLine, "lang" | "title" | "titles">;
}) {
  const { words } = useDesk();
  const translated = line.titles[words.locale];
  return <bdi lang={translated === undefined ? line.lang : words.locale}>{translated ?? line.title}</bdi>;
}

/** Whether somebody outside the project has looked at an instrument. */
export function Checked({ isChecked }: { readonly isChecked: boolean }) {
  const { words } = useDesk();
  return (
    <span className={isChecked ? "verified" : "waits"}>
      {words.t(isChecked ? "assess.checked" : "state.unchecked")}
    </span>
  );
}
