// The views of a consultation of which much came back: invented answers to one questionnaire of the program, coded and quoted in a
// report. They are written as operations, as a device writes them, and come into the tables from the log; what is asked goes through
// the queries that the desk asks. A contributor gives two answers here: one that is chosen, and one in words, which is coded.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeBase32, type Json, type RecordId } from "@tocsin/core";
import { createNodePrimitives, createProgram, openProgram, type OpenProgram } from "@tocsin/node";
import { encodeOperation } from "@tocsin/records";
import { loadBuiltInQuestionnaire, questionnaireToJson } from "@tocsin/voices";
import { makeQuestionnaire } from "@tocsin/workspace";

const usualSize = 10_000;
const most = 200;
const rounds = 7;
const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

/** `size`: contributors. */
export async function bench(size = String(usualSize)) {
  const contributors = Number(size);
  const folder = await mkdtemp(join(tmpdir(), "bench-voices-"));
  const path = join(folder, "vault");
  try {
    const consultation = await writeConsultation(path, contributors);
    const program = await openProgram(path, { passphrase });
    await program.workspace.settled();
    const asked = await askEach(program, consultation);
    await program.close();
    return {
      name: `Voices (${contributors} contributors with ${contributors * 2} answers, ${consultation.codings} codings, in an encrypted vault)`,
      figures: asked.flatMap(({ name, first, again, used }) => [
        {
          label: `${name}, the slowest of ${rounds}`,
          value: Math.round(again),
          unit: "ms",
          target: `under ${most}`,
          met: again < most,
        },
        { label: `${name}, the first after opening`, value: Math.round(first), unit: "ms", met: true },
        {
          label: `${name}, processor time of one, all threads`,
          value: Math.round(used),
          unit: "ms",
          met: true,
        },
      ]),
      note:
        "What people say is invented and short, and no two devices wrote at once. The clock counts whatever else the machine " +
        "does; one process asks one view after another, without the way to the browser and its drawing.",
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Consultation {
  readonly questionnaire: RecordId;
  readonly document: RecordId;
  readonly quoted: readonly RecordId[];
  readonly codings: number;
}

async function askEach({ workspace }: OpenProgram, { questionnaire, document, quoted }: Consultation) {
  const views: readonly (readonly [name: string, input: object])[] = [
    ["coding.matrix", { questionnaire }],
    ["coding.page", { questionnaire, coder: "Example Coder" }],
    ["questionnaire.page", { questionnaire }],
    ["claim.support", { document, records: quoted }],
    ["document.voices", { document }],
  ];
  const found: { name: string; first: number; again: number; used: number }[] = [];
  for (const [name, input] of views) {
    const first = await timed(() => workspace.ask(name, input));
    const taken: number[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) taken.push(await timed(() => workspace.ask(name, input)));
    const { user, system } = process.cpuUsage(before);
    found.push({ name, first, again: Math.max(...taken), used: (user + system) / 1000 / rounds });
  }
  return found;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A vault whose tables are made from the log, and closed. */
async function writeConsultation(path: string, contributors: number): Promise<Consultation> {
  const program = await createProgram(path, { passphrase, deviceName: "bench", cost });
  const { workspace } = program;
  const content = await loadBuiltInQuestionnaire("defenders-and-technology");
  if (content === null) throw new Error("the questionnaire of the program is not whole");
  const { record: questionnaire } = await makeQuestionnaire(workspace, {
    content: questionnaireToJson(content),
    from: "Example Organisation",
    recipients: [],
    primitives: createNodePrimitives(),
  });
  const begun = await workspace.run("codebook.begin", { title: en("Example codes"), starter: true });
  const [codebook = questionnaire, ...codes] = begun.records;
  const quoted = Array.from({ length: 5 }, (_, at) => idOf("segment", at * 11 + 1));
  const drafted = await workspace.run("document.begin", {
    template: "consultation-report",
    title: en("Example report"),
    language: "en",
    questionnaire,
  });
  const [document = questionnaire] = drafted.records;
  const every = inventConsultation({ questionnaire, codebook, codes, contributors });
  let codings = 0;
  await workspace.vault.commitStep(
    (function* payloads() {
      for (const operation of every) {
        if (operation.kind === "coding") codings += 1;
        yield { payload: encodeOperation(operation) };
      }
    })(),
  );
  await workspace.rebuild("asked");
  await workspace.run("document.write", {
    document,
    part: "told",
    text: en(`Many were followed.${quoted.map((id) => `[^${id}]`).join("")} It is worse now.[?]`),
  });
  await program.close();
  return { questionnaire, document, quoted, codings };
}

interface ToInvent {
  readonly questionnaire: RecordId;
  readonly codebook: RecordId;
  readonly codes: readonly RecordId[];
  readonly contributors: number;
}

function* inventConsultation({ questionnaire, codebook, codes, contributors }: ToInvent) {
  const next = generator(58);
  const read: RecordId[] = [];
  for (let n = 0; n < contributors; n += 1) {
    yield inventContribution({ n, questionnaire, next });
    yield* inventAnswers({ n, questionnaire, next });
    yield* inventCodings({ n, codes, next });
    if (n % 2 === 0) read.push(idOf("answer", n));
  }
  yield* inventSheet({ questionnaire, codebook }, read);
}

interface OfContributor {
  readonly n: number;
  readonly questionnaire: RecordId;
  readonly next: Next;
}

function inventContribution({ n, questionnaire, next }: OfContributor) {
  const lang = languageOf(n);
  const region = regions[next(regions.length)] ?? "";
  return made("contribution", idOf("contribution", n), {
    reference: `${n}`.padStart(8, "0"),
    questionnaire,
    answered: `2026-11-${10 + next(19)}`,
    received: "2026-11-29T12:00:00.000Z",
    readIn: lang,
    writtenIn: lang,
    // One in fifty saved the form of somebody before once more.
    form: `form ${n % 50 === 49 ? n - 1 : n}`,
    edition: 1,
    lacking: 0,
    carrier: next(5) === 0 ? "paper" : "form",
    ...(n % 90 === 89 ? { alike: idOf("contribution", n - 1) } : {}),
    ...(region === "" ? {} : { region: { text: region, lang } }),
  });
}

function* inventAnswers({ n, questionnaire, next }: OfContributor) {
  const [lang, answer, contribution] = [languageOf(n), idOf("answer", n), idOf("contribution", n)];
  const consent = consentOf(next);
  yield made("contributionAnswer", idOf("chosen", n), {
    question: "seen",
    contribution,
    questionnaire,
    chosen: ["yes"],
    ...consent,
  });
  const text = sentence(next);
  yield made("contributionAnswer", answer, {
    question: "protects",
    contribution,
    questionnaire,
    words: { text, lang },
    ...consent,
    ...(next(100) === 0 ? { withdrawn: "2026-11-28" } : {}),
  });
  const end = Math.min(text.length, 40);
  yield made("segment", idOf("segment", n), {
    quote: { text: text.slice(0, end), lang },
    answer,
    start: 0,
    end,
    digest: "0".repeat(64),
  });
}

interface ToCode extends Omit<OfContributor, "questionnaire"> {
  readonly codes: readonly RecordId[];
}

function* inventCodings({ n, codes, next }: ToCode) {
  for (let given = 0, many = 2 + next(2); given < many; given += 1) {
    const against = next(40) === 0;
    yield made("coding", idOf("coding", n * 4 + given), {
      code: codes[Math.min(next(codes.length), next(codes.length))] ?? null,
      segment: idOf("segment", n),
      answer: idOf("answer", n),
      against,
      edition: 1,
      origin: "person",
      coder: en("Example Coder"),
      when: "2026-11-29T13:00:00.000Z",
      ...(against ? {} : { counts: idOf("contribution", n) }),
    });
  }
}

function consentOf(next: Next) {
  return {
    attribution: "none",
    mayQuote: next(3) > 0,
    reuse: "own-work",
    ...(next(20) === 0 ? { until: next(2) === 0 ? "2026-01-01" : "2090-01-01" } : {}),
  };
}

function* inventSheet(
  { questionnaire, codebook }: Pick<ToInvent, "questionnaire" | "codebook">,
  read: readonly RecordId[],
) {
  yield {
    ...made("codingSheet", idOf("sheet", 0), {
      coder: en("Example Coder"),
      questionnaire,
      codebook,
      begun: "2026-11-29T13:00:00.000Z",
    }),
  };
  // A coder goes through one answer after another, and each is an operation of its own.
  for (const each of read)
    yield {
      kind: "codingSheet",
      version: 1,
      record: idOf("sheet", 0),
      act: "coding.read",
      patch: { read: { add: [each] } },
    };
}

function made(kind: string, record: RecordId, values: Readonly<Record<string, Json>>) {
  const patch = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? { add: value } : { set: value },
    ]),
  );
  return { kind, version: 1, record, act: "bench", patch };
}

const languages = ["en", "fr", "ar", "es", "ko"];
const languageOf = (n: number): string => languages[n % languages.length] ?? "en";
const regions = [
  "",
  "North",
  "north",
  "South",
  "East",
  "West",
  "Example Valley",
  "Example Coast",
  "Île Exemple",
];
const words =
  "they followed me home then my phone grew hot a message came with a link our page was blocked the account was closed " +
  "someone called my family we changed numbers we meet without phones a lawyer wrote to the company nobody answered";

const en = (text: string) => ({ text, lang: "en" });

function sentence(next: Next): string {
  const list = words.split(" ");
  return Array.from({ length: 12 + next(40) }, () => list[next(list.length)] ?? "").join(" ");
}

/** A whole number from 0 to under `below`. */
type Next = (below: number) => number;

/** A small generator with a seed, so that every run has the same answers. */
function generator(seed: number): Next {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const sorts = ["contribution", "chosen", "answer", "segment", "coding", "sheet"] as const;

/** In no order, as ids are. */
function idOf(sort: (typeof sorts)[number], n: number): RecordId {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, Math.imul(n * sorts.length + sorts.indexOf(sort) + 1, 2_654_435_761));
  view.setUint32(8, sorts.indexOf(sort));
  view.setUint32(12, n);
  return encodeBase32(new Uint8Array(view.buffer)) as RecordId;
}
