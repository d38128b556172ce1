// The instruments that come with the program: each whole, each version with the meaning that it was published with.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { criteria } from "../criteria.ts";
import { resolutionSources } from "../sources.ts";
import { standards } from "../standards.ts";
import { commitments, notAdoptedRows } from "../commitments.ts";
import type { InstrumentProblem } from "./complaints.ts";
import { loadBuiltInInstruments } from "./library.ts";
import { meaningOf, versionName } from "./meaning.ts";
import { translatablePaths } from "./parse-instrument.ts";
import { ratedLevels, type Instrument, type Question } from "./instrument.ts";

/** `id@version` to the SHA-256 of its meaning. A line is only ever added: a change of meaning is a new version. */
const digests: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "built-in/digests.json"), "utf8"),
);

let instruments: readonly Instrument[];
let problems: readonly InstrumentProblem[];
beforeAll(async () => {
  ({ instruments, problems } = await loadBuiltInInstruments());
});

/** The keys of a question's sources, with the place that each names. */
const keysOf = ({ sources }: Question) => sources.flatMap((each) => ("key" in each ? [each] : []));

describe("the instruments of the program", () => {
  it("are whole", () => {
    expect(problems).toEqual([]);
  });

  it("are eighteen, all of those that were asked for among them", () => {
    expect(instruments.map(({ id }) => id).toSorted()).toEqual(
      [
        "ai-applications anti-slapp-law biometric-system child-defenders community-operators encryption-anonymity",
        "national-implementation network-order open-access platform-protection platform-state-orders",
        "slapp-screening surveillance-measure surveillance-remedies technology-transfer transnational-host",
        "vendor-due-diligence women-defenders",
      ]
        .join(" ")
        .split(" "),
    );
  });

  it("mean in each version what they meant when it was published", () => {
    const found = instruments.map((instrument) => [
      versionName(instrument),
      createHash("sha256").update(meaningOf(instrument)).digest("hex"),
    ]);
    expect(Object.fromEntries(found)).toEqual(digests);
  });

  it("would be found with a changed word, and not with a translation more", () => {
    const [first] = instruments;
    if (first === undefined) throw new Error("no instrument");
    const [question, ...rest] = first.questions;
    if (question === undefined) throw new Error("no question");
    const changed = { ...first, questions: [{ ...question, text: `${question.text} ` }, ...rest] };
    expect(meaningOf(changed)).not.toBe(meaningOf(first));
    const level = { ...question.levels, partly: "Something else." };
    expect(meaningOf({ ...first, questions: [{ ...question, levels: level }, ...rest] })).not.toBe(
      meaningOf(first),
    );
    expect(
      meaningOf({ ...first, translations: { fr: { title: "Titre" } }, unreviewed: ["fr"], checked: true }),
    ).toBe(meaningOf(first));
  });

  it("have for every question levels in words that differ, help, evidence and a source that somebody read", () => {
    for (const { id, questions } of instruments)
      for (const question of questions) {
        const { id: name, levels, help, evidence, text } = question;
        const place = `${id} ${name}`;
        expect(new Set(ratedLevels.map((level) => levels[level])).size, place).toBe(3);
        expect(text, place).toMatch(/\?$/);
        for (const words of [help, evidence, ...Object.values(levels)]) expect(words, place).toMatch(/[.?]$/);
        for (const { key } of keysOf(question)) expect(resolutionSources[key].read, place).not.toBe("none");
      }
  });

  it("name no paragraph of the resolution", () => {
    const paragraph = /\b(?:OP|PP|para(?:graph)?s?\.?)\s*\(?\d/i;
    for (const instrument of instruments) {
      expect(meaningOf(instrument), instrument.id).not.toMatch(paragraph);
      const ofResolution = instrument.questions
        .flatMap(keysOf)
        .filter(({ key }) => /^(?:article19-resolution|ishr-)/.test(key));
      expect(ofResolution.filter(({ place }) => place !== undefined)).toEqual([]);
    }
  });

  it("ask about every promise of States and companies in the resolution but the reference to another text", () => {
    const asked = new Set(instruments.flatMap((each) => each.commitments));
    expect(commitments.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual(["C-D25-1"]);
    expect(
      [...notAdoptedRows, ...standards].map(({ id }) => id).filter((id) => !asked.has(id)).length,
    ).toBeLessThan(20);
  });

  it("ask about every criterion", () => {
    const asked = new Set(instruments.flatMap(({ questions }) => questions.flatMap((each) => each.criteria)));
    expect(criteria.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });

  it("ask of a transfer both wordings of the spyware clause, each by itself", () => {
    const transfer = instruments.find(({ id }) => id === "technology-transfer");
    const asking = (criterion: string) =>
      transfer?.questions.filter((question) => question.criteria.includes(criterion)).map(({ id }) => id);
    expect(asking("SPY-TECHNOLOGY")).toEqual(["technology"]);
    expect(asking("SPY-ACTOR")).toEqual(["actor"]);
    for (const id of ["technology", "actor"])
      expect(transfer?.questions.find((question) => question.id === id)?.when).toBeUndefined();
  });

  it("screen a lawsuit by ten signs of the Council of Europe, and with a deadline for each safeguard that is open", () => {
    const screening = instruments.find(({ id }) => id === "slapp-screening")?.questions ?? [];
    const signs = screening.filter(({ criteria: named }) =>
      named.some((each) => each.startsWith("COE-SIGN")),
    );
    expect(signs).toHaveLength(10);
    for (const { scale } of signs) expect(scale).toBe("sign");
    expect(screening.filter(({ deadline }) => deadline).map(({ id }) => id)).toEqual([
      "open-dismissal",
      "open-security",
      "open-support",
    ]);
  });

  it("are called something in each language of the program", () => {
    for (const { id, title, translations } of instruments) {
      const titles = ["ar", "es", "fr"].map((lang) => translations[lang]?.["title"] ?? "");
      expect(new Set([title, ...titles]).size, id).toBe(4);
      expect(
        titles.every((each) => each !== ""),
        id,
      ).toBe(true);
    }
  });

  it("say of each text that a machine translated that nobody has read it, and translate all texts or the title alone", () => {
    for (const instrument of instruments) {
      const paths = translatablePaths(instrument);
      for (const [lang, texts] of Object.entries(instrument.translations)) {
        const isWhole = Object.keys(texts).length > 1;
        expect(Object.keys(texts).toSorted(), instrument.id).toEqual(isWhole ? paths.toSorted() : ["title"]);
        expect(instrument.unreviewed.includes(lang), `${instrument.id} ${lang}`).toBe(isWhole);
      }
    }
    const whole = instruments.filter(({ unreviewed }) => unreviewed.length === 3).map(({ id }) => id);
    expect(whole).toEqual(["network-order", "slapp-screening"]);
  });

  it("call nothing checked", () => {
    expect(instruments.filter(({ checked }) => checked)).toEqual([]);
  });
});
