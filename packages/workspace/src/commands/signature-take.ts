// An answer that came back to a sign-on form becomes a signature, which waits until somebody accepts it.
import { LettersError } from "@tocsin/letters";
import { command, create, link, signatureKind, valuesOf } from "@tocsin/records";
import { countryNames } from "../imports/cell-values.ts";
import { folded } from "../imports/mapping.ts";
import { currentDigest } from "../letters/current-digest.ts";
import { openLetter, refuseLate } from "../letters/refusals.ts";
import { signatureOfAnswers } from "../letters/signature-of-answers.ts";
import { stateOf } from "../state-of.ts";
import { linkIn, stringIn } from "../values.ts";

/**
 * Taken once, however often it is asked for. Throws `letters.frozen`, `letters.too-late`, and `letters.bad-signer` where the
 * answer names nobody.
 */
export const signatureTake = command(
  "signature.take",
  {
    letter: link("letter", { required: true }),
    contribution: link("contribution", { required: true }),
  },
  async (view, { letter, contribution }, { registry, newId, now }) => {
    const open = await openLetter(view, letter);
    const values = valuesOf(await stateOf(view, contribution, "contribution"));
    const known = await view.linked(contribution, { kind: "signature", field: "contribution" });
    if (known.some((state) => linkIn(valuesOf(state)["letter"]) === letter)) return [];
    const arrived = stringIn(values["received"]) ?? new Date(now()).toISOString();
    refuseLate(open, Date.parse(arrived));
    const answers = await view.linked(contribution, { kind: "contributionAnswer", field: "contribution" });
    if (answers.length === 0)
      throw new LettersError("letters.bad-signer", "Cannot take signature: nothing was answered");
    const countries = countryNames(registry);
    const codes = new Set(countries.values());
    const { unclear, ...signer } = signatureOfAnswers(answers, (text) =>
      codes.has(text.toUpperCase()) ? text.toUpperCase() : countries.get(folded(text)),
    );
    const cameFrom = [stringIn(values["reference"]) ?? "", ...unclear].join("\n");
    return [
      create(
        signatureKind,
        {
          ...signer,
          letter,
          contribution,
          status: "waiting",
          came: "questionnaire",
          cameFrom: { text: cameFrom, lang: "zxx" },
          signed: await currentDigest(view, letter),
          arrived,
        },
        { record: newId(), act: "signature.take", isCode: registry.isCode },
      ),
    ];
  },
);
