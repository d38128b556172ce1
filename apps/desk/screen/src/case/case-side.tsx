// Beside the case: who takes part and may be named, what it is held against, the evidence, and the report.
import type { CasePage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { sizeWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";
import { NextSteps } from "./next-steps.tsx";

interface CaseSideProps {
  readonly id: string;
  readonly page: CasePage;
}

export function CaseSide({ id, page }: CaseSideProps) {
  const words = useWords();
  return (
    <aside className="side" aria-label={words.t("desk.case.side")}>
      <NextSteps next={page.next} />
      <People people={page.people} others={page.others} />
      <HeldAgainst commitments={page.commitments} />
      <EvidenceList evidence={page.evidence} />
      <p className="actions no-print">
        <Go primary to={["case", id, "report"]}>
          {words.t("desk.case.report")}
        </Go>
        <Go to={["write", "for", "case", id]}>{words.t("writing.begin")}</Go>
      </p>
    </aside>
  );
}

interface PeopleProps {
  readonly people: CasePage["people"];
  readonly others: CasePage["others"];
}

export function People({ people, others }: PeopleProps) {
  const words = useWords();
  return (
    <>
      <h2>{words.t("desk.case.who")}</h2>
      <ul className="card plain">
        {people.length + others.length === 0 && <li className="note">{words.t("desk.case.nobody")}</li>}
        {people.map(({ person, label, roles, named }) => (
          <li key={person}>
            <span>
              <a href={addressOf("person", person)}>
                <bdi>{label}</bdi>
              </a>{" "}
              <small>
                {[...new Set(roles)].map((role) => `· ${codeLabel(words, "roles", role)}`).join(" ")}
              </small>
            </span>
            <small className={named.allowed ? "" : "waits"}>
              {named.allowed ? words.t("desk.case.name-allowed") : words.t(`consent.reason.${named.reason}`)}
            </small>
          </li>
        ))}
        {others.map((other) => (
          <li key={other.involvement}>
            <OtherPart other={other} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** An organisation, or somebody of whom nobody knows who it is: their part says what is known. */
function OtherPart({ other }: { readonly other: CasePage["others"][number] }) {
  const words = useWords();
  const { involvement, organisation, role, degree, perpetratorKind } = other;
  const known = [
    ...(role === null ? [] : [codeLabel(words, "roles", role)]),
    ...(degree === null ? [] : [codeLabel(words, "degrees", degree)]),
    ...(perpetratorKind === null ? [] : [codeLabel(words, "perpetratorKinds", perpetratorKind)]),
  ];
  const to = organisation === null ? ["involvement", involvement] : ["organisation", organisation.record];
  return (
    <span>
      <a href={addressOf(...to)}>
        <bdi>{organisation?.label ?? words.t("desk.case.unknown")}</bdi>
      </a>{" "}
      <small>{known.map((each) => `· ${each}`).join(" ")}</small>
    </span>
  );
}

export function HeldAgainst({ commitments }: { readonly commitments: CasePage["commitments"] }) {
  const words = useWords();
  return (
    <>
      <h2>{words.t("desk.case.held-against")}</h2>
      <ul className="card plain">
        {commitments.length === 0 && <li className="note">{words.t("desk.case.no-commitments")}</li>}
        {commitments.map(({ record, reference, label, standing, checked }) => (
          <li key={record}>
            <a href={addressOf("commitment", record)}>
              {reference !== null && words.has(`commitment.${reference}.label`)
                ? words.t(`commitment.${reference}.label`)
                : label}
            </a>
            <small>
              {standing !== null && codeLabel(words, "standings", standing)}
              {!checked && <> · {words.t("state.unchecked")}</>}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

export function EvidenceList({ evidence }: { readonly evidence: CasePage["evidence"] }) {
  const words = useWords();
  return (
    <>
      <h2>{words.t("desk.case.evidence")}</h2>
      <ul className="card plain">
        {evidence.length === 0 && <li className="note">{words.t("kind.evidence.empty")}</li>}
        {evidence.map(({ record, label, size, verified }) => (
          <li key={record}>
            <span>
              <a href={addressOf("evidence", record)}>
                <bdi>{label}</bdi>
              </a>{" "}
              {size !== null && <small>{sizeWords(words, size)}</small>}
            </span>
            {verified === null ? (
              <small className="waits">{words.t("desk.evidence.not-verified")}</small>
            ) : (
              <small className="verified">{words.t("desk.evidence.verified")}</small>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
