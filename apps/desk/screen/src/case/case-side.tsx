// Beside the case: who takes part and may be named, what it is held against, the evidence, and the report.
import type { CasePage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { sizeWords } from "../words/amounts.ts";
import { codeLabel } from "../words/labels.ts";

interface CaseSideProps {
  readonly id: string;
  readonly page: CasePage;
}

export function CaseSide({ id, page }: CaseSideProps) {
  const words = useWords();
  return (
    <aside className="side" aria-label={words.t("desk.case.side")}>
      <People people={page.people} />
      <HeldAgainst commitments={page.commitments} />
      <EvidenceList evidence={page.evidence} />
      <p className="actions no-print">
        <Go primary to={["case", id, "report"]}>
          {words.t("desk.case.report")}
        </Go>
      </p>
    </aside>
  );
}

export function People({ people }: { readonly people: CasePage["people"] }) {
  const words = useWords();
  return (
    <>
      <h2>{words.t("desk.case.who")}</h2>
      <ul className="card plain">
        {people.length === 0 && <li className="note">{words.t("desk.case.nobody")}</li>}
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
      </ul>
    </>
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
