// How the matrix of a consultation leaves: for whom, small numbers hidden, what earlier releases and this one reveal together, and
// only then who answers for it.
import { useState } from "react";
import type { CodedMatrixPlan } from "@tocsin/workspace";
import type { WrittenCodes } from "../api/contract/codes.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndFormat, forEverybody, PlannedNumbers } from "../leaving/leave-numbers.tsx";
import { Outputs } from "../report/outputs.tsx";

export function LeaveCodes({ questionnaire }: { readonly questionnaire: string }) {
  const { words, api } = useDesk();
  const [whom, setWhom] = useState(forEverybody);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.t("voices.desk.leave")}</summary>
      <p className="note">{words.t("voices.desk.leave.why")}</p>
      <AudienceAndFormat value={whom} choose={setWhom} formats={["csv", "json", "qdpx"]} />
      {whom.format === "qdpx" && <p className="note">{words.t("voices.desk.leave.qdpx")}</p>}
      {isOpen && (
        <PlannedNumbers
          key={whom.audience}
          asked={{ questionnaire, audience: whom.audience }}
          format={whom.format}
          plan={api.planCodes}
          write={api.writeCodes}
          tell={(plan: CodedMatrixPlan) => <Leaves plan={plan} />}
          result={(written: WrittenCodes) => <Outputs written={written} />}
        />
      )}
    </details>
  );
}

function Leaves({ plan: { hidden, threshold } }: { readonly plan: CodedMatrixPlan }) {
  const { words } = useDesk();
  return (
    <p>
      <b>{words.t("desk.counts.hidden", { count: hidden })}</b> {words.t("matrix.hidden", { threshold })}
    </p>
  );
}
