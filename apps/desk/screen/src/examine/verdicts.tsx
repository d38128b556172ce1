// Verdicts of measurements: the state in words, what it means, every rule that fired, and what to do next.
import { useState } from "react";
import type { Verdict, VerdictState } from "@tocsin/core";
import { useDesk, useWords } from "../desk.tsx";
import { Part } from "../findings/finding-face.tsx";
import { VerdictFacts } from "../findings/verdict-facts.tsx";
import { Action } from "../parts/action.tsx";
import { dateWords } from "../words/date-words.ts";
import { numberWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { verdictSentences } from "../words/finding-words.ts";

/** In the order in which a reader wants them: interference first, what says nothing last. */
const order: readonly VerdictState[] = [
  "blocked",
  "likely-blocked",
  "impaired",
  "down",
  "ok",
  "insufficient",
  "not-analysed",
];

const pageSize = 20;

export function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { words } = useDesk();
  const [shown, setShown] = useState(pageSize);
  const sorted = [...verdicts].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <section aria-labelledby="verdicts-title">
      <h2 id="verdicts-title">{words.t("count.measurements", { count: verdicts.length })}</h2>
      <ul className="tags">
        {order.map((state) => (
          <Count key={state} state={state} count={verdicts.filter((each) => each.state === state).length} />
        ))}
      </ul>
      {sorted.slice(0, shown).map((verdict) => (
        <VerdictFace key={`${verdict.file}:${verdict.line}`} verdict={verdict} />
      ))}
      {sorted.length > shown && (
        <Action onPress={() => setShown(shown + pageSize)}>{words.t("action.show-more")}</Action>
      )}
    </section>
  );
}

function Count({ state, count }: { readonly state: VerdictState; readonly count: number }) {
  const words = useWords();
  if (count === 0) return null;
  return (
    <li className="tag">
      {codeLabel(words, "verdict", state)} · {numberWords(words, count)}
    </li>
  );
}

function VerdictFace({ verdict }: { readonly verdict: Verdict }) {
  const words = useWords();
  const { seen, means, harmless, next } = verdictSentences(words, verdict);
  return (
    <article className={`card finding verdict-${verdict.state}`}>
      <div className="face-head">
        <strong className="level">{codeLabel(words, "verdict", verdict.state)}</strong>
        <small>
          <bdi>
            {verdict.examiner.name} {verdict.examiner.version}
          </bdi>
        </small>
      </div>
      <h3 dir="auto">{verdict.input ?? verdict.test}</h3>
      <p className="when">{dateWords(words, verdict.time)}</p>
      <dl className="face">
        <Part name="seen" sentences={seen} />
        <Part name="means" sentences={means} />
        <Part name="harmless" sentences={harmless} />
        <Part name="next" sentences={next} />
        <VerdictFacts verdict={verdict} />
        <dt>{words.t("desk.finding.where")}</dt>
        <dd>
          <code dir="ltr">{verdict.file}</code> · {words.t("desk.finding.line", { line: verdict.line })}
        </dd>
      </dl>
    </article>
  );
}
