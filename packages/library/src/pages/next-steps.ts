// What somebody can do next with the resolution, in words of our own (catalogue: `library.next.<who>.<name>`), and where
// each is taken from. Not advice on law; nobody has held it against the official text.
import type { SourceKey } from "@tocsin/assess";

export const whoCanAct = ["organisation", "platform", "state"] as const;

export interface NextStep {
  readonly who: (typeof whoCanAct)[number];
  readonly name: string;
  /** Ids of commitments that it rests on. */
  readonly commitments: readonly string[];
  readonly sources: readonly SourceKey[];
  readonly checked: boolean;
}

function step(
  who: NextStep["who"],
  name: string,
  [commitments, sources]: readonly [readonly string[], readonly SourceKey[]],
): NextStep {
  return { who, name, commitments, sources, checked: false };
}

export const nextSteps: readonly NextStep[] = [
  step("organisation", "document", [["C-SHUT-1", "C-SPY-1"], ["article19-resolution"]]),
  step("organisation", "workshops", [
    ["C-OHCHR-1", "C-OHCHR-2"],
    ["ishr-adoption", "article19-resolution"],
  ]),
  step("organisation", "ask", [["C-SLAPP-1"], ["article19-resolution"]]),
  step("platform", "respect", [["C-CO-1"], ["article19-resolution"]]),
  step("platform", "explain", [["C-CO-1"], ["platform-recommendations"]]),
  step("state", "biometrics", [
    ["C-BIO-1", "C-BIO-2"],
    ["article19-resolution", "ishr-adoption"],
  ]),
  step("state", "networks", [["C-SHUT-1", "C-CON-1"], ["article19-resolution"]]),
  step("state", "remedy", [["C-SPY-2"], ["article19-resolution"]]),
];
