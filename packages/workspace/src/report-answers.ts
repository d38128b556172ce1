// The parts of the report about what was done, what goes on in court, and what was said, from released values.
import type {
  ReportAction,
  ReportDeadline,
  ReportMeasure,
  ReportProceeding,
  ReportSaid,
  ReportStatement,
} from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import type { CaseFile } from "./case-file.ts";
import { isConfirmed } from "./lacks.ts";
import { compareStatements, type ComparedStatement } from "./queries/statement-compare.ts";
import { reportPlace } from "./report-parts.ts";
import { reportText, reportTranslations, textOrNull } from "./report-text.ts";
import { codesIn, flagIn, linkIn, linksIn, stringIn, textIn, type Values } from "./values.ts";

export type ValuesOf = (state: RecordState) => Values;

export function reportActions(file: CaseFile, values: ValuesOf): readonly ReportAction[] {
  return file.actions.map((state) => {
    const out = values(state);
    return {
      id: state.id,
      title: reportText(textIn(out["title"])),
      kind: stringIn(out["actionKind"]),
      addressee: textOrNull(out["addressee"]),
      sent: stringIn(out["sent"]),
      result: stringIn(out["result"]),
      replied: stringIn(out["replied"]),
      reply: textOrNull(out["reply"]),
      reprisal: flagIn(out["reprisal"]),
    };
  });
}

export function reportProceedings(file: CaseFile, values: ValuesOf): readonly ReportProceeding[] {
  return file.proceedings.map((state) => {
    const out = values(state);
    return {
      id: state.id,
      title: reportText(textIn(out["title"])),
      kind: stringIn(out["proceedingKind"]),
      stage: stringIn(out["stage"]),
      charges: codesIn(out["charges"]),
      forum: textOrNull(out["forum"]),
      filed: stringIn(out["filed"]),
      outcome: stringIn(out["outcome"]),
      outcomeWords: textOrNull(out["outcomeWords"]),
      hearings: file.hearings
        .map(values)
        .filter((each) => linkIn(each["proceeding"]) === state.id)
        .map((each) => ({ when: stringIn(each["when"]), result: textOrNull(each["result"]) })),
    };
  });
}

/** Whether it is confirmed is no secret, and is told of the whole record: what leaves may hold less of the day. */
export function reportDeadlines(file: CaseFile, values: ValuesOf): readonly ReportDeadline[] {
  return file.deadlines.map((state) => {
    const out = values(state);
    return {
      id: state.id,
      title: textOrNull(out["title"]),
      due: stringIn(out["due"]),
      zone: stringIn(out["zone"]),
      rule: textOrNull(out["rule"]),
      ruleSource: textOrNull(out["ruleSource"]),
      isConfirmed: isConfirmed(valuesOf(state)),
    };
  });
}

/** Compared as they are inside; shown as far as they may leave. */
export function reportSaid(file: CaseFile, values: ValuesOf): readonly ReportSaid[] {
  const byId = new Map(file.statements.map((state) => [state.id, values(state)]));
  const shown = ({ record }: ComparedStatement): ReportStatement => {
    const out = byId.get(record) ?? {};
    return {
      id: record,
      words: textOrNull(out["words"]),
      wordsIn: reportTranslations(out["wordsIn"]),
      said: stringIn(out["said"]),
      source: linkIn(out["source"]),
    };
  };
  return compareStatements(file.statements).map(({ own, reported, standing }) => {
    const [first] = [...own, ...reported].map(({ record }) => byId.get(record) ?? {});
    return {
      cited: textOrNull(first?.["cited"]),
      topic: textOrNull(first?.["topic"]),
      own: own.map(shown),
      reported: reported.map(shown),
      standing,
    };
  });
}

export function reportMeasures(file: CaseFile, values: ValuesOf): readonly ReportMeasure[] {
  return file.measures.map((state) => {
    const out = values(state);
    return {
      id: state.id,
      title: reportText(textIn(out["title"])),
      kind: stringIn(out["measureKind"]),
      actor: stringIn(out["actor"]),
      country: stringIn(out["country"]),
      authority: textOrNull(out["authority"]),
      when: stringIn(out["when"]),
      where: reportPlace(out),
      legalBasis: textOrNull(out["legalBasis"]),
      statedReason: textOrNull(out["statedReason"]),
      words: textOrNull(out["words"]),
      wordsIn: reportTranslations(out["wordsIn"]),
      technology: textOrNull(out["technology"]),
      sources: linksIn(out["sources"]),
      incidents: linksIn(out["incidents"]),
    };
  });
}
