// What the State or company itself gives as its reasons, beside every question.
import type { AssessmentPage } from "@tocsin/workspace";
import { useDesk } from "../../desk.tsx";

export function StatedReasons({ page: { statedReasons } }: { readonly page: AssessmentPage }) {
  const { words } = useDesk();
  return (
    <section aria-labelledby="stated-title">
      <h2 id="stated-title">{words.t("assessment.statedReasons")}</h2>
      <div className="card">
        {statedReasons === null ? (
          <p className="note">{words.t("assess.stated.none")}</p>
        ) : (
          <p className="said" lang={statedReasons.lang} dir="auto">
            {statedReasons.text}
          </p>
        )}
      </div>
    </section>
  );
}
