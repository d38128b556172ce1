// The merge queue: a person says that signatures are of one signer, or of several. Both originals stay as they are, and what
// was said can be taken back.
import type { RecordId } from "@tocsin/core";
import { LettersError } from "@tocsin/letters";
import {
  command,
  create,
  link,
  links,
  signerDecisionKind,
  text,
  valuesOf,
  type CommandContext,
  type LanguageText,
  type Operation,
  type View,
} from "@tocsin/records";
import { openLetter } from "../letters/refusals.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";

const said = {
  signatures: links("signature", { required: true }),
  by: text({ required: true, sensitive: true }),
  reason: text({ multiline: true, sensitive: true }),
} as const;

/** They are one signer, and `keeps` stands for all of them. Throws `letters.bad-decision`. */
export const signatureMerge = command(
  "signature.merge",
  { ...said, keeps: link("signature", { required: true }) },
  async (view, { keeps, signatures, ...rest }, context) => {
    const all = signatures.includes(keeps) ? signatures : [...signatures, keeps];
    return decide(view, { how: "same", keeps, signatures: all, ...rest }, context);
  },
);

/** They are several signers, however alike. Throws `letters.bad-decision`. */
export const signatureKeepApart = command("signature.keep-apart", said, async (view, input, context) =>
  decide(view, { how: "apart", ...input }, context),
);

/** Takes back what was said: what it was about stands in the queue again. */
export const signatureUndecide = command(
  "signature.undecide",
  { decision: link("signerDecision", { required: true }) },
  async (view, { decision }, { now }) => {
    const letter = linkIn(valuesOf(await stateOf(view, decision, "signerDecision"))["letter"]);
    if (letter !== null) await openLetter(view, letter);
    const { name: kind, version } = signerDecisionKind;
    const patch = { takenBack: { set: new Date(now()).toISOString() } };
    return [{ kind, version, record: decision, act: "signature.undecide", patch }];
  },
);

interface Deciding {
  readonly how: "same" | "apart";
  readonly signatures: readonly RecordId[];
  readonly by: LanguageText;
  readonly keeps?: RecordId;
  readonly reason?: LanguageText;
}

async function decide(
  view: View,
  given: Deciding,
  { newId, now, registry }: CommandContext,
): Promise<readonly Operation[]> {
  const signatures = [...new Set(given.signatures)];
  const states = await view.readMany(signatures);
  const letters = new Set(states.map((state) => linkIn(valuesOf(state)["letter"])));
  const [letter = null] = letters;
  const areSignatures =
    states.length === signatures.length && states.every(({ kind }) => kind === "signature");
  if (
    signatures.length < 2 ||
    !areSignatures ||
    letters.size !== 1 ||
    letter === null ||
    given.by.text.trim() === ""
  )
    throw new LettersError(
      "letters.bad-decision",
      "Cannot decide: two signatures of one letter and a name are needed",
    );
  await openLetter(view, letter);
  const act = given.how === "same" ? "signature.merge" : "signature.keep-apart";
  const [first = [], ...rest] = slices(signatures, atOnce);
  const record = newId();
  const values = { ...given, letter, signatures: first, when: new Date(now()).toISOString() };
  const { name: kind, version } = signerDecisionKind;
  return [
    create(signerDecisionKind, values, { record, act, isCode: registry.isCode }),
    ...rest.map((add) => ({ kind, version, record, act, patch: { signatures: { add } } })),
  ];
}

/** An operation has a limit of size; longer lists go on in further ones of the same act. */
const atOnce = 600;

function slices<Element>(list: readonly Element[], size: number): readonly (readonly Element[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
