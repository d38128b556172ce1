// A rater's sheet: begun, answered question by question, closed. Closed means closed: what a rater thinks later, after
// having seen the others', is said when differences are settled.
import { unansweredIn } from "@tocsin/assess";
import {
  answerKind,
  code,
  command,
  create,
  date,
  link,
  links,
  patchOf,
  ratingKind,
  string,
  text,
  valuesOf,
} from "@tocsin/records";
import { openSheet, refuseQuestion, sheetClosed } from "../assessing/open-sheet.ts";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";

/** Throws `workspace.closed` where the assessment is final. */
export const ratingBegin = command(
  "rating.begin",
  { assessment: link("assessment", { required: true }), rater: text({ required: true }) },
  async (view, { assessment, rater }, { registry, newId, now }) => {
    const values = valuesOf(await stateOf(view, assessment, "assessment"));
    if (values["finished"] !== undefined) throw sheetClosed("the assessment is final");
    const begun = new Date(now()).toISOString();
    return [
      create(
        ratingKind,
        { rater, assessment, begun },
        { record: newId(), act: "rating.begin", isCode: registry.isCode },
      ),
    ];
  },
);

/**
 * Answers one question, or changes the answer; what is left out stays. Throws `workspace.closed` once the sheet is closed,
 * and `records.bad-input` for what the instrument does not ask.
 */
export const ratingAnswer = command(
  "rating.answer",
  {
    rating: link("rating", { required: true }),
    question: string({ required: true }),
    level: code("assessmentLevels"),
    reasons: text({ multiline: true }),
    statedReason: text({ multiline: true }),
    evidence: links("any"),
    confidential: text(),
    due: date(),
    zone: string({ names: "zone" }),
  },
  async (view, { rating, question, evidence, ...said }, { registry, newId }) => {
    const { file, sheet } = await openSheet(view, rating);
    refuseQuestion(file, question);
    for (const id of evidence ?? []) await stateOf(view, id);
    const before = sheet.written.get(question);
    const values = { ...said, ...(evidence === undefined ? {} : { evidence }) };
    const options = { act: "rating.answer", isCode: registry.isCode };
    if (before === undefined)
      return [create(answerKind, { ...values, question, rating }, { ...options, record: newId() })];
    // Of an answer that is there only what was said changes; evidence is a set, which grows.
    const { question: _question, ...patch } = patchOf(
      answerKind,
      { ...before.values, ...values, question },
      registry.isCode,
    );
    const changed = Object.fromEntries(Object.entries(patch).filter(([name]) => Object.hasOwn(values, name)));
    return Object.keys(changed).length === 0
      ? []
      : [
          {
            kind: answerKind.name,
            version: answerKind.version,
            record: before.record,
            act: options.act,
            patch: changed,
          },
        ];
  },
);

/** From now on the sheet stands. Throws `workspace.not-ready` with the first question that lacks a level or reasons. */
export const ratingClose = command(
  "rating.close",
  { rating: link("rating", { required: true }) },
  async (view, { rating }, { now }) => {
    const { file, sheet } = await openSheet(view, rating);
    const lacking = unansweredIn(file.instrument, sheet);
    const [first] = lacking;
    if (first !== undefined)
      throw new WorkspaceError("workspace.not-ready", "Cannot close sheet: answers are lacking", {
        details: { why: first.lacks, question: first.question, count: lacking.length },
      });
    const patch = { closed: { set: new Date(now()).toISOString() } };
    return [
      { kind: ratingKind.name, version: ratingKind.version, record: rating, act: "rating.close", patch },
    ];
  },
);
