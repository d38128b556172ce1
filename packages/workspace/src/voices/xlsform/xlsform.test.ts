// Questionnaires as XLSForm and back, and forms of other programs: nothing that they hold goes without a word.
import { encodeWorkbook, type WorkbookCell } from "@tocsin/formats";
import { loadBuiltInQuestionnaire, parseQuestionnaire, questionnaireText } from "@tocsin/voices";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readXlsForm, type XlsFormRead } from "./read-xlsform.ts";
import { encodeXlsForm } from "./write-xlsform.ts";

type Rows = readonly (readonly WorkbookCell[])[];

interface Sheets {
  readonly survey: Rows;
  readonly choices?: Rows;
  readonly settings?: Rows;
  readonly other?: string;
}

const settings: Rows = [
  ["form_title", "form_id", "version", "default_language"],
  ["Example form", "example-form", "3", "English (en)"],
];

function read({ survey, choices = [], settings: set = settings, other }: Sheets): XlsFormRead {
  return readXlsForm(
    encodeWorkbook([
      { name: "survey", rows: survey },
      { name: "choices", rows: choices },
      { name: "settings", rows: set },
      ...(other === undefined ? [] : [{ name: other, rows: [["a"]] }]),
    ]),
  );
}

const head = [
  "type",
  "name",
  "label::English (en)",
  "hint::English (en)",
  "relevant",
  "required",
  "appearance",
];
const about = ["note", "intro", "What this is about"];
const asks = (type: string, name: string, ...more: readonly WorkbookCell[]): readonly WorkbookCell[] => [
  type,
  name,
  `Label of ${name}`,
  `Reason of ${name}`,
  ...more,
];
const yesNo: Rows = [
  ["list_name", "name", "label::English (en)"],
  ["yes_no", "yes", "Yes"],
  ["yes_no", "no", "No"],
];

describe("a questionnaire as XLSForm", () => {
  it.each(["defenders-and-technology", "attack-report", "organisation-sign-on"])(
    "%s comes back as it was, word for word",
    async (name) => {
      const questionnaire = await loadBuiltInQuestionnaire(name);
      if (questionnaire === null) throw new Error("not whole");
      const back = readXlsForm(encodeXlsForm(questionnaire));
      expect(back.faults).toEqual([]);
      expect(back.leftOut).toEqual([]);
      if (back.questionnaire === null) throw new Error("refused");
      expect(questionnaireText(back.questionnaire)).toBe(questionnaireText(questionnaire));
    },
  );

  it("comes back as it was, whatever its conditions and words are", () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const { questionnaire, problems } = parseQuestionnaire(content);
        expect(problems).toEqual([]);
        if (questionnaire === null) return;
        const back = readXlsForm(encodeXlsForm(questionnaire));
        expect(back.faults).toEqual([]);
        expect(back.questionnaire === null ? "" : questionnaireText(back.questionnaire)).toBe(
          questionnaireText(questionnaire),
        );
      }),
      { numRuns: 150 },
    );
  });
});

/** Any condition over a choice, choices, a number and a text, to a depth that is allowed. */
function conditions(): fc.Arbitrary<unknown> {
  const { when } = fc.letrec((tie) => ({
    when: fc.oneof({ depthSize: "small", maxDepth: 5 }, tie("test"), tie("all"), tie("any"), tie("not")),
    test: fc.oneof(
      fc.record({
        question: fc.constantFrom("one", "several"),
        is: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
      }),
      fc.record({ question: fc.constant("number"), atLeast: fc.integer({ min: -1000, max: 1000 }) }),
      fc.record({ question: fc.constant("number"), atMost: fc.integer({ min: -1000, max: 1000 }) }),
      fc.record({ question: fc.constantFrom("one", "text", "number"), answered: fc.constant(true) }),
    ),
    all: fc.record({ all: fc.array(tie("when"), { maxLength: 3 }) }),
    any: fc.record({ any: fc.array(tie("when"), { maxLength: 3 }) }),
    not: fc.record({ not: tie("when") }),
  }));
  return when;
}

