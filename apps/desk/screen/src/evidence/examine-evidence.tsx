// Examines the sealed bytes: with which indicators, under which consent; what was found is kept by a person.
import { useState } from "react";
import { stringOfText } from "../fields/string-of-text.ts";
import type { RecordPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { navigate } from "../router.ts";

interface ExamineEvidenceProps {
  readonly id: string;
  readonly page: RecordPage;
}

export function ExamineEvidence({ id, page }: ExamineEvidenceProps) {
  const { words, api, jobs } = useDesk();
  const [indicators, setIndicators] = useState<readonly string[]>([]);
  const [consent, setConsent] = useState(stringOfText(page.values["consentText"]));
  const { run, isBusy } = useAction();
  const examine = async (): Promise<void> => {
    const { job } = await api.examineEvidence(id, {
      indicators,
      consent: consent.trim() === "" ? null : consent,
    });
    jobs.refresh();
    navigate("examination", job, id);
  };
  return (
    <details className="card no-print">
      <summary>{words.t("desk.evidence.examine")}</summary>
      <div className="fields">
        <FormField label={words.t("desk.evidence.consent")} value={consent} change={setConsent} multiline />
        <PathPicker label={words.t("desk.indicators")} chosen={indicators} choose={setIndicators} many />
        <p className="note">{words.t("desk.indicators.help")}</p>
        <Action primary isDisabled={isBusy} onPress={() => run(examine)}>
          {words.t("desk.evidence.examine")}
        </Action>
      </div>
    </details>
  );
}
