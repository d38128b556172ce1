// The way from a page to the instruments that fit what is on it.
import type { RecordPage } from "@tocsin/workspace";
import { standardCode } from "@tocsin/records";
import { useDesk } from "../desk.tsx";
import { Go } from "../parts/action.tsx";

/** Of a record that instruments ask about, and of no other. */
export function AssessThis({ page }: { readonly page: RecordPage }) {
  const subject = subjectOf(page);
  return subject === null ? null : <Assess subject={subject} id={page.id} />;
}

interface AssessProps {
  /** Code of `assessedKinds`. */
  readonly subject: string;
  /** Of a State the code of its country, of anything else the id of its record. */
  readonly id: string;
}

export function Assess({ subject, id }: AssessProps) {
  const { words } = useDesk();
  return <Go to={["assess", "for", subject, id]}>{words.t("command.assessment.begin")}</Go>;
}

function subjectOf({ kind, values }: RecordPage): string | null {
  if (kind === "measure" || kind === "proceeding") return kind;
  const { organisationKind } = values;
  const isCompany = typeof organisationKind === "string" && standardCode(organisationKind) === "company";
  return kind === "organisation" && isCompany ? "company" : null;
}
