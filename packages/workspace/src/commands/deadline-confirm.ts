// Deadlines in law. The program can count days; whether that is the day, a named person says.
import { parseEdtf } from "@tocsin/core";
import {
  command,
  create,
  date,
  deadlineKind,
  integer,
  link,
  RecordsError,
  string,
  text,
  valuesOf,
} from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { stringIn } from "../values.ts";
import { isZone } from "../zones.ts";

const mostDays = 36_600;
const dayLength = 86_400_000;

/**
 * Counts calendar days from a day: the day itself is not counted, holidays are not known. What comes out is unconfirmed.
 * Throws `workspace.not-one-day` for what is no exact day, `records.bad-input` for what is no number of days or no time
 * zone.
 */
export const deadlineCount = command(
  "deadline.count",
  {
    title: text({ required: true }),
    from: date({ required: true }),
    days: integer({ required: true }),
    zone: string({ required: true }),
    rule: text({ required: true }),
    ruleSource: text({ required: true }),
    proceeding: link("proceeding"),
    case: link("case"),
  },
  async (view, { from, days, ...said }, { registry, newId }) => {
    if (said.proceeding !== undefined) await stateOf(view, said.proceeding, "proceeding");
    if (said.case !== undefined) await stateOf(view, said.case, "case");
    checkZone(said.zone);
    const { earliest, precision, interval, uncertain, approximate } = parseEdtf(from);
    if (precision !== "day" || interval || uncertain || approximate || earliest === null)
      throw new WorkspaceError(
        "workspace.not-one-day",
        "Cannot count days: expected one exact day to count from",
      );
    if (days < 0 || days > mostDays) throw refused(`expected 0 to ${mostDays} days`);
    const due = new Date(earliest + days * dayLength).toISOString().slice(0, 10);
    const values = { ...said, due, countedFrom: from, countedDays: days };
    return [
      create(deadlineKind, values, { record: newId(), act: "deadline.count", isCode: registry.isCode }),
    ];
  },
);

/** `by` has looked at the rule and says that this is the day. Throws `records.bad-input` without a day or a zone. */
export const deadlineConfirm = command(
  "deadline.confirm",
  { deadline: link("deadline", { required: true }), by: text({ required: true }) },
  async (view, { deadline, by }, { now }) => {
    const values = valuesOf(await stateOf(view, deadline, "deadline"));
    const [due, zone] = [stringIn(values["due"]), stringIn(values["zone"])];
    if (due === null || zone === null) throw refused("it has no day or no time zone");
    checkZone(zone);
    const { name, version } = deadlineKind;
    const patch = {
      confirmedBy: { set: { ...by } },
      confirmed: { set: new Date(now()).toISOString() },
      confirmedDue: { set: `${due} ${zone}` },
    };
    return [{ kind: name, version, record: deadline, act: "deadline.confirm", patch }];
  },
);

function checkZone(zone: string): void {
  if (!isZone(zone)) throw refused("the time zone is not known");
}

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot settle deadline: ${state}`);
}
