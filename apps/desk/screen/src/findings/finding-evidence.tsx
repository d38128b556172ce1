import type { FindingPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { Go } from "../parts/action.tsx";
import { addressOf } from "../router.ts";

/** What it was found in, and the hash of its bytes. */
export function FindingEvidence({ page }: { readonly page: Pick<FindingPage, "evidence" | "case"> }) {
  const { evidence } = page;
  const words = useWords();
  if (evidence === null) return <NotKept caseId={page.case?.id ?? null} />;
  return (
    <p>
      {words.t("finding.evidence")}:{" "}
      <a href={addressOf("evidence", evidence.id)}>
        <bdi>{evidence.label}</bdi>
      </a>{" "}
      {evidence.sha256 !== null && <Hash value={evidence.sha256} />}
    </p>
  );
}

/** It was found in something that lies outside the vault, where nobody could look again. */
function NotKept({ caseId }: { readonly caseId: string | null }) {
  const words = useWords();
  return (
    <section className="card no-print">
      <p>{words.t("desk.finding.not-kept")}</p>
      <p className="actions">
        <Go to={["add", ...(caseId === null ? [] : [caseId])]}>{words.t("desk.finding.keep-backup")}</Go>
      </p>
    </section>
  );
}
