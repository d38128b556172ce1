// What other texts than the resolution promise or ask, in our own words (catalogue: `commitment.<id>.label`, `.text`).
// They stand apart: an act against a defender engages them only where a rule of `engagement-rules.ts` says so.
import type { Duty, PromiseRow, Standing, Strength } from "./commitments.ts";
import type { GroupOfStates } from "./memberships.ts";
import type { SourceKey } from "./sources.ts";

export interface StandardRow extends PromiseRow {
  /** Only for these States. */
  readonly appliesTo?: GroupOfStates;
  /** Where in its text; `confirmed` only if a source that we read says so. Never of resolution 58/23. */
  readonly place?: { readonly text: string; readonly confirmed: boolean };
  /** A day that the text sets: ISO 8601. */
  readonly due?: string;
}

type Own = Pick<StandardRow, "place" | "due"> & { readonly duty?: Duty; readonly addressee?: string };

interface Shared {
  readonly provision: string;
  readonly theme: string;
  readonly addressee: string;
  readonly strength: Strength;
  readonly standing: Standing;
  readonly sources: readonly SourceKey[];
  readonly appliesTo?: GroupOfStates;
}

function row(shared: Shared, id: string, own: Own = {}): StandardRow {
  return { duty: "protect", ...shared, ...own, id, checked: false };
}

const declaration: Shared = {
  provision: "P-D25",
  theme: "slapp",
  addressee: "states",
  strength: "none",
  standing: "asked-for",
  sources: ["srhrd-declaration"],
};
const directive: Shared = {
  provision: "P-EU-SLAPP",
  theme: "slapp",
  addressee: "states",
  strength: "binding",
  standing: "adopted",
  sources: ["eu-directive", "eucrim", "european-parliament"],
  appliesTo: "eu-directive",
};
const recommendation: Shared = {
  provision: "P-COE-SLAPP",
  theme: "slapp",
  addressee: "states",
  strength: "recommendation",
  standing: "adopted",
  sources: ["media-rights-agenda", "stgm-recommendation"],
  appliesTo: "council-of-europe",
};
const platforms: Shared = {
  provision: "P-PLATFORMS",
  theme: "companies",
  addressee: "companies",
  strength: "recommendation",
  standing: "adopted",
  sources: ["platform-recommendations"],
};
const asked: Shared = {
  provision: "P-ASKED",
  theme: "biometrics",
  addressee: "states",
  strength: "none",
  standing: "asked-for",
  sources: ["article19-biometrics", "article19-bodies"],
};

const unconfirmed = (text: string): Own => ({ place: { text, confirmed: false } });

export const standards: readonly StandardRow[] = [
  row(declaration, "D25-SLAPP-1", { duty: "respect", place: { text: "Art. 5", confirmed: true } }),
  row(declaration, "D25-SLAPP-2", { place: { text: "Art. 5", confirmed: true } }),
  row(directive, "EU-SLAPP-1", unconfirmed("Art. 11")),
  row(directive, "EU-SLAPP-2", unconfirmed("Art. 12")),
  row(directive, "EU-SLAPP-3", unconfirmed("Art. 10")),
  row(directive, "EU-SLAPP-4", unconfirmed("Art. 14")),
  row(directive, "EU-SLAPP-5", unconfirmed("Art. 15")),
  row(directive, "EU-SLAPP-6", { place: { text: "Art. 16", confirmed: true } }),
  row(directive, "EU-SLAPP-7", { place: { text: "Art. 17(1)", confirmed: true } }),
  row(directive, "EU-SLAPP-8", unconfirmed("Art. 9")),
  row(directive, "EU-SLAPP-9", { duty: "fulfil", ...unconfirmed("Art. 19") }),
  row(directive, "EU-SLAPP-10", { duty: "fulfil", due: "2026-05-07" }),
  row(directive, "EU-SLAPP-11", { duty: "follow-up", addressee: "intergovernmental", due: "2030-05-07" }),
  row(recommendation, "COE-SLAPP-1"),
  row(recommendation, "COE-SLAPP-2"),
  row(platforms, "PLAT-1"),
  row(platforms, "PLAT-2"),
  row(platforms, "PLAT-3"),
  row(platforms, "PLAT-4"),
  row(platforms, "PLAT-5"),
  row(platforms, "PLAT-6"),
  row(platforms, "PLAT-7"),
  row(platforms, "PLAT-8"),
  row(platforms, "PLAT-9"),
  row(platforms, "PLAT-10"),
  row(
    {
      ...platforms,
      provision: "P-PALL-MALL",
      theme: "spyware",
      addressee: "states",
      sources: ["pall-mall", "pall-mall-comments"],
    },
    "PM-1",
  ),
  row(asked, "A-BIO-1", { duty: "respect" }),
  row(asked, "A-BIO-2", { duty: "respect" }),
  row({ ...asked, theme: "spyware", sources: ["geneva-declaration"] }, "A-SPY-1", { duty: "respect" }),
];
