// The report of a case: for whom and in which language; what is withheld, shown before anything leaves; then writing.
import { useCallback, useState } from "react";
import type { RecordPage } from "@tocsin/workspace";
import type { ReportPreview, WrittenReport } from "../api/contract/report.ts";
import { useAction, useAnswer, useJob, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { Outputs } from "./outputs.tsx";
import { ReportText } from "./report-text.tsx";
import { Withheld } from "./withheld.tsx";

export function ReportScreen({ caseId }: { readonly caseId: string }) {
  const { words, definitions, session } = useDesk();
  const [audience, setAudience] = useState("internal");
  const [lang, setLang] = useState(session.locale);
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
      <div className="choices-line no-print">
        <SelectField
          label={words.t("desk.release.audience")}
          value={audience}
          choices={choicesOf(words, definitions, "audiences")}
          choose={setAudience}
          canBeEmpty={false}
        />
        <SelectField
          label={words.t("desk.report.language")}
          value={lang}
          choices={session.locales.map(({ code, name }) => ({ id: code, label: name }))}
          choose={setLang}
          canBeEmpty={false}
        />
      </div>
      <Preview key={`${audience} ${lang}`} caseId={caseId} audience={audience} lang={lang} />
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
      <Approve caseId={caseId} audience={audience} lang={lang} />
      <h2>{words.t("desk.report.reads")}</h2>
      <p className="note no-print">{words.t("desk.report.thread-note")}</p>
      <ReportText preview={preview} />
    </>
  );
}

/** Our own server's result, once it is there. */
function isWritten(result: unknown): result is WrittenReport {
  return typeof result === "object" && result !== null && "outputs" in result;
}

const formats = ["pdf", "html", "json"] as const;

function Approve({ caseId, audience, lang }: PreviewProps) {
  const { words, api, jobs } = useDesk();
  const [approvedBy, setApprovedBy] = useState("");
  const [wanted, setWanted] = useState<readonly string[]>(formats);
  const [job, setJob] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const done = useJob(job);
  const result = done?.result;
  const write = async (): Promise<void> => {
    const input = { case: caseId, audience, lang, approvedBy, formats: wanted };
    setJob((await api.report(input)).job);
    jobs.refresh();
  };
  const toggle = (format: string): void =>
    setWanted((last) => (last.includes(format) ? last.filter((each) => each !== format) : [...last, format]));
  return (
    <section className="card no-print" aria-labelledby="approve-title">
      <h2 id="approve-title">{words.t("desk.release.approve")}</h2>
      <p className="waits">{words.t("desk.release.leaves")}</p>
      <FormField label={words.t("release.approvedBy")} value={approvedBy} change={setApprovedBy} required />
      <fieldset className="checks">
        <legend>{words.t("desk.report.formats")}</legend>
        {formats.map((format) => (
          <label key={format} className="check">
            <input type="checkbox" checked={wanted.includes(format)} onChange={() => toggle(format)} />
            {words.t(`outputFormats.${format}.label`)}
          </label>
        ))}
      </fieldset>
      <Action
        primary
        isDisabled={isBusy || done?.state === "running" || approvedBy.trim() === "" || wanted.length === 0}
        onPress={() => run(write)}
      >
        {words.t("desk.release.approve")}
      </Action>
      {isWritten(result) && <Outputs written={result} />}
    </section>
  );
}
