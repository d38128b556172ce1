// How far raters agreed before they talked, and what such a number can say (K. Krippendorff, "Content Analysis": 0.8 for
// conclusions, 0.667 for tentative ones).
import type { AssessmentPage } from "@tocsin/workspace";
import type { Translator } from "@tocsin/language";
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";

type Agreements = NonNullable<AssessmentPage["agreement"]>;
type Alpha = Agreements["ordinal"];

/** With fewer questions one answer moves the number far. */
const fewUnits = 20;

export function Agreement({ agreement }: { readonly agreement: Agreements }) {
  const { words } = useDesk();
  const { units } = agreement.ordinal;
  return (
    <section aria-labelledby="agreement-title">
      <h2 id="agreement-title">{words.t("assess.agreement")}</h2>
      <div className="card">
        <dl className="face">
          {(["ordinal", "nominal"] as const).map((name) => (
            <div key={name} className="pair">
              <dt>{words.t(`assess.alpha.${name}`)}</dt>
              <dd>{alphaWords(words, agreement[name])}</dd>
            </div>
          ))}
        </dl>
        {units > 0 && units < fewUnits && (
          <p className="waits">{words.t("assess.alpha.few", { count: units })}</p>
        )}
        <p className="note">{words.t("assess.alpha.note")}</p>
      </div>
    </section>
  );
}

function alphaWords(words: Translator, { alpha, why, units }: Alpha): string {
  if (alpha === null) return words.t(`assess.alpha.why.${why ?? "no-pairs"}`, { count: units });
  const value = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(alpha);
  return words.t(`assess.alpha.says.${sayingOf(alpha)}`, { alpha: value, count: numberWords(words, units) });
}

function sayingOf(alpha: number): "agree" | "tentative" | "weak" {
  if (alpha >= 0.8) return "agree";
  return alpha >= 0.667 ? "tentative" : "weak";
}
