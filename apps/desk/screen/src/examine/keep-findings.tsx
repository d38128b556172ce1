// From an examination into the vault: what a person keeps becomes findings, which a case can hold.
import type { Examination } from "../api/contract/examination.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { navigate } from "../router.ts";

interface KeepFindingsProps {
  readonly examination: Examination;
  readonly evidence: string | null;
}

export function KeepFindings({ examination, evidence }: KeepFindingsProps) {
  const { words, session, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { findings, coverage } = examination;
  const verdicts = examination.verdicts.filter(({ state }) => worthKeeping.includes(state));
  if (session.vault?.state !== "open")
    return (
      <p className="actions no-print">
        <span className="note">{words.t("desk.examination.not-kept")}</span>
        <Go to={["create"]}>{words.t("desk.vault.create.title")}</Go>
      </p>
    );
  if (findings.length + verdicts.length === 0) return null;
  const keep = async (): Promise<void> => {
    const from = evidence === null ? {} : { evidence };
    await api.run("examination.keep", { ...from, findings, verdicts, coverage });
    announce(words.t("desk.saved"));
    changed();
    navigate("list", "finding");
  };
  return (
    <p className="actions no-print">
      <Action primary isDisabled={isBusy} onPress={() => run(keep)}>
        {words.t("desk.examination.keep", { count: findings.length + verdicts.length })}
      </Action>
    </p>
  );
}

/** A measurement without interference is no finding; it stays in its file. */
const worthKeeping: readonly string[] = ["blocked", "likely-blocked", "impaired", "down"];
