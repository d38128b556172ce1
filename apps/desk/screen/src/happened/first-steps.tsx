import { useWords } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";

/** When the advice in the catalogue was written: it says so beside itself. */
const written = "2026-11-23";

/** What to do first, by family of acts, where the catalogue has advice. */
export function FirstSteps({ acts }: { readonly acts: readonly string[] }) {
  const words = useWords();
  const families = [...new Set(acts.map((code) => code.split(".")[0] ?? code))].filter((family) =>
    words.has(`acts.${family}.first`),
  );
  if (families.length === 0) return null;
  return (
    <section aria-labelledby="first-title">
      <h2 id="first-title">{words.t("incident.firstSteps")}</h2>
      {families.map((family) => (
        <div className="card" key={family}>
          <h3>{codeLabel(words, "acts", family)}</h3>
          <p>{words.t(`acts.${family}.first`)}</p>
        </div>
      ))}
      <p className="note">{words.t("acts.first.note", { written })}</p>
    </section>
  );
}
