// How a comparison leaves: for whom, who answers for it, in which forms.
import { useState } from "react";
import type { WrittenReport } from "../api/contract/report.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndLanguageChooser, outputLocale } from "../fields/audience-and-language.tsx";
import { FormField } from "../parts/form-field.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";

const forms: readonly string[] = ["docx", "pdf", "html", "akn"];

/** What nobody filled in is said by the program. */
function said(fields: Readonly<Record<"author" | "date", string>>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text.trim() === "" ? [] : [[name, text.trim()]])),
  );
}

export function ReleaseComparison({ older, newer }: { readonly older: string; readonly newer: string }) {
  const { words, session, api } = useDesk();
  const [changes, setChanges] = useState({ author: "", date: "" });
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
      <fieldset>
        <legend>{words.t("texts.release.changes")}</legend>
        <p className="note">{words.t("texts.release.changes.note")}</p>
        <FormField
          label={words.t("texts.release.author")}
          value={changes.author}
          change={(author) => setChanges({ ...changes, author })}
        />
        <FormField
          label={words.t("texts.release.date")}
          value={changes.date}
          change={(date) => setChanges({ ...changes, date })}
        />
      </fieldset>
      <ApproveOutputs
        key={`${whom.audience} ${whom.lang}`}
        forms={forms}
        write={(approved) => api.writeComparison({ older, newer, ...whom, ...said(changes), ...approved })}
        result={(written: WrittenReport) => <Outputs written={written} />}
      />
    </section>
  );
}
