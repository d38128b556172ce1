// What is held against a commitment: the incidents and measures that engage it, counted from the tables.
import { useDesk } from "../../desk.tsx";
import { Go } from "../../parts/action.tsx";
import { addressOf } from "../../router.ts";
import { numberWords } from "../../words/amounts.ts";
import type { SpecialProps } from "./special-props.ts";

const shown = 10;
const engaging = ["incident", "measure", "proceeding"];

export function CommitmentPart({ page }: SpecialProps) {
  const { words } = useDesk();
  const groups = page.linked.filter(({ kind, field }) => field === "commitments" && engaging.includes(kind));
  return (
    <section className="special" aria-label={words.t("special.commitment")}>
      {groups.length === 0 && <p className="note">{words.t("special.commitment.nothing")}</p>}
      {groups.map(({ kind, rows, total }) => (
        <div key={kind}>
          <h2>
            {words.t("desk.list.name", { list: words.t(`kind.${kind}`), count: numberWords(words, total) })}
          </h2>
          <ul className="card plain">
            {rows.slice(0, shown).map((row) => (
              <li key={row.id}>
                <a href={addressOf(row.kind, row.id)} lang={row.labelLang}>
                  <bdi>{row.label}</bdi>
                </a>
              </li>
            ))}
          </ul>
          {total > shown && <p className="note">{words.t("special.more-below")}</p>}
        </div>
      ))}
      <p className="actions no-print">
        <Go to={["commitments"]}>{words.t("desk.held.title")}</Go>
        <Go to={["resolution"]}>{words.t("desk.held.resolution")}</Go>
      </p>
    </section>
  );
}
