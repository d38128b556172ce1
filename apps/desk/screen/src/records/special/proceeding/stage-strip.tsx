// How far a proceeding is: every stage in order, the one that it is in marked, and when each was written down here.
import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { momentWords } from "../../../words/date-words.ts";
import { codeLabel } from "../../../words/labels.ts";
import type { SpecialProps } from "../special-props.ts";

const vocabulary = "proceedingStages";
/** Shown only where it is what the record says: they have no place in the order. */
const besides = ["suspended", "unknown"];

export function StageStrip({ page }: SpecialProps) {
  const { words, definitions } = useDesk();
  const { stage } = page.values;
  const noted = notedStages(page);
  const codes = (definitions.vocabularies[vocabulary]?.terms ?? []).map(({ code }) => code);
  const shown = codes.filter((code) => code === stage || noted.has(code) || !besides.includes(code));
  return (
    <>
      <h2 id="stages-title">{words.t("proceeding.stage")}</h2>
      {stage === undefined && <p className="waits">{words.t("special.stage.none")}</p>}
      <ol className="stages" aria-labelledby="stages-title">
        {shown.map((code) => {
          const at = noted.get(code);
          return (
            <li key={code} {...(code === stage ? { "aria-current": "step" as const } : {})}>
              <span>{codeLabel(words, vocabulary, code)}</span>
              {code === stage && <b>{words.t("special.stage.now")}</b>}
              {at !== undefined && (
                <small>{words.t("special.stage.noted", { when: momentWords(words, at) })}</small>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** When each stage was first written down, from the history of the record. */
function notedStages({ history }: RecordPage): ReadonlyMap<string, number> {
  const noted = new Map<string, number>();
  for (const { at, changes } of history)
    for (const { field, change } of changes)
      if (field === "stage" && change !== undefined && "set" in change && typeof change.set === "string")
        noted.set(change.set, at);
  return noted;
}
