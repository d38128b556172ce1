// What the records say of the checks of a template, and which parts they fill.
import type { DocumentFactName, FoundFact, ReportPiece, TemplatePart } from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import type { CaseFile } from "../case-file.ts";
import { rootsOf } from "../same-person.ts";
import { flagIn, linkIn, stringIn } from "../values.ts";
import type { Draft } from "./draft.ts";

const struck: ReadonlySet<string> = new Set(["victim", "defender"]);

export function factsOf(draft: Draft, file: CaseFile | null): ReadonlyMap<DocumentFactName, FoundFact> {
  const met = (is: boolean, records: readonly string[] = []): FoundFact => ({ met: is, records });
  const lacking = (states: readonly RecordState[], field: string): FoundFact => {
    const without = states.filter((state) => valuesOf(state)[field] === undefined).map(({ id }) => id);
    return met(states.length > 0 && without.length === 0, without);
  };
  const victims = file === null ? [] : victimsIn(file);
  const unasked = file === null ? [] : victims.filter((id) => !isAnswered(id, file));
  return new Map<DocumentFactName, FoundFact>([
    ["case", met(file !== null)],
    ["victim", met(victims.length > 0)],
    ["dated", lacking(file?.incidents ?? [], "when")],
    ["placed", lacking(file?.incidents ?? [], "where")],
    ["consents-answered", met(file !== null && unasked.length === 0, unasked)],
    ["state", met(draft.country !== null)],
    ["proceeding", met(draft.proceeding !== null)],
    ["measure", met(draft.measure !== null)],
    ["examined", met((file?.findings.length ?? 0) > 0)],
    ["consultation", met(draft.questionnaire !== null)],
  ]);
}

/** Of a person who was merged, the record that stands for them. */
function victimsIn(file: CaseFile): readonly string[] {
  const roots = new Map([...rootsOf(file.people), ...rootsOf(file.organisations)]);
  const ids = file.involvements.flatMap((state) => {
    const values = valuesOf(state);
    const who = linkIn(values["person"]) ?? linkIn(values["organisation"]);
    return who !== null && struck.has(stringIn(values["role"]) ?? "") ? [roots.get(who) ?? who] : [];
  });
  return [...new Set(ids)];
}

/** Both questions, yes or no, in one consent that nobody withdrew: may the name go to the government, may it be published. */
function isAnswered(id: string, file: CaseFile): boolean {
  const roots = new Map([...rootsOf(file.people), ...rootsOf(file.organisations)]);
  return file.consents.some((state) => {
    const values = valuesOf(state);
    const who = linkIn(values["person"]) ?? linkIn(values["organisation"]);
    const isTheirs = who !== null && (roots.get(who) ?? who) === id;
    const answers = [flagIn(values["namesToGovernment"]), flagIn(values["namesPublished"])];
    return isTheirs && values["withdrawn"] === undefined && answers.every((answer) => answer !== null);
  });
}

/** Parts that records put something into, without the words being counted: that takes the words of a language. */
export function filledBy(draft: Draft, file: CaseFile | null): ReadonlyMap<string, null> {
  return new Map(
    draft.template.parts.flatMap((part): [string, null][] =>
      isFilled(part, draft, file) ? [[part.name, null]] : [],
    ),
  );
}

function isFilled({ fill }: TemplatePart, draft: Draft, file: CaseFile | null): boolean {
  switch (fill.from) {
    case "people":
      return false;
    case "words":
    case "hashes":
      return true;
    case "report":
      return file !== null && fill.sections.some((name) => recordsIn(name, file) > 0);
    case "table":
      return tablesAbout[fill.table]?.(draft) ?? false;
  }
}

const tablesAbout: Readonly<Record<string, (draft: Draft) => boolean>> = {
  "state-commitments": ({ country }) => country !== null,
  "state-measures": ({ country }) => country !== null,
  lawsuit: ({ proceeding }) => proceeding !== null,
  indicators: ({ proceeding }) => proceeding !== null,
  safeguards: ({ proceeding }) => proceeding !== null,
  "court-days": ({ proceeding }) => proceeding !== null,
  deployment: ({ measure }) => measure !== null,
  "consultation-method": ({ questionnaire }) => questionnaire !== null,
  "coded-matrix": ({ questionnaire }) => questionnaire !== null,
};

function recordsIn(name: ReportPiece, file: CaseFile): number {
  switch (name) {
    case "happened":
      return file.incidents.length;
    case "found":
      return file.findings.length;
    case "evidence":
      return file.evidence.length;
    case "sources":
      return file.sources.length;
    case "who":
    case "people":
      return file.people.length + file.organisations.length;
    case "measures":
      return file.measures.length;
    case "answered":
      return file.actions.length + file.proceedings.length;
    case "said":
      return file.statements.length;
    case "held-against":
      return file.commitments.length;
    case "consents":
      return file.consents.length;
    case "about":
    case "not-known":
    case "check":
      return 1;
  }
}
