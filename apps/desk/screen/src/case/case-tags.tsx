import type { RecordPage } from "@tocsin/workspace";
import { elementsOf } from "@tocsin/records";
import { plainText } from "../fields/plain-text.ts";
import { useWords } from "../desk.tsx";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

/** How it stands, how urgent it is, since when, and what must be watched. */
export function CaseTags({ record: { values } }: { readonly record: RecordPage }) {
  const words = useWords();
  const { status, priority, opened, flags } = values;
  const state = [
    ...(typeof status === "string" ? [codeLabel(words, "caseStatus", status)] : []),
    ...(typeof priority === "string" ? [codeLabel(words, "priority", priority)] : []),
  ];
  return (
    <ul className="tags">
      {state.length > 0 && <li className="tag">{state.join(" · ")}</li>}
      {elementsOf(flags)
        .map(plainText)
        .map((flag) => (
          <li className="tag flag" key={flag}>
            {codeLabel(words, "riskFlags", flag)}
          </li>
        ))}
      {typeof opened === "string" && <li className="tag">{dateWords(words, opened)}</li>}
    </ul>
  );
}
