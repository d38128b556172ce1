// What search finds of a small invented library, by questions whose answers were written down before: documents.tsv and
// queries.tsv beside this file. A question with an odd number is seen while the analysis is worked on; those with an even
// number are looked at when it is done. `␣` stands for a space at the end: then the last word is whole.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { encodeBase32, type Place, type RecordId } from "@tocsin/core";
import { createProgram, type OpenProgram } from "@tocsin/node";
import { encodeOperation, type Patch } from "@tocsin/records";

export interface Question {
  readonly id: string;
  /** Language or subject. */
  readonly group: string;
  readonly half: Half;
  /** What it is about, such as a plural. */
  readonly aspect: string;
  /** Language of whoever asks. */
  readonly language: string;
  readonly words: string;
  readonly finds: readonly string[];
  /** Neither right nor wrong, such as the same word of another language. */
  readonly either: readonly string[];
  /** Put into the library because they look alike. Whatever else is found is wrong too. */
  readonly never: readonly string[];
}

export type Half = "seen" | "unseen";

export interface Answered {
  readonly question: Question;
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

export interface Figures {
  readonly questions: number;
  /** Answered as written down: all of it, and nothing wrong. */
  readonly right: number;
  readonly expected: number;
  readonly found: number;
  readonly wrong: number;
}

/** Tests and benchmarks both run in the project's folder; a bundle has lost where its source was. */
const folder = resolve("tests/search");

/** Rows of a table parted by tabs, with the names of its columns above. */
async function readTable(name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [head = "", ...lines] = (await readFile(join(folder, name), "utf8")).trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

export async function readQuestions(): Promise<readonly Question[]> {
  const rows = await readTable("queries.tsv");
  const ids = (text = ""): readonly string[] => text.split(" ").filter(Boolean);
  return rows.map(({ id = "", aspect = "", interface: language = "", words = "", finds, either, never }) => ({
    id,
    group: id.split("-")[0] ?? "",
    half: Number(id.split("-")[1]) % 2 === 1 ? "seen" : "unseen",
    aspect,
    language,
    words: words.replace("␣", " "),
    finds: ids(finds),
    either: ids(either),
    never: ids(never),
  }));
}

export interface Library {
  readonly program: OpenProgram;
  /** Documents by the record that was made of each. */
  readonly names: ReadonlyMap<RecordId, string>;
  close(): Promise<void>;
}

/** A vault that holds the documents and nothing else. */
export async function openLibrary(): Promise<Library> {
  const documents = await readTable("documents.tsv");
  const place = await mkdtemp(join(tmpdir(), "tocsin-search-"));
  const program = await createProgram(join(place, "vault"), {
    passphrase: "an invented library",
    deviceName: "search",
    cost: { memoryKib: 8, passes: 1, lanes: 1 },
  });
  const names = new Map(documents.map(({ id = "" }, at) => [recordOf(at), id]));
  const payloads = documents.map((document, at) =>
    encodeOperation({
      kind: document["kind"] ?? "",
      version: 1,
      record: recordOf(at),
      act: "record.create",
      patch: patchOf(document),
    }),
  );
  await program.workspace.writeStep(
    (async function* () {
      yield* payloads;
    })(),
  );
  await program.workspace.followed();
  return {
    program,
    names,
    close: async () => {
      await program.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

function patchOf({
  kind,
  lang = "und",
  title = "",
  text = "",
  place = "",
}: Readonly<Record<string, string>>): Patch {
  const [country, region, locality] = place.split(";");
  const where = { country, region, locality } as Place & Record<string, string>;
  return {
    [kind === "incident" ? "title" : "name"]: { set: { text: title, lang } },
    ...(text === "" ? {} : { narrative: { set: { text, lang } } }),
    ...(place === "" ? {} : { where: { set: where } }),
  };
}

function recordOf(at: number): RecordId {
  const bytes = new Uint8Array(16);
  bytes.set([1, at + 1], 14);
  return encodeBase32(bytes) as RecordId;
}

/** What a search gives for each question. */
export async function answer(
  { program: { workspace }, names }: Library,
  questions: readonly Question[],
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const question of questions) {
    const hits = await workspace.view.search(question.words, { limit: 100 });
    // What a new vault brings along is no part of the library.
    const found = hits.flatMap(({ id }) => names.get(id) ?? []);
    answered.push({
      question,
      found,
      missed: question.finds.filter((id) => !found.includes(id)),
      wrong: found.filter((id) => ![...question.finds, ...question.either].includes(id)),
    });
  }
  return answered;
}

export function figuresOf(answered: readonly Answered[]): Figures {
  const sum = (of: (one: Answered) => number): number => answered.reduce((total, one) => total + of(one), 0);
  const expected = sum(({ question }) => question.finds.length);
  return {
    questions: answered.length,
    right: sum(({ missed, wrong }) => (missed.length + wrong.length === 0 ? 1 : 0)),
    expected,
    found: expected - sum(({ missed }) => missed.length),
    wrong: sum(({ wrong }) => wrong.length),
  };
}
