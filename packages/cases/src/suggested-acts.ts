// What kind of act a finding points to: a suggestion that stands in the form when somebody takes the finding into a
// case, and that a person keeps or changes. Where nothing points anywhere, nothing is suggested.
import type { Verdict } from "@tocsin/core";

export interface FindingToTake {
  /** What the analysis of a measurement says. */
  readonly verdict?: Verdict;
  /** Meaning and artifact of a phone's finding. */
  readonly meaning?: string;
  readonly artifact?: string;
}

/** Codes of `acts`. */
export function suggestedActs({ verdict, meaning = "", artifact = "" }: FindingToTake): readonly string[] {
  if (verdict !== undefined) return actsOfVerdict(verdict);
  if (!meaning.startsWith("indicator.")) return [];
  return [isTraceOfRunning(meaning, artifact) ? "spyware.infection" : "spyware.attempt"];
}

// Tests of one service each (OONI's names): blocking them is not blocking a site.
const serviceTests: ReadonlySet<string> = new Set(
  "facebook_messenger openvpn psiphon riseupvpn signal stunreachability telegram tor torsf vanilla_tor whatsapp".split(
    " ",
  ),
);

/** Slowness alone names no act: throttling is a purpose, which one measurement does not show. */
function actsOfVerdict({ state, test }: Verdict): readonly string[] {
  if (state !== "blocked" && state !== "likely-blocked") return [];
  return [serviceTests.has(test) ? "network.service-blocking" : "network.site-blocking"];
}

/** A name of a process or of a file that only the running program leaves; a link or sender shows an attempt at most. */
function isTraceOfRunning(meaning: string, artifact: string): boolean {
  return (
    /\.(process|file|profile|app)\b/.test(`${meaning}.`) && !/(sms|whatsapp|mail|history)/.test(artifact)
  );
}