function contents(): fc.Arbitrary<Record<string, unknown>> {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() !== "" && text.isWellFormed() && !/[\u0000-\u001f\ufffe\uffff]/.test(text));
  const texts = fc.oneof(fc.record({ en: words }), fc.record({ en: words, ar: words }));
  const options = ["a", "b", "c"].map((code) => ({ code, text: { en: code, ar: `(${code})` } }));
  const asked = { text: { en: "Asked" }, why: { en: "Why" } };
  return fc
    .record({
      when: conditions(),
      inside: conditions(),
      title: texts,
      text: texts,
      help: texts,
      most: fc.integer({ min: 1, max: 50 }),
    })
    .map(({ when, inside, title, text, help, most }) => ({
      format: "tocsin-questionnaire",
      formatVersion: 1,
      id: "any",
      version: 7,
      purpose: "attack-report",
      languages: ["en", "ar"],
      unreviewed: ["ar"],
      title,
      about: text,
      keepUntil: "2030-01-31",
      questions: [
        { id: "one", type: "one", ...asked, required: true, options },
        { id: "several", type: "several", ...asked, options },
        { id: "number", type: "number", ...asked },
        { id: "text", type: "text", text, why: text, help },
        { id: "long", type: "long", ...asked, when },
        {
          id: "each",
          type: "repeat",
          ...asked,
          most,
          when,
          questions: [{ id: "day", type: "date", ...asked, when: inside }],
        },
      ],
    }));
}

