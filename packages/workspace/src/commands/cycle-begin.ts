// A round of reporting begins: its steps as deadlines that nobody has confirmed, and a task about each of them.
import { cycles, resolutionSources, type CycleStep } from "@tocsin/assess";
import { parseEdtf } from "@tocsin/core";
import { english } from "@tocsin/language";
import {
  code,
  command,
  create,
  date,
  deadlineKind,
  integer,
  RecordsError,
  string,
  taskKind,
  text,
  type Operation,
} from "@tocsin/records";
import { isZone } from "../zones.ts";

const usualAhead = 30;
const mostAhead = 3_650;
const dayLength = 86_400_000;
const usualZone = "Europe/Zurich";

/**
 * `due` is the day of the step that the round turns on, as far as somebody knows it, and `ruleSource` where it stands. Every
 * other day is left open, for a person to fill in: nothing is counted from what is not known. A task for each step comes
 * `ahead` days before its day, or asks for the day. Throws `records.bad-input` for a round of a State without a country, for a
 * number of days or a time zone that is none, and for what is no day.
 */
export const cycleBegin = command(
  "cycle.begin",
  {
    cycle: code("reportingCycles", { required: true }),
    country: code("countries"),
    due: date(),
    zone: string({ names: "zone" }),
    ruleSource: text(),
    ahead: integer(),
  },
  async (
    _view,
    { cycle, country, due, zone = usualZone, ruleSource, ahead = usualAhead },
    { registry, newId },
  ) => {
    const known = cycles.find(({ id }) => id === cycle);
    if (known === undefined) throw refused("no such round is known");
    if (known.isOfState && country === undefined) throw refused("no country is named");
    if (!isZone(zone)) throw refused("the time zone is not known");
    if (ahead < 0 || ahead > mostAhead) throw refused(`expected 0 to ${mostAhead} days`);
    const about = { cycle, ...(country === undefined ? {} : { country }) };
    return known.steps.flatMap((step): readonly Operation[] => {
      const isGiven = step.isAnchor === true && due !== undefined;
      const day = isGiven ? due : step.due;
      const deadline = newId();
      const options = { act: "cycle.begin", isCode: registry.isCode };
      const values = {
        ...about,
        title: titleOf(`cycle.${cycle}.${step.id}.label`, country),
        rule: textOf(`cycle.${cycle}.${step.id}.rule`),
        ruleSource: isGiven && ruleSource !== undefined ? ruleSource : sourceOf(step),
        zone,
        ...(day === undefined ? {} : { due: day }),
      };
      const task = taskFor({ cycle, step, country, day, ahead, zone });
      return [
        create(deadlineKind, values, { ...options, record: deadline }),
        create(taskKind, { ...task, about: deadline }, { ...options, record: newId() }),
      ];
    });
  },
);

interface Planned {
  readonly cycle: string;
  readonly step: CycleStep;
  readonly country: string | undefined;
  readonly day: string | undefined;
  readonly ahead: number;
  readonly zone: string;
}

/** Of a day that is not exact nothing is counted. */
function taskFor({ cycle, step, country, day, ahead, zone }: Planned) {
  const at = day === undefined ? null : exactDay(day);
  const title = (key: string) => ({
    text: `${english[key] ?? key}: ${titleOf(`cycle.${cycle}.${step.id}.label`, country).text}`,
    lang: "en",
  });
  const tags = [cycle];
  if (at === null) return { title: title("cycle.task.find"), tags };
  const due = new Date(at - ahead * dayLength).toISOString().slice(0, 10);
  return { title: title("cycle.task.prepare"), due, zone, tags };
}

function exactDay(day: string): number | null {
  const { earliest, precision, interval, uncertain, approximate } = parseEdtf(day);
  return precision === "day" && !interval && !uncertain && !approximate ? earliest : null;
}

function titleOf(key: string, country: string | undefined) {
  const { text, lang } = textOf(key);
  if (country === undefined) return { text, lang };
  return { text: `${text} · ${english[`countries.${country}.label`] ?? country}`, lang };
}

function textOf(key: string) {
  return { text: english[key] ?? key, lang: "en" };
}

function sourceOf({ sources }: CycleStep) {
  const titles = sources.map((key) => `${resolutionSources[key].title} <${resolutionSources[key].url}>`);
  return { text: titles.join("; "), lang: "en" };
}

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot begin round of reporting: ${state}`);
}
