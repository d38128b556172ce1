import type { FindingPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { Hash } from "../parts/hash.tsx";
import { addressOf } from "../router.ts";

/** What it was found in, and the hash of its bytes. */
export function FindingEvidence({ evidence }: { readonly evidence: FindingPage["evidence"] }) {
  const words = useWords();
  if (evidence === null) return null;
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
