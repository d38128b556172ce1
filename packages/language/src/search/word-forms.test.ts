import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearchAnalysis } from "./word-forms.ts";

const { analyse, forms } = createSearchAnalysis();

/** Whether a text is proposed for a word, by what an index would hold of it. */
function isFound(text: string, lang: string, word: string): boolean {
  const held = new Set([...analyse(text, lang), ...forms.ofText(text, lang)]);
  return forms
    .ofWord(word)
    .some(
      ({ how, rows, whole }) =>
        how !== "name" &&
        rows.flat().every((token) => held.has(token)) &&
        (whole === undefined || forms.isWholeIn(text, whole)),
    );
}

describe("forms of words", () => {
  it.each([
    ["en", "they searched", ["search", "searching", "searches"], ["sea", "research"]],
    ["en", "a woman's organisation", ["women", "organizations", "organization"], ["organ"]],
    ["en", "general unrest", ["generals"], ["generous"]],
    ["en", "follow-up", ["followup", "follow"], ["fellow"]],
    ["fr", "les hôpitaux et l’avocate", ["hôpital", "hopital", "avocats"], ["hôtel"]],
    ["es", "detenciones de líderes", ["detención", "lider", "detencion"], ["detective"]],
    ["ru", "задержали учителей", ["учитель", "задержал"], ["учить"]],
    ["ru", "её счёт", ["ее", "счета"], ["счастье"]],
    ["de", "die Bücher", ["Buch", "bucher"], ["Rauch"]],
    ["ar", "والشرطة", ["شرطة", "الشرطة", "بالشرطه"], ["شركة"]],
    ["ar", "الهواتف والأطفال", ["هاتف", "طفل", "أطفال"], ["هدف"]],
    ["ar", "رسائل", ["رسالة", "الرسائل"], ["رئيس"]],
    ["ar", "المسئول", ["مسؤول"], ["مسلم"]],
    ["fa", "روزنامه‌نگاران", ["روزنامهنگار", "روزنامه‌نگار", "روزنامه"], ["روزگار"]],
    ["fa", "می‌ترسیدند", ["میترسیدند"], ["رسید"]],
    ["ko", "변호사에게", ["변호사는", "변호사"], ["변명"]],
    ["ko", "압수 수색", ["압수수색"], ["압수품"]],
    ["ko", "고문서를", ["고문서"], ["고문"]],
    ["zh", "搜查了办公室", ["搜查", "办公室", "搜查办公室", "辦公室"], ["公室"]],
    ["zh", "出版社会议", ["出版社", "会议"], ["社会"]],
  ])("in %s: %s", (lang, text, found, others) => {
    for (const word of found) expect([word, isFound(text, lang, word)]).toEqual([word, true]);
    for (const word of others) expect([word, isFound(text, lang, word)]).toEqual([word, false]);
  });

  it("gives a text without an analysis of its language its own words alone", () => {
    expect(forms.ofText("polisi walimkamata mwandishi", "sw")).toEqual([]);
    expect(forms.ofText("ጋዜጠኛው ታሰረ", "am")).toEqual([]);
  });

  it("marks every form, so that none is a word of a text, and takes anything", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.constantFrom("en", "fr", "ru", "ar", "fa", "ko", "zh", "und", "x"),
        (text, lang) => {
          const held = [...forms.ofText(text, lang), ...forms.ofName(text, lang)];
          expect(held.every((form) => /^[=+~][^\s"]+$/.test(form))).toBe(true);
          for (const word of forms.split(text)) expect(forms.ofWord(word)[0]?.how ?? "same").toBe("same");
        },
      ),
      { numRuns: 150, seed: 12 },
    );
  });
});

describe("names in other scripts", () => {
  it.each([
    ["محمد", "Mohammed", true],
    ["محمد", "Мухаммед", true],
    ["محمود", "Mohammed", false],
    ["محمد", "Mahmoud", false],
    ["عمر", "Omar", true],
    ["عمر", "Amir", false],
    ["Omar", "Amir", false],
    ["حسين", "Hussein", true],
    ["حسين", "Hassan", false],
    ["Youssef", "Yusuf", true],
    ["خدیجه رضایی", "Khadija Rezaei", true],
    ["김민수", "Minsu", true],
    ["Al-Ahmad", "الأحمد", true],
  ])("%s and %s: %s", (name, typed, alike) => {
    const keys = forms.ofName(name, "und");
    const proposed = forms
      .split(typed)
      .every((word) =>
        forms
          .ofWord(word)
          .some(({ how, rows }) => how === "name" && rows.flat().every((key) => keys.includes(key))),
      );
    expect(proposed && forms.isNameLike(name, typed)).toBe(alike);
  });
});
