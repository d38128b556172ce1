import type { RecordId } from "@tocsin/core";
import { suggestedActs } from "@tocsin/cases";
import { link, query, valuesOf } from "@tocsin/records";
import { faceOf, type FindingFace } from "../findings.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, stringIn } from "../values.ts";
import { labelsOf } from "./record-show.ts";

interface Labelled {
  readonly id: RecordId;
  readonly label: string;
}

export interface FindingPage extends Omit<FindingFace, "evidence" | "case"> {
  /** What it was found in, the hash of its bytes, and the case that this is in. */
  readonly evidence: (Labelled & { readonly sha256: string | null; readonly case: Labelled | null }) | null;
  readonly case: Labelled | null;
  /** Acts that it suggests: a person chooses. */
  readonly acts: readonly string[];
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
    const bytes = evidence === null ? undefined : await view.read(evidence);
    const inCase = bytes === undefined ? null : linkIn(valuesOf(bytes)["case"]);
    const labels = await labelsOf(
      view,
      registry,
      [evidence, caseId, inCase].flatMap((id) => id ?? []),
    );
    const labelled = (id: RecordId | null): Labelled | null =>
      id === null ? null : { id, label: labels[id]?.label ?? "" };
    const source = labelled(evidence);
    return {
      ...face,
      evidence:
        source === null || !bytes
          ? null
          : { ...source, sha256: stringIn(valuesOf(bytes)["sha256"]), case: labelled(inCase) },
      case: labelled(caseId),
      acts: suggestedActs(
        face.verdict ? { verdict: face.verdict } : { type: face.type, artifact: face.artifact },
      ),
    };
  },
);
