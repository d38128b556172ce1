// `tocsin export KIND`: all records of one kind as CSV or JSON, by the rules of an audience.
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { exportRecords, type ExportedRecords } from "@tocsin/workspace";
import { stringOption, usage, wordOf, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";

/** The table itself is the result; with `--out` it becomes a file and what is told of it is the result. */
export async function exportKind(call: Call): Promise<undefined> {
  const { translator, progress, signal, talk } = call;
  const { t } = translator;
  const options = {
    kind: wordOf(call, 0),
    audience: audienceOf(call),
    format: formatOf(call),
    isWhole: call.options["whole"] === true,
    acceptDifferences: call.options["acceptDifferences"] === true,
  };
  const approvedBy = { text: await approvalOf(call), lang: textLanguageOf(call) };
  const target = stringOption(call, "out");
  await withProgram(call, async ({ workspace }) => {
    const exported = await exportRecords(workspace, {
      ...options,
      approvedBy,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      onProgress: (state) => progress.show({ ...state, unit: "rows" }),
      signal,
    }).finally(progress.end);
    const { bytes, ...about } = exported;
    if (target === undefined) await call.parts.terminal.out(new TextDecoder().decode(bytes));
    else {
      await writeNewFile(resolve(target), bytes);
      const { sha256, release } = about;
      await noteWritten(call, workspace, [
        { path: resolve(target), bytes: bytes.length, sha256, release, by: approvedBy },
      ]);
      if (call.json) await call.give({ path: resolve(target), ...about });
      else await call.say(`${resolve(target)}  ${about.sha256}`);
    }
    talk(t("cli.export.done", { rows: about.rows, release: about.release }));
    for (const [field, count] of Object.entries(about.withheld))
      talk(`  ${t("cli.export.withheld", { field, count })}`);
    tellTotals(call, about.totals);
    if (about.struck > 0) talk(`  ${t("cli.export.struck", { count: about.struck })}`);
    talk(t("cli.output.clear"));
  });
}

function tellTotals({ talk, translator: { t } }: Call, totals: ExportedRecords["totals"]): void {
  if (totals === null) return;
  const { people, children } = totals;
  talk(`  ${t("cli.export.people", { count: people })}`);
  if (children === null) talk(`  ${t("cli.export.children-hidden")}`);
  else if (children > 0) talk(`  ${t("cli.export.children", { count: children })}`);
}

/** `--json` alone asks for the table as JSON. */
function formatOf(call: Call): "csv" | "json" | "xlsx" {
  const given = stringOption(call, "format") ?? (call.json ? "json" : "csv");
  if (given === "csv" || given === "json") return given;
  if (given !== "xlsx") throw usage("--format takes csv, json or xlsx");
  if (stringOption(call, "out") === undefined) throw usage("--format xlsx needs --out FILE");
  return given;
}
