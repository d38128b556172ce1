import { useState } from "react";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import type { WrittenReport } from "../api/contract/report.ts";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import type { BulkActProps } from "./bulk-act-props.ts";

/** What is selected leaves as a table, by the rules of an audience, once somebody answers for it. */
export function BulkExport({ known, records }: BulkActProps) {
  const { words, definitions, api } = useDesk();
  const [audience, setAudience] = useState("internal");
  const [format, setFormat] = useState("csv");
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
        forms={[format]}
        write={({ approvedBy }) =>
          api.exportRecords({
            kind: known.view.kind,
            records,
            audience,
            format,
            approvedBy,
            lang: words.locale,
          })
        }
        result={(written) => <Outputs written={written} />}
      />
    </div>
  );
}
