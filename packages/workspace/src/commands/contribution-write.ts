// An answer that came on paper, or was said at a workshop, is written in by hand: held against the questionnaire as a file would
// be, with the consent that stands on the paper.
import type { Json } from "@tocsin/core";
import { digestOfText } from "@tocsin/crypto";
import {
  code,
  command,
  contributionAnswerKind,
  contributionKind,
  create,
  data,
  date,
  link,
  RecordsError,
  retentionKind,
  string,
  text,
  valuesOf,
} from "@tocsin/records";
import {
  answerFormat,
  answersAgainst,
  contentText,
  parseAnswerFile,
  parseQuestionnaire,
  type AnswerFile,
} from "@tocsin/voices";
import { stateOf } from "../state-of.ts";
import { stringIn } from "../values.ts";
import { answerRecords, contributorValues, retentionOf } from "../voices/contribution-operations.ts";

const act = "contribution.write";

/**
 * `answers` are those of an answer file (docs/formats/questionnaire.md): question, item, value, consent. Throws
 * `records.not-found`, and `records.bad-input` for answers to something else than is asked.
 */
export const contributionWrite = command(
  act,
  {
    questionnaire: link("questionnaire", { required: true }),
    carrier: code("contributionCarriers", { required: true }),
    answered: date({ required: true }),
    writtenIn: string({ required: true, names: "language" }),
    contributor: data(),
    answers: data({ required: true }),
    typedBy: text({ sensitive: true }),
    workshop: text({ sensitive: true }),
  },
  async (view, input, { registry, newId, now }) => {
    const { isCode } = registry;
    const values = valuesOf(await stateOf(view, input.questionnaire, "questionnaire"));
    const { questionnaire: asked } = parseQuestionnaire(values["content"]);
    if (asked === null) throw refused("the questionnaire cannot be read", "questionnaire");
    const record = newId();
    const file = fileOf(input, {
      id: asked.id,
      version: asked.version,
      digest: stringIn(values["digest"]) ?? "",
      form: digestOfText(record).slice(0, 32),
    });
    const held = answersAgainst(asked, file.answers);
    const [first] = held.problems;
    if (first !== undefined) throw refused(first.problem, first.place);
    if (file.answers.length === 0) throw refused("nothing was answered", "answers");
    const received = new Date(now()).toISOString();
    const number = digestOfText(`${record} ${received}`);
    const contribution = {
      reference: `${number.slice(0, 4)}-${number.slice(4, 8)}`.toUpperCase(),
      questionnaire: input.questionnaire,
      carrier: input.carrier,
      answered: file.day,
      received,
      readIn: file.language,
      writtenIn: file.writtenIn,
      form: file.answer,
      edition: 1,
      saying: digestOfText(`${file.questionnaire.digest} ${contentText(file)}`),
      lacking: held.lacking.length,
      ...contributorValues(file),
      ...(input.typedBy === undefined ? {} : { typedBy: input.typedBy }),
      ...(input.workshop === undefined ? {} : { workshop: input.workshop }),
    };
    return [
      create(contributionKind, contribution, { record, act, isCode }),
      ...answerRecords(file, { asked, questionnaire: input.questionnaire }).map((each) =>
        create(contributionAnswerKind, { ...each, contribution: record }, { record: newId(), act, isCode }),
      ),
      ...retentionOf(file, { of: record, reference: contribution.reference }).map((each) =>
        create(retentionKind, each, { record: newId(), act, isCode }),
      ),
    ];
  },
);

interface OfFile {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly form: string;
}

interface Written {
  readonly answered: string;
  readonly writtenIn: string;
  readonly contributor?: Json;
  readonly answers: Json;
}

function fileOf(
  { answered, writtenIn, contributor = {}, answers }: Written,
  { form, ...questionnaire }: OfFile,
): AnswerFile {
  const { file, problems } = parseAnswerFile({
    format: answerFormat,
    formatVersion: 1,
    questionnaire,
    answer: form,
    edition: 1,
    day: answered,
    language: writtenIn,
    writtenIn,
    contributor,
    answers,
  });
  if (file === null) throw refused(problems[0]?.problem ?? "bad-value", problems[0]?.place ?? "answers");
  return file;
}

function refused(why: string, field: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot write contribution: ${why} (${field})`, {
    details: { field },
  });
}
