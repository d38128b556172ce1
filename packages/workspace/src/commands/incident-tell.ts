// Something happened to someone, told in one act: the case if it is new, the incident, the person and their part in it.
import { engagedCommitments } from "@tocsin/cases";
import {
  caseKind,
  codes,
  command,
  create,
  date,
  incidentKind,
  involvementKind,
  link,
  personKind,
  place,
  text,
  type Operation,
} from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { stateOf } from "../state-of.ts";

const act = "incident.tell";

/** Written records, in this order: the case unless `case` names one, the incident, then person and involvement if named. */
export const incidentTell = command(
  act,
  {
    title: text({ required: true }),
    acts: codes("acts"),
    when: date(),
    where: place(),
    narrative: text(),
    name: text(),
    pseudonym: text(),
    case: link("case"),
  },
  async (view, input, { registry, newId, now }): Promise<readonly Operation[]> => {
    const { title, name, pseudonym, case: into, acts = [], ...told } = input;
    if (into !== undefined) await stateOf(view, into, "case");
    const options = { act, isCode: registry.isCode };
    const [caseId, incident, person] = [into ?? newId(), newId(), newId()];
    const commitments = await commitmentsByReference(view, engagedCommitments(acts));
    const opened = new Date(now()).toISOString().slice(0, 10);
    const { when, where, narrative } = told;
    const happened = {
      title,
      acts,
      status: "reported",
      case: caseId,
      commitments,
      ...(when === undefined ? {} : { when }),
      ...(where === undefined ? {} : { where }),
      ...(narrative === undefined ? {} : { narrative }),
    };
    const part = { role: "defender", person, incident, case: caseId };
    const whom =
      name === undefined
        ? []
        : [
            create(personKind, pseudonym === undefined ? { name } : { name, pseudonym }, {
              ...options,
              record: person,
            }),
            create(involvementKind, part, { ...options, record: newId() }),
          ];
    return [
      ...(into === undefined
        ? [create(caseKind, { title, status: "open", opened }, { ...options, record: caseId })]
        : []),
      create(incidentKind, happened, { ...options, record: incident }),
      ...whom,
    ];
  },
);
