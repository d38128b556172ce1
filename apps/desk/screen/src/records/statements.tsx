// What bodies said themselves, and beside it what others tell that they said: both stand, the own words first.
import type { ComparedStatements } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

type Statement = ComparedStatements["own"][number];

interface StatementsProps {
  /** What they are about. */
  readonly kind: "case" | "incident";
  readonly id: string;
}

/** Nothing where nobody recorded a statement. */
export function Statements({ kind, id }: StatementsProps) {
  const { words } = useDesk();
  const asked = useQuery<readonly ComparedStatements[]>("statement.compare", { [kind]: id });
  const groups = asked.value;
  if (groups === null) return <Waiting error={asked.error} />;
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="said-title" className="said">
      <h2 id="said-title">{words.t("desk.said.title")}</h2>
      {groups.map((group) => (
        <Group key={(group.own[0] ?? group.reported[0])?.record ?? group.cited} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { cited, topic, own, reported, standing } }: { readonly group: ComparedStatements }) {
  const { words } = useDesk();
  return (
    <div className="card">
      <h3>
        <bdi>{cited === "" ? words.t("desk.said.nobody") : cited}</bdi>
        {topic !== "" && (
          <small>
            {" "}
            <bdi>{topic}</bdi>
          </small>
        )}
      </h3>
      <p className={standing === "same" ? "note" : "waits"}>{words.t(`report.said.${standing}`)}</p>
      <ul className="plain">
        {[...own, ...reported].map((statement) => (
          <Said key={statement.record} statement={statement} />
        ))}
      </ul>
    </div>
  );
}

function Said({
  statement: { record, words: text, voice, said, source },
}: {
  readonly statement: Statement;
}) {
  const { words } = useDesk();
  return (
    <li>
      <div>
        <b>{codeLabel(words, "voices", voice)}</b>
        {said !== null && <small> {dateWords(words, said)}</small>}
        {text !== null && (
          <blockquote lang={text.lang} dir="auto">
            {text.text}
          </blockquote>
        )}
        <small>
          <a href={addressOf("statement", record)}>{words.t("kind.statement.one")}</a>{" "}
          {source === null ? (
            words.t("desk.said.no-source")
          ) : (
            <a href={addressOf("source", source)}>{words.t("statement.source")}</a>
          )}
        </small>
      </div>
    </li>
  );
}
