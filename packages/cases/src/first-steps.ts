// What to do first, by act. The advice is our own: whoever shows it says so, and says that nobody outside has checked it
// (`acts.first.note`).
import { pathOf } from "@tocsin/records";
import { acts } from "./acts.ts";

export interface FirstSteps {
  /** The act to which the advice belongs: the one asked for, or the nearest above it that has advice of its own. */
  readonly act: string;
  /** Catalogue key of the text. */
  readonly text: string;
  readonly source: "own";
  /** ISO 8601 date. */
  readonly written: string;
  readonly checked: boolean;
}

/** Acts below a family that have advice of their own. */
const withOwnAdvice =
  "account.sim-swap account.site-attack disinformation.planted harassment.child harassment.death-threat " +
  "harassment.intimate-image legal.arrest legal.detention legal.slapp network.operator-closed " +
  "physical.disappearance physical.sexual-violence physical.torture seizure.device.border spyware.infection " +
  "spyware.stalkerware surveillance.location transnational.relatives transnational.return";
const advised: ReadonlySet<string> = new Set(withOwnAdvice.split(" "));

export const firstSteps: readonly FirstSteps[] = acts.terms
  .filter(({ code }) => !code.includes(".") || advised.has(code))
  .map(({ code }) => ({
    act: code,
    text: `acts.${code}.first`,
    source: "own",
    written: code.includes(".") ? "2026-11-28" : "2026-11-23",
    checked: false,
  }));

/** First steps for `codes`, each once, in the order of the vocabulary. */
export function firstStepsFor(codes: readonly string[]): readonly FirstSteps[] {
  const nearest = new Set(
    codes.map((code) => pathOf(code).find((above) => firstSteps.some(({ act }) => act === above))),
  );
  return firstSteps.filter(({ act }) => nearest.has(act));
}
