// `tocsin letter import`: signers of a table are gone through, and taken one by one.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { importSigners, type ImportedSigners } from "@tocsin/workspace";
import { listOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { exitCodes } from "../exit-codes.ts";
import { withProgram } from "../vault/open.ts";
import { textLanguageOf } from "./text-language.ts";

/** Ends with `found` where a row was refused, or a cell of it is unclear. */
export async function importSignersFile(call: Call): Promise<number> {
  const path = resolve(wordOf(call, 1));
  const arrived = stringOption(call, "arrived");
  if (arrived !== undefined && Number.isNaN(Date.parse(arrived)))
    throw usage("--arrived takes a moment such as 2026-11-30T18:00:00Z");
  const file = { name: basename(path), bytes: await readFile(path) };
  const columns = columnsOf(call);
  return withProgram(call, async ({ workspace }) => {
    const imported = await importSigners(workspace, {
      letter: parseId(wordOf(call, 0)),
      file,
      columns,
      language: textLanguageOf(call),
      isAccepted: call.options["accept"] === true,
      came: call.options["paper"] === true ? "paper" : "table",
      ...(arrived === undefined ? {} : { arrived: new Date(arrived).toISOString() }),
      dryRun: call.options["dryRun"] === true,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      onProgress: (done) => call.progress.show({ done, total: null, unit: "rows" }),
      signal: call.signal,
    }).finally(call.progress.end);
    if (call.json) await call.give(imported);
    else await tell(call, imported);
    const isWhole = imported.rows.every(
      ({ outcome, unclear }) => outcome !== "refused" && unclear.length === 0,
    );
    return isWhole ? exitCodes.done : exitCodes.found;
  });
}

function columnsOf(call: Call): Readonly<Record<string, string>> {
  const pairs = listOption(call, "column").map((given) => {
    const at = given.indexOf("=");
    if (at < 1) throw usage("--column takes FIELD=HEADING");
    return [given.slice(0, at), given.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

async function tell({ say, options, translator: { t } }: Call, imported: ImportedSigners): Promise<void> {
  const { columns, unused, rows, queue } = imported;
  const isPreview = options["dryRun"] === true;
  for (const [field, heading] of Object.entries(columns))
    await say(`  ${heading} → ${t(`signature.${field}`)}`);
  for (const heading of unused) await say(`  ${heading} → ${t("signature.cameFrom")}`);
  for (const { row, name, visibility, outcome, why, unclear } of rows) {
    if (!isPreview && outcome !== "refused" && unclear.length === 0) continue;
    const notes = [
      ...(why === null ? [] : [t(`error.${why}`)]),
      ...unclear.map((field) => `${t("cli.letter.unclear")}: ${t(`signature.${field}`)}`),
    ];
    await say(
      [
        row,
        t(`cli.letter.row.${outcome}`),
        name,
        t(`signatureVisibility.${visibility}.label`),
        ...notes,
      ].join("  "),
    );
  }
  const count = (wanted: string): number => rows.filter(({ outcome }) => outcome === wanted).length;
  const sums = { taken: count("taken"), known: count("known"), refused: count("refused"), queue };
  await say(t(isPreview ? "cli.letter.would" : "cli.letter.took", sums));
}
