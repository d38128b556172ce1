// How fast operations become rows of the encrypted projection with full text, how fast they are found, and how fast it
// opens. Invented casework: records of 40 to 80 words in four languages, one operation each, commits of 400.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeBase32, isJsonObject, type RecordId } from "@tocsin/core";
import { SecretKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection } from "@tocsin/index";
import { foldForSearch } from "@tocsin/language";
import { openProjectionDatabase } from "@tocsin/node";
import type { Operation, StampedOperation } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";

const records = 20_000;
const batch = 400;
const questions = 200;
/** 200,000 records anew in 150 s; an edit, a search, a page in 10 ms; opening in 300 ms. */
const targets = { rate: 1_334, edit: 10, search: 10, list: 10, open: 300 } as const;

export async function bench(count = records) {
  const folder = await mkdtemp(join(tmpdir(), "bench-index-"));
  const path = join(folder, "projection.db");
  const raw = randomBytes(32);
  const open: OpenTables = async () => {
    const key = new SecretKey("projection", Uint8Array.from(raw));
    const database = await openProjectionDatabase({ path, key });
    return openProjection(database, { registry: createBuiltInRegistry(), analyse: foldForSearch });
  };
  try {
    const written = await writeFigures(open, count);
    const { size } = await stat(path);
    return {
      name: `Projection (${count} records with full text, encrypted, one core)`,
      figures: [
        ...written,
        ...(await readFigures(open)),
        { label: "size", value: Math.round(size / 1e6), unit: "MB", met: true },
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type OpenTables = () => Promise<Projection>;

async function writeFigures(open: OpenTables, count: number) {
  const projection = await open();
  const operations = inventOperations(count);
  const analysed = await timed(async () => operations.forEach(analyseTexts));
  const batches = await each(Math.ceil(count / batch), (n) => {
    const end = (n + 1) * batch;
    return projection.apply(operations.slice(n * batch, end), end < count ? null : new Map());
  });
  const applied = batches.reduce((sum, taken) => sum + taken, 0) / 1000;
  const edits = await each(questions, (n) => projection.apply([inventEdit(operations, n)], new Map()));
  const checked = await timed(() => projection.check());
  await projection.database.close();
  return [
    {
      ...atLeast("operations applied, in batches", count / applied, "operations/s"),
      against: {
        label: "splitting their texts into tokens alone",
        value: count / analysed,
        unit: "operations/s",
      },
      ratio: analysed / applied,
    },
    { label: `batch of ${batch}, p95`, value: Math.round(percentile(batches, 95)), unit: "ms", met: true },
    atMost("one edit applied, p95", percentile(edits, 95), targets.edit),
    { label: "rows added up", value: Math.round(count / checked), unit: "records/s", met: true },
  ];
}

async function readFigures(open: OpenTables) {
  const opened = await each(5, async () => (await open()).database.close());
  const projection = await open();
  const view = createView(projection, () => Promise.resolve([]));
  const searched = await each(questions, (n) => view.search(question(n)));
  const where = (n: number) => [{ field: "status", value: statuses[n % 3] ?? "" }];
  const listed = await each(questions, (n) =>
    view.list({ kind: "incident", where: n % 2 === 0 ? [] : where(n) }),
  );
  await projection.database.close();
  return [
    atMost("search newest first, p50", percentile(searched, 50), targets.search),
    atMost("search newest first, p95", percentile(searched, 95), targets.search),
    atMost("page of a list, filtered or not, p95", percentile(listed, 95), targets.list),
    atMost("open, engine included, median", percentile(opened, 50), targets.open),
  ];
}

function atLeast(label: string, value: number, unit: string) {
  return {
    label,
    value: Math.round(value),
    unit,
    target: `at least ${targets.rate}`,
    met: value >= targets.rate,
  };
}

function atMost(label: string, value: number, most: number) {
  return {
    label,
    value: Number(value.toFixed(2)),
    unit: "ms",
    target: `at most ${most}`,
    met: value <= most,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Milliseconds of each call. */
async function each(times: number, work: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) taken.push((await timed(() => work(n))) * 1000);
  return taken;
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil((values.length * part) / 100) - 1] ?? Number.NaN;
}

const statuses = ["reported", "corroborated", "confirmed"];
const words: Readonly<Record<string, readonly string[]>> = {
  en: "police office lawyer night search phone arrest court member threat letter account border family journalist".split(
    " ",
  ),
  fr: "police bureau avocat nuit fouille téléphone arrestation tribunal membre menace lettre compte frontière famille".split(
    " ",
  ),
  ar: "الشرطة المكتب المحامي ليلا تفتيش هاتف اعتقال المحكمة عضو تهديد رسالة حساب الحدود العائلة".split(" "),
  ko: "경찰 사무실 변호사 밤 수색 전화 체포 법원 회원 위협 편지 계정 국경 가족".split(" "),
};
const languages = Object.keys(words);

/** A small generator with a seed, so that every run has the same texts. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Common words are common: the first of a list come up most, and one in four is a name that is nearly unique. */
function sentence(next: (below: number) => number, lang: string, length: number): string {
  const list = words[lang] ?? [];
  return Array.from({ length }, () =>
    next(4) === 0 ? `n${next(40_000)}` : (list[Math.min(next(list.length), next(list.length))] ?? ""),
  ).join(" ");
}

function analyseTexts({ operation }: StampedOperation): void {
  for (const change of Object.values(operation.patch)) {
    const { text, lang } = "set" in change && isJsonObject(change.set) ? change.set : {};
    if (typeof text === "string" && typeof lang === "string") foldForSearch(text, lang);
  }
}

function inventOperations(count: number): readonly StampedOperation[] {
  const next = generator(7);
  return Array.from({ length: count }, (_, n): StampedOperation => {
    const lang = languages[n % languages.length] ?? "en";
    const operation: Operation = {
      kind: "incident",
      version: 1,
      record: idOf(n),
      act: "record.create",
      patch: {
        title: { set: { text: sentence(next, lang, 6), lang } },
        narrative: { set: { text: sentence(next, lang, 34 + next(40)), lang } },
        acts: { add: [`act${next(40)}`, `act${next(40)}`] },
        when: { set: `20${10 + next(16)}-0${1 + next(9)}` },
        where: { set: { country: next(2) === 0 ? "XA" : "XB", region: `Region ${next(30)}` } },
        status: { set: statuses[next(3)] ?? "" },
        case: { set: idOf(1_000_000 + next(500)) },
      },
    };
    return { stamp: stampOf(Math.floor(n / batch) + 1, n % batch), operation };
  });
}

function inventEdit(operations: readonly StampedOperation[], n: number): StampedOperation {
  const { operation } = operations[(n * 97) % operations.length] ?? { operation: undefined };
  if (operation === undefined) throw new Error("Cannot measure: nothing to edit");
  const patch = { status: { set: statuses[n % 3] ?? "" } };
  return { stamp: stampOf(1_000_000 + n, 0), operation: { ...operation, act: "record.change", patch } };
}

function stampOf(sequence: number, index: number) {
  const commit = sequence.toString(16).padStart(64, "0");
  const at = 1_700_000_000_000 + sequence * 1000;
  const seen = new Map([["a".repeat(26), sequence]]);
  return {
    chain: "a".repeat(26),
    sequence,
    index,
    depth: sequence,
    commit,
    device: "d".repeat(64),
    at,
    seen,
  };
}

function idOf(n: number): RecordId {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, n);
  return encodeBase32(bytes) as RecordId;
}

/** A common word, a rare one, two of them, a beginning, a phrase. */
function question(n: number): string {
  const list = words[languages[n % languages.length] ?? "en"] ?? [];
  const word = list[n % list.length] ?? "";
  const forms = [
    `${word} `,
    `n${(n * 131) % 40_000} `,
    `${word} ${list[(n * 3) % list.length]} `,
    word.slice(0, 2),
    `"${word} ${list[0]}"`,
  ];
  return forms[n % forms.length] ?? word;
}
