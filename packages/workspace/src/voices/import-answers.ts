// Answer files come in: each is opened with the keys of the vault's questionnaires, read, held against what was asked, and
// taken in one act with the sealed file itself as evidence. What cannot be taken is told and left alone; nothing of it is
// written.
import { encodeHex, encodeUtf8, isTocsinError, parseUtf8, type RecordId } from "@tocsin/core";
import { createSealedFileOpener, parseAgeIdentity, type Primitives } from "@tocsin/crypto";
import { contributionKind, questionnaireKind, valuesOf, type RecordState } from "@tocsin/records";
import {
  answersAgainst,
  contentText,
  mostAnswerBytes,
  parseAnswerFile,
  parseQuestionnaire,
  type AnswerFile,
  type Questionnaire,
  type VoiceProblem,
} from "@tocsin/voices";
import { concatBytes } from "@tocsin/core";
import { allOf } from "../all-of.ts";
import { addEvidence } from "../evidence.ts";
import { objectIn, stringIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { contributionOperations } from "./contribution-operations.ts";

/** A file that somebody handed over. */
export interface AnswerSource {
  readonly name: string;
  /** Null where it is larger than any answer. */
  readonly bytes: Uint8Array | null;
}

export type RefusedAnswerReason =
  /** Not in the form of an age file, or larger than any answer. */
  | "not-an-answer"
  /** Sealed to nobody here: of another vault, or altered in its first lines. */
  | "other-vault"
  /** Sealed to a questionnaire here, and altered or cut on its way. */
  | "altered"
  /** It opens, and holds no answers that this version reads. */
  | "not-readable"
  /** It opens, and is to a version of a questionnaire that is not here. */
  | "other-questionnaire"
  /** Its answers are to something else than was asked. */
  | "does-not-fit";

export type ImportedAnswer =
  | {
      readonly outcome: "taken";
      readonly record: RecordId;
      readonly answers: number;
      readonly lacking: number;
      /** An earlier one that says exactly the same; one that was saved from the same form. */
      readonly alike: RecordId | null;
      readonly earlier: RecordId | null;
    }
  | { readonly outcome: "known"; readonly record: RecordId }
  | {
      readonly outcome: "refused";
      readonly reason: RefusedAnswerReason;
      readonly problems: readonly VoiceProblem[];
    };

export interface ImportAnswersOptions {
  readonly primitives: Primitives;
  readonly signal?: AbortSignal;
  /** How it reached those who ask, in their words. */
  readonly how?: string;
}

export interface AnswerImport {
  /** One file after the other; a file that is refused does not keep the next ones out. */
  take(source: AnswerSource): Promise<ImportedAnswer>;
  /** Wipes the keys. */
  close(): void;
}

export async function openAnswerImport(
  workspace: Workspace,
  options: ImportAnswersOptions,
): Promise<AnswerImport> {
  const boxes = (await allOf(workspace.view, questionnaireKind.name)).flatMap(boxOf);
  return {
    take: (source) => take(workspace, source, { ...options, boxes }),
    close: () => boxes.forEach(({ identity }) => identity.wipe()),
  };
}

interface Box {
  readonly record: RecordId;
  readonly digest: string;
  readonly questionnaire: Questionnaire;
  readonly identity: ReturnType<typeof parseAgeIdentity>;
}

/** Of a questionnaire whose key was erased, nothing can be opened. */
function boxOf(state: RecordState): readonly Box[] {
  const values = valuesOf(state);
  const { questionnaire } = parseQuestionnaire(values["content"]);
  const [digest, identity] = [stringIn(values["digest"]), stringIn(objectIn(values["inbox"])["identity"])];
  if (questionnaire === null || digest === null || identity === null) return [];
  return [{ record: state.id, digest, questionnaire, identity: parseAgeIdentity(identity) }];
}

interface Taking extends ImportAnswersOptions {
  readonly boxes: readonly Box[];
}

async function take(
  workspace: Workspace,
  { name, bytes }: AnswerSource,
  { boxes, primitives, signal, how }: Taking,
): Promise<ImportedAnswer> {
  signal?.throwIfAborted();
  if (bytes === null) return refused("not-an-answer");
  const sha256 = encodeHex(primitives.sha256(bytes));
  const known = await contributionWith(workspace, "sha256", sha256);
  if (known !== null) return { outcome: "known", record: known };
  const opened = openWithAny(primitives, boxes, bytes);
  if (typeof opened === "string") return refused(opened);
  const read = readAnswers(opened.plain, { boxes, record: opened.record });
  if ("outcome" in read) return read;
  const { file, box, lacking } = read;
  const saying = encodeHex(
    primitives.sha256(encodeUtf8(`${file.questionnaire.digest} ${contentText(file)}`)),
  );
  const [alike, earlier] = [
    await contributionWith(workspace, "saying", saying),
    await contributionWith(workspace, "form", file.answer),
  ];
  const { context, registry } = workspace;
  const record = context.newId();
  await addEvidence(workspace, sourceOf(bytes), {
    about: {
      title: { text: name, lang: "zxx" },
      ...(how === undefined ? {} : { obtainedHow: { text: how, lang: "und" } }),
    },
    together: (original) =>
      contributionOperations(file, {
        record,
        original,
        sha256,
        saying,
        alike,
        earlier,
        lacking,
        questionnaire: box.record,
        asked: box.questionnaire,
        received: new Date(context.now()).toISOString(),
        newId: context.newId,
        isCode: registry.isCode,
      }),
    ...(signal ? { signal } : {}),
  });
  return { outcome: "taken", record, answers: file.answers.length, lacking, alike, earlier };
}

function refused(reason: RefusedAnswerReason, problems: readonly VoiceProblem[] = []): ImportedAnswer {
  return { outcome: "refused", reason, problems };
}

/** The oldest that has this. */
async function contributionWith(
  { view }: Workspace,
  field: "sha256" | "saying" | "form",
  value: string,
): Promise<RecordId | null> {
  const { rows } = await view.list({
    kind: contributionKind.name,
    where: [{ field, value }],
    order: "oldest",
    limit: 1,
  });
  return rows[0]?.id ?? null;
}

interface Opened {
  readonly plain: Uint8Array;
  readonly record: RecordId;
}

function openWithAny(
  primitives: Primitives,
  boxes: readonly Box[],
  bytes: Uint8Array,
): Opened | "not-an-answer" | "other-vault" | "altered" {
  for (const { identity, record } of boxes) {
    try {
      const opener = createSealedFileOpener(primitives, identity);
      return { plain: concatBytes(...opener.update(bytes), ...opener.finish()), record };
    } catch (error) {
      const code = isTocsinError(error) ? error.code : "";
      if (code === "crypto.sealed-file-damaged") return "altered";
      if (code === "crypto.bad-sealed-file") return "not-an-answer";
      if (code !== "crypto.wrong-passphrase") throw error;
    }
  }
  return "other-vault";
}

interface Read {
  readonly file: AnswerFile;
  readonly box: Box;
  readonly lacking: number;
}

function readAnswers(
  plain: Uint8Array,
  { boxes, record }: { readonly boxes: readonly Box[]; readonly record: RecordId },
): Read | ImportedAnswer {
  const { file, problems } = parseAnswerFile(jsonIn(plain));
  if (file === null) return refused("not-readable", problems);
  const fitting = boxes.filter(({ digest }) => digest === file.questionnaire.digest);
  const box = fitting.find((each) => each.record === record) ?? fitting[0];
  if (box === undefined) return refused("other-questionnaire");
  const held = answersAgainst(box.questionnaire, file.answers);
  if (held.problems.length > 0) return refused("does-not-fit", held.problems);
  return { file, box, lacking: held.lacking.length };
}

function jsonIn(plain: Uint8Array): unknown {
  if (plain.length > mostAnswerBytes) return null;
  try {
    return JSON.parse(parseUtf8(plain));
  } catch (error) {
    if (error instanceof SyntaxError || isTocsinError(error)) return null;
    throw error;
  }
}

function sourceOf(bytes: Uint8Array): Parameters<typeof addEvidence>[1] {
  return {
    mediaType: "application/vnd.tocsin.answer",
    original: null,
    stream: async function* once() {
      yield bytes;
    },
    listing: () => null,
  };
}
