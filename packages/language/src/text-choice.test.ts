import { describe, expect, it } from "vitest";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { korean } from "./korean.ts";
import { arabic } from "./arabic.ts";
import { chooseText, spokenTextsOf, textNotice, type SpokenText } from "./text-choice.ts";
import { createTranslator } from "./translator.ts";

const original = { text: "وصلوا ليلاً", lang: "ar" };
const rough = { text: "Llegaron de noche", lang: "es", origin: "machine-translation" };
const checked = { text: "Llegaron por la noche", lang: "es", reviewedBy: "Quinn" };
const statusOf = ({ reviewedBy }: SpokenText): string => reviewedBy ?? "nobody yet";

function noticeIn(locale: string, text: SpokenText, translations: readonly SpokenText[]): string | null {
  const words = createTranslator(
    locale,
    { en: english, fr: french, ar: arabic, ko: korean },
    { isolate: false },
  );
  return textNotice(words, chooseText(locale, text, translations), statusOf);
}

describe("a text in several languages", () => {
  it("is shown in the reader's language, the original first and then what somebody reviewed", () => {
    expect(chooseText("ar-EG", original, [rough]).shown).toBe(original);
    expect(chooseText("es", original, [rough, checked])).toMatchObject({
      shown: checked,
      isOriginal: false,
      isWanted: true,
      others: [rough],
    });
  });

  it("is shown in the original where the reader's language lacks it", () => {
    expect(chooseText("fr", original, [rough])).toMatchObject({ shown: original, isWanted: false });
  });

  it("never counts a text whose language nobody noted as the reader's", () => {
    expect(chooseText("en", { text: "x", lang: "und" }, []).isWanted).toBe(false);
    expect(chooseText("en", { text: "x", lang: "not a tag" }, []).isWanted).toBe(false);
  });

  it("tells traditional from simplified Chinese", () => {
    expect(chooseText("zh-TW", { text: "x", lang: "zh-Hans" }, []).isWanted).toBe(false);
    expect(chooseText("zh-TW", { text: "x", lang: "zh-Hant" }, []).isWanted).toBe(true);
  });
});

describe("the notice", () => {
  it("is in the reader's language, names what is shown and lists what else there is", () => {
    expect(noticeIn("en", original, [rough])).toBe(
      "Not there in English. Shown in Arabic, the original. Also there: Spanish (nobody yet).",
    );
    expect(noticeIn("fr", original, [rough, checked])).toBe(
      "N’existe pas en français. Montré en arabe, l’original. Existe aussi\u00a0: espagnol (nobody yet) et espagnol (Quinn).",
    );
    expect(noticeIn("ar", { text: "x", lang: "en" }, [])).toMatch(/العربية.*الإنجليزية/);
  });

  it("is there in a language that is only begun", () => {
    expect(noticeIn("ko", original, [])).toBe(
      "한국어 글이 없습니다. 원문인 아랍어 글을 보여 줍니다. 번역이 없습니다.",
    );
  });

  it("says that there is nothing else", () => {
    expect(noticeIn("en", original, [])).toBe(
      "Not there in English. Shown in Arabic, the original. There is no translation.",
    );
  });

  it("says of a translation that it is one, and who reviewed it", () => {
    expect(noticeIn("en", original, [{ ...rough, lang: "en" }])).toBe(
      "Shown in English: a translation (nobody yet). The original is in Arabic.",
    );
  });

  it("is left out where the original is in the reader's language, or where nobody noted which it is", () => {
    expect(noticeIn("ar", original, [rough])).toBeNull();
    expect(noticeIn("en", { text: "x", lang: "und" }, [])).toBeNull();
    expect(noticeIn("en", { text: "x", lang: "und" }, [rough])).toBe(
      "Not there in English. Shown is the original; nobody noted its language. Also there: Spanish (nobody yet).",
    );
  });
});

describe("the texts of a field", () => {
  it("are read from whatever it holds", () => {
    expect(spokenTextsOf(original)).toEqual([original]);
    expect(spokenTextsOf([rough, null, "x", { text: 1, lang: "en" }])).toEqual([rough]);
    expect(spokenTextsOf(undefined)).toEqual([]);
  });
});
