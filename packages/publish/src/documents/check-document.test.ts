import { describe, expect, it } from "vitest";
import { checkDocument, type DocumentToCheck, type WrittenText } from "./check-document.ts";
import { countWritten } from "./count-words.ts";
import { documentTemplates, templateNamed } from "./templates/all.ts";
import type { DocumentTemplate } from "./template.ts";

const template = (name: string): DocumentTemplate => {
  const found = templateNamed(name);
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
};

const draft = (
  written: Readonly<Record<string, string>>,
  more: Partial<DocumentToCheck> = {},
): DocumentToCheck => ({
  language: "en",
  written: new Map(
    Object.entries(written).map(([name, text]): [string, readonly WrittenText[]] => [
      name,
      [{ text, language: "en" }],
    ]),
  ),
  filled: new Map(),
  facts: new Map(),
  consents: [],
  limits: new Map(),
  ...more,
});

const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");
const allOf = ({ parts }: DocumentTemplate): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(({ name }) => [name, "one two"]));

describe("checkDocument", () => {
  it("names every required part that is empty, and no other", () => {
    const { lacks, ready } = checkDocument(template("open-letter"), draft({ letter: "Dear", contact: "" }));
    expect(lacks.map(({ part, code }) => `${part}:${code}`)).toEqual([
      "salutation:empty",
      "demands:empty",
      "signatories:empty",
    ]);
    expect(ready).toBe(false);
  });

  it("takes what records fill for filled", () => {
    const given = draft({}, { filled: new Map([["happened", 40]]) });
    const { parts, lacks } = checkDocument(template("case-report"), given);
    expect(parts.find(({ name }) => name === "happened")?.words).toBe(40);
    expect(lacks.map(({ code }) => code)).toEqual(["case"]);
  });

  it("keeps an allegation letter back until every fact and both consents are there", () => {
    const letter = template("allegation-letter");
    const codes = ["case", "victim", "dated", "placed", "consents-answered"] as const;
    const whole = draft(allOf(letter), {
      facts: new Map(codes.map((code) => [code, { met: true, records: [] }])),
    });
    expect(checkDocument(letter, whole).ready).toBe(true);
    for (const code of codes) {
      const facts = new Map([...whole.facts, [code, { met: false, records: ["r1"] }] as const]);
      expect(checkDocument(letter, { ...whole, facts }).lacks).toEqual([
        { part: null, code, records: ["r1"] },
      ]);
    }
    expect(checkDocument(letter, { ...whole, language: "ar" }).lacks.map(({ code }) => code)).toEqual([
      "language",
    ]);
  });

  it("counts the words of the whole without parts that do not count, and holds them against the limit", () => {
    const review = template("review-submission");
    const text = { ...allOf(review), situation: words(2815 - 8), keywords: words(500), submitters: words(9) };
    const facts = new Map([["state", { met: true, records: [] }] as const]);
    const at = checkDocument(review, draft(text, { facts }));
    expect([at.words, at.limit, at.limitFrom, at.ready]).toEqual([2815, 2815, "template", true]);
    const over = checkDocument(review, draft({ ...text, situation: words(2808) }, { facts }));
    expect(over.lacks).toEqual([{ part: null, code: "too-long", records: [] }]);
  });

  it("takes the limit that somebody set for the draft, of the whole and of a part, and none where it is lifted", () => {
    const review = template("review-submission");
    const facts = new Map([["state", { met: true, records: [] }] as const]);
    const text = { ...allOf(review), summary: words(300) };
    const check = (limits: DocumentToCheck["limits"]) =>
      checkDocument(review, draft(text, { facts, limits }));
    expect(check(new Map([["whole", 100]])).lacks).toEqual([{ part: null, code: "too-long", records: [] }]);
    expect(check(new Map([["summary", 250]])).lacks).toEqual([
      { part: "summary", code: "too-long", records: [] },
    ]);
    expect(check(new Map([["whole", null]]))).toMatchObject({ limit: null, ready: true });
  });

  it("says whom a document cannot name, without keeping it back", () => {
    const consents = [{ record: "p1", reason: "no-consent" }];
    const letter = template("open-letter");
    expect(checkDocument(letter, draft(allOf(letter), { consents }))).toMatchObject({
      consents,
      ready: true,
    });
  });

  it("is quick enough for every key: 20,000 words in under 200 ms", () => {
    const given = draft({ situation: words(20_000) });
    checkDocument(template("review-submission"), given);
    const began = performance.now();
    checkDocument(template("review-submission"), given);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe("countWritten", () => {
  it("counts as readers do, in scripts with spaces and without", () => {
    expect(countWritten("It isn’t 2,500 words: A/HRC/RES/58/23.", "en")).toBe(9);
    expect(countWritten("اعتُمد القرار في سنة 2025، وانضمت الدولة.", "ar")).toBe(7);
    expect(countWritten("人権を守る", "ja")).toBeGreaterThan(1);
    expect(countWritten("", "en")).toBe(0);
  });

  it("counts no mark of a note, and takes an unknown language", () => {
    expect(countWritten("One claim.[^0123456789abcdefghjkmnpqrs] Two.", "not a language")).toBe(3);
  });
});

describe("documentTemplates", () => {
  it("has no rule without a source that says it was checked, and no limit without its rule", () => {
    const unread = documentTemplates.flatMap(({ rules }) =>
      rules.filter(({ source, checked }) => source === "" && checked !== null),
    );
    expect(unread).toEqual([]);
    const ruleless = documentTemplates.filter(
      ({ limit, rules }) => limit !== null && rules.every(({ name }) => name !== limit.rule),
    );
    expect(ruleless).toEqual([]);
  });
});
