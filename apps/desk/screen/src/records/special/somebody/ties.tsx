// How somebody belongs to others: the first is, say, the parent of the second.
import type { SomebodyPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { Go } from "../../../parts/action.tsx";
import { addressOf } from "../../../router.ts";
import { dateWords } from "../../../words/date-words.ts";
import { codeLabel } from "../../../words/labels.ts";
import type { SpecialProps } from "../special-props.ts";

interface TiesProps extends SpecialProps {
  readonly found: SomebodyPage;
}

export function Ties({ page, found }: TiesProps) {
  const { words } = useDesk();
  const { ties, tiesTotal, labels } = found;
  const field = page.kind === "person" ? "person" : "organisation";
  return (
    <div>
      <h2>{words.t("special.ties")}</h2>
      <ul className="card plain">
        {ties.length === 0 && <li className="note">{words.t("special.ties.none")}</li>}
        {ties.map(({ record, relation, from, to, since, until }) => (
          <li key={record}>
            <span>
              <Whom id={from} own={page} labels={labels} />{" "}
              <a href={addressOf("relation", record)}>
                {relation === null ? words.t("kind.relation.one") : codeLabel(words, "relations", relation)}
              </a>{" "}
              <Whom id={to} own={page} labels={labels} />
            </span>
            {since !== null && <small>{words.t("date.since", { date: dateWords(words, since) })}</small>}
            {until !== null && <small>{words.t("date.until", { date: dateWords(words, until) })}</small>}
          </li>
        ))}
      </ul>
      {ties.length < tiesTotal && (
        <p className="note">{words.t("desk.list.shown", { shown: ties.length, count: tiesTotal })}</p>
      )}
      <p className="actions no-print">
        <Go to={["new", "relation", field, page.id]}>{words.t("special.ties.add")}</Go>
      </p>
    </div>
  );
}

interface WhomProps {
  readonly id: string | null;
  readonly own: SpecialProps["page"];
  readonly labels: SomebodyPage["labels"];
}

/** Nobody needs a link to the page that is open. */
function Whom({ id, own, labels }: WhomProps) {
  const { words } = useDesk();
  const known = id === null ? undefined : labels[id];
  if (id === own.id) return <bdi>{own.label}</bdi>;
  if (id === null || known === undefined) return <>{words.t("state.empty")}</>;
  return (
    <a href={addressOf(known.kind, id)}>
      <bdi>{known.label}</bdi>
    </a>
  );
}
