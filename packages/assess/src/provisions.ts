// The texts that commitments stand in (catalogue: `provision.<id>.label`, `.text`).
import type { SourceKey } from "./sources.ts";

export interface ProvisionRow {
  readonly id: string;
  /** As the text is cited. */
  readonly symbol: string;
  /** EDTF: when it was adopted, launched or published; of the directive, when it came into force. */
  readonly dated: string;
  readonly sources: readonly SourceKey[];
  /** Whether somebody held what we say of it against the official text. */
  readonly checked: boolean;
}

export const provisions: readonly ProvisionRow[] = [
  {
    id: "P-58-23",
    symbol: "A/HRC/RES/58/23",
    dated: "2025-04-04",
    sources: ["article19-resolution", "ishr-adoption"],
    checked: false,
  },
  {
    id: "P-D25",
    symbol: "Declaration +25",
    dated: "2024-06-19",
    sources: ["ishr-declaration", "srhrd-declaration"],
    checked: false,
  },
  {
    id: "P-EU-SLAPP",
    symbol: "Directive (EU) 2024/1069",
    dated: "2024-05-06",
    sources: ["eu-directive", "eucrim", "european-parliament"],
    checked: false,
  },
  {
    id: "P-COE-SLAPP",
    symbol: "CM/Rec(2024)2",
    dated: "2024-04-05",
    sources: ["media-rights-agenda", "stgm-recommendation"],
    checked: false,
  },
  {
    id: "P-PLATFORMS",
    symbol: "US-EU recommendations for online platforms",
    dated: "2024",
    sources: ["platform-recommendations"],
    checked: false,
  },
  {
    id: "P-PALL-MALL",
    symbol: "Pall Mall Process, Code of Practice for States",
    dated: "2025-04",
    sources: ["pall-mall", "pall-mall-comments"],
    checked: false,
  },
  {
    id: "P-ASKED",
    symbol: "What civil society asks for beyond the resolution",
    dated: "..",
    sources: ["article19-biometrics", "article19-bodies", "geneva-declaration"],
    checked: false,
  },
];
