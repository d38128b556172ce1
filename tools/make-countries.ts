// Writes the names of countries and areas into the catalogues: from CLDR as this Node has it, and where that name takes
// sides, is out of date or differs from the UN's, from our own table. Why: docs/decisions/countries-and-names.md.
// Languages that do not ship yet get theirs too, so that nobody has to decide twice. Run: `npm run countries`.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { areas, countries } from "@tocsin/cases";

export const namedIn = ["en", "ar", "fr", "es", "ko"] as const;
type Named = (typeof namedIn)[number];

/** Decided by us. Where a language is missing, CLDR's name stands. */
export const decided: Readonly<Record<string, Partial<Record<Named, string>>>> = {
  CD: {
    en: "Democratic Republic of the Congo",
    ar: "جمهورية الكونغو الديمقراطية",
    fr: "République démocratique du Congo",
    ko: "콩고민주공화국",
  },
  CG: { en: "Congo", ar: "الكونغو", fr: "Congo", ko: "콩고" },
  CV: { en: "Cabo Verde", ar: "كابو فيردي", fr: "Cabo Verde" },
  FK: {
    en: "Falkland Islands (Malvinas)",
    ar: "جزر فوكلاند (مالفيناس)",
    fr: "Îles Falkland (Malvinas)",
    es: "Islas Malvinas (Falkland Islands)",
    ko: "포클랜드 제도(말비나스)",
  },
  HK: { en: "Hong Kong", ar: "هونغ كونغ", fr: "Hong Kong", es: "Hong Kong", ko: "홍콩" },
  MM: { en: "Myanmar", ar: "ميانمار", fr: "Myanmar", es: "Myanmar" },
  MO: { en: "Macao", ar: "ماكاو", fr: "Macao", es: "Macao", ko: "마카오" },
  PS: { en: "Palestine", ar: "فلسطين", fr: "Palestine", es: "Palestina", ko: "팔레스타인" },
  TL: { ar: "تيمور ليشتي", fr: "Timor-Leste" },
  XA: {
    en: "Tarvala (invented)",
    ar: "تارفالا (متخيَّلة)",
    fr: "Tarvala (inventé)",
    es: "Tarvala (inventado)",
    ko: "타르발라(가상)",
  },
  XB: {
    en: "Orlenia (invented)",
    ar: "أورلينيا (متخيَّلة)",
    fr: "Orlénie (inventé)",
    es: "Orlenia (inventado)",
    ko: "오를레니아(가상)",
  },
  XC: {
    en: "Isles of Sembra (invented)",
    ar: "جزر سمبرا (متخيَّلة)",
    fr: "Îles de Sembra (inventé)",
    es: "Islas de Sembra (inventado)",
    ko: "셈브라 제도(가상)",
  },
  "035": { en: "South-eastern Asia" },
  "053": {
    en: "Australia and New Zealand",
    ar: "أستراليا ونيوزيلندا",
    fr: "Australie et Nouvelle-Zélande",
    es: "Australia y Nueva Zelandia",
    ko: "오스트레일리아·뉴질랜드",
  },
  "057": { en: "Micronesia (area)", fr: "Micronésie (zone)", es: "Micronesia (zona)" },
};

const shortName = {
  en: "The short name. Who is responsible for what happened belongs into the record, not into the name.",
  ar: "الاسم القصير. أما المسؤول عما وقع فمكانه السجل لا الاسم.",
  fr: "Le nom court. Qui est responsable des faits se note dans le dossier, pas dans le nom.",
  es: "El nombre corto. Quién es responsable de lo ocurrido va en el registro, no en el nombre.",
  ko: "짧은 이름이다. 일어난 일의 책임은 이름이 아니라 기록에 적는다.",
};

const askedFor = {
  en: "The name that this State asks others to use.",
  ar: "الاسم الذي تطلب هذه الدولة استعماله.",
  fr: "Le nom que cet État demande d’employer.",
  es: "El nombre que este Estado pide usar.",
  ko: "이 국가가 써 달라고 요청한 이름이다.",
};

const notThere = {
  en: "Does not exist. For examples and exercises, so that nobody is harmed by what is said of it.",
  ar: "غير موجودة. للأمثلة والتمارين كي لا يُؤذى أحد بما يقال عنها.",
  fr: "N’existe pas. Pour les exemples et les exercices, afin que personne ne pâtisse de ce qui en est dit.",
  es: "No existe. Para ejemplos y ejercicios, para que nadie sufra por lo que se dice de él.",
  ko: "존재하지 않는다. 예시와 연습용이며, 여기 적힌 말로 누구도 해를 입지 않게 하기 위한 것이다.",
};

/**
 * What people should know of a name that somebody contests, or that we decided. In every language in which the names lie
 * ready: a name never stands without its note.
 */
