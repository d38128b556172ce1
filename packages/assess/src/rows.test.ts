// Every built-in row says where it is from and whether it was checked, leads to what there is, and names no paragraph of
// resolution 58/23: nobody here has seen its text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitments, notAdoptedRows } from "./commitments.ts";
import { criteria } from "./criteria.ts";
import { engagementRules } from "./engagement-rules.ts";
import { isMember } from "./memberships.ts";
import { provisions } from "./provisions.ts";
import { resolutionSources } from "./sources.ts";
import { standards } from "./standards.ts";
import { assessVocabularies } from "./vocabularies.ts";

const promises = [...commitments, ...notAdoptedRows, ...standards];
const rows = [...provisions, ...promises, ...criteria];

describe("every built-in row", () => {
  it("has a name of its own", () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(promises.length).toBeGreaterThan(60);
  });

  it("has a source with an address, and says whether somebody checked it", () => {
    for (const { id, sources, checked } of rows) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const key of sources) expect(resolutionSources[key]?.url, `${id} ${key}`).toMatch(/^https:\/\//);
      expect(checked, id).toBeTypeOf("boolean");
    }
  });

  it("rests on nothing that nobody here has read", () => {
    for (const { id, sources } of rows)
      for (const key of sources) expect(resolutionSources[key].read, `${id} ${key}`).not.toBe("none");
  });

  it("calls nothing checked", () => {
    expect(rows.filter(({ checked }) => checked)).toEqual([]);
  });

  it("has codes that the vocabularies know", () => {
    const known = new Map(assessVocabularies.map(({ name, terms }) => [name, terms.map(({ code }) => code)]));
    for (const { id, theme, addressee, duty, strength, standing } of promises) {
      expect(known.get("themes"), id).toContain(theme);
      expect(known.get("addressees"), id).toContain(addressee);
      expect(known.get("duties"), id).toContain(duty);
      expect(known.get("strengths"), id).toContain(strength);
      expect(known.get("standings"), id).toContain(standing);
    }
  });

  it("is no promise where it was only asked for, weakened, lost or absent", () => {
    for (const { id, standing, strength } of promises) {
      const isPromise = ["adopted", "adopted-general", "indirect"].includes(standing);
      expect(strength === "none", id).toBe(!isPromise);
    }
  });

  it("leads to rows that are there", () => {
    const texts = new Set(provisions.map(({ id }) => id));
    const promised = new Set(promises.map(({ id }) => id));
    expect(promises.filter(({ provision }) => !texts.has(provision))).toEqual([]);
    expect(criteria.flatMap((each) => each.commitments).filter((id) => !promised.has(id))).toEqual([]);
    expect(engagementRules.flatMap(({ engages }) => engages).filter((id) => !promised.has(id))).toEqual([]);
  });
});

/** An operative or preambular paragraph, an article, a number in brackets behind a word for it. */
const paragraph =
  /\b(?:OP|PP|para(?:graph)?s?\.?|§|art(?:icle)?s?\.?)\s*\(?\d|(?:الفقرة|فقرة المنطوق|فقرة الديباجة)\s*[\d(]/i;

describe("resolution 58/23", () => {
  it("has no paragraph number in any row", () => {
    const own = promises.filter(({ provision }) => provision === "P-58-23");
    expect(own.length).toBeGreaterThan(30);
    for (const row of own) {
      expect(row, row.id).not.toHaveProperty("place");
      expect(JSON.stringify(row).replaceAll("article19", ""), row.id).not.toMatch(paragraph);
    }
  });

  it("has none in any text of the catalogues", () => {
    const folder = join(import.meta.dirname, "../../language/src/messages");
    for (const locale of ["en", "ar", "es", "fr"])
      for (const file of ["commitments.json", "standards.json", "assessing.json"]) {
        const texts: Record<string, string> = JSON.parse(readFileSync(join(folder, locale, file), "utf8"));
        for (const [key, text] of Object.entries(texts))
          expect(text.replaceAll("ARTICLE 19", ""), `${locale} ${key}`).not.toMatch(paragraph);
      }
  });

  it("would be found with one", () => {
    for (const planted of ["OP 7", "para. 12", "paragraph 3", "Art. 5", "الفقرة 4"])
      expect(planted).toMatch(paragraph);
  });
});

describe("isMember", () => {
  const all = Array.from({ length: 26 * 26 }, (_, at) =>
    String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
  );
  it("knows the 26 States that the directive binds, and the 46 members of the Council of Europe", () => {
    const directive = all.filter((code) => isMember("eu-directive", code));
    const council = all.filter((code) => isMember("council-of-europe", code));
    expect(directive).toHaveLength(26);
    expect(council).toHaveLength(46);
    expect(directive.filter((code) => !council.includes(code))).toEqual([]);
    for (const outside of ["DK", "NO", "GB", "XX"]) expect(isMember("eu-directive", outside)).toBe(false);
    for (const outside of ["RU", "BY", "VA", "XK"])
      expect(isMember("council-of-europe", outside)).toBe(false);
  });
});
