// How the numbers leave: for whom, small ones hidden, what earlier releases and this one reveal together, and only then who
// answers for it.
import { useState } from "react";
import type { MatrixPlan } from "@tocsin/workspace";
import type { MatrixPlanInput, WrittenMatrix } from "../api/contract/matrix.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndFormat, forEverybody, PlannedNumbers } from "../leaving/leave-numbers.tsx";
import { Outputs } from "../report/outputs.tsx";
import type { MatrixPlace } from "./matrix-address.ts";

export function LeaveMatrix({ place }: { readonly place: MatrixPlace }) {
  const { words, api } = useDesk();
  const [whom, setWhom] = useState(forEverybody);
  const [isOpen, setOpen] = useState(false);
  const asked: MatrixPlanInput = { ...place, audience: whom.audience };
  return (
    <details className="card no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.t("desk.matrix.leaving")}</summary>
      <p className="note">{words.t("desk.matrix.leaving.why")}</p>
      <AudienceAndFormat value={whom} choose={setWhom} />
      {isOpen && (
        <PlannedNumbers
          key={whom.audience}
          asked={asked}
          format={whom.format}
          plan={api.planMatrix}
          write={api.writeMatrix}
          tell={(plan) => <Leaves plan={plan} />}
          result={(written: WrittenMatrix) => <Outputs written={written} />}
        />
      )}
    </details>
  );
}

function Leaves({ plan: { hidden, threshold, unnamed } }: { readonly plan: MatrixPlan }) {
  const { words } = useDesk();
  return (
    <>
      <p>
        <b>{words.t("desk.counts.hidden", { count: hidden })}</b> {words.t("matrix.hidden", { threshold })}
      </p>
      {unnamed > 0 && <p>{words.t("matrix.unnamed", { count: unnamed })}</p>}
    </>
  );
}
