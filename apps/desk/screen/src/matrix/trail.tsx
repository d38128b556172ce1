// The trail of evidence: each incident with its findings and the hash of every file that it rests on; of one commitment also
// what people decided, and the form to decide with a reason.
import { useState } from "react";
import type { MatrixTrail, TrailStep } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Hash } from "../parts/hash.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import { dateWords } from "../words/date-words.ts";
import { Decide } from "./decide.tsx";
import type { MatrixPlace } from "./matrix-address.ts";
import { matrixStatusWords } from "./matrix-words.ts";

const atOnce = 25;

export function Trail({ place }: { readonly place: MatrixPlace }) {
  const { words } = useDesk();
  const [limit, setLimit] = useState(atOnce);
  const { value, error } = useQuery<MatrixTrail>("matrix.trail", { ...place, limit });
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  const shown = value ?? last;
  return (
    <section className="card" aria-labelledby="trail-title">
      <h2 id="trail-title">{words.t("desk.matrix.trail")}</h2>
      {shown === null ? (
        <Waiting error={error} />
      ) : (
        <>
          {shown.total === 0 && <p className="note">{words.t("desk.matrix.no-incidents")}</p>}
          <ol className="plain matrix-trail">
            {shown.incidents.map((step) => (
              <Step key={step.record} step={step} commitment={place.commitment ?? null} />
            ))}
          </ol>
          {shown.total > shown.incidents.length && (
            <p className="actions no-print">
              <Action quiet onPress={() => setLimit((before) => before + atOnce)}>
                {words.t("action.show-more")}
              </Action>{" "}
              {words.t("desk.counts.behind.more", { shown: shown.incidents.length, total: shown.total })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface StepProps {
  readonly step: TrailStep;
  readonly commitment: string | null;
}

function Step({ step, commitment }: StepProps) {
  const { words } = useDesk();
  const { record, label, status, findings, evidence, decision } = step;
  return (
    <li>
      <p>
        <a href={addressOf("incident", record)}>
          <bdi>{label === "" ? words.t("kind.incident.one") : label}</bdi>
        </a>{" "}
        · {matrixStatusWords(words, status)}
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={finding.record}>
            {words.t("kind.finding.one")}:{" "}
            <a href={addressOf("finding", finding.record)}>
              <bdi>{finding.label === "" ? words.t("kind.finding.one") : finding.label}</bdi>
            </a>
          </li>
        ))}
        {evidence.map((file) => (
          <li key={file.record}>
            {words.t("kind.evidence.one")}:{" "}
            <a href={addressOf("evidence", file.record)}>
              <bdi>{file.label === "" ? words.t("kind.evidence.one") : file.label}</bdi>
            </a>{" "}
            {file.sha256 !== null && <Hash value={file.sha256} />}
          </li>
        ))}
        {findings.length + evidence.length === 0 && (
          <li className="note">{words.t("desk.matrix.no-evidence")}</li>
        )}
      </ul>
      {decision !== null && (
        <p className="note">
          {words.t(`engagementDecisions.${decision.decision}.label`)}
          {decision.when !== null && ` · ${dateWords(words, decision.when.slice(0, 10))}`}:{" "}
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      {commitment !== null && <Decide record={record} commitment={commitment} label={label} />}
    </li>
  );
}
