// Beside the numbers: the rules by which they were counted, each with its source.
import type { MatrixPage } from "@tocsin/workspace";
import { RulesList } from "../counts/rules-list.tsx";
import { useWords } from "../desk.tsx";

interface MatrixRulesProps {
  readonly rules: MatrixPage["rules"];
  readonly countingRules?: MatrixPage["rules"];
}

export function MatrixRules({ rules, countingRules = [] }: MatrixRulesProps) {
  const words = useWords();
  const all = [
    ...rules.map((rule) => ({ ...rule, text: words.t(`matrix.rule.${rule.id}`), key: `matrix ${rule.id}` })),
    ...countingRules.map((rule) => ({ ...rule, text: words.t(`count.rule.${rule.id}`), key: rule.id })),
  ];
  return (
    <aside className="side counting-rules" aria-labelledby="matrix-rules-title">
      <h2 id="matrix-rules-title">{words.t("desk.matrix.rules")}</h2>
      <RulesList rules={all} />
    </aside>
  );
}
