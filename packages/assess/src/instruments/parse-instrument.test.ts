// Instruments that anybody may have written: every fault by its place, what is whole kept.
import { describe, expect, it } from "vitest";
import { knownOfProgram, knownWith } from "./library.ts";
import { meaningOf } from "./meaning.ts";
import { parseInstruments, translatablePaths } from "./parse-instrument.ts";

const question = (id: string, more: object = {}): object => ({
  id,
  text: "Is it there?",
  help: "Look.",
  evidence: "Papers.",
  sources: [{ key: "limits", place: "ICCPR article 17" }],
  levels: { met: "Yes.", partly: "In part.", "not-met": "No." },
  ...more,
});
const instrument = (more: object = {}): Record<string, unknown> => ({
  id: "example",
  version: 1,
  lang: "en",
  title: "An example",
  about: "For tests.",
  subjects: ["state"],
  commitments: ["C-GEN-1"],
  questions: [question("law"), question("use")],
  ...more,
});
const known = knownOfProgram();
const problemsOf = (...all: readonly unknown[]): readonly string[] =>
  parseInstruments(all, known).problems.map(({ place, problem, what }) =>
    [place, problem, ...what].join(" | "),
  );

describe("parseInstruments", () => {
  it("takes what is whole, and fills in what may be left out", () => {
    const { instruments, problems } = parseInstruments([instrument()], known);
    expect(problems).toEqual([]);
    expect(instruments[0]).toMatchObject({ checked: false, translations: {} });
    expect(instruments[0]?.questions[0]).toMatchObject({ scale: "safeguard", criteria: [], deadline: false });
    expect(instruments[0]?.questions[0]?.sources).toEqual([
      { key: "limits", place: "ICCPR article 17", confirmed: false },
    ]);
  });

  it("takes sources and commitments that an organisation names itself", () => {
    const own = instrument({
      commitments: ["OUR-1"],
      questions: [question("law", { sources: [{ title: "Our law", url: "https://example.org/law" }] })],
    });
    const { instruments, problems } = parseInstruments([own], { ...known, commitments: new Set(["OUR-1"]) });
    expect(problems).toEqual([]);
    expect(instruments[0]?.questions[0]?.sources).toEqual([
      { title: "Our law", url: "https://example.org/law", confirmed: false },
    ]);
  });

  const loop = [
    question("a", { when: { question: "b", is: ["met"] } }),
    question("b", {
      when: {
        any: [
          { question: "d", is: ["met"] },
          { question: "c", is: ["partly"] },
        ],
      },
    }),
    question("c", { when: { all: [{ question: "a", is: ["not-met"] }] } }),
    question("d"),
  ];

  it.each<readonly [string, unknown, readonly string[]]>([
    ["nothing at all", null, ["[0] | not-an-object"]],
    [
      "a loop of conditions",
      instrument({ questions: loop }),
      ["example@1 questions[0].when | loop | a | b | c | a"],
    ],
    [
      "a question that asks itself",
      instrument({ questions: [question("a", { when: { question: "a", is: ["met"] } })] }),
      ["example@1 questions[0].when | loop | a | a"],
    ],
    [
      "a missing level",
      instrument({ questions: [question("law", { levels: { met: "Yes.", "not-met": "No." } })] }),
      ["example@1 questions[0].levels | missing-level | partly"],
    ],
    [
      "an empty level",
      instrument({
        questions: [question("law", { levels: { met: "Yes.", partly: " ", "not-met": "No." } })],
      }),
      ["example@1 questions[0].levels.partly | bad-value"],
    ],
    [
      "a level that there is not",
      instrument({
        questions: [
          question("law", { levels: { met: "Y.", partly: "P.", "not-met": "N.", "no-information": "0" } }),
        ],
      }),
      ["example@1 questions[0].levels | unknown-level | no-information"],
    ],
    [
      "references to nothing",
      instrument({
        commitments: ["C-NOT-1"],
        questions: [
          question("law", {
            sources: [{ key: "hearsay" }],
            criteria: ["X"],
            when: { question: "lost", is: ["met"] },
          }),
        ],
      }),
      [
        "example@1 commitments[0] | unknown-commitment | C-NOT-1",
        "example@1 questions[0].sources[0] | unknown-source | hearsay",
        "example@1 questions[0].criteria[0] | unknown-criterion | X",
        "example@1 questions[0].when | unknown-question | lost",
      ],
    ],
    [
      "two questions of one name",
      instrument({ questions: [question("law"), question("law")] }),
      ["example@1 questions[1].id | double | law"],
    ],
    ["no question", instrument({ questions: [] }), ["example@1 questions | missing"]],
    ["no subject", instrument({ subjects: [] }), ["example@1 subjects | missing"]],
    ["a version that is none", instrument({ version: 0 }), ["example@0 version | bad-value"]],
    ["a name that is none", instrument({ id: "../../etc" }), ["../../etc@1 id | bad-value"]],
    ["a field that nobody knows", instrument({ verdict: "guilty" }), ["example@1 | unknown-field | verdict"]],
    [
      "a source of a question left out",
      instrument({ questions: [question("law", { sources: [] })] }),
      ["example@1 questions[0].sources | missing"],
    ],
    [
      "a translation of nothing",
      instrument({ translations: { fr: { "gone.text": "Quoi ?" } } }),
      ["example@1 translations.fr | translation-of-nothing | gone.text"],
    ],
    [
      "a language that nobody translated into, as not reviewed",
      instrument({ translations: { fr: { title: "Titre" } }, unreviewed: ["fr", "es"] }),
      ["example@1 unreviewed[1] | translation-of-nothing | es"],
    ],
    ["a text without an end", instrument({ about: "x".repeat(4001) }), ["example@1 about | too-long | 4001"]],
  ])("says by its place: %s", (_name, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
    expect(parseInstruments([value], known).instruments).toEqual([]);
  });

  it("keeps the others", () => {
    const { instruments, problems } = parseInstruments(
      [instrument({ id: "before" }), { id: "broken" }, 7, instrument({ id: "after" })],
      known,
    );
    expect(instruments.map(({ id }) => id)).toEqual(["before", "after"]);
    expect(problems.length).toBeGreaterThan(2);
  });

  it("refuses another meaning under a version that there is already, and takes it under a new one", () => {
    const { instruments } = parseInstruments([instrument()], known);
    const there = knownWith(known, instruments);
    const changed = instrument({
      questions: [question("law", { text: "Is it anywhere?" }), question("use")],
    });
    expect(parseInstruments([changed], there).problems).toEqual([
      { place: "example@1", problem: "changed-meaning", what: [] },
    ]);
    expect(parseInstruments([{ ...changed, version: 2 }], there)).toMatchObject({ problems: [] });
    // In one file too, and by a digest as well as by the meaning itself.
    expect(problemsOf(instrument(), changed)).toEqual(["example@1 | changed-meaning"]);
    const short = { ...known, nameMeaning: (meaning: string) => String(meaning.length) };
    expect(parseInstruments([changed], knownWith(short, instruments)).problems).toHaveLength(1);
  });

  it("takes the same version twice for a double in one file, and for the same where it is there already", () => {
    expect(problemsOf(instrument(), instrument())).toEqual(["example@1 | double"]);
    const there = knownWith(known, parseInstruments([instrument()], known).instruments);
    expect(parseInstruments([instrument()], there).problems).toEqual([]);
  });

  it("leaves the names of the program's instruments to the program", () => {
    const taken = { ...known, reserved: new Set(["example"]) };
    expect(parseInstruments([instrument({ version: 7 }), instrument({ id: "ours" })], taken)).toMatchObject({
      instruments: [{ id: "ours" }],
      problems: [{ place: "example@7", problem: "name-taken" }],
    });
  });

  it("does not call a new translation another meaning", () => {
    const plain = parseInstruments([instrument()], known).instruments[0];
    const said = { fr: { title: "Un exemple", "law.text": "Est-ce là ?" } };
    const translated = parseInstruments([instrument({ translations: said })], known).instruments[0];
    if (plain === undefined || translated === undefined) throw new Error("not whole");
    expect(translated.translations).toEqual(said);
    expect(meaningOf(translated)).toBe(meaningOf(plain));
    expect(translatablePaths(plain)).toContain("use.not-met");
  });

  it.each([null, 7, "[]", {}, { instruments: [] }])("takes %j for no list", (value) => {
    expect(parseInstruments(value, known)).toMatchObject({
      instruments: [],
      problems: [{ problem: "not-a-list" }],
    });
  });

  it("stops at limits: of instruments, questions, depth of conditions, and problems", () => {
    const many = Array.from({ length: 600 }, () => null);
    expect(parseInstruments(many, known).problems[0]).toEqual({
      place: "",
      problem: "too-many",
      what: ["600"],
    });
    const questions = Array.from({ length: 101 }, (_, at) => question(`q${at}`));
    expect(problemsOf(instrument({ questions }))).toEqual(["example@1 questions | too-many | 101"]);
    let when: object = { question: "use", is: ["met"] };
    for (let depth = 0; depth < 50; depth += 1) when = { all: [when] };
    const deep = instrument({ questions: [question("law", { when }), question("use")] });
    expect(problemsOf(deep)[0]).toContain("too-many");
    const words = Array.from({ length: 400 }, () => instrument({ id: "x y", title: 1, about: 2, lang: 3 }));
    expect(parseInstruments(words, known).problems).toHaveLength(1000);
  });
});
