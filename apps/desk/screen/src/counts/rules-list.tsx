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
    <>
      {!words.locale.startsWith("en") && <p className="note">{words.t("count.sources-in-english")}</p>}
      <ul>
        {rules.map(({ key, text, source, checked }) => (
          <li key={key}>
            {text}
            <small>
              <Source text={source} />
            </small>
            <small>
              <b>{words.t(checked ? "count.rule.checked.yes" : "count.rule.checked.no")}</b>
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The source is in English, and the word before it in the reader's language. */
function Source({ text }: { readonly text: string }) {
  const words = useWords();
  const [before = "", after = ""] = words.t("count.source", { source: mark }).split(place);
  return (
    <>
      {before}
      <bdi lang="en" dir="ltr">
        {text}
      </bdi>
      {after}
    </>
  );
}

const mark = "\ue000";
/** The catalogue sets what is inserted apart. */
const place = /\u2068?\ue000\u2069?/u;
