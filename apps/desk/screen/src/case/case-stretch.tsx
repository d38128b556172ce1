// What one number of a case's road counts.
import type { ReactNode } from "react";
import type { CasePage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { DropZone } from "../evidence/drop-zone.tsx";
import { FindingFace } from "../findings/finding-face.tsx";
import { Go } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { RecordForm } from "../records/record-form.tsx";
import { LinkedRecords } from "../records/linked-records.tsx";
import { addressOf } from "../router.ts";
import { labelOfKind } from "../words/labels.ts";
import { EvidenceList, HeldAgainst } from "./case-side.tsx";
import { Timeline } from "./timeline.tsx";

interface CaseStretchProps {
  readonly id: string;
  readonly stretch: string;
}

type Draw = (id: string, page: CasePage) => ReactNode;

const stretches: Readonly<Record<string, Draw>> = {
  evidence: (id, page) => (
    <>
      <EvidenceList evidence={page.evidence} />
      <DropZone caseId={id} />
    </>
  ),
  findings: (_id, page) => <Findings page={page} />,
  incidents: (id, page) => (
    <>
      <Timeline entries={page.timeline.filter(({ kind }) => kind === "incident")} />
      <NewIncident id={id} />
    </>
  ),
  commitments: (_id, page) => <HeldAgainst commitments={page.commitments} />,
  outputs: (id, page) => <Outputs id={id} page={page} />,
  edit: (id, page) => (
    <>
      <RecordForm page={page.record} />
      <LinkedRecords kind="case" id={id} linked={page.record.linked} />
    </>
  ),
};

export function CaseStretch({ id, stretch }: CaseStretchProps) {
  const { words } = useDesk();
  const asked = useQuery<CasePage>("case.page", { case: id });
  const page = asked.value;
  const draw = stretches[stretch];
  if (page === null || draw === undefined) return <Waiting error={asked.error} />;
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.case"), to: ["list", "case"] },
          { label: page.record.label, to: ["case", id] },
        ]}
      />
      <h1>{words.t(`desk.case.stretch.${stretch}`)}</h1>
      {draw(id, page)}
    </article>
  );
}

function NewIncident({ id }: { readonly id: string }) {
  const { words } = useDesk();
  return (
    <p className="actions">
      <Go to={["new", "incident", "case", id]}>{words.t("desk.incident.new")}</Go>
    </p>
  );
}

/** Those of the timeline with their whole face, then those that only link here. */
function Findings({ page }: { readonly page: CasePage }) {
  const { words } = useDesk();
  const faces = [
    ...new Map(
      page.timeline.flatMap(({ finding }) => (finding === null ? [] : [[finding.record, finding] as const])),
    ),
  ];
  const others = page.record.linked
    .flatMap(({ kind, rows }) => (kind === "finding" ? rows : []))
    .filter(({ id }) => !faces.some(([record]) => record === id));
  const nameOf = (label: string): string => labelOfKind(words, "finding", label);
  if (faces.length + others.length === 0) return <p className="note">{words.t("kind.finding.empty")}</p>;
  return (
    <>
      {faces.map(([record, face]) => (
        <section key={record} aria-label={nameOf(face.title)}>
          <h2>
            <a href={addressOf("finding", record)}>
              <bdi>{nameOf(face.title)}</bdi>
            </a>
          </h2>
          <FindingFace face={face} />
        </section>
      ))}
      <ul className="plain">
        {others.map(({ id, label }) => (
          <li key={id}>
            <a href={addressOf("finding", id)}>
              <bdi>{nameOf(label)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outputs({ id, page }: CaseStretchDraw) {
  const { words } = useDesk();
  const releases = page.record.linked.filter(({ kind }) => kind === "release").flatMap(({ rows }) => rows);
  return (
    <>
      {releases.length === 0 && <p className="note">{words.t("kind.release.empty")}</p>}
      <ul className="plain">
        {releases.map((row) => (
          <li key={row.id}>
            <a href={addressOf("release", row.id)}>
              <bdi>{row.label}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p className="actions">
        <Go primary to={["case", id, "report"]}>
          {words.t("desk.case.report")}
        </Go>
        <Go to={["write", "for", "case", id]}>{words.t("writing.begin")}</Go>
      </p>
    </>
  );
}

interface CaseStretchDraw {
  readonly id: string;
  readonly page: CasePage;
}
