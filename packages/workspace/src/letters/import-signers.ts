// Signers from a table that others filled: each row is a signature of its own, under the rules of `signature.add`. A row that
// cannot be taken is told with its reason and stops no other; a cell that says nothing known stays word for word beside it.
import type { RecordId } from "@tocsin/core";
import { parseDomain, visibilities, type Visibility } from "@tocsin/letters";
import { openTableFiles, type TableFile } from "../imports/table-files.ts";
import { countryNames } from "../imports/cell-values.ts";
import { folded } from "../imports/mapping.ts";
import { textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { fromLog, letterFileOf } from "./letter-file.ts";
import { refuseLate, openLetter } from "./refusals.ts";
import { languageOfName } from "./name-language.ts";
import { headingFields, nameHeadings, type SignerField } from "./signer-headings.ts";

export interface ImportSignersOptions {
  readonly letter: RecordId;
  readonly file: TableFile;
  /** Field to the heading of its column, where it is not plain. */
  readonly columns: Readonly<Partial<Record<SignerField, string>>>;
  /** BCP 47, of the names. */
  readonly language: string;
  /** Taken as accepted; otherwise they wait for somebody. */
  readonly isAccepted: boolean;
  readonly came: "table" | "paper";
  /** ISO 8601, when the table came in. */
  readonly arrived?: string;
  /** Nothing is written. */
  readonly dryRun: boolean;
  readonly sha256: (bytes: Uint8Array) => string;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** `known`: the same row of the same file was taken before. */
export interface SignerRow {
  readonly row: number;
  readonly name: string;
  readonly visibility: Visibility;
  readonly outcome: "taken" | "known" | "refused";
  /** Code of the error that refused it. */
  readonly why: string | null;
  /** Fields whose cells say nothing known: they stand word for word in where it came from. */
  readonly unclear: readonly SignerField[];
}

export interface ImportedSigners {
  /** Field to heading. */
  readonly columns: Readonly<Partial<Record<SignerField, string>>>;
  /** Headings that no field was found for: their cells stand in where the signature came from. */
  readonly unused: readonly string[];
  readonly rows: readonly SignerRow[];
  /** Lines of the queue of signers that may be one, afterwards. */
  readonly queue: number;
}

/** Throws `letters.frozen`, `letters.too-late`, and what `openTable` throws; then nothing is written. */
export async function importSigners(
  workspace: Workspace,
  options: ImportSignersOptions,
): Promise<ImportedSigners> {
  const { letter, file, arrived, dryRun, signal } = options;
  const { view, context } = workspace;
  refuseLate(await openLetter(view, letter), arrived === undefined ? context.now() : Date.parse(arrived));
  const [sheet] = openTableFiles([file]).sheets;
  const [head, ...body] = [...(sheet?.rows() ?? [])];
  const headings = head?.cells ?? [];
  const columns = headingFields(headings, options.columns);
  const before = await letterFileOf(view, letter, fromLog(view));
  const known = new Set(
    before.signatures.map(({ values }) => textIn(values["cameFrom"])?.text.split("\n")[0]),
  );
  const source = `${file.name} ${options.sha256(file.bytes).slice(0, 12)}`;
  const reader = { columns, headings, options, countries: countryNames(workspace.registry) };
  const rows: SignerRow[] = [];
  for (const { row, cells } of body) {
    signal?.throwIfAborted();
    if (cells.every((cell) => cell.trim() === "")) continue;
    const place = `${source} ${row}`;
    const { input, unclear } = inputOf(cells, place, reader);
    const told = { row, name: input.name.text, visibility: input.visibility, unclear };
    if (known.has(place)) rows.push({ ...told, outcome: "known", why: null });
    else rows.push({ ...told, ...(await take(workspace, input, dryRun)) });
    options.onProgress?.(rows.length);
  }
  const after = dryRun ? before : await letterFileOf(view, letter, fromLog(view));
  const used = new Set([...Object.values(columns), ...nameHeadings(headings).keys()]);
  return {
    columns,
    unused: headings.filter((heading) => heading !== "" && !used.has(heading)),
    rows,
    queue: after.queue.lines.length,
  };
}

async function take(
  workspace: Workspace,
  input: SignerInput,
  dryRun: boolean,
): Promise<Pick<SignerRow, "outcome" | "why">> {
  try {
    if (dryRun) await planned(workspace, input);
    else await workspace.run("signature.add", input);
    return { outcome: "taken", why: null };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    // What is wrong with one row stops no other; what is wrong with the vault or the letter stops them all.
    if (code === null || !/^(?:letters\.bad-signer|records\.|core\.)/.test(code)) throw error;
    return { outcome: "refused", why: code };
  }
}

/** What `signature.add` would refuse, without writing. */
async function planned({ commands, view, context }: Workspace, input: SignerInput): Promise<void> {
  await commands.get("signature.add")?.run(view, input, context);
}

type SignerInput = ReturnType<typeof inputOf>["input"];

interface RowReader {
  readonly columns: Readonly<Partial<Record<SignerField, string>>>;
  readonly headings: readonly string[];
  readonly options: ImportSignersOptions;
  readonly countries: ReadonlyMap<string, string>;
}

function inputOf(cells: readonly string[], place: string, reader: RowReader) {
  const { columns, headings, options, countries } = reader;
  const { letter, language, isAccepted, came, arrived } = options;
  const unclear: SignerField[] = [];
  const cell = (field: SignerField): string => {
    const heading = columns[field];
    return heading === undefined ? "" : (cells[headings.indexOf(heading)] ?? "").trim();
  };
  const said = (field: SignerField): { text: string; lang: string } | undefined =>
    cell(field) === "" ? undefined : { text: cell(field), lang: language };
  const known = (
    field: SignerField,
    read: (text: string) => string | null | undefined,
  ): string | undefined => {
    const value = cell(field) === "" ? undefined : read(cell(field));
    if (cell(field) !== "" && (value === undefined || value === null)) unclear.push(field);
    return value ?? undefined;
  };
  const country = known("country", (text) => countryOf(text, countries));
  const domain = known("domain", (text) => (parseDomain(text) === null ? null : text));
  const visibility = visibilityOf(columns["visibility"] === undefined ? null : cell("visibility"));
  if (visibility === null) unclear.push("visibility");
  const names = namesIn(cells, headings);
  const used = new Set([
    ...nameHeadings(headings).keys(),
    ...Object.entries(columns).flatMap(([field, heading]) =>
      unclear.some((each) => each === field) ? [] : [heading],
    ),
  ]);
  const left = headings.flatMap((heading, at) =>
    used.has(heading) || (cells[at] ?? "").trim() === "" ? [] : [`${heading}: ${cells[at] ?? ""}`],
  );
  const optional = {
    country,
    domain,
    arrived,
    aliases:
      cell("aliases") === ""
        ? undefined
        : cell("aliases")
            .split(/[;|\n]/)
            .map((each) => each.trim())
            .filter((each) => each !== ""),
    names: names.length === 0 ? undefined : names,
    actedBy: said("actedBy"),
    actedAs: said("actedAs"),
    contact: said("contact"),
  };
  const input = {
    letter,
    name: { text: cell("name"), lang: languageOfName(cell("name"), language) },
    // Who did not say plainly how they want to be shown is not shown by name.
    visibility: visibility ?? ("withheld" as const),
    status: isAccepted ? "accepted" : "waiting",
    came,
    cameFrom: { text: [place, ...left].join("\n"), lang: "zxx" },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
  return { input, unclear };
}

function namesIn(
  cells: readonly string[],
  headings: readonly string[],
): readonly { readonly text: string; readonly lang: string }[] {
  return [...nameHeadings(headings)].flatMap(([heading, lang]) => {
    const text = (cells[headings.indexOf(heading)] ?? "").trim();
    return text === "" ? [] : [{ text, lang }];
  });
}

function countryOf(text: string, countries: ReadonlyMap<string, string>): string | undefined {
  const code = text.toUpperCase();
  return [...countries.values()].find((each) => each === code) ?? countries.get(folded(text));
}

/** Null for what is no way of being shown; without a column everybody signs by name. */
function visibilityOf(text: string | null): Visibility | null {
  return text === null ? "public" : (visibilities.find((each) => each === text.toLowerCase()) ?? null);
}
