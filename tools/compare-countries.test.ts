import { countries } from "@tocsin/cases";
import { describe, expect, it } from "vitest";
import { differences } from "./compare-countries.ts";

/** What others would say if they agreed with us in everything; their own lists are not shipped. */
const iso = countries.terms
  .filter(({ crosswalk }) => crosswalk?.["iso3166numeric"] !== "none")
  .map(({ code, crosswalk = {} }) => ({
    alpha_2: code,
    alpha_3: crosswalk["iso3166alpha3"] ?? "",
    numeric: crosswalk["iso3166numeric"] ?? "",
  }));
const containment = countries.terms
  .filter(({ crosswalk }) => crosswalk?.["m49area"] !== "none")
  .map(({ code, crosswalk }) => `<group type="${crosswalk?.["m49area"] ?? ""}" contains="${code}"/>`)
  .join("\n");

describe("comparing the countries with what others keep", () => {
  it("finds only those that no list has, and says that they were not compared", () => {
    expect(differences(iso, containment)).toEqual(
      ["XK", "XA", "XB", "XC"].map((code) => `${code}: not in theirs, so its codes were not compared`),
    );
  });

  it("finds a wrong number, a wrong area and a country that ours lacks", () => {
    const wrong = [...iso, { alpha_2: "QX", alpha_3: "QXQ", numeric: "999" }].map((entry) =>
      entry.alpha_2 === "FR" ? { ...entry, numeric: "251" } : entry,
    );
    const moved = containment.replace(
      '<group type="155" contains="FR"/>',
      '<group type="039" contains="ES FR"/>',
    );
    const found = differences(wrong, moved);
    expect(found).toContain("QX: not in ours");
    expect(found).toContain("FR: FRA 250 in ours, FRA 251 in theirs");
    expect(found).toContain("FR: area 155 in ours, 039 in theirs");
  });
});
