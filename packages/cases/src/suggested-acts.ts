// What kind of act a finding points to: a suggestion that stands in the incident when somebody takes the finding into
// a case, and that a person keeps, refines or throws out. Where nothing points anywhere, nothing is suggested.
import type { Verdict } from "@tocsin/core";

export type FindingToTake =
  | { readonly verdict: Pick<Verdict, "state" | "test"> }
  /** Type and artifact of what was found on a phone. */
  | { readonly type: string; readonly artifact: string };

/** Artifacts that show a link that was sent or opened, not what ran on the phone. */
const links: ReadonlySet<string> = new Set(["ios.sms", "ios.safari"]);

/** Tests of one service each (OONI's names): blocking them is not blocking a site. */
const services: ReadonlySet<string> = new Set(
  "facebook_messenger openvpn psiphon riseupvpn signal telegram tor torsf vanilla_tor whatsapp".split(" "),
);

/** Codes of `acts`. A trace of spyware names the family alone: an infection is for a person to conclude. */
export function suggestedActs(finding: FindingToTake): readonly string[] {
  if ("verdict" in finding) return actsOfVerdict(finding.verdict);
  if (!finding.type.startsWith("indicator.")) return [];
  return [links.has(finding.artifact) ? "spyware.attempt" : "spyware"];
}

/** Slowness alone names no act: throttling is a purpose, which one measurement does not show. */
function actsOfVerdict({ state, test }: Pick<Verdict, "state" | "test">): readonly string[] {
  if (state !== "blocked" && state !== "likely-blocked") return [];
  return [services.has(test) ? "network.service-blocking" : "network.site-blocking"];
}
