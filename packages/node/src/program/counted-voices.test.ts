// Views of a consultation count from what stands beside links. Here the same is counted slowly and plainly, from the data that was
// made up, and must come to the same.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeBase32, type Json, type RecordId } from "@tocsin/core";
import { encodeOperation } from "@tocsin/records";
import { loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import {
  makeQuestionnaire,
  type CodingMatrix,
  type CodingPage,
  type QuestionnairePage,
} from "@tocsin/workspace";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { createProgram } from "./open-program.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "counted-voices-"));
});
afterAll(() => rm(folder, { recursive: true }));

const answerOf = fc.record({
  question: fc.constantFrom("seen", "protects", "platforms"),
  mayQuote: fc.boolean(),
  until: fc.constantFrom(null, "2020-01-01", "2090-01-01"),
  withdrawn: fc.boolean(),
  // Codes by their place in the book, and whether the coding counts.
  codings: fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 4 }),
});
const contributionOf = fc.record({
  form: fc.nat(12),
  region: fc.constantFrom("", "North", "north", "South", "Île Exemple"),
  lang: fc.constantFrom("en", "fr", "ar"),
  carrier: fc.constantFrom("form", "paper"),
  answers: fc.array(answerOf, { minLength: 1, maxLength: 4 }),
});

it("says of a consultation what a slow count of all of it says", async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(contributionOf, { minLength: 1, maxLength: 40 }), async (made) => {
      runs += 1;
      await holdOne(join(folder, `${runs}`), made);
    }),
    { numRuns: 4, seed: 58, endOnFailure: true },
  );
}, 240_000);

type Made = typeof contributionOf extends fc.Arbitrary<infer T> ? T : never;

async function holdOne(path: string, made: readonly Made[]): Promise<void> {
  const program = await createProgram(path, {
    passphrase: "a long sentence that nobody guesses",
    deviceName: "counting",
    cost: { memoryKib: 8, passes: 1, lanes: 1 },
  });
  try {
    const { workspace } = program;
    const content = await loadBuiltInQuestionnaire("defenders-and-technology");
    if (content === null) throw new Error("the questionnaire of the program is not whole");
    const { record: questionnaire } = await makeQuestionnaire(workspace, {
      content: questionnaireToJson(content),
      from: "Example Organisation",
      recipients: [],
      primitives: createNodePrimitives(),
    });
    const begun = await workspace.run("codebook.begin", {
      title: { text: "Example codes", lang: "en" },
      starter: true,
    });
    const all = gather(made, { questionnaire, codes: begun.records.slice(1) });
    await workspace.vault.commitStep(
      all.operations.map((operation) => ({ payload: encodeOperation(operation) })),
    );
    await workspace.rebuild("asked");
    const matrix = (await workspace.ask("coding.matrix", { questionnaire })) as CodingMatrix;
    holdMatrix(matrix, all);
    holdPage((await workspace.ask("questionnaire.page", { questionnaire })) as QuestionnairePage, all);
    const page = (await workspace.ask("coding.page", { questionnaire })) as CodingPage;
    const worded = all.answers.filter(({ question }) => question === "protects");
    expect(page.total).toBe(worded.length);
    expect(page.answers.map(({ answer }) => answer).toSorted()).toEqual(
      worded.map(({ id }) => id).toSorted(),
    );
  } finally {
    await program.close();
  }
}

type Answer = Made["answers"][number] & { readonly id: RecordId; readonly file: RecordId };

