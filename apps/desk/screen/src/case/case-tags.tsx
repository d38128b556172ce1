import type { CasePage } from "@tocsin/workspace";
import type { Translator } from "@tocsin/language";
import { elementsOf } from "@tocsin/records";
import { plainText } from "../fields/plain-text.ts";
import { useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

/** How it stands, how urgent it is, who can read it, what must be watched, since when, and where and when it happened. */
export function CaseTags({ page: { record, span } }: { readonly page: CasePage }) {
  const words = useWords();
  const { values } = record;
  const place = spanWords(words, span);
  const { status, priority, opened, flags } = values;
  const state = [
    ...(typeof status === "string" ? [codeLabel(words, "caseStatus", status)] : []),
    ...(typeof priority === "string" ? [codeLabel(words, "priority", priority)] : []),
  ];
  return (
    <ul className="tags">
      {state.length > 0 && <li className="tag">{state.join(" · ")}</li>}
      <li className="tag circle">{words.t("desk.case.circle")}</li>
      {elementsOf(flags)
        .map(plainText)
        .map((flag) => (
          <li className="tag flag" key={flag}>
            {codeLabel(words, "riskFlags", flag)}
          </li>
        ))}
      {typeof opened === "string" && (
        <li className="tag">{words.t("desk.case.opened", { date: dateWords(words, opened) })}</li>
      )}
      {place !== "" && <li className="tag">{place}</li>}
    </ul>
  );
}

function spanWords(words: Translator, { countries, years }: CasePage["span"]): string {
  const [from, to] = years ?? [];
  const when = from === undefined ? [] : [dateWords(words, from === to ? `${from}` : `${from}/${to}`)];
  return [...countries.map((code) => codeLabel(words, "countries", code)), ...when].join(" · ");
}
