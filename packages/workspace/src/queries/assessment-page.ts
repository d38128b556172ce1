// An assessment with all that may be seen of it: the sheets of raters, where they differ, what was settled, the State's own
// reasons beside, replies word for word. Levels are words; nothing here adds up to a verdict.
import {
  applyingOf,
  areAllClosed,
  distributionsOf,
  finishObstaclesOf,
  levelsOf,
  outcomesOf,
  ratersAgreement,
  replyStateOf,
  sheetsShown,
  unansweredIn,
  type Distribution,
  type FinishObstacle,
  type Instrument,
  type Outcome,
  type RatersAgreement,
  type ReplyState,
} from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { link, query, type LanguageText } from "@tocsin/records";
import {
  assessmentFileOf,
  settledIn,
  type AssessmentFile,
  type ReplyFile,
  type SheetFile,
} from "../assessing/assessment-file.ts";
import { linkIn, linksIn, stringIn, textIn, type Values } from "../values.ts";
import { labelsOf } from "./record-show.ts";

type Labels = Readonly<Record<string, { readonly kind: string; readonly label: string }>>;

export interface AssessmentPage {
  readonly assessment: RecordId;
  readonly title: LanguageText | null;
  readonly instrument: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly lang: string;
  };
  readonly assessed: string | null;
  readonly country: string | null;
  readonly subject: RecordId | null;
  readonly period: string | null;
  readonly commitments: readonly RecordId[];
  /** Kind and label of every record that is named here. */
  readonly labels: Labels;
  /** What the State or company itself gives as its reasons. */
  readonly statedReasons: LanguageText | null;
  readonly loneReason: LanguageText | null;
  readonly finished: string | null;
  readonly sheets: readonly SheetLine[];
  /** Sheets of others are not shown: one is not closed yet. */
  readonly isClosedToOthers: boolean;
  readonly questions: readonly AssessedQuestion[];
  /** One for each scale, of what is agreed or settled. */
  readonly distributions: readonly Distribution[];
  /** Null with fewer than two sheets, and while one is open. */
  readonly agreement: RatersAgreement | null;
  readonly replies: readonly ReplyLine[];
  /** What stands against making it final. */
  readonly obstacles: readonly FinishObstacle[];
}

export interface SheetLine {
  readonly rating: RecordId;
  readonly rater: string;
  readonly closed: string | null;
  /** Of a sheet that is shown: how many questions still lack a level or reasons. */
  readonly lacking: number | null;
}

export interface AssessedQuestion extends Outcome {
  readonly scale: string;
  readonly text: string;
  /** Only of sheets that are shown. */
  readonly answers: readonly ShownAnswer[];
  readonly settlement: {
    readonly level: string | null;
    readonly reasons: LanguageText | null;
    readonly dissent: LanguageText | null;
  } | null;
}

export interface ShownAnswer {
  readonly rating: RecordId;
  /** "open": whether the question applies hangs on one without an answer. */
  readonly applies: "yes" | "no" | "open";
  /** What it still lacks before the sheet can be closed. */
  readonly lacks: "level" | "reasons" | null;
  readonly level: string | null;
  readonly reasons: LanguageText | null;
  readonly statedReason: LanguageText | null;
  readonly evidence: readonly RecordId[];
  readonly confidential: LanguageText | null;
  readonly due: string | null;
  readonly zone: string | null;
}

export interface ReplyLine {
  readonly record: RecordId;
  readonly to: LanguageText | null;
  readonly state: ReplyState;
  readonly invited: string | null;
  readonly deadline: string | null;
  readonly zone: string | null;
  readonly received: string | null;
  readonly words: LanguageText | null;
  /** What was sent to them. */
  readonly release: RecordId | null;
  readonly evidence: readonly RecordId[];
  readonly silence: string | null;
}

/** With `rating`, as whoever works on that sheet sees it: the others' only when all are closed. Throws `records.not-found`. */
export const assessmentPage = query(
  "assessment.page",
  { assessment: link("assessment", { required: true }), rating: link("rating") },
  async (view, { assessment, rating }, { now, registry }): Promise<AssessmentPage> => {
    const file = await assessmentFileOf(view, assessment);
    const outcomes = outcomesOf(file.instrument, file.sheets, settledIn(file));
    const shown = new Set(sheetsShown(file.sheets, rating ?? null).map(({ id }) => id));
    const visible = file.sheets.filter(({ id }) => shown.has(id));
    const questions = questionsOf(file, outcomes, visible);
    const isCompared = areAllClosed(file.sheets) && file.sheets.length > 1;
    const face = faceOf(file);
    return {
      ...face,
      labels: await labelsOf(view, registry, namedIn(face, file, questions)),
      sheets: file.sheets.map((sheet) => ({
        rating: sheet.id,
        rater: sheet.rater,
        closed: sheet.closed,
        lacking: shown.has(sheet.id) ? unansweredIn(file.instrument, sheet).length : null,
      })),
      isClosedToOthers: visible.length < file.sheets.length,
      questions,
      distributions: distributionsOf(
        file.instrument.questions.flatMap(({ id, scale }) => {
          const found = outcomes.find(({ question }) => question === id);
          return found === undefined || found.how === "not-asked" ? [] : [{ scale, level: found.level }];
        }),
      ),
      agreement: isCompared ? ratersAgreement(outcomes) : null,
      replies: file.replies.map((reply) => replyLine(reply, now())),
      obstacles: obstaclesOf(file, outcomes, now()),
    };
  },
);

