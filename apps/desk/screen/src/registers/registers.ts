// The registers: lists of measures that are built in, each with its filter and the columns that its readers look for.
import { everything, type ListChoice } from "../lists/list-choice.ts";

export interface Register {
  /** Code of `measureKinds`. */
  readonly code: string;
  readonly columns: readonly string[];
}

const register = (code: string, columns: string): Register => ({ code, columns: columns.split(" ") });

export const registers: readonly Register[] = [
  register("deployment.biometric", "country where authority vendor stage targeting assessmentMade when"),
  register("deployment.spyware", "country authority vendor stage assessmentMade when"),
  register("transfer.purchase", "country authority vendor sum currency stage when"),
  register("transfer.licence", "country authority vendor destination answer when"),
  register("transfer.refusal", "country authority vendor destination when"),
  register("restriction.shutdown", "country where authority reference targets stage when"),
  register("restriction.blocking", "country authority reference targets addressee answer when"),
  register("restriction.content", "country authority reference targets addressee answer when"),
  register("restriction.data-demand", "country authority reference targets addressee answer when"),
  register("law.anti-slapp", "country authority stage safeguards when"),
  register("access.community.licence", "country addressee authority answer barriers when"),
];

/** What every register asks beside its columns: what it is, where it is known from, and what it rests on. */
const before = ["title", "measureKind"];
const behind = ["sources", "evidence"];

/** The fields of the register that a measure belongs to, in its order; null where it is in none. */
export function registerFields(kind: string, measureKind: unknown): readonly string[] | null {
  const found = kind === "measure" ? registers.find(({ code }) => code === measureKind) : undefined;
  return found === undefined ? null : [...before, ...found.columns, ...behind];
}

/** The list of measures as a register shows it; all of them for what is no register. */
export function registerChoice(code: string): ListChoice {
  const found = registers.find((each) => each.code === code);
  if (found === undefined) return everything;
  return { ...everything, where: [{ field: "measureKind", value: code }], columns: found.columns };
}
