import { useCallback, useState } from "react";
import type { ExportPlan } from "@tocsin/workspace";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import type { WrittenReport } from "../api/contract/report.ts";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import type { BulkActProps } from "./bulk-act-props.ts";

/** What is selected leaves as a table, by the rules of an audience, once somebody answers for it. */
export function BulkExport({ known, records }: BulkActProps) {
  const { words, definitions, api, version } = useDesk();
  const [audience, setAudience] = useState("internal");
  const [format, setFormat] = useState("csv");
  const { kind } = known.view;
  const plan = useAnswer<ExportPlan>(
    useCallback(() => api.planExport({ kind, records, audience }), [api, kind, records, audience]),
    version,
  );
  return (
    <div className="fields">
      <SelectField
        label={words.t("release.audience")}
        value={audience}
        choices={choicesOf(words, definitions, "audiences")}
        choose={setAudience}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("release.format")}
        value={format}
        choices={["csv", "json"].map((id) => ({ id, label: words.t(`outputFormats.${id}.label`) }))}
        choose={setFormat}
        canBeEmpty={false}
      />
      <p>
        <output>{words.t("desk.bulk.plan.export", { count: records.length })}</output>
      </p>
      <ApproveOutputs<WrittenReport>
        key={audience}
        forms={[format]}
        isBlocked={plan.value === null}
        earlier={plan.value?.earlier ?? []}
        write={({ approvedBy, acceptDifferences }) =>
          api.exportRecords({
            kind,
            records,
            audience,
            format,
            approvedBy,
            ...(acceptDifferences === undefined ? {} : { acceptDifferences }),
            lang: words.locale,
          })
        }
        result={(written) => <Outputs written={written} />}
      />
    </div>
  );
}
