import { pathOf } from "@tocsin/records";
import { useDesk, useWords } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";

/** What to do first and whom to ask, by act: the advice of the nearest act above that has some. */
export function FirstSteps({ acts }: { readonly acts: readonly string[] }) {
  const words = useWords();
  const advised = new Set(
    acts.flatMap((code) => pathOf(code).find((act) => words.has(`acts.${act}.first`)) ?? []),
  );
  if (advised.size === 0) return null;
  return (
    <section aria-labelledby="first-title">
      <h2 id="first-title">{words.t("incident.firstSteps")}</h2>
      {[...advised].map((act) => (
        <div className="card" key={act}>
          <h3>{codeLabel(words, "acts", act)}</h3>
          <p>{words.t(`acts.${act}.first`)}</p>
          <WhomToAsk act={act} />
        </div>
      ))}
      <p className="note">{words.t("acts.first.note")}</p>
    </section>
  );
}

function WhomToAsk({ act }: { readonly act: string }) {
  const words = useWords();
  const { definitions } = useDesk();
  const ask = definitions.vocabularies["acts"]?.terms.find(({ code }) => code === act)?.ask ?? [];
  if (ask.length === 0) return null;
  return (
    <>
      <p>{words.t("acts.ask")}</p>
      <ul>
        {ask.map((helper) => (
          <li key={helper}>
            {codeLabel(words, "helpers", helper)}: {words.t(`helpers.${helper}.definition`)}
          </li>
        ))}
      </ul>
    </>
  );
}
