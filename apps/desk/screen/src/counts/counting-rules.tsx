// Beside the numbers: the rules by which they were counted, each with its source and whether anybody outside checked it.
import type { CountPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { RulesList } from "./rules-list.tsx";

export function CountingRules({ page: { method, rules } }: { readonly page: CountPage }) {
  const words = useWords();
  return (
    <aside className="side counting-rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{words.t("desk.counts.rules")}</h2>
      <p className="note">
        {words.t("desk.counts.method", { method: method.name, version: method.version })}
      </p>
      <RulesList
        rules={rules.map((rule) => ({ ...rule, text: words.t(`count.rule.${rule.id}`), key: rule.id }))}
      />
    </aside>
  );
}
