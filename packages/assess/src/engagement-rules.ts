// Which commitments a measure, a proceeding or an incident engages, as data. To engage is to be held against: whether a
// commitment was kept or broken no rule says. What acts engage stands in their vocabulary.

export interface EngagementRule {
  readonly id: string;
  /** Of a recommendation rules only suggest: what is not worded for the purpose can mean something else. */
  readonly kind: "measure" | "proceeding" | "incident" | "recommendation";
  /**
   * All must hold: the field has one of these codes, or one that stands under it, or its text has one of these beginnings of
   * words; without either, any value at all.
   */
  readonly when: readonly RuleCondition[];
  /** Ids of commitments. */
  readonly engages: readonly string[];
}

export interface RuleCondition {
  readonly field: string;
  readonly under?: readonly string[];
  /** In small letters without marks, apart by single spaces. */
  readonly says?: readonly string[];
}

function measure(id: string, kinds: string, engages: string): EngagementRule {
  return {
    id: `measure.${id}`,
    kind: "measure",
    when: [{ field: "measureKind", under: kinds.split(" ") }],
    engages: engages.split(" "),
  };
}

/** `said`: beginnings of words and phrases in the four languages of the program, apart by "|". */
function recommended(id: string, engages: string, said: string): EngagementRule {
  return {
    id: `recommendation.${id}`,
    kind: "recommendation",
    when: [{ field: "words", says: said.split("|") }],
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
  recommended(
    "biometrics",
    "C-BIO-1 C-BIO-2",
    "biometri|facial recognition|face recognition|reconocimiento facial|reconnaissance faciale|بيومتري|القياسات الحيوية|التعرف على الوجوه",
  ),
  recommended(
    "shutdowns",
    "C-SHUT-1",
    "internet shutdown|network shutdown|shutting down the internet|shut down the internet|cortes de internet|corte de internet|coupures d internet|coupure d internet|قطع الانترنت|حجب الانترنت",
  ),
  recommended(
    "filtering",
    "C-SHUT-2",
    "throttl|filtering|blocking of websites|block websites|blocking websites|bloqueo de sitios|filtrado|blocage de sites|filtrage|حجب المواقع|ابطاء الانترنت",
  ),
  recommended(
    "connectivity",
    "C-CON-1 C-CON-2",
    "access to the internet|internet access|digital divide|connectivity|acceso a internet|brecha digital|acces a internet|fracture numerique|الوصول الى الانترنت|الفجوة الرقمية",
  ),
  recommended(
    "operators",
    "C-CON-3",
    "community network|community operator|community radio|redes comunitarias|reseaux communautaires|الشبكات المجتمعية",
  ),
  recommended(
    "spyware",
    "C-SPY-1",
    "spyware|surveillance technolog|programas espia|software espia|tecnologias de vigilancia|logiciels espions|logiciel espion|technologies de surveillance|برامج التجسس|تكنولوجيات المراقبة",
  ),
  recommended(
    "surveillance-remedies",
    "C-SPY-2",
    "surveillance|interception of communications|vigilancia|interceptacion|interception des communications|المراقبة|اعتراض الاتصالات",
  ),
  recommended(
    "slapp",
    "C-SLAPP-1",
    "slapp|strategic lawsuit|strategic litigation against|decriminalize defamation|decriminalise defamation|demandas estrategicas|despenalizar la difamacion|poursuites baillons|procedures baillons|depenaliser la diffamation|الدعاوى الاستراتيجية|التشهير",
  ),
  recommended(
    "transnational",
    "C-TNR-1",
    "transnational repression|represion transnacional|repression transnationale|القمع العابر للحدود",
  ),
  recommended(
    "defenders",
    "C-GEN-1",
    "human rights defender|defenders of human rights|defensores de los derechos humanos|personas defensoras|defenseurs des droits|المدافعين عن حقوق الانسان|المدافعون عن حقوق الانسان",
  ),
];
