// Somebody was punished for an action: told as an incident of its own, tied to the action and to what the action was about.
import { engagedCommitments } from "@tocsin/cases";
import {
  actionKind,
  codes,
  command,
  create,
  date,
  eventLinkKind,
  incidentKind,
  link,
  RecordsError,
  text,
  valuesOf,
  type Operation,
} from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, linksIn } from "../values.ts";

const act = "action.reprisal";
/** Further incidents of an action are tied by hand. */
const tiedAtMost = 20;

/**
 * Written records, in this order: the incident, in the case of the action, its link to each incident that the action was
 * about, then the action. Throws `records.bad-input` where the action has an incident for its reprisal already.
 */
export const actionReprisal = command(
  act,
  {
    action: link("action", { required: true }),
    title: text({ required: true }),
    when: date(),
    acts: codes("acts"),
    narrative: text(),
  },
  async (view, { action, acts = [], ...told }, { registry, newId }): Promise<readonly Operation[]> => {
    const values = valuesOf(await stateOf(view, action, "action"));
    if (values["reprisalIncident"] !== undefined)
      throw new RecordsError("records.bad-input", "Cannot tell reprisal: the action has an incident for it");
    const options = { act, isCode: registry.isCode };
    const [incident, ofCase] = [newId(), linkIn(values["case"])];
    const commitments = await commitmentsByReference(view, engagedCommitments(acts));
    const happened = {
      ...told,
      acts,
      status: "reported",
      commitments,
      ...(ofCase === null ? {} : { case: ofCase }),
    };
    const { name, version } = actionKind;
    return [
      create(incidentKind, happened, { ...options, record: incident }),
      ...linksIn(values["incidents"])
        .slice(0, tiedAtMost)
        .map((to) =>
          create(
            eventLinkKind,
            { link: "reprisal-for", from: incident, to },
            { ...options, record: newId() },
          ),
        ),
      {
        kind: name,
        version,
        record: action,
        act,
        patch: { reprisal: { set: true }, reprisalIncident: { set: incident } },
      },
    ];
  },
);
