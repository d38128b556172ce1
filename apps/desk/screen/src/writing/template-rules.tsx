// The rules of whoever receives a document: each with where it stands, and when somebody read it there.
import type { OfferedTemplate } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { rulesStanding } from "./templates.ts";

type Rules = OfferedTemplate["rules"];

/** In one line: read when, and what could not be. */
export function RulesLine({ rules }: { readonly rules: Rules }) {
  const words = useWords();
  const { read, unread } = rulesStanding(rules);
  if (rules.length === 0) return <p className="note">{words.t("writing.rules.none")}</p>;
  return (
    <p className={unread > 0 ? "waits" : "note"}>
      {read !== null && words.t("writing.rules.read", { date: dateWords(words, read) })}{" "}
      {unread > 0 && words.t("writing.rules.unread", { count: unread })}
    </p>
  );
}

export function RulesList({ rules }: { readonly rules: Rules }) {
  const words = useWords();
  if (rules.length === 0) return null;
  return (
    <details className="facts">
      <summary>{words.t("writing.rules")}</summary>
      <ul className="rules">
        {rules.map(({ name, source, checked }) => (
          <li key={name}>
            {words.t(`documents.rule.${name}`)}{" "}
            <small className={checked === null ? "waits" : ""}>
              {checked === null
                ? words.t("documents.checked.not")
                : words.t("documents.checked.on", { date: dateWords(words, checked) })}
              {source !== "" && (
                <>
                  {" · "}
                  <bdi dir="ltr">{source}</bdi>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
