import type { Verdict } from "@tocsin/core";
import { useWords } from "../desk.tsx";
import { codeLabel, textOr } from "../words/labels.ts";

/** Test, network, means and every rule that fired, as terms of a list. */
export function VerdictFacts({ verdict }: { readonly verdict: Verdict }) {
  const words = useWords();
  const { test, network, country, mechanisms, rules } = verdict;
  return (
    <>
      <dt>{words.t("desk.verdict.test")}</dt>
      <dd>
        <bdi>{test}</bdi>
      </dd>
      <dt>{words.t("desk.verdict.network")}</dt>
      <dd>
        <bdi>
          {[network, country === null ? null : codeLabel(words, "countries", country)]
            .filter(Boolean)
            .join(" · ")}
        </bdi>
      </dd>
      {mechanisms.length > 0 && (
        <>
          <dt>{words.t("desk.verdict.mechanisms")}</dt>
          <dd>{mechanisms.map((each) => textOr(words, `mechanism.${each}.label`, each)).join(" · ")}</dd>
        </>
      )}
      {rules.length > 0 && (
        <>
          <dt>{words.t("desk.verdict.rules")}</dt>
          <dd>
            <ul className="rules">
              {rules.map(({ id, layer }) => (
                <li key={id}>
                  {textOr(words, `layer.${layer}.label`, layer)}: <code dir="ltr">{id}</code>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}
