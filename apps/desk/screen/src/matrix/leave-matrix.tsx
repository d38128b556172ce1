// How the numbers leave: for whom, small ones hidden, what earlier releases and this one reveal together, and only then who
// answers for it.
import { useCallback, useState } from "react";
import type { MatrixPlan } from "@tocsin/workspace";
import type { MatrixPlanInput, WrittenMatrix } from "../api/contract/matrix.ts";
import { useAnswer } from "../asking.ts";
import { Reveals } from "../counts/reveals.tsx";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import { codeLabel } from "../words/labels.ts";
import type { MatrixPlace } from "./matrix-address.ts";

const formats = ["csv", "json"] as const;

export function LeaveMatrix({ place }: { readonly place: MatrixPlace }) {
  const { words, definitions } = useDesk();
  const [audience, setAudience] = useState("public");
  const [format, setFormat] = useState("csv");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.t("desk.matrix.leaving")}</summary>
      <p className="note">{words.t("desk.matrix.leaving.why")}</p>
      <div className="choices-line">
        <SelectField
          label={words.t("desk.release.audience")}
          value={audience}
          choices={choicesOf(words, definitions, "audiences")}
          choose={setAudience}
          canBeEmpty={false}
        />
        <SelectField
          label={words.t("desk.report.formats")}
          value={format}
          choices={formats.map((id) => ({ id, label: codeLabel(words, "outputFormats", id) }))}
          choose={setFormat}
          canBeEmpty={false}
        />
      </div>
      {isOpen && <Planned key={audience} asked={{ ...place, audience }} format={format} />}
    </details>
  );
}

interface PlannedProps {
  readonly asked: MatrixPlanInput;
  readonly format: string;
}

function Planned({ asked, format }: PlannedProps) {
  const { words, api, version } = useDesk();
  const [isAccepted, setAccepted] = useState(false);
  const key = JSON.stringify(asked);
  const { value: plan, error } = useAnswer<MatrixPlan>(
    useCallback(() => api.planMatrix(JSON.parse(key) as MatrixPlanInput), [api, key]),
    version,
  );
  if (plan === null) return <Waiting error={error} />;
  return (
    <>
      <p>
        <b>{words.t("desk.counts.hidden", { count: plan.hidden })}</b>{" "}
        {words.t("matrix.hidden", { threshold: plan.threshold })}
      </p>
      {plan.unnamed > 0 && <p>{words.t("matrix.unnamed", { count: plan.unnamed })}</p>}
      <Reveals notices={plan.notices} isAccepted={isAccepted} accept={setAccepted} />
      <ApproveOutputs
        key={format}
        forms={[format]}
        isBlocked={plan.notices.length > 0 && !isAccepted}
        write={({ approvedBy }) =>
          api.writeMatrix({ ...asked, approvedBy, format, acceptDifferences: isAccepted })
        }
        result={(written: WrittenMatrix) => <Outputs written={written} />}
      />
    </>
  );
}
