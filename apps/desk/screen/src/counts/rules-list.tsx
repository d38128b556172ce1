// Rules by which numbers were counted, each with its source and whether anybody outside checked it.
import { useWords } from "../desk.tsx";

interface ShownRule {
  readonly key: string;
  readonly text: string;
  readonly source: string;
  readonly checked: boolean;
}

export function RulesList({ rules }: { readonly rules: readonly ShownRule[] }) {
  const words = useWords();
  return (
    <ul>
      {rules.map(({ key, text, source, checked }) => (
        <li key={key}>
          {text}
          <small>
            <span lang="en" dir="auto">
              {words.t("count.source", { source })}
            </span>{" "}
            <b>{words.t(checked ? "count.rule.checked.yes" : "count.rule.checked.no")}</b>
          </small>
        </li>
      ))}
    </ul>
  );
}
