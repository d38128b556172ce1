// One function a part of the report: values of a released record in, the part out.
import { isAccusedRole } from "@tocsin/cases";
import { parsePlace, placeParts, precisionOf, type RecordId } from "@tocsin/core";
import type {
  CommitmentStanding,
  IncidentStatus,
  ReportCommitment,
  ReportConsent,
  ReportEvidence,
  ReportExamination,
  ReportFinding,
  ReportIncident,
  ReportPerson,
  ReportPlace,
  ReportSource,
} from "@tocsin/publish";
import type { RecordState } from "@tocsin/records";
import { builtInKey } from "./built-in-words.ts";
import type { CaseFile } from "./case-file.ts";
import { coverageOf, faceOf } from "./findings.ts";
import type { ReportPlan } from "./report-plan.ts";
import { reportText, reportTranslations } from "./report-text.ts";
import {
  codesIn,
  flagIn,
  integerIn,
  linkIn,
  linksIn,
  listIn,
  stringIn,
  textIn,
  textsIn,
  type Values,
} from "./values.ts";

export interface IncidentContext {
  readonly involved: readonly Values[];
  readonly findings: readonly ReportFinding[];
  readonly links: readonly Values[];
  readonly file: CaseFile;
}

export function reportIncident(
  id: RecordId,
  values: Values,
  { involved, findings, links, file }: IncidentContext,
): ReportIncident {
  const own = new Set(linksIn(values["findings"]));
  const sources = linksIn(values["sources"]);
  const held = new Set(linksIn(values["commitments"]));
  const narrative = textIn(values["narrative"]);
  return {
    id,
    title: reportText(textIn(values["title"])),
    acts: codesIn(values["acts"]),
    when: stringIn(values["when"]),
    where: reportPlace(values),
    mode: oneOf(["online", "offline", "both"] as const, values["online"]),
    status: oneOf(statuses, values["status"]) ?? "reported",
    narrative: narrative === null ? null : reportText(narrative),
    titleIn: reportTranslations(values["titleIn"]),
    narrativeIn: reportTranslations(values["narrativeIn"]),
    people: involved.flatMap((each) => {
      // An organisation takes part as a person does, and is named by the same rule.
      const person = linkIn(each["person"]) ?? linkIn(each["organisation"]);
      const role = stringIn(each["role"]);
      if (linkIn(each["incident"]) !== id || person === null || role === null) return [];
      const attribution = stringIn(each["attribution"]);
      return [isAccusedRole(role) ? { person, role, attribution } : { person, role }];
    }),
    sources,
    sourceCount: sources.length,
    findings: [...own],
    evidence: [
      ...new Set([
        ...linksIn(values["evidence"]),
        ...findings.flatMap((finding) => (own.has(finding.id) ? (finding.evidence ?? []) : [])),
      ]),
    ],
    commitments: file.commitments.filter((state) => held.has(state.id)).flatMap(referenceOf),
    links: links.flatMap((each) => {
      const [link, to] = [stringIn(each["link"]), linkIn(each["to"])];
      return linkIn(each["from"]) === id && link !== null && to !== null ? [{ link, to }] : [];
    }),
  };
}

const statuses: readonly IncidentStatus[] = ["reported", "corroborated", "confirmed"];

export function reportPlace(values: Values): ReportPlace | null {
  if (values["where"] === undefined) return null;
  const place = parsePlace(values["where"]);
  const precision = precisionOf(place);
  return {
    label: { text: placeParts(place).join(", "), language: "zxx" },
    country: place.country ?? null,
    precision: precision === "point" ? "exact" : precision,
  };
}

function referenceOf(state: RecordState): readonly string[] {
  const field = state.fields["reference"];
  const value = field && "heads" in field ? field.heads[0]?.value : undefined;
  return typeof value === "string" ? [value] : [];
}

export function reportFinding(id: RecordId, values: Values): ReportFinding {
  const face = faceOf(id, values);
  const common = {
    id,
    evidence: face.evidence,
    fileSha256: face.fileSha256,
    review:
      oneOf(["unreviewed", "confirmed", "doubted", "dismissed"] as const, values["confidence"]) ??
      "unreviewed",
  };
  if (face.verdict !== null) return { ...common, kind: "verdict", verdict: face.verdict };
  const { type, meaning, level, artifact, place, time, value, indicators, examiner } = face;
  return {
    ...common,
    kind: "finding",
    finding: { type, meaning, level, artifact, place, time, value, indicators, examiner },
  };
}

