import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf } from "@tocsin/records";
import { faceOf, type FindingFace } from "../findings.ts";
import { stateOf } from "../state-of.ts";
import { stringIn } from "../values.ts";
import { labelsOf } from "./record-show.ts";

export interface FindingPage extends Omit<FindingFace, "evidence" | "case"> {
  readonly evidence: { readonly id: RecordId; readonly label: string; readonly sha256: string | null } | null;
  readonly case: { readonly id: RecordId; readonly label: string } | null;
}

export const findingPage = query(
  "finding.page",
  { finding: link("finding", { required: true }) },
  async (view, { finding }, { registry }): Promise<FindingPage> => {
    const {
      evidence,
      case: caseId,
      ...face
    } = faceOf(finding, valuesOf(await stateOf(view, finding, "finding")));
    const ids = [evidence, caseId].flatMap((id) => id ?? []);
    const labels = await labelsOf(view, registry, ids);
    const bytes = evidence === null ? undefined : await view.read(evidence);
    return {
      ...face,
      evidence:
        evidence === null || !bytes
          ? null
          : {
              id: evidence,
              label: labels[evidence]?.label ?? "",
              sha256: stringIn(valuesOf(bytes)["sha256"]),
            },
      case: caseId === null ? null : { id: caseId, label: labels[caseId]?.label ?? "" },
    };
  },
);
