// How fast texts become search tokens, and keys become sentences. Documents are 60 words or their like, made here.
import { createTranslator, foldForSearch, loadCatalogues } from "@tocsin/language";

const documents: Readonly<Record<string, string>> = {
  en: "The police came at night and searched the office of the association while the lawyer waited. ".repeat(
    4,
  ),
  fr: "La police a fouillé les bureaux de l'association la nuit, pendant que l'avocat attendait dehors, gêné. ".repeat(
    4,
  ),
  ar: "اقتحمت الشرطة مقر الجمعية ليلاً وفتّشت المكاتب بينما كان المحامي ينتظر في الخارج دون إذن قضائي ".repeat(
    4,
  ),
  ko: "경찰이 밤에 협회 사무실을 수색하는 동안 변호사는 밖에서 기다렸다 영장 없이 ".repeat(6),
  th: "เจ้าหน้าที่ตำรวจเข้าตรวจค้นบ้านของนักปกป้องสิทธิมนุษยชนโดยไม่มีหมายค้น".repeat(4),
};
const rounds = 2000;
const leastDocuments = 3000;
const leastSentences = 5000;

/** Calls a second. */
function rateOf(call: () => unknown): number {
  for (let round = 0; round < rounds / 4; round += 1) call();
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) call();
  return rounds / ((performance.now() - start) / 1000);
}

export async function bench() {
  const { t } = createTranslator("ar", await loadCatalogues("ar"));
  const folding = Object.entries(documents).map(([language, text]) => {
    const value = rateOf(() => foldForSearch(text, language));
    return {
      label: `documents folded for search (${language})`,
      value: Math.round(value),
      unit: "a second",
      target: `at least ${leastDocuments}`,
      met: value >= leastDocuments,
    };
  });
  let count = 0;
  const sentences = rateOf(() => t("count.findings", { count: (count += 1) }));
  return {
    name: "Words",
    figures: [
      ...folding,
      {
        label: "sentences with a number not said before, and its plural (ar)",
        value: Math.round(sentences),
        unit: "a second",
        target: `at least ${leastSentences}`,
        met: sentences >= leastSentences,
      },
    ],
  };
}
