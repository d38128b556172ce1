// What does not leave, and why: shown before anything is written.
import type { WithheldEntry } from "../api/contract.ts";
import { useWords } from "../desk.tsx";
import { codeLabel, textOr } from "../words/labels.ts";

interface WithheldProps {
  readonly withheld: readonly WithheldEntry[];
  readonly audience: string;
}

export function Withheld({ withheld, audience }: WithheldProps) {
  const words = useWords();
  return (
    <section className="card" aria-labelledby="withheld-title">
      <h2 id="withheld-title">
        {words.t("desk.report.withheld", { audience: codeLabel(words, "audiences", audience) })}
      </h2>
      {withheld.length === 0 ? (
        <p>{words.t("report.about.nothing-withheld")}</p>
      ) : (
        <ul className="plain">
          {withheld.map((entry, index) => (
            <li key={index}>
              <span>
                {entry.label ??
                  textOr(
                    words,
                    `kind.${entry.kind}.one`,
                    textOr(words, `desk.withheld.${entry.kind}`, entry.kind),
                  )}
                {entry.field !== undefined &&
                  ` · ${textOr(words, `${entry.kind}.${entry.field}`, entry.field)}`}
                {entry.count !== undefined && entry.count > 1 && ` · ${entry.count}`}
              </span>
              <small className="waits">{textOr(words, `consent.reason.${entry.reason}`, entry.reason)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
