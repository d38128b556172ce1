// Beside the numbers: the rules by which they were counted, each with its source and whether anybody outside checked it.
import type { CountPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";

export function CountingRules({ page: { method, rules } }: { readonly page: CountPage }) {
  const words = useWords();
  return (
    <aside className="side counting-rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{words.t("desk.counts.rules")}</h2>
      <p className="note">
        {words.t("desk.counts.method", { method: method.name, version: method.version })}
      </p>
      <ul>
        {rules.map(({ id, source, checked }) => (
          <li key={id}>
            {words.t(`count.rule.${id}`)}
            <small>
              <span lang="en" dir="auto">
                {words.t("count.source", { source })}
              </span>{" "}
              <b>{words.t(checked ? "count.rule.checked.yes" : "count.rule.checked.no")}</b>
            </small>
          </li>
        ))}
      </ul>
    </aside>
  );
}
