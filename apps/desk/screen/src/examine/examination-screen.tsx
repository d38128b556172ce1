// What an examination says: coverage first, then what was found, on one page that can be printed for the owner.
import { levels } from "@tocsin/core";
import type { Examination } from "../api/contract/examination.ts";
import type { Job } from "../api/contract/work.ts";
import { useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { JobLine } from "../shell/jobs-tray.tsx";
import { PrintAction } from "../parts/action.tsx";
import { momentWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { CoverageTable } from "./coverage-table.tsx";
import { examinationOf } from "./examination-of.ts";
import { Found } from "./found.tsx";
import { KeepFindings } from "./keep-findings.tsx";
import { Verdicts } from "./verdicts.tsx";

interface ExaminationScreenProps {
  readonly job: string;
  /** The piece of evidence that was examined, where it lies in the vault. */
  readonly evidence: string | null;
}

export function ExaminationScreen({ job: id, evidence }: ExaminationScreenProps) {
  const { words } = useDesk();
  const job = useJob(id);
  const examination = job?.state === "done" ? examinationOf(job.result) : null;
  if (job === undefined) return <p className="note">{words.t("desk.examination.gone")}</p>;
  return (
    <article className="page">
      {examination === null ? (
        <UnderWay job={job} />
      ) : (
        <Sheet examination={examination} startedAt={job.startedAt} evidence={evidence} />
      )}
    </article>
  );
}

function UnderWay({ job }: { readonly job: Job }) {
  const { words } = useDesk();
  return (
    <>
      <h1>{words.t(`desk.work.kind.${job.kind}`)}</h1>
      <div className="card">
        <JobLine job={job} />
      </div>
      <p className="note">{words.t("desk.work.goes-on")}</p>
    </>
  );
}

/** Whoever opens the page wants to know this first, and reads then how far it is true. */
function WorstFound({ findings }: Pick<Examination, "findings">) {
  const { words } = useDesk();
  const worst = levels.find((level) => findings.some((finding) => finding.level === level));
  if (worst === undefined) return null;
  const level = codeLabel(words, "levels", worst);
  return (
    <p className="lead">
      <strong>{words.t("desk.examination.found", { count: findings.length })}</strong>{" "}
      {words.t("desk.examination.worst", { level })}
    </p>
  );
}

interface SheetProps {
  readonly examination: Examination;
  readonly startedAt: number;
  readonly evidence: string | null;
}

function Sheet({ examination, startedAt, evidence }: SheetProps) {
  const { words } = useDesk();
  const { coverage, verdicts, findings, consent, indicatorCount, campaigns, tool, more } = examination;
  const isPhone = verdicts.length === 0;
  return (
    <>
      <h1>{words.t(isPhone ? "desk.examination.phone" : "desk.examination.site")}</h1>
      <p className="actions">
        <PrintAction>{words.t("action.print")}</PrintAction>
      </p>
      <WorstFound findings={findings} />
      <h2>{words.t("examination.looked-at")}</h2>
      <p>
        {words.t("desk.examination.made", {
          tool: `${tool.name} ${tool.version}`,
          date: momentWords(words, startedAt),
        })}{" "}
        {isPhone && words.t("desk.examination.indicators", { count: indicatorCount })}
      </p>
      {consent !== null && <p>{words.t("desk.examination.consent", { consent })}</p>}
      {isPhone && campaigns.length > 0 && (
        <details>
          <summary>{words.t("desk.examination.campaigns")}</summary>
          <p>{campaigns.join(" · ")}</p>
        </details>
      )}
      <CoverageTable coverage={coverage} />
      {isPhone ? (
        <Found findings={findings} coverage={coverage} indicatorCount={indicatorCount} />
      ) : (
        <Verdicts verdicts={verdicts} />
      )}
      {more > 0 && <p className="waits">{words.t("desk.examination.more", { count: more })}</p>}
      <KeepFindings examination={examination} evidence={evidence} />
    </>
  );
}
