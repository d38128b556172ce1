// How a comparison leaves: for whom, who answers for it, in which forms.
import { useState } from "react";
import type { WrittenReport } from "../api/contract/report.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndLanguageChooser, outputLocale } from "../fields/audience-and-language.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";

const forms: readonly string[] = ["docx", "pdf", "html", "akn"];

export function ReleaseComparison({ older, newer }: { readonly older: string; readonly newer: string }) {
  const { words, session, api } = useDesk();
  const [whom, setWhom] = useState({ audience: "internal", lang: outputLocale(session) });
  return (
    <section className="no-print" aria-labelledby="release-title">
      <h2 id="release-title">{words.t("texts.release")}</h2>
      <p className="note">{words.t("texts.release.why")}</p>
      <AudienceAndLanguageChooser
        value={whom}
        languageLabel={words.t("texts.release.language")}
        choose={setWhom}
      />
      <ApproveOutputs
        key={`${whom.audience} ${whom.lang}`}
        forms={forms}
        write={(approved) => api.writeComparison({ older, newer, ...whom, ...approved })}
        result={(written: WrittenReport) => <Outputs written={written} />}
      />
    </section>
  );
}
