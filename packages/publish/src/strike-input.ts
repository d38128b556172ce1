// Strikes withheld names out of every free text of a report's input, and shows what is not seen, so that no edition has
// either. Codes, identifiers and hashes are left alone.
import { withVisibleCharacters, type Coverage, type EvidencePlace, type ExaminerFinding } from "@tocsin/core";
import type {
  ReportCommitment,
  ReportEvidence,
  ReportExamination,
  ReportFinding,
  ReportIncident,
  ReportInput,
  ReportMeasure,
  ReportName,
  ReportSource,
  ReportStatement,
  ReportText,
  ReportTranslation,
} from "./report-input.ts";
import { createNameFinder, type NameFinder } from "./withheld-names.ts";

export interface StruckInput {
  readonly input: ReportInput;
  /** How many names were struck out of texts. */
  readonly struck: number;
  readonly finder: NameFinder;
}

export function strikeInput(input: ReportInput): StruckInput {
  const shown = input.people.flatMap(({ name }) => (name.shown ? name.names.map(({ text }) => text) : []));
  const finder = createNameFinder(input.withheldNames, { shown, phrases: input.withheldPhrases ?? [] });
  let struck = 0;
  const strike: Strike = (text) => {
    const result = finder.strike(text.toWellFormed());
    struck += result.count;
    return withVisibleCharacters(result.text);
  };
  return { input: struckInput(input, strike), struck, finder };
}

type Strike = (text: string) => string;

function struckInput(input: ReportInput, strike: Strike): ReportInput {
  const { release, commitments } = input;
  const text = textStriker(strike);
  return {
    ...input,
    release: { ...release, approvedBy: orNull(release.approvedBy, strike) },
    case: {
      ...input.case,
      title: text(input.case.title),
      organisation: orNull(input.case.organisation, strike),
    },
    incidents: input.incidents.map((incident) => struckIncident(incident, strike)),
    findings: input.findings.map((finding) => struckFinding(finding, strike)),
    evidence: input.evidence.map((item) => struckEvidence(item, strike)),
    examinations: input.examinations.map((examination) => struckExamination(examination, strike)),
    people: input.people.map((person) => ({ ...person, name: struckName(person.name, strike) })),
    sources: input.sources.map((source) => struckSource(source, strike)),
    commitments: commitments.map((commitment) => struckCommitment(commitment, strike)),
    ...struckAnswers(input, strike),
  };
}

function struckAnswers(
  { actions = [], proceedings = [], deadlines = [], said = [], measures = [] }: ReportInput,
  strike: Strike,
): Pick<ReportInput, "actions" | "proceedings" | "deadlines" | "said" | "measures"> {
  const text = textStriker(strike);
  const maybe = (value: ReportText | null): ReportText | null => orNull(value, text);
  const statement = (each: ReportStatement): ReportStatement => ({
    ...each,
    words: maybe(each.words),
    wordsIn: struckTranslations(each.wordsIn, strike),
  });
  return {
    actions: actions.map((each) => ({
      ...each,
      title: text(each.title),
      addressee: maybe(each.addressee),
      reply: maybe(each.reply),
    })),
    proceedings: proceedings.map((each) => ({
      ...each,
      title: text(each.title),
      forum: maybe(each.forum),
      outcomeWords: maybe(each.outcomeWords ?? null),
      hearings: each.hearings.map(({ when, result = null }) => ({ when, result: maybe(result) })),
    })),
    deadlines: deadlines.map((each) => ({
      ...each,
      title: maybe(each.title),
      zone: orNull(each.zone, strike),
      rule: maybe(each.rule),
      ruleSource: maybe(each.ruleSource),
    })),
    measures: measures.map((each) => struckMeasure(each, strike)),
    said: said.map((each) => ({
      ...each,
      cited: maybe(each.cited),
      topic: maybe(each.topic),
      own: each.own.map(statement),
      reported: each.reported.map(statement),
    })),
  };
}

