// How a frozen letter leaves: in which language its fixed words are, in which forms, one for all or one for each addressee.
import { useState } from "react";
import type { WrittenReport } from "../api/contract/report.ts";
import { useDesk } from "../desk.tsx";
import { outputLocale } from "../fields/audience-and-language.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";

const forms: readonly string[] = ["pdf", "docx", "html", "csv", "json"];

interface LetterOutputsProps {
  readonly letter: string;
  readonly addressees: number;
}

export function LetterOutputs({ letter, addressees }: LetterOutputsProps) {
  const { words, session, api } = useDesk();
  const [lang, setLang] = useState(outputLocale(session));
  const [isMerged, setMerged] = useState(false);
  return (
    <section className="no-print" aria-labelledby="outputs-title">
      <h2 id="outputs-title">{words.t("letters.desk.outputs")}</h2>
      <p className="note">{words.t("letters.desk.outputs.note")}</p>
      <SelectField
        label={words.t("letters.desk.outputs.language")}
        value={lang}
        choices={session.locales
          .filter(({ isWhole }) => isWhole)
          .map(({ code, name }) => ({ id: code, label: name }))}
        choose={setLang}
        canBeEmpty={false}
      />
      {addressees > 1 && (
        <label className="check">
          <input type="checkbox" checked={isMerged} onChange={() => setMerged((last) => !last)} />
          {words.t("letters.desk.outputs.each", { count: addressees })}
        </label>
      )}
      <ApproveOutputs
        key={`${lang} ${String(isMerged)}`}
        forms={forms}
        write={(approved) => api.writeLetter({ letter, lang, isMerged, ...approved })}
        result={(written: WrittenReport) => <Outputs written={written} />}
      />
    </section>
  );
}
