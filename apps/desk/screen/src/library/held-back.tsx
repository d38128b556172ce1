// What the rules hold back of what leaves: names, with the reason of each, small numbers, fields.
import type { PlannedLibrary } from "../api/contract/library.ts";
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { textOr } from "../words/labels.ts";

export function HeldBack({
  planned: { unnamed, struck, hidden, threshold, fields },
}: {
  readonly planned: PlannedLibrary;
}) {
  const { words } = useDesk();
  const reasons = [...new Set(unnamed.map(({ reason }) => reason))];
  const left = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section className="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{words.t("desk.library.rules")}</h2>
      <dl className="face">
        {reasons.flatMap((reason) => [
          <dt key={`${reason}-name`}>{textOr(words, `consent.reason.${reason}`, reason)}</dt>,
          <dd key={reason}>
            {words.t("desk.library.names", {
              count: numberWords(words, unnamed.filter((each) => each.reason === reason).length),
            })}
          </dd>,
        ])}
        <dt>{words.t("desk.library.struck")}</dt>
        <dd>{numberWords(words, struck)}</dd>
        <dt>{words.t("desk.library.hidden")}</dt>
        <dd>
          {numberWords(words, hidden)}
          {threshold !== null && (
            <p className="note">
              {words.t("library.leaves.table.hidden", { threshold: numberWords(words, threshold) })}{" "}
              {words.t("desk.library.threshold.where")}
            </p>
          )}
        </dd>
      </dl>
      {left.length > 0 && (
        <details>
          <summary>{words.t("desk.library.fields")}</summary>
          <p className="note">{words.t("desk.library.fields.why")}</p>
          <dl className="face">
            {left.flatMap(([field, count]) => [
              <dt key={`${field}-name`}>
                {words.t(`kind.${field.split(".")[0] ?? ""}.one`)}: {textOr(words, field, field)}
              </dt>,
              <dd key={field}>{numberWords(words, count)}</dd>,
            ])}
          </dl>
        </details>
      )}
    </section>
  );
}
