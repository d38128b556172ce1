// Which commitments a measure, a proceeding or an incident engages, as data. To engage is to be held against: whether a
// commitment was kept or broken no rule says. What acts engage stands in their vocabulary.

export interface EngagementRule {
  readonly id: string;
  readonly kind: "measure" | "proceeding" | "incident";
  /** All must hold: the field has one of these codes, or one that stands under it; without codes, any value at all. */
  readonly when: readonly RuleCondition[];
  /** Ids of commitments. */
  readonly engages: readonly string[];
}

export interface RuleCondition {
  readonly field: string;
  readonly under?: readonly string[];
}

function measure(id: string, kinds: string, engages: string): EngagementRule {
  return {
    id: `measure.${id}`,
    kind: "measure",
    when: [{ field: "measureKind", under: kinds.split(" ") }],
    engages: engages.split(" "),
  };
}

const civilSuits = "defamation data-protection business-harm other-civil".split(" ");

export const engagementRules: readonly EngagementRule[] = [
  measure("biometric", "deployment.biometric", "C-BIO-1 C-BIO-2"),
  measure("identity", "law.identity", "C-BIO-2"),
  measure("spyware", "deployment.spyware transfer", "C-SPY-1 PM-1"),
  measure("interception", "deployment.interception law.surveillance", "C-SPY-2"),
  measure("remedy", "remedy", "C-SPY-2"),
  measure("moratorium", "remedy.moratorium transfer.refusal", "C-SPY-1"),
  measure("shutdown", "restriction.shutdown", "C-SHUT-1 C-CON-1"),
  measure("blocking", "restriction.blocking deployment.filtering", "C-SHUT-2"),
  measure("access", "access", "C-CON-1 C-CON-2"),
  measure("operators", "access.community restriction.licensing", "C-CON-3"),
  measure(
    "anti-slapp",
    "law.anti-slapp",
    "C-SLAPP-1 EU-SLAPP-1 EU-SLAPP-2 EU-SLAPP-3 EU-SLAPP-4 EU-SLAPP-5 EU-SLAPP-6 EU-SLAPP-7 EU-SLAPP-8 EU-SLAPP-9 EU-SLAPP-10 COE-SLAPP-1",
  ),
  measure(
    "speech",
    "law.expression law.cybercrime law.counter-terrorism law.association law.encryption law.protection restriction.content restriction.data-demand",
    "C-GEN-1",
  ),
  measure("company", "policy.company policy.moderation transparency", "C-CO-1"),
  {
    id: "proceeding.civil-suit",
    kind: "proceeding",
    when: [
      { field: "proceedingKind", under: ["civil"] },
      { field: "charges", under: civilSuits },
    ],
    engages: [
      "C-SLAPP-1",
      "EU-SLAPP-1",
      "EU-SLAPP-2",
      "EU-SLAPP-3",
      "EU-SLAPP-4",
      "EU-SLAPP-5",
      "COE-SLAPP-1",
    ],
  },
  {
    id: "proceeding.criminal-speech",
    kind: "proceeding",
    when: [
      { field: "proceedingKind", under: ["criminal", "administrative"] },
      { field: "charges", under: ["defamation"] },
    ],
    engages: ["C-SLAPP-1", "COE-SLAPP-1"],
  },
  {
    id: "proceeding.online-offence",
    kind: "proceeding",
    when: [{ field: "charges", under: ["cybercrime", "false-news", "terrorism", "national-security"] }],
    engages: ["C-GEN-1"],
  },
  {
    id: "proceeding.extradition",
    kind: "proceeding",
    when: [{ field: "proceedingKind", under: ["extradition"] }],
    engages: ["C-TNR-1"],
  },
  {
    id: "incident.across-border",
    kind: "incident",
    when: [{ field: "borderActor" }],
    engages: ["C-TNR-1"],
  },
];