function gather(
  made: readonly Made[],
  { questionnaire, codes }: { readonly questionnaire: RecordId; readonly codes: readonly RecordId[] },
) {
  let last = 0;
  // In the order in which they are made.
  const newId = (): RecordId => {
    const view = new DataView(new ArrayBuffer(16));
    view.setUint32(0, (last += 1));
    return encodeBase32(new Uint8Array(view.buffer)) as RecordId;
  };
  const operations: object[] = [];
  const write = (kind: string, values: Readonly<Record<string, Json>>): RecordId => {
    const record = newId();
    const patch = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }]));
    operations.push({ kind, version: 1, record, act: "test", patch });
    return record;
  };
  const answers: Answer[] = [];
  const pairs: { code: RecordId; form: string }[] = [];
  const files = made.map(({ form, region, lang, carrier, answers: given }) => {
    const id = write("contribution", {
      reference: "00000000",
      questionnaire,
      form: `form ${form}`,
      writtenIn: lang,
      carrier,
      ...(region === "" ? {} : { region: { text: region, lang } }),
    });
    for (const each of given) {
      const { question, mayQuote, until, withdrawn, codings } = each;
      const answer = write("contributionAnswer", {
        question,
        contribution: id,
        questionnaire,
        mayQuote,
        ...(until === null ? {} : { until }),
        ...(withdrawn ? { withdrawn: "2026-11-28" } : {}),
        ...(question !== "protects" ? {} : { words: { text: "Example words", lang } }),
      });
      answers.push({ ...each, id: answer, file: id });
      for (const [at, counts] of codings) {
        const code = codes[at % codes.length] ?? expect.fail("there are codes");
        const segment = write("segment", {
          quote: { text: "Example", lang },
          answer,
          start: 0,
          end: 7,
          digest: "0".repeat(64),
        });
        write("coding", { code, segment, answer, origin: "person", ...(counts ? { counts: id } : {}) });
        if (counts && !withdrawn) pairs.push({ code, form: `form ${form}` });
      }
    }
    const stands = given.some(({ withdrawn }) => !withdrawn);
    return { id, form: `form ${form}`, key: region.toLowerCase(), lang, carrier, stands };
  });
  return { operations: operations as never[], files, answers, pairs };
}

type All = ReturnType<typeof gather>;

function holdMatrix({ contributors, rows, columns, regions, groups, cells }: CodingMatrix, all: All): void {
  const standing = all.files.filter(({ stands }) => stands);
  const forms = [...new Set(standing.map(({ form }) => form))];
  const homes = new Map(forms.map((form) => [form, standing.find((file) => file.form === form)?.key]));
  const isTold = (form: string, code: RecordId): boolean =>
    all.pairs.some((pair) => pair.form === form && pair.code === code);
  expect(contributors).toBe(forms.length);
  for (const { code, contributors: count } of [...rows, ...columns, ...groups])
    expect(count).toBe(forms.filter((form) => isTold(form, code)).length);
  const keys = regions.map(({ region }) => region?.toLowerCase() ?? "");
  expect(keys.toSorted()).toEqual([...new Set([...homes.values()].map((key) => key ?? ""))].toSorted());
  expect(regions.map((region) => region.contributors)).toEqual(
    keys.map((key) => forms.filter((form) => homes.get(form) === key).length),
  );
  for (const [row, { code: risk }] of rows.entries())
    for (const [column, { code: practice }] of columns.entries()) {
      const people = forms.filter((form) => isTold(form, risk) && isTold(form, practice));
      expect(cells[row]?.[column]).toEqual({
        contributors: people.length,
        byRegion: keys.map((key) => people.filter((form) => homes.get(form) === key).length),
        byGroup: groups.map(({ code }) => people.filter((form) => isTold(form, code)).length),
      });
    }
}

function holdPage(page: QuestionnairePage, { files, answers }: All): void {
  const counts = (values: readonly string[]) =>
    new Map([...new Set(values)].map((each) => [each, values.filter((other) => other === each).length]));
  expect(page.files).toBe(files.length);
  expect(page.contributors).toBe(new Set(files.map(({ form }) => form)).size);
  expect(new Map(page.languages.map((each) => [each.language, each.files]))).toEqual(
    counts(files.map(({ lang }) => lang)),
  );
  expect(new Map(page.carriers.map((each) => [each.carrier, each.files]))).toEqual(
    counts(files.map(({ carrier }) => carrier)),
  );
  const isQuotable = ({ mayQuote, withdrawn }: Answer): boolean => mayQuote && !withdrawn;
  const isPast = ({ until }: Answer): boolean => until === "2020-01-01";
  expect(page.answers).toBe(answers.length);
  expect(page.quotable).toBe(answers.filter(isQuotable).length);
  expect(page.takenBack).toBe(answers.filter(({ withdrawn }) => withdrawn).length);
  expect(page.ended).toBe(answers.filter(isPast).length);
  for (const { question, ...told } of page.questions) {
    const own = answers.filter((each) => each.question === question);
    expect([question, told.answers, told.quotable]).toEqual([
      question,
      own.length,
      own.filter(isQuotable).length,
    ]);
  }
  expect(page.contributions.map((row) => [row.record, row.answers, row.ended])).toEqual(
    files.toReversed().map(({ id }) => {
      const own = answers.filter(({ file }) => file === id);
      return [id, own.length, own.some(isPast) ? "2020-01-01" : null];
    }),
  );
}
