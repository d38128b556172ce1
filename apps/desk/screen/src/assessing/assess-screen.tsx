// Assessments: those that are under way and those that are final, and the way to begin one.
import type { ListPage, ListRow } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

const shown = 50;

export function AssessScreen() {
  const { words } = useDesk();
  const { value, error } = useQuery<ListPage>("record.list", {
    kind: "assessment",
    columns: ["instrument", "country", "period", "finished"],
    limit: shown,
  });
  if (value === null) return <Waiting error={error} />;
  const isFinal = ({ cells }: ListRow): boolean => (cells["finished"] ?? []).length > 0;
  const underWay = value.rows.filter((row) => !isFinal(row));
  const final = value.rows.filter(isFinal);
  return (
    <article className="page">
      <h1>{words.t("kind.assessment")}</h1>
      <p className="lead">{words.t("kind.assessment.empty")}</p>
      <p className="actions no-print">
        <Go primary to={["assess", "begin"]}>
          {words.t("command.assessment.begin")}
        </Go>
        <Go to={["instruments"]}>{words.t("kind.instrument")}</Go>
        <Go to={["list", "assessment"]}>{words.t("assess.all")}</Go>
      </p>
      <Assessments title={words.t("assess.under-way")} rows={underWay} />
      <Assessments title={words.t("assess.final")} rows={final} />
      {value.next !== null && <p className="note">{words.t("assess.more", { count: shown })}</p>}
    </article>
  );
}

function Assessments({ title, rows }: { readonly title: string; readonly rows: readonly ListRow[] }) {
  const { words } = useDesk();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain card">
        {rows.map(({ id, label, cells }) => (
          <li key={id}>
            <a href={addressOf("assessment", id)}>
              <bdi>{label}</bdi>
            </a>
            <small>
              {[
                ...(cells["country"] ?? []).map((code) => codeLabel(words, "countries", code)),
                ...(cells["period"] ?? []).map((period) => dateWords(words, period)),
              ].join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
