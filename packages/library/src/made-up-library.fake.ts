// A library for tests and benchmarks, made up plainly and always the same. It imports nothing from what it tests.

const languages = ["en", "ar", "fr", "es", "ko"] as const;
type Language = (typeof languages)[number];

const words: Readonly<Record<Language, readonly string[]>> = {
  en: "river bulletin network shutdown order court letter report surveillance camera harbour teacher market lawsuit defenders publish evidence record valley silence request minister throttling spyware appeal hearing workers radio".split(
    " ",
  ),
  ar: "النهر الشبكة قطع الأمر المحكمة رسالة تقرير المراقبة كاميرا الميناء المعلم السوق دعوى المدافعون نشر أدلة سجل الوادي صمت طلب الوزير إبطاء تجسس استئناف جلسة العمال إذاعة المدينة".split(
    " ",
  ),
  fr: "rivière bulletin réseau coupure ordre tribunal lettre rapport surveillance caméra port enseignante marché procès défenseurs publier preuves registre vallée silence demande ministre ralentissement espion appel audience ouvriers radio".split(
    " ",
  ),
  es: "río boletín red corte orden tribunal carta informe vigilancia cámara puerto maestra mercado demanda defensoras publicar pruebas registro valle silencio solicitud ministro lentitud espía apelación audiencia obreros radio".split(
    " ",
  ),
  ko: "강변 소식지 통신망을 차단하라는 명령 법원에 보낸 편지 보고서 감시 카메라 항구의 교사 시장 소송을 옹호자들이 공개한 증거 기록 골짜기 침묵 요청 장관의 속도 제한 간첩 프로그램".split(
    " ",
  ),
};

export const countries =
  "AD AE AF AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(
    " ",
  );
const themes =
  "biometrics shutdowns connectivity spyware remedy slapp transnational harassment surveillance encryption".split(
    " ",
  );
const commitments =
  "C-BIO-1 C-BIO-2 C-SHUT-1 C-SHUT-2 C-CON-1 C-SPY-1 C-SPY-2 C-SLAPP-1 C-TNR-1 C-CO-1".split(" ");
const kinds = [
  "article",
  "report",
  "law",
  "judgment",
  "letter",
  "statement",
  "case",
  "measure",
  "proceeding",
] as const;

type Chance = () => number;

/** Numbers below one, the same for the same seed (a linear congruential generator of Numerical Recipes). */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function pick<T>(chance: Chance, from: readonly T[], otherwise: T): T {
  return from[Math.floor(chance() * from.length)] ?? otherwise;
}

function sentence(chance: Chance, language: Language, length: number): string {
  const text = Array.from({ length }, () => pick(chance, words[language], "")).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function madeUpEdition(chance: Chance, lang: Language, isOriginal: boolean) {
  const paragraph = (): string => Array.from({ length: 4 }, () => `${sentence(chance, lang, 12)}.`).join(" ");
  return {
    lang,
    isOriginal,
    translatedBy: isOriginal ? null : chance() < 0.3 ? ("machine" as const) : ("person" as const),
    title: sentence(chance, lang, 6),
    excerpt: `${sentence(chance, lang, 14)}. ${sentence(chance, lang, 12)}.`,
    body: chance() < 0.6 ? Array.from({ length: 1 + Math.floor(chance() * 4) }, paragraph).join("\n\n") : "",
  };
}

export function madeUpItem(number: number, count: number) {
  const chance = chanceOf(number * 7_919 + 17);
  const original = pick(chance, languages, "en");
  const others = languages.filter((lang) => lang !== original && chance() < 0.18);
  const year = 2017 + Math.floor(chance() * 10);
  const month = String(1 + Math.floor(chance() * 12)).padStart(2, "0");
  const day = String(1 + Math.floor(chance() * 28)).padStart(2, "0");
  const many = Math.max(1, count);
  return {
    slug: `example-${number}`,
    kind: pick(chance, kinds, "article"),
    editions: [original, ...others].map((lang) => madeUpEdition(chance, lang, lang === original)),
    authors: chance() < 0.5 ? [`Example Person ${1 + (number % 40)}`] : [],
    dated: pick(
      chance,
      [`${year}-${month}-${day}`, `${year}-${month}-${day}`, `${year}-${month}~`, `${year}`],
      `${year}`,
    ),
    source: { text: `Example Organisation ${1 + (number % 25)}`, lang: "en" },
    address: `https://example.org/texts/${number}`,
    copy:
      chance() < 0.3
        ? {
            sha256: number.toString(16).padStart(64, "0"),
            bytes: 40_000 + number,
            mediaType: "application/pdf",
            file: null,
          }
        : null,
    facets: {
      country: [
        ...new Set([
          pick(chance, countries, "AD"),
          ...(chance() < 0.2 ? [pick(chance, countries, "AD")] : []),
        ]),
      ],
      theme: [
        ...new Set([
          pick(chance, themes, "slapp"),
          ...(chance() < 0.4 ? [pick(chance, themes, "slapp")] : []),
        ]),
      ],
      commitment: chance() < 0.5 ? [pick(chance, commitments, "C-BIO-1")] : [],
    },
    related: chance() < 0.2 ? [`example-${Math.floor(chance() * many)}`] : [],
    pictures: [],
    changed: `2026-0${1 + (number % 9)}-11T09:00:00.000Z`,
    corrections: [],
    withdrawn: null,
    licence: chance() < 0.3 ? "CC BY 4.0" : null,
  };
}

/** Begins anew each time it is read. */
export function madeUpItems(count: number): AsyncIterable<ReturnType<typeof madeUpItem>> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let number = 0; number < count; number += 1) yield madeUpItem(number, count);
    },
  };
}

export function madeUpHead(locales: readonly string[]) {
  return {
    title: [
      { text: "Example Library", lang: "en" },
      { text: "مكتبة المثال", lang: "ar" },
    ],
    about: [
      {
        text: "What was written about attacks on people who defend rights, and what States have promised.",
        lang: "en",
      },
    ],
    publisher: "Example Organisation",
    locales,
    made: "2026-11-20T10:00:00.000Z",
    address: "https://library.example.org/",
    onion: null,
    mirrors: ["https://mirror.example.net/library/"],
    release: { id: "example-release", sha256: null },
  };
}

export function madeUpTables() {
  return [
    {
      slug: "acts-by-quarter",
      title: [{ text: "Incidents by State and quarter", lang: "en" }],
      notes: [[{ text: "Each incident once, in the quarter in which it began.", lang: "en" }]],
      rows: "country" as const,
      columns: "quarter" as const,
      rowCodes: ["FJ", "MV", "UG", "KR"],
      columnCodes: ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"],
      cells: [
        [3, null, 0, 12],
        [0, 0, 7, 5],
        [20, 14, 9, null],
        [1_234, 6, 5, 4],
      ],
      source: "Example Organisation, made-up numbers",
    },
  ];
}