function faceOf({ id, values, instrument }: AssessmentFile) {
  return {
    assessment: id,
    title: textIn(values["title"]),
    instrument: {
      id: instrument.id,
      version: instrument.version,
      title: instrument.title,
      lang: instrument.lang,
    },
    assessed: stringIn(values["assessed"]),
    country: stringIn(values["country"]),
    subject: linkIn(values["subject"]),
    period: stringIn(values["period"]),
    commitments: linksIn(values["commitments"]),
    statedReasons: textIn(values["statedReasons"]),
    loneReason: textIn(values["loneReason"]),
    finished: stringIn(values["finished"]),
  };
}

/** The ids of what the page links to. */
function namedIn(
  { subject, commitments }: ReturnType<typeof faceOf>,
  { replies }: AssessmentFile,
  questions: readonly AssessedQuestion[],
): ReadonlySet<RecordId> {
  const evidence = questions.flatMap(({ answers }) => answers.flatMap((each) => each.evidence));
  const sent = replies.flatMap(({ values }) => [
    linkIn(values["release"]) ?? [],
    linksIn(values["evidence"]),
  ]);
  return new Set([...(subject === null ? [] : [subject]), ...commitments, ...evidence, ...sent.flat()]);
}

function questionsOf(
  { instrument, settlements }: AssessmentFile,
  outcomes: readonly Outcome[],
  visible: readonly SheetFile[],
): readonly AssessedQuestion[] {
  const applying = new Map(
    visible.map((sheet) => [sheet.id, applyingOf(instrument, levelsOf(sheet.answers))]),
  );
  const lacking = new Map(visible.map((sheet) => [sheet.id, lackingIn(instrument, sheet)]));
  return instrument.questions.flatMap(({ id, scale, text }) => {
    const outcome = outcomes.find(({ question }) => question === id);
    if (outcome === undefined) return [];
    const settlement = settlements.get(id);
    return [
      {
        ...outcome,
        scale,
        text,
        answers: visible.map((sheet) => ({
          rating: sheet.id,
          applies: applying.get(sheet.id)?.get(id) ?? "yes",
          lacks: lacking.get(sheet.id)?.get(id) ?? null,
          ...answerValues(sheet.written.get(id)?.values ?? {}),
        })),
        settlement:
          settlement === undefined
            ? null
            : {
                level: stringIn(settlement["level"]),
                reasons: textIn(settlement["reasons"]),
                dissent: textIn(settlement["dissent"]),
              },
      },
    ];
  });
}

function lackingIn(instrument: Instrument, sheet: SheetFile): ReadonlyMap<string, ShownAnswer["lacks"]> {
  return new Map(unansweredIn(instrument, sheet).map(({ question, lacks }) => [question, lacks]));
}

function answerValues(values: Values): Omit<ShownAnswer, "rating" | "applies" | "lacks"> {
  return {
    level: stringIn(values["level"]),
    reasons: textIn(values["reasons"]),
    statedReason: textIn(values["statedReason"]),
    evidence: linksIn(values["evidence"]),
    confidential: textIn(values["confidential"]),
    due: stringIn(values["due"]),
    zone: stringIn(values["zone"]),
  };
}

function replyLine(reply: ReplyFile, now: number): ReplyLine {
  const { record, values } = reply;
  return {
    record,
    to: textIn(values["to"]),
    state: replyStateOf(reply, now),
    invited: stringIn(values["invited"]),
    deadline: reply.deadline,
    zone: reply.zone,
    received: stringIn(values["received"]),
    words: textIn(values["words"]),
    release: linkIn(values["release"]),
    evidence: linksIn(values["evidence"]),
    silence: stringIn(values["silence"]),
  };
}

function obstaclesOf(
  file: AssessmentFile,
  outcomes: readonly Outcome[],
  now: number,
): readonly FinishObstacle[] {
  if (file.values["finished"] !== undefined) return [];
  return finishObstaclesOf({
    sheets: file.sheets,
    outcomes,
    hasLoneReason: (textIn(file.values["loneReason"])?.text ?? "").trim() !== "",
    isReplyOpen: file.replies.some((reply) => ["waiting", "overdue"].includes(replyStateOf(reply, now))),
  });
}
