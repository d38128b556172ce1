import { describe, expect, it } from "vitest";
import { acts, engagedCommitments, familyOf } from "./acts.ts";
import { firstSteps, firstStepsFor } from "./first-steps.ts";
import { soughtAs } from "./sought-as.ts";
import { helpers } from "./whom-to-ask.ts";
import { caseVocabularies } from "./vocabularies.ts";

const codes = acts.terms.map(({ code }) => code);

/** Leading digits of the codes that our references give, by list; everything else of HURIDOCS is unseen here. */
const seen: Readonly<Record<string, string>> = {
  L4:
    "01 010109 020101 020103 02010301 0201030101 0201030102 0201030103 02010302 0201030201 0201030202 0201030203 " +
    "02010303 02010304 02010305 02011111 030101 030102 030103 030104 030105 040101 100101 100102 100103 120101 " +
    "120102 120103 120104 120105 140101",
  L18: "0101 0102 0103 0104 0105 0106 03 04 05 06",
  L19: "0101 0102 0103 02 03 0401 0402 0404",
  L20: "0101 0102 0103 0104 0105 0106 0201 0202 0203 90",
  L21: "90",
  L22: "01 02 03 11 21 22 23",
  L24: "0101 010103 010104 010105 010106 0102 0103 0201 0202 0204 0205 03 11 21 210101 210102 31 90 99",
  L25: "0101 0103 0201 0202 0302 0303 99",
  L28: "01 02",
  L39: "90 99",
  L41: "01 0101 0102 0103 02 03 04 99",
  L43: "01 02 03",
  L46: "01 02 03 04 05",
  L48: "01 02 03",
};

describe("the vocabularies", () => {
  it("have each name and each code once", () => {
    const names = caseVocabularies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, terms } of caseVocabularies)
      expect(new Set(terms.map(({ code }) => code)).size, name).toBe(terms.length);
  });

  it("are trees: whatever stands under a term has that term, and comes after it", () => {
    for (const { name, terms } of caseVocabularies)
      for (const [at, { code }] of terms.entries()) {
        if (!code.includes(".")) continue;
        const above = code.split(".").slice(0, -1).join(".");
        const parent = terms.findIndex((term) => term.code === above);
        expect(parent, `${name} ${code}`).toBeGreaterThanOrEqual(0);
        expect(parent, `${name} ${code}`).toBeLessThan(at);
      }
  });

  it("give a source wherever they map to codes elsewhere, and call no mapping of ours checked", () => {
    for (const { terms } of caseVocabularies)
      for (const term of terms.filter(({ crosswalk }) => crosswalk !== undefined)) {
        expect(term.source, term.code).toBeTruthy();
        expect(term.checked, term.code).toBe(false);
      }
  });

  it("name only HURIDOCS codes that our references give, twelve digits long, or say why there is none", () => {
    for (const { name, list, terms } of caseVocabularies) {
      const known = (seen[list ?? ""] ?? "").split(" ").map((digits) => digits.padEnd(12, "0"));
      const mapped = terms.filter(({ crosswalk }) => crosswalk?.["huridocs"] !== undefined);
      for (const { code, crosswalk, without } of mapped) {
        const reason = without?.["huridocs"];
        const expected = reason === undefined ? known : [reason === "not-seen" ? "not-known" : "none"];
        expect(expected, `${name} ${code}`).toContain(crosswalk?.["huridocs"]);
      }
    }
  });

  it("say `no-list` where no list of HURIDOCS is named, and nowhere else", () => {
    for (const { name, list, terms } of caseVocabularies)
      for (const { code, without } of terms.filter((term) => term.without !== undefined))
        expect(without?.["huridocs"] === "no-list", `${name} ${code}`).toBe(list === undefined);
  });

  it("say of every term where it is from, when it was gone through, and whether somebody outside looked at it", () => {
    for (const { name, terms } of caseVocabularies)
      for (const { code, source, dated, checked } of terms) {
        expect(source, `${name} ${code}`).toBeTruthy();
        expect(dated, `${name} ${code}`).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(checked, `${name} ${code}`).toBeTypeOf("boolean");
      }
  });

  it("give each country the number that the platform's own tables give it", () => {
    const terms = caseVocabularies.find(({ name }) => name === "countries")?.terms ?? [];
    const numbered = terms.filter(({ crosswalk }) => crosswalk?.["iso3166numeric"] !== "none");
    expect(numbered).toHaveLength(249);
    // The tables know each number as another name of a region: `und-250` is `und-FR`.
    for (const { code, crosswalk } of numbered)
      expect(Intl.getCanonicalLocales(`und-${crosswalk?.["iso3166numeric"] ?? ""}`)).toEqual([`und-${code}`]);
  });

  it("name every country once, by two capital letters", () => {
    const countries = caseVocabularies.find(({ name }) => name === "countries")?.terms ?? [];
    expect(countries).toHaveLength(249 + 1 + 3);
    for (const { code } of countries) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  it("give each country its own codes of ISO 3166-1, and an area that is in the list of areas", () => {
    const terms = caseVocabularies.find(({ name }) => name === "countries")?.terms ?? [];
    const areaCodes = caseVocabularies.find(({ name }) => name === "areas")?.terms.map(({ code }) => code);
    for (const scheme of ["iso3166alpha3", "iso3166numeric"]) {
      const given = terms.map(({ crosswalk }) => crosswalk?.[scheme] ?? "").filter((code) => code !== "none");
      expect(new Set(given).size).toBe(given.length);
      for (const code of given) expect(code).toMatch(scheme === "iso3166alpha3" ? /^[A-Z]{3}$/ : /^\d{3}$/);
    }
    for (const { code, crosswalk } of terms)
      expect([...(areaCodes ?? []), "none"], code).toContain(crosswalk?.["m49area"]);
    expect(terms.find(({ code }) => code === "FR")?.crosswalk).toEqual({
      iso3166alpha3: "FRA",
      iso3166numeric: "250",
      m49area: "155",
    });
  });
});

