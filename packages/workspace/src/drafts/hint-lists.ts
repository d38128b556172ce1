// The words that hints point at: those of the program, and those that people of this vault wrote down.
import type { RecordId } from "@tocsin/core";
import { hintWordKind, valuesOf, type View } from "@tocsin/records";
import { withOwnWords, type HintWords, type OwnHintWord } from "@tocsin/texts";
import { allOf } from "../all-of.ts";
import { flagIn, integerIn, stringIn, textIn } from "../values.ts";

export interface KeptHintWord extends OwnHintWord {
  readonly record: RecordId;
  readonly source: string | null;
  readonly checked: boolean;
}

/** Those that count. */
export async function ownHintWords(view: View): Promise<readonly KeptHintWord[]> {
  return (await allOf(view, hintWordKind.name)).flatMap((state) => {
    const values = valuesOf(state);
    const [words, language, role] = [values["words"], values["language"], values["role"]].map(
      (value) => stringIn(value) ?? "",
    ) as [string, string, string];
    const known = (["verb", "qualifier", "unused"] as const).find((each) => each === role);
    if (known === undefined || words.trim() === "" || flagIn(values["setAside"]) === true) return [];
    return [
      {
        record: state.id,
        words,
        language,
        role: known,
        step: integerIn(values["step"]),
        source: textIn(values["source"])?.text ?? null,
        checked: flagIn(values["checked"]) === true,
      },
    ];
  });
}

export async function hintListsOf(view: View): Promise<Readonly<Record<string, HintWords>>> {
  return withOwnWords(await ownHintWords(view));
}