function struckMeasure(measure: ReportMeasure, strike: Strike): ReportMeasure {
  const text = textStriker(strike);
  const maybe = (value: ReportText | null): ReportText | null => orNull(value, text);
  return {
    ...measure,
    title: text(measure.title),
    authority: maybe(measure.authority),
    where: orNull(measure.where, (where) => ({ ...where, label: text(where.label) })),
    legalBasis: maybe(measure.legalBasis),
    statedReason: maybe(measure.statedReason),
    words: maybe(measure.words),
    wordsIn: struckTranslations(measure.wordsIn, strike),
    technology: maybe(measure.technology),
  };
}

function textStriker(strike: Strike): (text: ReportText) => ReportText {
  return ({ text, language }) => ({ text: strike(text), language });
}

function struckTranslations(
  translations: readonly ReportTranslation[] | undefined,
  strike: Strike,
): readonly ReportTranslation[] {
  return (translations ?? []).map((each) => ({ ...each, text: strike(each.text) }));
}

function orNull<T>(value: T | null, change: (value: T) => T): T | null {
  return value === null ? null : change(value);
}

function struckName(name: ReportName, strike: Strike): ReportName {
  return name.shown ? { shown: true, names: name.names.map(textStriker(strike)) } : name;
}

function struckIncident(incident: ReportIncident, strike: Strike): ReportIncident {
  const text = textStriker(strike);
  return {
    ...incident,
    title: text(incident.title),
    narrative: orNull(incident.narrative, text),
    titleIn: struckTranslations(incident.titleIn, strike),
    narrativeIn: struckTranslations(incident.narrativeIn, strike),
    where: orNull(incident.where, (where) => ({ ...where, label: text(where.label) })),
    ...(incident.confirmedBy === undefined ? {} : { confirmedBy: strike(incident.confirmedBy) }),
  };
}

function struckFinding(finding: ReportFinding, strike: Strike): ReportFinding {
  if (finding.kind === "verdict") {
    const { verdict } = finding;
    return {
      ...finding,
      verdict: { ...verdict, file: strike(verdict.file), input: orNull(verdict.input, strike) },
    };
  }
  return { ...finding, finding: struckExaminerFinding(finding.finding, strike) };
}

function struckExaminerFinding(finding: ExaminerFinding, strike: Strike): ExaminerFinding {
  const indicators = finding.indicators.map((indicator) => ({
    campaign: strike(indicator.campaign),
    source: strike(indicator.source),
    pattern: strike(indicator.pattern),
  }));
  return { ...finding, indicators, value: strike(finding.value), place: struckPlace(finding.place, strike) };
}

function struckPlace(place: EvidencePlace, strike: Strike): EvidencePlace {
  const table = place.table === undefined ? {} : { table: strike(place.table) };
  return { ...place, file: strike(place.file), ...table };
}

function struckEvidence(item: ReportEvidence, strike: Strike): ReportEvidence {
  const text = textStriker(strike);
  return {
    ...item,
    title: text(item.title),
    mediaType: orNull(item.mediaType, strike),
    ...(item.looksLike === undefined ? {} : { looksLike: strike(item.looksLike) }),
    obtainedNote: orNull(item.obtainedNote, text),
    obtainedBy: orNull(item.obtainedBy, (name) => struckName(name, strike)),
    ...(typeof item.consentText === "object" ? { consentText: text(item.consentText) } : {}),
  };
}

function struckExamination(examination: ReportExamination, strike: Strike): ReportExamination {
  const coverage = examination.coverage.map((entry): Coverage => ({
    ...entry,
    acquisition: strike(entry.acquisition),
    ...(entry.file === undefined ? {} : { file: strike(entry.file) }),
  }));
  return { ...examination, coverage };
}

function struckCommitment(commitment: ReportCommitment, strike: Strike): ReportCommitment {
  const text = textStriker(strike);
  const sources = commitment.sources.map(({ title, url }) => ({
    title: strike(title),
    url: orNull(url, strike),
  }));
  return {
    ...commitment,
    sources,
    text: orNull(commitment.text, text),
    addressee: text(commitment.addressee),
    instrument: strike(commitment.instrument),
  };
}

function struckSource(source: ReportSource, strike: Strike): ReportSource {
  return { ...source, name: struckName(source.name, strike), url: orNull(source.url, strike) };
}
