// The report of a case: for whom and in which language; what is withheld, shown before anything leaves; then writing.
import { useCallback, useState } from "react";
import type { RecordPage } from "@tocsin/workspace";
import type { ReportPreview, WrittenReport } from "../api/contract/report.ts";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndLanguageChooser, outputLocale } from "../fields/audience-and-language.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "./approve-outputs.tsx";
import { Outputs } from "./outputs.tsx";
import { ReportText } from "./report-text.tsx";
import { Withheld } from "./withheld.tsx";

export function ReportScreen({ caseId }: { readonly caseId: string }) {
  const { words, session } = useDesk();
  const [whom, setWhom] = useState({ audience: "internal", lang: outputLocale(session) });
  const record = useQuery<RecordPage>("record.show", { record: caseId }).value;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.case"), to: ["list", "case"] },
          { label: record?.label ?? "", to: ["case", caseId] },
        ]}
      />
      <h1>{words.t("desk.report.title")}</h1>
      <AudienceAndLanguageChooser
        value={whom}
        languageLabel={words.t("desk.report.language")}
        choose={setWhom}
      />
      <Preview key={`${whom.audience} ${whom.lang}`} caseId={caseId} {...whom} />
    </article>
  );
}

interface PreviewProps {
  readonly caseId: string;
  readonly audience: string;
  readonly lang: string;
}

function Preview({ caseId, audience, lang }: PreviewProps) {
  const { api, words, version } = useDesk();
  const asked = useAnswer<ReportPreview>(
    useCallback(() => api.preview({ case: caseId, audience, lang }), [api, caseId, audience, lang]),
    version,
  );
  const preview = asked.value;
  if (preview === null) return <Waiting error={asked.error} />;
  return (
    <>
      <Withheld preview={preview} audience={audience} caseId={caseId} />
      <ApproveOutputs
        earlier={preview.earlier}
        write={(approved) => api.report({ case: caseId, audience, lang, ...approved })}
        result={(written: WrittenReport) => <Outputs written={written} />}
      />
      <h2>{words.t("desk.report.reads")}</h2>
      <p className="note no-print">{words.t("desk.report.thread-note")}</p>
      <ReportText preview={preview} />
    </>
  );
}
