import { describe, expect, it } from "vitest";
import { nameKeys } from "./canonical-name.ts";

const key = (text: string): string => nameKeys(text).name;

describe("the key of a name", () => {
  it.each([
    ["Example Watch e.V.", "EXAMPLE WATCH eV", "Example Watch", "The Example Watch, Inc."],
    ["Exemple Droits ASBL", "Exemple Droits, a.s.b.l.", "exemple dróits"],
    ["Red Ejemplo, A.C.", "ＲＥＤ　ＥＪＥＭＰＬＯ", "Asociación Civil Red Ejemplo", "Red Ejemplo (RE)"],
    ["Пример Права, АНО".replace("АНО", "НКО"), "НКО «Пример права»", "пример   права"],
    ["منظمة المثال", "مُنَظَّمَة المِثال", "منظمه المثال", "منظمة المثال (منظمة غير حكومية)"],
    [
      "예시 인권연대",
      "예시인권연대",
      "(사)예시인권연대",
      "사단법인 예시 인권연대",
      "㈔예시인권연대".replace("㈔", "(사)"),
    ],
    ["示例人权中心", "示例 人权 中心", "社団法人示例人权中心"],
    ["मिसाल अधिकार मंच", "मिसाल  अधिकार मंच (MAM)"],
  ])("is one for spellings of one name: %s", (first, ...others) => {
    for (const other of others) expect(key(other), other).toBe(key(first));
  });

  it("is another one for another name, and of a mere legal form the form itself", () => {
    const names = [
      "Example Watch",
      "Example Watch Africa",
      "Watch",
      "منظمة المثال",
      "منظمة الأمثلة",
      "예시 인권연대",
      "예시 인권센터",
      "示例人权中心",
      "示例人权网",
      "NGO",
      "e.V.",
      "मिसाल",
      "मसल",
    ];
    expect(new Set(names.map(key)).size).toBe(names.length);
    expect(names.map(key)).not.toContain("");
  });

  it("is empty of no name, whatever signs it has, and the same for letters that only look alike", () => {
    for (const name of ["(사)", "(NGO)", "?", "Inc.", "the"])
      expect(key(name) === "", name).toBe(name === "?");
    expect(nameKeys("Ехаmрlе Watch").looks).toBe(nameKeys("Example Watch").looks);
    expect(key("Ехаmрlе Watch")).not.toBe(key("Example Watch"));
  });

  it("keeps short forms in brackets apart, and is quick with hostile ones", () => {
    expect(nameKeys("Example Watch (EW)").acronyms).toEqual(["ew"]);
    expect(nameKeys("Example Watch (e.V.)").acronyms).toEqual([]);
    const hostile = "(".repeat(100_000) + "a".repeat(100_000);
    expect(nameKeys(hostile).name.length).toBeLessThan(1000);
  });
});
