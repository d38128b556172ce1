// How far coders of one questionnaire agree, by Krippendorff's alpha over the answers that two of them have been through: each
// code at each answer is a unit. Where too few answers were, nothing is told.
import { agreementOf } from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import {
  codeFamilies,
  fewestAnswers,
  rowsOfCoders,
  unitKey,
  type CodeFamily,
  type CoderSheet,
} from "@tocsin/voices";
import { linkIn, linksIn, textIn } from "../values.ts";
import { codesOfBook, type BookCode } from "./codebooks.ts";

export interface CodingAgreement {
  readonly coders: readonly string[];
  /** Answers that two or more coders have been through. */
  readonly answers: number;
  /** Under so many nothing is told. */
  readonly fewest: number;
  /** Null where it cannot be told, `why` says for what reason. */
  readonly alpha: number | null;
  readonly why: "insufficient" | "no-pairs" | "no-variation" | null;
  readonly families: readonly { readonly family: CodeFamily; readonly alpha: number | null }[];
}

export async function agreementOfCoders(
  view: View,
  { questionnaire, codebook }: { readonly questionnaire: RecordId; readonly codebook: RecordId },
): Promise<CodingAgreement> {
  const states = await view.linked(questionnaire, { kind: "codingSheet", field: "questionnaire" });
  const codes = await codesOfBook(view, codebook);
  const sheets = await sheetsOf(
    view,
    states.filter((state) => linkIn(valuesOf(state)["codebook"]) === codebook),
    codes,
  );
  const answers = sharedAnswers(sheets);
  const base = { coders: sheets.map(({ coder }) => coder), answers: answers.length, fewest: fewestAnswers };
  const nothing = codeFamilies.map((family) => ({ family, alpha: null }));
  if (answers.length < fewestAnswers)
    return {
      ...base,
      alpha: null,
      why: sheets.length < 2 ? "no-pairs" : "insufficient",
      families: nothing,
    };
  const alphaOf = (some: readonly BookCode[]) =>
    agreementOf(rowsOfCoders(sheets, { answers, codes: rootsIn(some) }), "nominal");
  const whole = alphaOf(codes);
  return {
    ...base,
    alpha: whole.alpha,
    why: whole.alpha === null ? (whole.why === "no-pairs" ? "no-pairs" : "no-variation") : null,
    families: codeFamilies.map((family) => ({
      family,
      alpha: alphaOf(codes.filter((code) => code.family === family)).alpha,
    })),
  };
}

function rootsIn(codes: readonly BookCode[]): readonly string[] {
  return [...new Set(codes.map(({ root }) => root))];
}

function sharedAnswers(sheets: readonly CoderSheet[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { read } of sheets) for (const each of read) times.set(each, (times.get(each) ?? 0) + 1);
  return [...times].flatMap(([answer, count]) => (count > 1 ? [answer] : []));
}

async function sheetsOf(
  view: View,
  states: readonly RecordState[],
  codes: readonly BookCode[],
): Promise<readonly CoderSheet[]> {
  const byCoder = new Map<string, Set<RecordId>>();
  for (const state of states) {
    const values = valuesOf(state);
    const coder = textIn(values["coder"])?.text ?? "";
    byCoder.set(coder, new Set([...(byCoder.get(coder) ?? []), ...linksIn(values["read"])]));
  }
  const answers = [...new Set([...byCoder.values()].flatMap((read) => [...read]))];
  const roots = new Map(codes.map(({ record, root }) => [record, root]));
  const found = await view.glanceLinked(answers, { kind: "coding", field: "answer" });
  return [...byCoder].map(([coder, read]) => ({
    coder,
    read,
    given: new Set(
      [...read].flatMap((answer) =>
        (found.get(answer) ?? []).flatMap((state) => unitIn(state, { answer, coder, roots })),
      ),
    ),
  }));
}

interface OfUnit {
  readonly answer: RecordId;
  readonly coder: string;
  readonly roots: ReadonlyMap<RecordId, RecordId>;
}

/** What a machine suggested is nobody's. */
function unitIn(state: RecordState, { answer, coder, roots }: OfUnit): readonly string[] {
  const values = valuesOf(state);
  const code = linkIn(values["code"]);
  const root = code === null ? undefined : roots.get(code);
  const isTheirs =
    textIn(values["coder"])?.text === coder &&
    values["origin"] === "person" &&
    values["removed"] === undefined;
  return root !== undefined && isTheirs ? [unitKey(answer, root)] : [];
}
