// A finding becomes part of a case in one act: the finding, an incident that names it, and its evidence all point there.
import { engagedCommitments, suggestedActs } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  caseKind,
  command,
  create,
  evidenceKind,
  findingKind,
  incidentKind,
  link,
  text,
  valuesOf,
  type Kind,
  type Operation,
  type Patch,
} from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { faceOf } from "../findings.ts";
import { stateOf } from "../state-of.ts";

const act = "finding.take";

/** `into` is a case; without it a new case begins, which `title` names. */
export const findingTake = command(
  act,
  { finding: link("finding", { required: true }), into: link("case"), title: text() },
  async (view, { finding, into, title }, { registry, newId, now }) => {
    const values = valuesOf(await stateOf(view, finding, "finding"));
    const face = faceOf(finding, values);
    const label = { text: face.title, lang: "zxx" };
    if (into !== undefined) await stateOf(view, into, "case");
    const caseId = into ?? newId();
    const options = { act, isCode: registry.isCode };
    const begun = {
      title: title ?? label,
      status: "open",
      opened: new Date(now()).toISOString().slice(0, 10),
    };
    const acts = suggestedActs(
      face.verdict ? { verdict: face.verdict } : { type: face.type, artifact: face.artifact },
    );
    const commitments = await commitmentsByReference(view, engagedCommitments(acts));
    const incident = {
      title: into !== undefined && title !== undefined ? title : label,
      acts,
      ...(face.time === null ? {} : { when: face.time }),
      status: "reported",
      case: caseId,
      findings: [finding],
      commitments,
    };
    return [
      ...(into === undefined ? [create(caseKind, begun, { ...options, record: caseId })] : []),
      change(findingKind, finding, { case: { set: caseId } }),
      create(incidentKind, incident, { ...options, record: newId() }),
      ...(face.evidence === null ? [] : [change(evidenceKind, face.evidence, { case: { set: caseId } })]),
    ];
  },
);

function change(kind: Kind, record: RecordId, patch: Patch): Operation {
  return { kind: kind.name, version: kind.version, record, act, patch };
}
