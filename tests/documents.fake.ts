// A made-up document of every template, in English and in Arabic: nobody in it exists.
import { composeReport } from "../packages/publish/src/index.ts";
import {
  templateNamed,
  type DocumentInput,
  type FilledCell,
  type FilledTable,
  type WrittenPart,
} from "../packages/publish/src/index.ts";
import { hashOf, idOf, reportCase, withheldNames } from "../packages/publish/src/report-case.fake.ts";
import { createNameFinder } from "../packages/publish/src/index.ts";

const hostile =
  '#panic("x") $a$ *b* _c_ <script>alert(1)</script> &amp; =1+1 \u202edesrever\u0007\u0000 ]]> \\';

const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    "The editor works for the rights of people who live by the river.",
    "The resolution A/HRC/RES/58/23 was adopted in 2025, and the State joined the consensus.",
    `A message reached her telephone on 11 May 2025.[^${idOf(31)}] She did not open it.`,
    `It came with her name, and with that of ${withheldNames[0] ?? ""}.`,
    "- Stop the measures that are described here (see part 2).\n- Answer the letter by 30 June 2027.",
  ],
  ar: [
    "تعمل المحررة من أجل حقوق الناس الذين يعيشون على ضفاف النهر.",
    "اعتُمد القرار A/HRC/RES/58/23 في سنة 2025 وانضمت الدولة إلى توافق الآراء.",
    `وصلت رسالة إلى هاتفها في 11 مايو 2025.[^${idOf(31)}] ولم تفتحها.`,
    `جاءت باسمها وباسم ${withheldNames[1] ?? ""} أيضًا.`,
    "- وقف التدابير الموصوفة هنا (انظر الجزء 2).\n- الرد على الرسالة قبل 30 يونيو 2027.",
  ],
};

export const titles: Readonly<Record<string, string>> = {
  en: "Messages to journalists of the river valley",
  ar: "رسائل إلى صحفيي وادي النهر",
};

/** Twenty words of Arabic that stand in every Arabic document. */
export const arabicWords =
  "تعمل المحررة من أجل حقوق الناس الذين يعيشون ضفاف النهر اعتُمد القرار في سنة وانضمت الدولة إلى توافق الآراء الموصوفة".split(
    " ",
  );

export function documentInput(name: string, language: string): DocumentInput {
  const template = templateNamed(name);
  if (template === undefined) throw new Error(`no template ${name}`);
  const parts = template.parts.filter(({ fill }) => fill.from === "people");
  const written = new Map<string, readonly WrittenPart[]>(
    parts.map((part, at) => [part.name, [partOf(language, at, parts.length === 1 || at === 0)]]),
  );
  return {
    template,
    madeAt: "2026-11-29T10:00:00Z",
    tool: { name: "Tocsin", version: "0.1.0" },
    release: { id: idOf(900), audience: template.audience, approvedBy: "Case coordinator" },
    title: { text: titles[language] ?? "", language },
    organisation: { text: "Coalition of the Example Coast", language: "en" },
    addressee: null,
    report: composeReport({ ...reportCase, language }),
    written,
    tables: new Map(tables(language).map((table) => [table.name, [table]])),
    claims: new Map([
      [
        idOf(77),
        {
          kind: "evidence",
          title: { text: "A photograph of the gate", language: "en" },
          evidence: [{ record: idOf(77), title: { text: "gate.jpg", language: "en" }, sha256: hashOf(77) }],
        },
      ],
    ]),
    finder: createNameFinder(withheldNames, { shown: ["Nadia Example", "نادية المثال"] }),
  };
}

function partOf(language: string, at: number, isFirst: boolean): WrittenPart {
  const all = sentences[language] ?? [];
  const two = isFirst ? all : [all[at % all.length] ?? "", all[(at + 1) % all.length] ?? ""];
  return { text: [...two, hostile].join("\n\n"), language, records: [idOf(77)] };
}

function tables(language: string): readonly FilledTable[] {
  const text = (en: string, ar: string): FilledCell => ({
    kind: "text",
    text: { text: language === "ar" ? ar : en, language },
  });
  const key = (name: string): FilledCell => ({ kind: "key", key: `documents.${name}` });
  const date = (edtf: string): FilledCell => ({ kind: "date", edtf });
  return [
    {
      name: "state-commitments",
      columns: ["commitment", "counted", "status", "count"],
      rows: [
        [
          text("C-SHUT-1 Refrain from shutdowns", "C-SHUT-1 الامتناع عن قطع الإنترنت"),
          term("kind.incident"),
          key("cell.not-known"),
          14,
        ],
        [
          text("C-SPY-1 Stop spyware", "C-SPY-1 وقف برامج التجسس"),
          term("kind.measure"),
          null,
          key("cell.hidden"),
        ],
        [text("C-SLAPP-1", "C-SLAPP-1"), term("kind.proceeding"), null, key("cell.not-recorded")],
      ],
    },
    {
      name: "state-measures",
      columns: ["measure", "sort", "day", "authority"],
      rows: [
        [
          text(hostile, hostile),
          key("cell.not-known"),
          date("2025-03"),
          text("Ministry of Example", "وزارة المثال"),
        ],
      ],
    },
    {
      name: "lawsuit",
      columns: ["fact", "value"],
      rows: [[key("column.authority"), text("District court of Example Town", "محكمة مدينة المثال الجزئية")]],
    },
    {
      name: "indicators",
      columns: ["indicator", "in-file", "read"],
      rows: ["power", "unfounded", "disproportionate", "abuse", "costs"].map((name, at) => [
        key(`indicator.${name}`),
        key("cell.not-recorded"),
        at < 2 ? key("cell.yes") : key("cell.not-checked"),
      ]),
    },
    {
      name: "safeguards",
      columns: ["safeguard", "until", "read"],
      rows: ["early-dismissal", "burden", "security"].map((name) => [
        key(`safeguard.${name}`),
        key("cell.no-deadline"),
        key("cell.yes"),
      ]),
    },
    {
      name: "court-days",
      columns: ["day", "event", "rule", "confirmed"],
      rows: [
        [date("2026-12-14"), text("Answer to the claim", "الرد على الدعوى"), null, key("cell.unconfirmed")],
      ],
    },
    {
      name: "deployment",
      columns: ["fact", "value"],
      rows: [
        [key("column.authority"), text("City of Example", "مدينة المثال")],
        [key("column.day"), date("2025")],
      ],
    },
  ];
}

function term(key: string): FilledCell {
  return { kind: "term", key: `${key}.one`, code: key };
}
