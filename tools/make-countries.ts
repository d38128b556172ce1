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

/** Catalogue key to name. */
export function countryNames(locale: Named): Readonly<Record<string, string>> {
  const platform = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const named = [countries, areas].flatMap(({ name, terms }) =>
    terms.map(({ code }) => [`${name}.${code}.label`, decided[code]?.[locale] ?? platform.of(code) ?? code]),
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
