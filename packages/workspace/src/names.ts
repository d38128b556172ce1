// Which of a case's people may be named to whom, by the rule of consents.
import { missingConsents, type Audience, type ConsentOnFile, type MissingConsentReason } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import type { CaseFile } from "./case-file.ts";
import { codesIn, flagIn, linkIn, stringIn } from "./values.ts";
import { whomToName } from "./whom-to-name.ts";

export type NameDecision =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: MissingConsentReason };

/** A decision for every person and organisation of the case. */
export function namesFor(
  file: CaseFile,
  audience: Audience,
  now: number,
): ReadonlyMap<RecordId, NameDecision> {
  const people = whomToName(file.people, file.parts, file.organisations);
  const missing = missingConsents(people, file.consents.map(consentOnFile), {
    audience,
    case: file.case.id,
    now,
  });
  const reasons = new Map(missing.map(({ person, reason }) => [person, reason]));
  return new Map(
    people.map(({ id }): readonly [RecordId, NameDecision] => {
      const reason = reasons.get(id);
      return [id, reason === undefined ? { allowed: true } : { allowed: false, reason }];
    }),
  );
}

export function consentOnFile(state: RecordState): ConsentOnFile {
  const values = valuesOf(state);
  // A consent of an organisation is about its name as one of a person is about theirs.
  const [person, caseId] = [
    linkIn(values["person"]) ?? linkIn(values["organisation"]),
    linkIn(values["case"]),
  ];
  const [government, published] = [flagIn(values["namesToGovernment"]), flagIn(values["namesPublished"])];
  const [given, until, withdrawn] = [
    stringIn(values["given"]),
    stringIn(values["until"]),
    stringIn(values["withdrawn"]),
  ];
  return {
    id: state.id,
    uses: codesIn(values["uses"]),
    ...(person === null ? {} : { person }),
    ...(caseId === null ? {} : { case: caseId }),
    ...(government === null ? {} : { namesToGovernment: government }),
    ...(published === null ? {} : { namesPublished: published }),
    ...(given === null ? {} : { given }),
    ...(until === null ? {} : { until }),
    ...(withdrawn === null ? {} : { withdrawn }),
  };
}