export function reportEvidence(id: RecordId, values: Values, withheld: readonly string[]): ReportEvidence {
  const [how, by] = [textIn(values["obtainedHow"]), textIn(values["obtainedBy"])];
  const consentText = textIn(values["consentText"]);
  const [copyKind, described] = [stringIn(values["copyKind"]), stringIn(values["described"])];
  const looksLike = stringIn(values["looksLike"]);
  const signs = listIn(values["signs"]).flatMap((sign) => stringIn(sign) ?? []);
  return {
    id,
    title: reportText(textIn(values["title"])),
    sha256: stringIn(values["sha256"]),
    size: integerIn(values["size"]),
    mediaType: stringIn(values["mediaType"]),
    obtainedHow: null,
    obtainedNote: how === null ? null : reportText(how),
    obtainedAt: stringIn(values["obtainedWhen"]) ?? stringIn(values["added"]),
    obtainedBy:
      by !== null
        ? { shown: true, names: [reportText(by)] }
        : withheld.includes("obtainedBy")
          ? { shown: false, reason: "left-out" }
          : null,
    consent: linkIn(values["consent"]),
    ...(consentText === null ? {} : { consentText: reportText(consentText) }),
    ...(withheld.includes("consentText") ? { consentText: "left-out" as const } : {}),
    ...(copyKind === null ? {} : { copy: { kind: copyKind, of: linkIn(values["parent"]) } }),
    ...(described === null ? {} : { described }),
    ...(looksLike === null ? {} : { looksLike }),
    ...(signs.length === 0 ? {} : { signs }),
  };
}

/** One for each piece of evidence and examiner, with what the findings kept of its coverage. */
export function reportExaminations(
  file: CaseFile,
  values: (state: RecordState) => Values,
): readonly ReportExamination[] {
  const examinations = new Map<string, ReportExamination>();
  for (const state of file.findings) {
    const kept = values(state);
    const { evidence, examiner } = faceOf(state.id, kept);
    const key = `${evidence ?? ""} ${examiner.name} ${examiner.version}`;
    const coverage = listIn(kept["coverage"]).map(coverageOf);
    const at = `${new Date(state.created.at).toISOString().slice(0, 19)}Z`;
    if (!examinations.has(key)) examinations.set(key, { id: state.id, evidence, examiner, at, coverage });
  }
  return [...examinations.values()];
}

export interface PersonContext {
  readonly plan: ReportPlan;
  readonly involved: readonly Values[];
  readonly organisation: boolean;
  readonly relations: readonly Values[];
  readonly file: CaseFile;
}

export function reportPerson(
  id: RecordId,
  values: Values,
  { plan, involved, organisation, relations, file }: PersonContext,
): ReportPerson {
  const decision = plan.names.get(id) ?? { allowed: false, reason: "no-consent" };
  const names = [textIn(values["name"]), ...textsIn(values["names"])].flatMap((name) => name ?? []);
  const field = organisation ? "organisation" : "person";
  const consent = file.consents.find((state) => linkIn(plan.released.get(state.id)?.values[field]) === id);
  const roles = involved.flatMap((each) =>
    linkIn(each[field]) === id ? (stringIn(each["role"]) ?? []) : [],
  );
  return {
    id,
    name: decision.allowed
      ? names.length > 0
        ? { shown: true, names: names.map(reportText) }
        : { shown: false, reason: "left-out" }
      : { shown: false, reason: decision.reason },
    organisation,
    roles: [...new Set(roles)],
    consent: consent?.id ?? null,
    relations: relations.flatMap((each) => {
      const [relation, to] = [stringIn(each["relation"]), linkIn(each["to"]) ?? linkIn(each["organisation"])];
      return linkIn(each["person"]) === id && relation !== null && to !== null ? [{ relation, to }] : [];
    }),
  };
}

export function reportSource(id: RecordId, values: Values): ReportSource {
  const title = textIn(values["title"]);
  return {
    id,
    kind: stringIn(values["sourceKind"]),
    name:
      title === null ? { shown: false, reason: "protected" } : { shown: true, names: [reportText(title)] },
    reliability: stringIn(values["reliability"]),
    credibility: stringIn(values["credibility"]),
    url: null,
  };
}

const standings: readonly CommitmentStanding[] = [
  "adopted",
  "adopted-general",
  "indirect",
  "weakened",
  "asked-for",
  "lost",
  "absent",
];

export function reportCommitment(values: Values): ReportCommitment {
  const words = textIn(values["words"]) ?? textIn(values["title"]);
  const reference = stringIn(values["reference"]);
  return {
    id: reference ?? "—",
    text: builtInKey(reference, "text", words?.text ?? null) === null ? reportText(words) : null,
    instrument: stringIn(values["instrument"]) ?? "—",
    addressee: { text: stringIn(values["addressee"]) ?? "—", language: "zxx" },
    standing: oneOf(standings, values["standing"]) ?? "absent",
    sources: listIn(values["sources"]).flatMap((source) =>
      typeof source === "string" ? [sourceLine(source)] : [],
    ),
    checked: flagIn(values["checked"]) === true,
  };
}

/** `title <address>`, or either alone. */
function sourceLine(line: string): { readonly title: string; readonly url: string | null } {
  const [title = line, address] = line.split(" <", 2);
  if (address !== undefined) return { title, url: address.replace(/>$/, "") };
  return /^https?:\/\//.test(line) ? { title: line, url: line } : { title: line, url: null };
}

export function reportConsent(id: RecordId, values: Values): ReportConsent {
  return {
    id,
    person: linkIn(values["person"]),
    uses: codesIn(values["uses"]),
    namesToGovernment: flagIn(values["namesToGovernment"]),
    namesPublished: flagIn(values["namesPublished"]),
    givenAt: stringIn(values["given"]),
    until: stringIn(values["until"]),
    withdrawnAt: stringIn(values["withdrawn"]),
  };
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find((each) => each === value) ?? null;
}
