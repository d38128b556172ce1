import { describe, expect, it } from "vitest";
import { english } from "./english.ts";
import { korean } from "./korean.ts";
import { createTranslator } from "./translator.ts";

const { t, translate } = createTranslator("ko", { en: english, ko: korean }, { isolate: false });

describe("Korean, which is only begun", () => {
  it("writes numbers by its own rules, and needs no plural", () => {
    expect(t("count.files", { count: 1 })).toBe("파일 1개");
    expect(t("count.files", { count: 12_345 })).toBe("파일 12,345개");
  });

  it("says the rest in English, marked", () => {
    expect(translate("action.save")).toEqual({ text: "저장", locale: "ko", fallback: false });
    expect(translate("acts.spyware.label")).toMatchObject({ locale: "en", fallback: true });
  });

  it("says so, and that nobody has reviewed it", () => {
    expect(t("desk.language.begun", { language: "한국어", who: t("meta.reviewed") })).toBe(
      "한국어 번역은 시작 단계입니다. 아직 옮기지 않은 글은 영어로 보여 줍니다. 번역 검토: 아직 아무도 검토하지 않음.",
    );
  });
});
