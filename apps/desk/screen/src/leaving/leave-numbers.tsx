// How numbers leave, whatever was counted: for whom and as what; what earlier releases and this one reveal together, and only
// then who answers for it.
import { useCallback, useState, type ReactNode } from "react";
import type { CountsPlan } from "@tocsin/workspace";
import type { WrittenReport } from "../api/contract/report.ts";
import type { StartedJob } from "../api/contract/work.ts";
import { useAnswer } from "../asking.ts";
import { Reveals } from "../counts/reveals.tsx";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { codeLabel } from "../words/labels.ts";

const usualFormats: readonly string[] = ["csv", "json"];

export interface ForWhom {
  readonly audience: string;
  readonly format: string;
}

export const forEverybody: ForWhom = { audience: "public", format: "csv" };

interface AudienceAndFormatProps {
  readonly value: ForWhom;
  readonly choose: (value: ForWhom) => void;
  readonly formats?: readonly string[];
  readonly children?: ReactNode;
}

export function AudienceAndFormat({
  value,
  choose,
  formats = usualFormats,
  children,
}: AudienceAndFormatProps) {
  const { words, definitions } = useDesk();
  return (
    <div className="choices-line">
      <SelectField
        label={words.t("desk.release.audience")}
        value={value.audience}
        choices={choicesOf(words, definitions, "audiences")}
        choose={(audience) => choose({ ...value, audience })}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("desk.report.formats")}
        value={value.format}
        choices={formats.map((id) => ({ id, label: codeLabel(words, "outputFormats", id) }))}
        choose={(format) => choose({ ...value, format })}
        canBeEmpty={false}
      />
      {children}
    </div>
  );
}

/** What a person answers for. */
export interface ApprovedNumbers {
  readonly approvedBy: string;
  readonly format: string;
  readonly acceptDifferences: boolean;
}

interface PlannedNumbersProps<Asked, Plan, Written> {
  readonly asked: Asked;
  readonly format: string;
  /** The same functions each time: they are asked again only for another question. */
  readonly plan: (asked: Asked) => Promise<Plan>;
  readonly write: (asked: Asked & ApprovedNumbers) => Promise<StartedJob>;
  readonly tell: (plan: Plan) => ReactNode;
  readonly result: (written: Written) => ReactNode;
}

export function PlannedNumbers<
  Asked extends object,
  Plan extends Pick<CountsPlan, "notices">,
  Written extends WrittenReport,
>({ asked, format, plan: ask, write, tell, result }: PlannedNumbersProps<Asked, Plan, Written>) {
  const { version } = useDesk();
  const [isAccepted, setAccepted] = useState(false);
  const key = JSON.stringify(asked);
  const { value: plan, error } = useAnswer<Plan>(
    useCallback(() => ask(JSON.parse(key) as Asked), [ask, key]),
    version,
  );
  if (plan === null) return <Waiting error={error} />;
  return (
    <>
      {tell(plan)}
      <Reveals notices={plan.notices} isAccepted={isAccepted} accept={setAccepted} />
      <ApproveOutputs
        key={format}
        forms={[format]}
        isBlocked={plan.notices.length > 0 && !isAccepted}
        write={({ approvedBy }) => write({ ...asked, approvedBy, format, acceptDifferences: isAccepted })}
        result={result}
      />
    </>
  );
}