describe("the vocabulary of acts", () => {
  it("is a tree of eleven families with at least sixty acts, in more than two levels", () => {
    for (const code of codes) expect(codes).toContain(familyOf(code));
    expect(codes.filter((code) => !code.includes("."))).toHaveLength(11);
    expect(codes.length).toBeGreaterThanOrEqual(60);
    expect(codes.filter((code) => code.split(".").length > 2).length).toBeGreaterThan(30);
  });

  it("keeps every code that was ever written", () => {
    const first =
      "spyware.infection spyware.attempt spyware.stalkerware account.takeover account.phishing account.sim-swap " +
      "surveillance.interception surveillance.mass surveillance.monitoring surveillance.following " +
      "surveillance.face-recognition surveillance.biometric network.shutdown network.throttling " +
      "network.site-blocking network.service-blocking network.operator-closed content.takedown " +
      "content.false-reports content.publication-ban harassment.threat harassment.death-threat " +
      "harassment.coordinated harassment.doxing harassment.intimate-image harassment.stalking " +
      "disinformation.smear disinformation.synthetic disinformation.impersonation legal.slapp legal.charges " +
      "legal.arrest legal.detention legal.closure transnational.relatives transnational.digital " +
      "transnational.documents transnational.return seizure.device seizure.raid seizure.extraction " +
      "seizure.data-demand physical.killing physical.attempted-killing physical.assault physical.torture " +
      "physical.disappearance physical.abduction";
    expect(codes).toEqual(expect.arrayContaining(first.split(" ")));
  });

  it("has for every act both crosswalks, a source, a date, whom to ask and first steps", () => {
    const known = helpers.terms.map(({ code }) => code);
    for (const { code, crosswalk, source, dated, ask } of acts.terms) {
      expect(crosswalk?.["huridocs"], code).toMatch(/^(\d{12}|none|not-known)$/);
      expect(crosswalk?.["sdg16101"], code).toMatch(/^([A-F]|none)$/);
      expect(source, code).toBeTruthy();
      expect(dated, code).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(ask.length, code).toBeGreaterThan(0);
      expect(known, code).toEqual(expect.arrayContaining([...ask]));
      expect(firstStepsFor([code]), code).toHaveLength(1);
    }
  });

  it("keeps to the letters of SDG 16.10.1 where a category has one act", () => {
    const letter = (code: string): string | undefined =>
      acts.terms.find((term) => term.code === code)?.crosswalk?.["sdg16101"];
    expect(letter("physical.killing")).toBe("A");
    expect(letter("physical.disappearance")).toBe("B");
    expect(letter("physical.torture")).toBe("C");
    expect(letter("legal.detention.house-arrest")).toBe("D");
    expect(letter("physical.abduction")).toBe("E");
    expect(letter("network.shutdown")).toBe("none");
  });
});

describe("the words by which acts are looked for", () => {
  it("belong to acts that there are", () => {
    expect(Object.keys(soughtAs).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("have Latin and Arabic words for each", () => {
    for (const [code, also] of Object.entries(soughtAs)) {
      expect(also, code).toMatch(/[A-Za-z]{3}/);
      expect(also, code).toMatch(/\p{sc=Arabic}{3}/u);
    }
  });
});

describe("engagedCommitments", () => {
  it("gives each commitment once, and none for what no commitment speaks of", () => {
    expect(engagedCommitments(["spyware.infection", "spyware.attempt"])).toEqual(["C-SPY-1", "C-SPY-2"]);
    expect(engagedCommitments(["network.throttling", "network.site-blocking"])).toEqual(["C-SHUT-2"]);
    expect(engagedCommitments(["physical.assault", "no.such.act"])).toEqual([]);
  });

  it("counts what the nearest known act above engages", () => {
    expect(engagedCommitments(["transnational.unheard-of"])).toEqual(["C-TNR-1"]);
    expect(engagedCommitments(["network.shutdown.regional.local:valley"])).toEqual(
      ["C-CON-1", "C-SHUT-1"].reverse(),
    );
  });

  it("is engaged by every act of a family that engages it; malware that is no spyware is the exception", () => {
    for (const { code, engages } of acts.terms.filter((term) => !term.code.startsWith("spyware.malware"))) {
      const inherited = acts.terms.find((term) => term.code === familyOf(code))?.engages ?? [];
      expect(engages ?? [], code).toEqual(expect.arrayContaining([...inherited]));
    }
  });
});

describe("first steps", () => {
  it("stand for every family and for the acts that need their own, marked as advice that nobody has checked", () => {
    expect(firstSteps.filter(({ act }) => !act.includes("."))).toHaveLength(11);
    expect(firstSteps).toHaveLength(30);
    for (const steps of firstSteps) expect(steps).toMatchObject({ source: "own", checked: false });
  });

  it("are given once for several acts of a family, and by the nearest that has some", () => {
    const given = (...asked: readonly string[]): readonly string[] =>
      firstStepsFor(asked).map(({ act }) => act);
    expect(given("spyware.attempt", "spyware.supply")).toEqual(["spyware"]);
    expect(given("spyware.infection.zero-click")).toEqual(["spyware.infection"]);
    expect(given("legal.slapp.civil.local:farm", "physical.assault")).toEqual(["legal.slapp", "physical"]);
  });
});