export const notes: Readonly<Record<string, Readonly<Record<Named, string>>>> = {
  PS: {
    en: "The UN lists the State of Palestine as an observer State.",
    ar: "تُدرج الأمم المتحدة دولة فلسطين دولةً مراقبة.",
    fr: "L’ONU inscrit l’État de Palestine comme État observateur.",
    es: "La ONU incluye al Estado de Palestina como Estado observador.",
    ko: "유엔은 팔레스타인국을 옵서버 국가로 올린다.",
  },
  TW: {
    en: "ISO lists it under a longer name that claims it for another State; the UN’s M49 does not list it. Its area is our choice.",
    ar: "تدرجها ISO باسم أطول ينسبها إلى دولة أخرى، ولا تدرجها M49 الأممية. والمنطقة من اختيارنا.",
    fr: "L’ISO l’inscrit sous un nom plus long qui l’attribue à un autre État ; le M49 de l’ONU ne l’inscrit pas. Sa zone est notre choix.",
    es: "La ISO la incluye con un nombre más largo que la atribuye a otro Estado; el M49 de la ONU no la incluye. Su zona es elección nuestra.",
    ko: "ISO는 다른 국가에 귀속시키는 더 긴 이름으로 올리고, 유엔 M49에는 없다. 지역 구분은 우리가 정했다.",
  },
  HK: shortName,
  MO: shortName,
  XK: {
    en: "A code in wide use that neither ISO nor M49 lists; not all States recognise it as a State. Its area is our choice.",
    ar: "رمز شائع لا تدرجه ISO ولا M49، ولا تعترف بها دولةً كل الدول. والمنطقة من اختيارنا.",
    fr: "Code d’usage courant que ni l’ISO ni le M49 n’inscrivent ; tous les États ne le reconnaissent pas comme État. Sa zone est notre choix.",
    es: "Código de uso común que ni la ISO ni el M49 incluyen; no todos los Estados lo reconocen como Estado. Su zona es elección nuestra.",
    ko: "널리 쓰이지만 ISO와 M49에 없는 코드이며, 모든 국가가 국가로 승인하지는 않는다. 지역 구분은 우리가 정했다.",
  },
  EH: {
    en: "The UN’s name for a territory that does not govern itself. Who controls which part belongs into the record.",
    ar: "اسم الأمم المتحدة لإقليم لا يحكم نفسه. أما من يسيطر على أي جزء فمكانه السجل.",
    fr: "Nom que l’ONU donne à un territoire non autonome. Qui contrôle quelle partie se note dans le dossier.",
    es: "Nombre que da la ONU a un territorio no autónomo. Quién controla cada parte va en el registro.",
    ko: "유엔이 비자치 지역에 쓰는 이름이다. 누가 어느 곳을 통제하는지는 기록에 적는다.",
  },
  FK: {
    en: "Sovereignty is disputed; the UN prints both names.",
    ar: "السيادة عليها محل نزاع، وتكتب الأمم المتحدة الاسمين.",
    fr: "La souveraineté est disputée ; l’ONU écrit les deux noms.",
    es: "La soberanía está en disputa; la ONU escribe ambos nombres.",
    ko: "영유권 분쟁이 있으며 유엔은 두 이름을 함께 쓴다.",
  },
  MM: {
    en: "The UN’s name. Many of its people say Burma.",
    ar: "اسم الأمم المتحدة. ويقول كثير من أهلها بورما.",
    fr: "Le nom de l’ONU. Beaucoup de ses habitants disent Birmanie.",
    es: "El nombre de la ONU. Muchos de sus habitantes dicen Birmania.",
    ko: "유엔이 쓰는 이름이다. 그곳 사람 다수는 버마라고 부른다.",
  },
  CD: {
    en: "The UN’s name; the country with Kinshasa.",
    ar: "اسم الأمم المتحدة؛ البلد الذي فيه كينشاسا.",
    fr: "Le nom de l’ONU ; le pays de Kinshasa.",
    es: "El nombre de la ONU; el país de Kinshasa.",
    ko: "유엔이 쓰는 이름. 킨샤사가 있는 나라다.",
  },
  CG: {
    en: "The UN’s name; the country with Brazzaville.",
    ar: "اسم الأمم المتحدة؛ البلد الذي فيه برازافيل.",
    fr: "Le nom de l’ONU ; le pays de Brazzaville.",
    es: "El nombre de la ONU; el país de Brazzaville.",
    ko: "유엔이 쓰는 이름. 브라자빌이 있는 나라다.",
  },
  CV: askedFor,
  TL: askedFor,
  XA: notThere,
  XB: notThere,
  XC: notThere,
};

/** Catalogue key to text: every name, and the notes after the names they belong to. */
export function countryNames(locale: Named): Readonly<Record<string, string>> {
  const platform = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const named = [countries, areas].flatMap(({ name, terms }) =>
    terms.flatMap(({ code }) => {
      const note = notes[code]?.[locale];
      const label = [`${name}.${code}.label`, decided[code]?.[locale] ?? platform.of(code) ?? code];
      return note === undefined ? [label] : [label, [`${name}.${code}.definition`, note]];
    }),
  );
  return Object.fromEntries(named) as Readonly<Record<string, string>>;
}

export async function makeCountries(root: string): Promise<void> {
  for (const locale of namedIn) {
    const folder = join(root, "packages/language/src/messages", locale);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "countries.json"), `${JSON.stringify(countryNames(locale), null, 2)}\n`);
  }
}