describe("an XLSForm of another program", () => {
  it("comes in with its groups' conditions, and lists what is called otherwise or left out, by cell", () => {
    const { questionnaire, leftOut, faults } = read({
      survey: [
        head,
        ["start", "start"],
        about,
        asks("select_one yes_no", "Did_it", null, "yes", "minimal"),
        ["begin group", "more", "More", null, "${Did_it} = 'yes' or ${Did_it} = 'no'"],
        asks("integer", "how_many"),
        asks("text", "which", "${how_many} > 2", null, "multiline"),
        ["end group"],
        ["note", "thanks", "Thank you"],
      ],
      choices: yesNo,
      other: "entities",
    });
    expect(faults).toEqual([]);
    const group = { question: "did-it", is: ["yes", "no"] };
    expect(questionnaire).toMatchObject({
      id: "example-form",
      version: 3,
      languages: ["en"],
      about: { en: "What this is about" },
      questions: [
        { id: "did-it", type: "one", required: true, options: [{ code: "yes" }, { code: "no" }] },
        { id: "how-many", type: "number", when: group },
        { id: "which", type: "long", when: { all: [group, { question: "how-many", atLeast: 3 }] } },
      ],
    });
    const listed = [
      { sheet: "entities", row: 0, column: "", kind: "sheet", what: [] },
      { sheet: "settings", row: 2, column: "", kind: "assumed", what: ["tocsin_purpose", "consultation"] },
      { sheet: "survey", row: 2, column: "A", kind: "collected", what: ["start", "start"] },
      { sheet: "survey", row: 4, column: "G", kind: "shown", what: ["minimal"] },
      { sheet: "survey", row: 4, column: "B", kind: "renamed", what: ["Did_it", "did-it"] },
      { sheet: "survey", row: 5, column: "", kind: "group", what: ["more"] },
      { sheet: "survey", row: 6, column: "B", kind: "renamed", what: ["how_many", "how-many"] },
      { sheet: "survey", row: 9, column: "", kind: "note", what: ["thanks", "Thank you"] },
    ];
    expect(leftOut).toHaveLength(listed.length);
    for (const each of listed) expect(leftOut).toContainEqual(each);
  });

  it.each<[string, Sheets, object]>([
    [
      "a type that asks what ours cannot",
      { survey: [head, about, asks("geopoint", "where")] },
      { kind: "type", row: 3, column: "A", what: ["geopoint"] },
    ],
    [
      "a condition that reckons",
      { survey: [head, about, asks("integer", "a"), asks("text", "b", "${a} + 1 > 3")] },
      { kind: "condition", row: 4, column: "E" },
    ],
    [
      "a condition on a pattern",
      { survey: [head, about, asks("text", "a"), asks("text", "b", "regex(${a}, 'x')")] },
      { kind: "condition", row: 4, column: "E" },
    ],
    [
      "a column that changes what can be chosen",
      { survey: [[...head, "choice_filter"], about, asks("integer", "a", null, null, null, "x = 1")] },
      { kind: "column", row: 3, column: "H", what: ["choice_filter"] },
    ],
    [
      "a question without a reason",
      { survey: [head, about, ["text", "a", "A"]] },
      { kind: "no-reason", row: 3, column: "D" },
    ],
    [
      "a list that is not there",
      { survey: [head, about, asks("select_one none", "a")] },
      { kind: "no-list", row: 3, column: "A", what: ["none"] },
    ],
    [
      "a question that another one's answer adds",
      { survey: [head, about, asks("select_one yes_no or_other", "a")], choices: yesNo },
      { kind: "type", row: 3 },
    ],
    [
      "a repeat in a repeat",
      {
        survey: [
          head,
          about,
          asks("begin repeat", "a"),
          asks("begin repeat", "b"),
          asks("text", "c"),
          ["end repeat"],
          ["end repeat"],
        ],
      },
      { kind: "inside-repeat", row: 4, column: "A" },
    ],
    [
      "a group that never ends",
      { survey: [head, about, ["begin group", "g", "G"], asks("text", "c")] },
      { kind: "unclosed", row: 3, what: ["g"] },
    ],
    [
      "an end without a beginning",
      { survey: [head, about, asks("text", "c"), ["end group"]] },
      { kind: "unclosed", row: 4 },
    ],
    [
      "a loop of conditions",
      { survey: [head, about, asks("integer", "a", "${b} = 1"), asks("integer", "b", "${a} = 1")] },
      { kind: "questionnaire", what: ["loop", "a", "b", "a"] },
    ],
    [
      "a condition on a question that is not there",
      { survey: [head, about, asks("text", "a", "${gone} != ''")] },
      { kind: "questionnaire", row: 3, column: "E", what: ["unknown-question", "gone"] },
    ],
    [
      "a condition on a choice that is not there",
      {
        survey: [head, about, asks("select_one yes_no", "a"), asks("text", "b", "${a} = 'maybe'")],
        choices: yesNo,
      },
      { kind: "questionnaire", row: 4, column: "E", what: ["unknown-option", "maybe"] },
    ],
    [
      "a heading whose language nothing says",
      {
        survey: [
          ["type", "name", "label::English"],
          ["text", "a", "A"],
        ],
      },
      { kind: "no-language" },
    ],
    [
      "a cell under no heading",
      { survey: [head, about, asks("text", "a", null, null, null, null, "lost")] },
      { kind: "no-column", row: 3, column: "I" },
    ],
    [
      "two columns of one name",
      { survey: [[...head, "label::Anglais (en)"], about, asks("text", "a")] },
      { kind: "column", row: 0, column: "H" },
    ],
    [
      "a version that is no number",
      {
        survey: [head, about, asks("text", "a")],
        settings: [
          ["form_title", "form_id", "version"],
          ["T", "t", "v2"],
        ],
      },
      { kind: "questionnaire", row: 2, column: "C", what: ["bad-value"] },
    ],
    [
      "a required that depends",
      { survey: [head, about, asks("text", "a", null, "${b} = 1")] },
      { kind: "required", row: 3, column: "F" },
    ],
  ])("is kept out, by its cell, with %s", (_, sheets, fault) => {
    const { questionnaire, faults } = read(sheets);
    expect(questionnaire).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ sheet: expect.any(String), ...fault }));
  });

  it("without a sheet of questions is none", () => {
    const { faults } = readXlsForm(encodeWorkbook([{ name: "Sheet1", rows: [["a"]] }]));
    expect(faults).toEqual([{ sheet: "survey", row: 0, column: "", kind: "no-sheet", what: ["survey"] }]);
  });

  it("is refused as a file where it is no workbook", () => {
    expect(() => readXlsForm(new TextEncoder().encode("not a workbook"))).toThrow("Cannot read table");
  });
});
