// What comes after both sheets are closed: differences are settled, and the assessment is made final.
import { finishObstaclesOf, outcomesOf, replyStateOf } from "@tocsin/assess";
import {
  assessmentKind,
  code,
  command,
  create,
  link,
  patchOf,
  RecordsError,
  settlementKind,
  string,
  text,
  valuesOf,
  type View,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { assessmentFileOf, settledIn, type AssessmentFile } from "../assessing/assessment-file.ts";
import { WorkspaceError } from "../errors.ts";
import { stringIn, textIn } from "../values.ts";

/**
 * Raters who differed agree on a level, with reasons; the dissent of who goes on to see it otherwise stays beside it. Throws
 * `workspace.not-ready` while a sheet is open, `workspace.closed` once the assessment is final, and `records.bad-input` where
 * they did not differ.
 */
export const assessmentSettle = command(
  "assessment.settle",
  {
    assessment: link("assessment", { required: true }),
    question: string({ required: true }),
    level: code("assessmentLevels", { required: true }),
    reasons: text({ required: true, multiline: true }),
    dissent: text({ multiline: true }),
  },
  async (view, { assessment, question, ...said }, { registry, newId, now }) => {
    const file = await assessmentFileOf(view, assessment);
    refuseFinal(file);
    const outcome = outcomesOf(file.instrument, file.sheets, settledIn(file)).find(
      (each) => each.question === question,
    );
    if (outcome?.how === "open") throw notReady("not-closed");
    if (outcome?.how !== "differs" && outcome?.how !== "settled")
      throw new RecordsError("records.bad-input", "Cannot settle: raters did not differ on this question");
    const values = { ...said, question, assessment, when: new Date(now()).toISOString() };
    const options = { act: "assessment.settle", isCode: registry.isCode };
    const before = await settlementOf(view, assessment, question);
    if (before === null) return [create(settlementKind, values, { ...options, record: newId() })];
    const {
      question: _question,
      assessment: _assessment,
      ...patch
    } = patchOf(settlementKind, values, registry.isCode);
    const { name, version } = settlementKind;
    return [{ kind: name, version, record: before, act: options.act, patch }];
  },
);

async function settlementOf(view: View, assessment: RecordId, question: string): Promise<RecordId | null> {
  const all = await view.linked(assessment, { kind: "settlement", field: "assessment" });
  return all.find((state) => stringIn(valuesOf(state)["question"]) === question)?.id ?? null;
}

/**
 * Makes the levels final. Needs two raters, or `loneReason`: why one is enough. Throws `workspace.not-ready` with what stands
 * against it.
 */
export const assessmentFinish = command(
  "assessment.finish",
  { assessment: link("assessment", { required: true }), loneReason: text({ multiline: true }) },
  async (view, { assessment, loneReason }, { now }) => {
    const file = await assessmentFileOf(view, assessment);
    refuseFinal(file);
    const reason = loneReason ?? textIn(file.values["loneReason"]);
    const [obstacle] = finishObstaclesOf({
      sheets: file.sheets,
      outcomes: outcomesOf(file.instrument, file.sheets, settledIn(file)),
      hasLoneReason: (reason?.text ?? "").trim() !== "",
      isReplyOpen: file.replies.some((each) => ["waiting", "overdue"].includes(replyStateOf(each, now()))),
    });
    if (obstacle !== undefined) throw notReady(obstacle);
    const { name, version } = assessmentKind;
    const patch = {
      finished: { set: new Date(now()).toISOString() },
      ...(loneReason === undefined ? {} : { loneReason: { set: { ...loneReason } } }),
    };
    return [{ kind: name, version, record: assessment, act: "assessment.finish", patch }];
  },
);

function refuseFinal({ values }: AssessmentFile): void {
  if (values["finished"] !== undefined)
    throw new WorkspaceError("workspace.closed", "Cannot change assessment: it is final");
}

function notReady(why: string): WorkspaceError {
  return new WorkspaceError("workspace.not-ready", `Cannot go on with assessment: ${why}`, {
    details: { why, question: "", count: 1 },
  });
}
