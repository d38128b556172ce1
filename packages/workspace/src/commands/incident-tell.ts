// Something happened to someone, told in one act: the case if it is new, the incident, the person and their part in it.
import { engagedCommitments } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  caseKind,
  code,
  codes,
  command,
  create,
  date,
  incidentKind,
  evidenceKind,
  findingKind,
  involvementKind,
  link,
  links,
  personKind,
  place,
  RecordsError,
  text,
  valuesOf,
  type CreateOptions,
  type Kind,
  type LanguageText,
  type Operation,
  type RecordState,
  type View,
} from "@tocsin/records";
import { commitmentsByReference } from "../engagements.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";

const act = "incident.tell";

/**
 * Written records, in this order: the case unless `case` names one, the incident, then the person if `name` names one, and
 * the involvement if there is a person. What ties it to the defence of rights is asked here: without it nobody is counted.
 * Evidence and findings that it rests on come into its case, unless they are in another.
 * Throws `records.bad-input` where a person is named and linked at once.
 */
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
    person: link("person"),
    role: code("roles"),
    defence: code("defenceLinks"),
    defenceGrounds: text(),
    sources: links("source"),
    evidence: links("evidence"),
    findings: links("finding"),
    case: link("case"),
  },
  async (view, input, { registry, newId, now }): Promise<readonly Operation[]> => {
    const { title, name, pseudonym, person: known, role, case: into, acts = [], ...told } = input;
    if (into !== undefined) await stateOf(view, into, "case");
    if (known !== undefined) await stateOf(view, known, "person");
    const options = { act, isCode: registry.isCode };
    const [caseId, incident] = [into ?? newId(), newId()];
    const commitments = await commitmentsByReference(view, engagedCommitments(acts));
    const opened = new Date(now()).toISOString().slice(0, 10);
    const taken = await takenInto(view, caseId, {
      evidence: told.evidence ?? [],
      findings: told.findings ?? [],
    });
    const happened = { title, acts, status: "reported", case: caseId, commitments, ...told };
    const whom = partOf({ name, pseudonym, known, role }, { incident, case: caseId }, { newId, options });
    return [
      ...(into === undefined
        ? [create(caseKind, { title, status: "open", opened }, { ...options, record: caseId })]
        : []),
      create(incidentKind, happened, { ...options, record: incident }),
      ...whom,
      ...taken,
    ];
  },
);

interface RestsOn {
  readonly evidence: readonly RecordId[];
  readonly findings: readonly RecordId[];
}

/** What it rests on, and what its findings were found in. */
async function takenInto(
  view: View,
  caseId: RecordId,
  { evidence, findings }: RestsOn,
): Promise<readonly Operation[]> {
  const found = await Promise.all(findings.map((id) => stateOf(view, id, "finding")));
  const foundIn = found.flatMap((state) => linkIn(valuesOf(state)["evidence"]) ?? []);
  const pieces = await Promise.all(
    [...new Set([...evidence, ...foundIn])].map((id) => stateOf(view, id, "evidence")),
  );
  const into = (kind: Kind, states: readonly RecordState[]): readonly Operation[] =>
    states
      .filter((state) => valuesOf(state)["case"] === undefined)
      .map(({ id }) => ({
        kind: kind.name,
        version: kind.version,
        record: id,
        act,
        patch: { case: { set: caseId } },
      }));
  return [...into(findingKind, found), ...into(evidenceKind, pieces)];
}

interface Whom {
  readonly name: LanguageText | undefined;
  readonly pseudonym: LanguageText | undefined;
  readonly known: RecordId | undefined;
  readonly role: string | undefined;
}

interface Writing {
  readonly newId: () => RecordId;
  readonly options: Omit<CreateOptions, "record">;
}

/** The person, where they are new, and their part in what happened. */
function partOf(
  { name, pseudonym, known, role = "defender" }: Whom,
  of: { readonly incident: RecordId; readonly case: RecordId },
  { newId, options }: Writing,
): readonly Operation[] {
  if (known !== undefined && name !== undefined)
    throw new RecordsError("records.bad-input", "Cannot tell incident: a person is both named and linked");
  if (known === undefined && name === undefined) return [];
  const person = known ?? newId();
  const values = name === undefined ? null : pseudonym === undefined ? { name } : { name, pseudonym };
  const part = { role, person, ...of };
  return [
    ...(values === null ? [] : [create(personKind, values, { ...options, record: person })]),
    create(involvementKind, part, { ...options, record: newId() }),
  ];
}
