import { engagedCommitments } from "@tocsin/cases";
import { command, kindOf, link, valuesOf } from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { codesIn, linksIn } from "../values.ts";
import { stateOf } from "../state-of.ts";

/** Holds an incident against every commitment that its acts engage. Links that people made stay. */
export const incidentEngage = command(
  "incident.engage",
  { incident: link("incident", { required: true }) },
  async (view, { incident }, { registry }) => {
    const values = valuesOf(await stateOf(view, incident, "incident"));
    const { name, version } = kindOf(registry, "incident");
    const engaged = await commitmentsByReference(view, engagedCommitments(codesIn(values["acts"])));
    const held = new Set(linksIn(values["commitments"]));
    const add = engaged.filter((id) => !held.has(id));
    return add.length === 0
      ? []
      : [{ kind: name, version, record: incident, act: "incident.engage", patch: { commitments: { add } } }];
  },
);
