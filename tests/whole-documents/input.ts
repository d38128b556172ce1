// A made-up document of every template as somebody would send it, in English and in Arabic: for looking at.
import {
  composeReport,
  createNameFinder,
  templateNamed,
  type DocumentInput,
  type ClaimSource,
  type FilledCell,
  type FilledTable,
  type ReportInput,
  type WrittenPart,
} from "../../packages/publish/src/index.ts";
import { hashOf, idOf, reportCase, withheldNames } from "../../packages/publish/src/report-case.fake.ts";
import { arabic } from "./ar.ts";
import { english } from "./en.ts";
import type { WholeTexts } from "./texts.ts";

export const wholeLanguages = ["en", "ar"] as const;
export type WholeLanguage = (typeof wholeLanguages)[number];

const textsOf: Readonly<Record<WholeLanguage, WholeTexts>> = { en: english, ar: arabic };

export function wholeDocument(name: string, language: WholeLanguage): DocumentInput {
  const template = templateNamed(name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const texts = textsOf[language];
  const written = template.parts.flatMap((part): [string, readonly WrittenPart[]][] => {
    const paragraphs = texts.parts[part.name];
    return paragraphs === undefined ? [] : [[part.name, [partOf(paragraphs, texts, language)]]];
  });
  return {
    template,
    madeAt: "2026-11-29T10:00:00Z",
    tool: { name: "Tocsin", version: "0.1.0" },
    release: {
      id: idOf(900),
      audience: template.audience,
      approvedBy: language === "ar" ? "منسقة الحالة" : "Case coordinator",
    },
    title: { text: texts.title[name] ?? "", language },
    organisation: { text: texts.organisation, language },
    addressee: name === "allegation-letter" ? { text: texts.addressee, language } : null,
    report: isAbout(template.about) ? composeReport(caseIn(language)) : null,
    written: new Map(written),
    tables: new Map(tables(language).map((table) => [table.name, [table]])),
    claims: isAbout(template.about) ? new Map() : claims(language),
    finder: createNameFinder(withheldNames, { shown: ["Nadia Example", "نادية المثال"] }),
  };
}

function partOf(paragraphs: readonly string[], texts: WholeTexts, language: WholeLanguage): WrittenPart {
  const lines = paragraphs.map((line) => (line === "@names" ? texts.names : line));
  const text = lines
    .join("\n\n")
    .replaceAll(/\[\^(\d+)\]/gu, (_, number: string) => `[^${idOf(Number(number))}]`);
  return { text, language, records: [] };
}

const realArtifacts: Readonly<Record<string, string>> = {
  "ios.datausage": "ios.data-usage",
  "ios.netusage": "ios.data-usage.log",
  "ios.webkit": "ios.safari",
  "ios.sysdiagnose": "ios.other-files",
};

const arabicTitles: Readonly<Record<string, string>> = {
  "A link to a known spyware domain was sent to the editor":
    "أُرسل إلى المحررة رابط إلى نطاق معروف لبرامج التجسس",
  "Threats to a brother at home after an article was published abroad":
    "تهديد شقيق في البلد بعد نشر مقال في الخارج",
  "The site of the Bulletin could not be reached on two networks": "تعذر الوصول إلى موقع النشرة على شبكتين",
  "Lawsuit for defamation, claim of 400,000": "دعوى تشهير والمطالبة بمبلغ 400,000",
  "Rumours about an order to follow the editor": "شائعات عن أمر بتتبع المحررة",
  "Backup of a telephone": "نسخة احتياطية من هاتف",
  "Twelve measurements of networks": "اثنا عشر قياسًا لشبكات",
  "Journalists of the River Valley Bulletin": "صحفيو نشرة وادي النهر",
};

/** With names that the examiners really use, so that the pictures show their words and not that some are missing. */
const real: ReportInput = {
  ...reportCase,
  findings: reportCase.findings.map((each) =>
    each.kind === "finding"
      ? {
          ...each,
          finding: {
            ...each.finding,
            value: each.finding.value === "" ? "Library/Example/notes.db" : each.finding.value,
            meaning: each.finding.type === "indicator.domain" ? "link.received" : "manifest.mismatch",
          },
        }
      : {
          ...each,
          verdict: {
            ...each.verdict,
            mechanisms: ["tls.reset"],
            rules: [{ id: "tls.reset-control-ok", layer: "tls" }],
          },
        },
  ),
  examinations: reportCase.examinations.map((each) => ({
    ...each,
    coverage: each.coverage.map((entry) => ({
      ...entry,
      artifact: realArtifacts[entry.artifact] ?? entry.artifact,
    })),
  })),
};

/** In Arabic with titles in Arabic; what nobody translated stays in English, as in real cases. */
function caseIn(language: WholeLanguage): ReportInput {
  if (language === "en") return real;
  const inArabic = <
    T extends { readonly title: { readonly text: string; readonly language: string } | null },
  >(
    each: T,
  ): T => {
    const text = arabicTitles[each.title?.text ?? ""];
    return text === undefined ? each : { ...each, title: { text, language } };
  };
  return {
    ...real,
    language,
    case: inArabic(real.case),
    incidents: real.incidents.map(inArabic),
    evidence: real.evidence.map(inArabic),
  };
}

function tables(language: WholeLanguage): readonly FilledTable[] {
  const text = (en: string, ar: string): FilledCell => ({
    kind: "text",
    text: { text: language === "ar" ? ar : en, language },
  });
  const key = (name: string): FilledCell => ({ kind: "key", key: `documents.${name}` });
  const field = (name: string): FilledCell => ({ kind: "key", key: name });
  const term = (vocabulary: string, code: string): FilledCell => ({
    kind: "term",
    key: `${vocabulary}.${code}.label`,
    code,
  });
  const date = (edtf: string): FilledCell => ({ kind: "date", edtf });
  const counted = (name: string): FilledCell => ({ kind: "key", key: `documents.counted.${name}` });
  return [
    {
      name: "state-commitments",
      columns: ["commitment", "counted", "status", "count"],
      rows: [
        [
          text("C-SHUT-1 Refrain from shutdowns", "C-SHUT-1 الامتناع عن قطع الإنترنت"),
          counted("incidents"),
          term("verification", "confirmed"),
          14,
        ],
        [
          text("C-SHUT-1 Refrain from shutdowns", "C-SHUT-1 الامتناع عن قطع الإنترنت"),
          counted("incidents"),
          term("verification", "reported"),
          1204,
        ],
        [
          text(
            "C-SPY-1 Stop using and transferring technologies that cannot be used in line with human rights law",
            "C-SPY-1 وقف استخدام ونقل تكنولوجيات لا يمكن استخدامها وفقًا لقانون حقوق الإنسان",
          ),
          counted("incidents"),
          term("verification", "corroborated"),
          key("cell.hidden"),
        ],
        [
          text(
            "C-SPY-1 Stop using and transferring technologies that cannot be used in line with human rights law",
            "C-SPY-1 وقف استخدام ونقل تكنولوجيات لا يمكن استخدامها وفقًا لقانون حقوق الإنسان",
          ),
          counted("measures"),
          null,
          3,
        ],
        [
          text("C-SLAPP-1 Discourage strategic lawsuits", "C-SLAPP-1 الثني عن الدعاوى الاستراتيجية"),
          counted("proceedings"),
          null,
          5,
        ],
        [text("C-TNR-1", "C-TNR-1"), counted("people"), null, key("cell.hidden")],
      ],
    },
    {
      name: "consultation-method",
      columns: ["fact", "value"],
      rows: [
        [field("documents.consultation.contributors"), 48],
        [term("contributionCarriers", "workshop"), 31],
        [term("contributionCarriers", "paper"), 17],
        [field("documents.consultation.coders"), 2],
        [
          field("documents.consultation.alpha"),
          { kind: "key", key: "documents.consultation.alpha-of", values: { alpha: 0.81, answers: 40 } },
        ],
        [field("documents.consultation.threshold"), 5],
      ],
    },
    {
      name: "coded-matrix",
      columns: [
        { kind: "key", key: "codeFamilies.risk.label" },
        { kind: "text", text: { text: language === "ar" ? "التشفير" : "Encryption", language } },
        { kind: "text", text: { text: language === "ar" ? "عون الآخرين" : "Help from others", language } },
        "tell-of-it",
      ],
      rows: [
        [text("Watched online", "المراقبة على الإنترنت"), 19, 8, 30],
        [text("Spyware", "برمجيات التجسس"), field("voices.desk.hidden"), 0, 11],
        [field("documents.consultation.tell-of-it"), 24, 12, 48],
      ],
    },
    {
      name: "coded-matrix-parts",
      columns: [
        { kind: "key", key: "codeFamilies.risk.label" },
        { kind: "key", key: "codeFamilies.practice.label" },
        "of-whom",
        "contributors",
      ],
      rows: [
        [
          text("Watched online", "المراقبة على الإنترنت"),
          text("Encryption", "التشفير"),
          text("Example Coast", "ساحل المثال"),
          12,
        ],
        [
          text("Watched online", "المراقبة على الإنترنت"),
          text("Encryption", "التشفير"),
          text("Women and girls", "النساء والفتيات"),
          field("voices.desk.hidden"),
        ],
      ],
    },
    {
      name: "traceability",
      columns: ["part", "sentence", "contributors", "against", "other-records", "support-hash"],
      rows: [
        [
          field("documents.part.told.label"),
          text("Most tell of being watched online.", "ذكر معظمهم المراقبة على الإنترنت."),
          30,
          field("voices.desk.hidden"),
          1,
          { kind: "code", text: hashOf(31) },
        ],
      ],
    },
    {
      name: "state-measures",
      columns: ["measure", "sort", "day", "authority"],
      rows: [
        [
          text("Order to block bulletin.example", "أمر بحجب bulletin.example"),
          term("measureKinds", "restriction"),
          date("2025-05-14"),
          text("Ministry of Communications", "وزارة الاتصالات"),
        ],
        [
          text("Cameras on Station Square", "كاميرات ساحة المحطة"),
          term("measureKinds", "deployment"),
          date("2025"),
          text("City of Example", "مدينة المثال"),
        ],
        [
          text("Law on the press", "قانون الصحافة"),
          term("measureKinds", "law"),
          date("2019-03"),
          key("cell.not-known"),
        ],
      ],
    },
    {
      name: "lawsuit",
      columns: ["fact", "value"],
      rows: [
        [field("proceeding.proceedingKind"), term("proceedingKinds", "civil")],
        [field("proceeding.forum"), text("District court of Example Town", "محكمة مدينة المثال الجزئية")],
        [field("proceeding.country"), key("cell.not-known")],
        [field("proceeding.filed"), date("2025-06-12")],
        [
          field("proceeding.charges"),
          text("Defamation, article 140 of the civil code", "التشهير، المادة 140 من القانون المدني"),
        ],
        [
          key("column.amount"),
          { kind: "key", key: "documents.cell.amount", values: { amount: 400_000, currency: "EUR" } },
        ],
      ],
    },
    {
      name: "indicators",
      columns: ["indicator", "in-file", "read"],
      rows: [
        "power",
        "unfounded",
        "disproportionate",
        "abuse",
        "costs",
        "individuals",
        "public-relations",
        "intimidation",
        "several",
        "no-talks",
      ].map((name, at) => [
        key(`indicator.${name}`),
        at === 2
          ? key("cell.sum")
          : at % 3 === 0
            ? { kind: "key", key: "documents.cell.records", values: { count: at + 1 } }
            : key("cell.not-recorded"),
        at < 2 ? key("cell.yes") : key("cell.not-checked"),
      ]),
    },
    {
      name: "safeguards",
      columns: ["safeguard", "read"],
      rows: ["early-dismissal", "burden", "security", "costs", "penalties", "third-party", "foreign"].map(
        (name) => [key(`safeguard.${name}`), key("cell.yes")],
      ),
    },
    {
      name: "court-days",
      columns: ["day", "event", "rule", "confirmed"],
      rows: [
        [date("2026-11-10"), text("First hearing", "الجلسة الأولى"), null, null],
        [
          date("2026-12-14"),
          text("Answer to the claim", "الرد على الدعوى"),
          text("Code of civil procedure, article 88", "قانون المرافعات، المادة 88"),
          key("cell.unconfirmed"),
        ],
        [date("2027-01"), text("Request for early dismissal", "طلب الرد المبكر"), null, key("cell.yes")],
      ],
    },
    {
      name: "deployment",
      columns: ["fact", "value"],
      rows: [
        [field("measure.title"), text("Cameras on Station Square", "كاميرات ساحة المحطة")],
        [field("measure.authority"), text("City of Example", "مدينة المثال")],
        [field("measure.when"), date("2025")],
        [field("measure.legalBasis"), key("cell.not-known")],
        [field("measure.statedReason"), text("Safety of travellers", "سلامة المسافرين")],
      ],
    },
  ];
}

/** A statement, a letter or a request rests on records, and shows no case. */
function isAbout(about: string): boolean {
  return about !== "nothing" && about !== "measure" && about !== "consultation";
}

function claims(language: WholeLanguage): DocumentInput["claims"] {
  const claim = (number: number, en: string, ar: string, file: string): [string, ClaimSource] => [
    idOf(number),
    {
      kind: "finding",
      title: { text: language === "ar" ? ar : en, language },
      evidence: [{ record: idOf(number), title: { text: file, language: "en" }, sha256: hashOf(number) }],
    },
  ];
  return new Map([
    claim(31, "Message with a link", "رسالة فيها رابط", "Backup of a telephone"),
    claim(32, "Site blocked on AS64496", "حجب الموقع على AS64496", "measurements-2025-05-14.jsonl"),
  ]);
}
