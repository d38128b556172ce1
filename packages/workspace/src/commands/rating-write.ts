// What is typed into a sheet on a screen, field by field as it is typed: unlike `rating.answer`, it can empty a field and take
// evidence out again, and does not write over what the writer has not seen.
import type { RecordId } from "@tocsin/core";
import {
  answerKind,
  checkNeeds,
  command,
  data,
  link,
  parsePatch,
  RecordsError,
  string,
  type Operation,
  type Patch,
} from "@tocsin/records";
import { openSheet, refuseQuestion } from "../assessing/open-sheet.ts";
import { checkSeen } from "./record-change.ts";

const act = "rating.write";
const { name, version } = answerKind;
/** Which answer it is, is no part of what is written. */
const given: readonly string[] = ["question", "rating"];

/**
 * `patch`, `seen` and `instead` are those of `record.change`, on the answer to one question. Throws `workspace.closed` once
 * the sheet is closed, and `workspace.changed-meanwhile`.
 */
export const ratingWrite = command(
  act,
  {
    rating: link("rating", { required: true }),
    question: string({ required: true }),
    patch: data({ required: true }),
    seen: data(),
    instead: data(),
  },
  async (view, { rating, question, patch, seen = {}, instead = {} }, { registry, newId }) => {
    const { file, sheet } = await openSheet(view, rating);
    refuseQuestion(file, question);
    const changes = parsePatch(answerKind, patch, registry.isCode);
    const against = parsePatch(answerKind, instead, registry.isCode);
    if ([changes, against].some((each) => given.some((field) => Object.hasOwn(each, field))))
      throw new RecordsError("records.bad-input", "Cannot write: the question and the sheet are given");
    const before = sheet.written.get(question);
    const values = before?.values ?? {};
    checkSeen(answerKind, values, { changes, seen });
    checkNeeds(answerKind, changes, values);
    const record = before?.record ?? newId();
    const beginning = before === undefined ? { question: { set: question }, rating: { set: rating } } : {};
    return [against, { ...beginning, ...changes }].flatMap((each) => operationOf(record, each));
  },
);

function operationOf(record: RecordId, patch: Patch): readonly Operation[] {
  return Object.keys(patch).length === 0 ? [] : [{ kind: name, version, record, act, patch }];
}
