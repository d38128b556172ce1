// `tocsin import`: a table is gone through and taken in by a mapping; and a first mapping is made from its headings.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import { createTableComposer } from "@tocsin/node";
import {
  guessMapping,
  importRecords,
  importTable,
  mostTableFiles,
  openTableFiles,
  parseMapping,
  problemsAsCsv,
  type ImportedTable,
  type TableFile,
  type TableMapping,
} from "@tocsin/workspace";
import { requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { writeNewFile } from "../outputs/files.ts";
import { withProgram } from "../vault/open.ts";
import { textLanguageOf } from "./text-language.ts";

/** Problems that are shown without being asked for. */
const shown = 20;

/** Ends with `found` where something could not be taken as it is. */
export async function importFile(call: Call): Promise<number> {
  const files = await filesOf(call);
  const mapping = await mappingOf(call);
  const report = stringOption(call, "report");
  const compose = createTableComposer({ takesBytes: true });
  return withProgram(call, async ({ workspace }) => {
    const imported = await importTable(workspace, {
      files,
      mapping,
      ...(compose === undefined ? {} : { compose }),
      dryRun: call.options["dryRun"] === true,
      sha256: (each) => createHash("sha256").update(each).digest("hex"),
      onProgress: (done) => call.progress.show({ done, total: null, unit: "rows" }),
      onTables: (state) =>
        call.progress.show({ ...state, unit: "steps", at: call.translator.t("cli.progress.records") }),
      signal: call.signal,
    }).finally(call.progress.end);
    if (report !== undefined)
      await writeNewFile(resolve(report), encodeUtf8(problemsAsCsv(imported.problems)));
    if (call.json) await call.give(imported);
    else await tell(call, imported);
    return imported.problems.length === 0 ? exitCodes.done : exitCodes.found;
  });
}

/** Several files are one table: what one of them names can stand in any other. */
async function filesOf({ args }: Call): Promise<readonly TableFile[]> {
  if (args.length > mostTableFiles) throw usage(`at most ${mostTableFiles} files at once`);
  const files: TableFile[] = [];
  for (const path of args) files.push({ name: basename(path), bytes: await readFile(resolve(path)) });
  return files;
}

/** A file of `tocsin export --whole` comes in again; ends with `found` where something says otherwise here. */
export async function importAgain(call: Call): Promise<number> {
  const bytes = await readFile(resolve(wordOf(call, 0)));
  const { t } = call.translator;
  return withProgram(call, async ({ workspace }) => {
    const imported = await importRecords(workspace, {
      bytes,
      dryRun: call.options["dryRun"] === true,
      onProgress: (done) => call.progress.show({ done, total: null, unit: "rows" }),
      signal: call.signal,
    }).finally(call.progress.end);
    const { rows, created, known, differing } = imported;
    if (call.json) await call.give(imported);
    else {
      await call.say(t("cli.import.records.done", { rows, created, known }));
      for (const { row, record, field } of differing.slice(0, shown))
        await call.say(`${row}  ${record}  ${field}  ${t("cli.import.reason.differs")}`);
      if (differing.length > shown)
        await call.say(t("cli.import.records.more", { count: differing.length - shown }));
    }
    return differing.length === 0 ? exitCodes.done : exitCodes.found;
  });
}

async function mappingOf(call: Call): Promise<TableMapping> {
  const text = parseUtf8(await readFile(resolve(requiredOption(call, "mapping", "--mapping FILE"))));
  try {
    return parseMapping(JSON.parse(text), await call.parts.registry());
  } catch (error) {
    if (error instanceof SyntaxError) throw usage("--mapping takes a file of JSON");
    throw error;
  }
}

async function tell({ say, talk, translator: { t } }: Call, imported: ImportedTable): Promise<void> {
  const { rows, knownRows, records, keptCells, counts, problems, table } = imported;
  await say(
    t(table === null ? "cli.import.nothing-written" : "cli.import.written", { rows, known: knownRows }),
  );
  for (const [kind, count] of Object.entries(records)) await say(`  ${kind}: ${count}`);
  await say(t("cli.import.kept", { count: keptCells }));
  for (const [reason, count] of Object.entries(counts))
    await say(`  ${t(`cli.import.reason.${reason}`)}: ${count}`);
  for (const { sheet, row, column, heading, value, field, reason } of problems.slice(0, shown))
    await say(`${sheet}!${column}${row}  ${heading}  ${field}  ${reason}  ${value}`);
  if (problems.length > shown) await say(t("cli.import.more", { count: problems.length - shown }));
  if (counts["not-here"] !== undefined) talk(t("cli.import.not-here"));
  if (counts["ambiguous"] !== undefined) talk(t("cli.import.ambiguous"));
}

export async function guess(call: Call): Promise<undefined> {
  const files = await filesOf(call);
  const { t, has } = call.translator;
  const labels = (key: string): readonly string[] => (has(key) ? [t(key)] : []);
  const table = openTableFiles(files);
  const name = files[0]?.name ?? "table";
  const options = { name, language: textLanguageOf(call), labels };
  await call.give(guessMapping(table, await call.parts.registry(), options));
}
