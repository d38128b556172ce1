// A piece of evidence: its custody, whether its bytes are what they were, and what examinations find in it.
import type { RecordPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go, PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { History } from "../records/history.tsx";
import { Marks } from "../records/marks.tsx";
import { LinkedRecords } from "../records/linked-records.tsx";
import { RecordForm } from "../records/record-form.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Custody } from "./custody.tsx";
import { ExamineEvidence } from "./examine-evidence.tsx";

export function EvidenceScreen({ id }: { readonly id: string }) {
  const { words, api, jobs, pullThread } = useDesk();
  const { run, isBusy } = useAction();
  const asked = useQuery<RecordPage>("record.show", { record: id });
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  // Of what is only described there are no bytes to check, to examine or to copy.
  const isKept = page.values["described"] === undefined;
  const verify = async (): Promise<void> => {
    await api.verifyEvidence(id);
    jobs.refresh();
  };
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.evidence"), to: ["list", "evidence"] }]} />
      <h1>
        <bdi>{page.label}</bdi>
      </h1>
      <Marks page={page} />
      <Custody page={page} />
      <p className="actions no-print">
        {isKept && (
          <Action isDisabled={isBusy} onPress={() => run(verify)}>
            {words.t("desk.evidence.verify")}
          </Action>
        )}
        <Go to={["happened", "evidence", id]}>{words.t("desk.quick.record")}</Go>
        <Action onPress={() => pullThread(id)}>{words.t("desk.thread")}</Action>
        <PrintAction>{words.t("action.print")}</PrintAction>
        <Go to={["evidence", id, "custody"]}>{words.t("desk.custody.title")}</Go>
        {isKept && isSeen(page) && <Go to={["evidence", id, "redact"]}>{words.t("desk.redact.title")}</Go>}
        <Go to={["bundle", "evidence", id]}>{words.t("desk.bundle.title")}</Go>
        <Go quiet to={["erase", "record", id]}>
          {words.t("desk.erase.of.record")}
        </Go>
      </p>
      {isKept && <ExamineEvidence id={id} page={page} />}
      {isKept && <AddCopy id={id} page={page} />}
      <LinkedRecords kind="evidence" id={id} linked={page.linked} />
      <RecordForm page={page} />
      <History kind="evidence" entries={page.history} />
    </article>
  );
}

/** Of a PDF and of other pictures the screen says what can be done instead. */
function isSeen({ values: { looksLike, mediaType } }: RecordPage): boolean {
  const type = looksLike ?? mediaType;
  return typeof type === "string" && (type.startsWith("image/") || type === "application/pdf");
}

/** A transcript, a translation, a redaction: it hangs under the original, which stays as it came. */
function AddCopy({ id, page }: { readonly id: string; readonly page: RecordPage }) {
  const { words } = useDesk();
  const { case: inCase } = page.values;
  return (
    <details className="card no-print">
      <summary>{words.t("desk.evidence.copy")}</summary>
      <p className="note">{words.t("desk.evidence.copy.note")}</p>
      <DropZone caseId={typeof inCase === "string" ? inCase : null} original={id} />
    </details>
  );
}
