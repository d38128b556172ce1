// The vocabulary of acts: what was done to a defender, digital and classic, in families. The terms are ours; the
// crosswalks lead to the HURIDOCS micro-thesaurus of acts (list L4) and to the letters of SDG indicator 16.10.1.
import type { Term, Vocabulary } from "@tocsin/records";

/** The mapping is ours: no outside body has looked at it, so every term says `checked: false`. */
export const actsSource =
  "Our mapping. HURIDOCS list L4 as in huridocs/OpenEvSys (commit 2f734af); SDG indicator 16.10.1 metadata as in worldbank/sdg-metadata (commit 4febdd5).";

interface Mapping {
  /** Twelve digits of L4, or "none" where the list has no such act. */
  readonly huridocs: string;
  /** Letter of the category; "none" where nobody is counted as a victim. D and F only if the case meets its conditions. */
  readonly sdg: "A" | "B" | "C" | "D" | "E" | "F" | "none";
  readonly engages?: readonly string[];
}

function act(code: string, { huridocs, sdg, engages }: Mapping): Term {
  return {
    code,
    crosswalk: { huridocs, sdg16101: sdg },
    source: actsSource,
    checked: false,
    ...(engages === undefined ? {} : { engages }),
  };
}

/** A family groups acts and is chosen itself only where nothing finer is known. What it engages, all its acts engage. */
function family(code: string, engages?: readonly string[]): Term {
  return act(code, { huridocs: "none", sdg: "none", ...(engages === undefined ? {} : { engages }) });
}

const surveillance = "020103030000";
const harassment = "020103000000";
const censorship = "100101000000";
const publicationLimits = "100102000000";
const search = "040101000000";
const defamation = "140101000000";

export const acts: Vocabulary = {
  name: "acts",
  terms: [
    family("spyware", ["C-SPY-1"]),
    act("spyware.infection", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-1", "C-SPY-2"] }),
    act("spyware.attempt", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-1"] }),
    act("spyware.stalkerware", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-1"] }),

    family("account", ["C-GEN-1"]),
    act("account.takeover", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),
    act("account.phishing", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),
    act("account.sim-swap", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),

    family("surveillance"),
    act("surveillance.interception", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-2"] }),
    act("surveillance.mass", { huridocs: "120104000000", sdg: "none", engages: ["C-SPY-2"] }),
    act("surveillance.monitoring", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-2"] }),
    act("surveillance.following", { huridocs: surveillance, sdg: "F", engages: ["C-SPY-2"] }),
    act("surveillance.face-recognition", { huridocs: "120104000000", sdg: "F", engages: ["C-BIO-1"] }),
    act("surveillance.biometric", { huridocs: "120104000000", sdg: "F", engages: ["C-BIO-2"] }),

    family("network"),
    act("network.shutdown", { huridocs: censorship, sdg: "none", engages: ["C-SHUT-1", "C-CON-1"] }),
    act("network.throttling", { huridocs: censorship, sdg: "none", engages: ["C-SHUT-2"] }),
    act("network.site-blocking", { huridocs: censorship, sdg: "none", engages: ["C-SHUT-2"] }),
    act("network.service-blocking", { huridocs: censorship, sdg: "none", engages: ["C-SHUT-2"] }),
    act("network.operator-closed", { huridocs: "120101000000", sdg: "none", engages: ["C-CON-3"] }),

    family("content"),
    act("content.takedown", { huridocs: publicationLimits, sdg: "none", engages: ["C-GEN-1"] }),
    act("content.false-reports", { huridocs: publicationLimits, sdg: "none", engages: ["C-GEN-1"] }),
    act("content.publication-ban", { huridocs: "100103000000", sdg: "none" }),

    family("harassment", ["C-GEN-1"]),
    act("harassment.threat", { huridocs: "020103010000", sdg: "F", engages: ["C-GEN-1"] }),
    act("harassment.death-threat", { huridocs: "020103020000", sdg: "F", engages: ["C-GEN-1"] }),
    act("harassment.coordinated", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),
    act("harassment.doxing", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),
    act("harassment.intimate-image", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),
    act("harassment.stalking", { huridocs: "020103040000", sdg: "F", engages: ["C-GEN-1"] }),

    family("disinformation", ["C-GEN-1"]),
    act("disinformation.smear", { huridocs: defamation, sdg: "F", engages: ["C-GEN-1"] }),
    act("disinformation.synthetic", { huridocs: defamation, sdg: "F", engages: ["C-GEN-1"] }),
    act("disinformation.impersonation", { huridocs: harassment, sdg: "F", engages: ["C-GEN-1"] }),

    family("legal"),
    act("legal.slapp", { huridocs: "none", sdg: "none", engages: ["C-SLAPP-1"] }),
    act("legal.charges", { huridocs: "none", sdg: "none" }),
    act("legal.arrest", { huridocs: "030101000000", sdg: "D" }),
    act("legal.detention", { huridocs: "030102000000", sdg: "D" }),
    act("legal.closure", { huridocs: "120103000000", sdg: "none" }),

    family("transnational", ["C-TNR-1"]),
    act("transnational.relatives", { huridocs: "020103010200", sdg: "F", engages: ["C-TNR-1"] }),
    act("transnational.digital", { huridocs: harassment, sdg: "F", engages: ["C-TNR-1", "C-GEN-1"] }),
    act("transnational.documents", { huridocs: "none", sdg: "none", engages: ["C-TNR-1"] }),
    act("transnational.return", { huridocs: "none", sdg: "F", engages: ["C-TNR-1"] }),

    family("seizure"),
    act("seizure.device", { huridocs: search, sdg: "F" }),
    act("seizure.raid", { huridocs: search, sdg: "F" }),
    act("seizure.extraction", { huridocs: search, sdg: "F", engages: ["C-SPY-1"] }),
    act("seizure.data-demand", { huridocs: "none", sdg: "none" }),

    family("physical"),
    act("physical.killing", { huridocs: "010000000000", sdg: "A" }),
    act("physical.attempted-killing", { huridocs: "010109000000", sdg: "F" }),
    act("physical.assault", { huridocs: "020101000000", sdg: "F" }),
    act("physical.torture", { huridocs: "020111110000", sdg: "C" }),
    act("physical.disappearance", { huridocs: "030103000000", sdg: "B" }),
    act("physical.abduction", { huridocs: "030104000000", sdg: "E" }),
  ],
};

/** `spyware` for `spyware.infection`. */
export function familyOf(code: string): string {
  return code.split(".")[0] ?? code;
}

/** Ids of the commitments that these acts, or the families above them, engage: each once, in order of the vocabulary. */
export function engagedCommitments(codes: readonly string[]): readonly string[] {
  const chosen = new Set(codes.flatMap((code) => [familyOf(code), code]));
  const engaged = acts.terms.filter(({ code }) => chosen.has(code)).flatMap(({ engages }) => engages ?? []);
  return [...new Set(engaged)];
}
