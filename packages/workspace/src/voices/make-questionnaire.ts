// A version of a questionnaire goes into the vault with a key of its own, and out as what a form is made of. Made again, the
// same version keeps its key: forms that are out there go on fitting.
import { encodeHex, encodeUtf8, type RecordId } from "@tocsin/core";
import {
  createKey,
  encodeAgeIdentity,
  encodeAgeRecipient,
  parseAgeRecipient,
  type Primitives,
  type SecretKey,
} from "@tocsin/crypto";
import { create, questionnaireKind, valuesOf, type QuestionnaireRecord } from "@tocsin/records";
import {
  mostRecipients,
  parseQuestionnaire,
  questionnaireText,
  questionnaireToJson,
  type Form,
  type Questionnaire,
} from "@tocsin/voices";
import { WorkspaceError } from "../errors.ts";
import { codesIn, stringIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";

export interface MakeQuestionnaireOptions {
  readonly content: unknown;
  /** Who asks, as the form says it. */
  readonly from: string;
  /** Recipients of age beside the vault's own key, who can open answers too. */
  readonly recipients: readonly string[];
  readonly primitives: Pick<Primitives, "random" | "x25519" | "sha256">;
}

export interface MadeQuestionnaire {
  readonly record: RecordId;
  readonly digest: string;
  readonly form: Form;
  /** Whether this version was there before. */
  readonly isKnown: boolean;
}

/** Throws `workspace.bad-questionnaire` for one that is not whole, `crypto.bad-key` for a recipient that is none. */
export async function makeQuestionnaire(
  workspace: Workspace,
  { content, from, recipients, primitives }: MakeQuestionnaireOptions,
): Promise<MadeQuestionnaire> {
  const { questionnaire, problems } = parseQuestionnaire(content);
  if (questionnaire === null) {
    const [first] = problems;
    throw new WorkspaceError("workspace.bad-questionnaire", "Cannot make questionnaire: it is not whole", {
      details: { count: problems.length, place: first?.place ?? "", problem: first?.problem ?? "" },
    });
  }
  if (recipients.length >= mostRecipients)
    throw new WorkspaceError(
      "workspace.bad-questionnaire",
      "Cannot make questionnaire: too many recipients",
      {
        details: { count: recipients.length, place: "", problem: "too-many" },
      },
    );
  for (const each of recipients) parseAgeRecipient(each);
  const digest = encodeHex(primitives.sha256(encodeUtf8(questionnaireText(questionnaire))));
  const known = await sameForm(workspace, { digest, from, recipients });
  if (known !== null) {
    const form = { questionnaire, recipients: [known.recipient, ...recipients], from };
    return { record: known.record, digest, isKnown: true, form };
  }
  const key = createKey("x25519", primitives.random(32));
  const recipient = encodeAgeRecipient(primitives.x25519.publicKey(key.expose()));
  const values = valuesOfNew(questionnaire, { digest, from, recipient, others: recipients, key });
  key.wipe();
  const { context, registry } = workspace;
  const record = context.newId();
  const made = new Date(context.now()).toISOString();
  const options = { record, act: "questionnaire.make", isCode: registry.isCode };
  await workspace.write([create(questionnaireKind, { ...values, made }, options)]);
  return {
    record,
    digest,
    isKnown: false,
    form: { questionnaire, recipients: [recipient, ...recipients], from },
  };
}

interface OfNew {
  readonly digest: string;
  readonly from: string;
  readonly recipient: string;
  readonly others: readonly string[];
  readonly key: SecretKey<"x25519">;
}

function valuesOfNew(
  questionnaire: Questionnaire,
  { digest, from, recipient, others, key }: OfNew,
): QuestionnaireRecord {
  const lang = questionnaire.languages[0] ?? "en";
  return {
    title: { text: questionnaire.title[lang] ?? questionnaire.id, lang },
    name: questionnaire.id,
    edition: questionnaire.version,
    purpose: questionnaire.purpose,
    spoken: questionnaire.languages,
    digest,
    content: questionnaireToJson(questionnaire),
    recipient,
    others,
    inbox: { identity: encodeAgeIdentity(key) },
    ...(from === "" ? {} : { asker: { text: from, lang: "und" } }),
  };
}

interface Sought {
  readonly digest: string;
  readonly from: string;
  readonly recipients: readonly string[];
}

/** The record that a form with the same questions, asker and recipients was made from. */
async function sameForm(
  { view }: Workspace,
  { digest, from, recipients }: Sought,
): Promise<{ readonly record: RecordId; readonly recipient: string } | null> {
  const { rows } = await view.list({
    kind: questionnaireKind.name,
    where: [{ field: "digest", value: digest }],
    limit: 100,
  });
  for (const state of await view.readMany(rows.map(({ id }) => id))) {
    const values = valuesOf(state);
    const recipient = stringIn(values["recipient"]);
    const isSame =
      stringIn(values["digest"]) === digest &&
      (textIn(values["asker"])?.text ?? "") === from &&
      codesIn(values["others"]).toSorted().join() === recipients.toSorted().join();
    if (isSame && recipient !== null) return { record: state.id, recipient };
  }
  return null;
}
