// `tocsin count`: numbers as they are inside, with the rules beside them. With `--audience` a table leaves, under a release,
// small numbers hidden.
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { periodText, spans, type Breakdown, type CountingRule, type ShownTable } from "@tocsin/cases";
import { publishCounts, type CountPage, type PublishedCounts } from "@tocsin/workspace";
import { listOption, stringOption, usage, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";

export async function countPeople(call: Call): Promise<undefined> {
  if (stringOption(call, "audience") !== undefined) return releaseCounts(call);
  if (call.options["csv"] === true || stringOption(call, "out") !== undefined)
    throw usage("a table leaves for an audience: --audience is required");
  const status = stringOption(call, "status");
  await withProgram(call, async ({ workspace }) => {
    const asked = { ...questionOf(call), ...(status === undefined ? {} : { status }) };
    // `count` gives this; it crosses no border.
    const page = (await workspace.ask("count", asked)) as CountPage;
    await (call.json ? call.give(page) : tellPage(call, page));
  });
}

function questionOf(call: Call) {
  const [measure, scope, period] = ["measure", "scope", "period"].map((name) => stringOption(call, name));
  const by = listOption(call, "by").flatMap((each) => each.split(","));
  return {
    ...(by.length === 0 ? {} : { by }),
    ...(measure === undefined ? {} : { measure }),
    ...(scope === undefined ? {} : { scope }),
    ...(period === undefined ? {} : { period }),
  };
}

async function releaseCounts(call: Call): Promise<undefined> {
  const { translator, talk } = call;
  if (stringOption(call, "status") !== undefined) throw usage("a table leaves with every status");
  const audience = audienceOf(call);
  const approvedBy = { text: await approvalOf(call), lang: textLanguageOf(call) };
  const threshold = thresholdOf(call);
  const target = stringOption(call, "out");
  await withProgram(call, async ({ workspace }) => {
    const published = await publishCounts(workspace, {
      question: questionOf(call),
      audience,
      format: call.json && call.options["csv"] !== true ? "json" : "csv",
      acceptDifferences: call.options["acceptDifferences"] === true,
      approvedBy,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      ...(threshold === undefined ? {} : { threshold }),
    });
    const { bytes, release, hidden, sha256 } = published;
    if (target === undefined) await call.parts.terminal.out(new TextDecoder().decode(bytes));
    else {
      await writeNewFile(resolve(target), bytes);
      await noteWritten(call, workspace, [
        { path: resolve(target), bytes: bytes.length, sha256, release, by: approvedBy },
      ]);
      await call.say(`${resolve(target)}  ${sha256}`);
    }
    talk(translator.t("count.released", { release, count: hidden }));
    talk(translator.t("count.rule.hidden", { threshold: published.threshold }));
    tellNotices(call, published);
    talk(translator.t("cli.output.clear"));
  });
}

/** Throws `cli.usage`. */
function thresholdOf(call: Call): number | undefined {
  const typed = stringOption(call, "threshold");
  if (typed === undefined) return undefined;
  if (!/^\d{1,6}$/.test(typed)) throw usage("--threshold takes a whole number");
  return Number(typed);
}

function tellNotices({ talk, translator: { t } }: Call, { notices }: PublishedCounts): void {
  for (const { kind, cell, release } of notices)
    talk(t("count.notice", { kind: t(`count.notice.${kind}`), cell, release }));
}

async function tellPage(
  call: Call,
  { question, method, rules, tables, notCounted }: CountPage,
): Promise<void> {
  const { t } = call.translator;
  for (const table of tables) {
    await call.say(t("count.status", { status: statusWord(call, table.status) }));
    await call.say(`${alignedRows(rowsOf(call, table, question.by))}\n`);
  }
  if (tables.length === 0) await call.say(t("count.none"));
  if (question.scope === "indicator" && notCounted.length > 0) {
    await call.say(t("count.not-counted"));
    for (const { status, reason, count } of notCounted)
      await call.say(`  ${count}  ${t(`count.category.${reason}`)} (${statusWord(call, status)})`);
  }
  await call.say(`\n${t("count.rules", { method: method.name, version: method.version })}`);
  for (const rule of rules) await call.say(`- ${ruleText(call, rule)}`);
}

function statusWord({ translator: { t, has } }: Call, status: string): string {
  const key = `count.status.${status}`;
  return has(key) ? t(key) : status;
}

function ruleText({ translator: { t } }: Call, { id, source, checked }: CountingRule): string {
  const told = t(`count.rule.${id}`);
  const from = t("count.source", { source });
  return checked ? `${told}\n  ${from}` : `${told}\n  ${from} (${t("count.rule.checked.no")})`;
}

function rowsOf(call: Call, table: ShownTable, by: readonly Breakdown[]): readonly (readonly string[])[] {
  const total = call.translator.t("count.total");
  const named = (value: string, at: number): string =>
    spans.some((span) => span === by[at]) ? periodText(value) : value;
  const number = (value: number | null | undefined): string =>
    String(value ?? call.translator.t("count.hidden"));
  const isList = table.columns.length === 0;
  const head = ["", ...table.columns.map((column) => named(column, 1)), ...(isList ? [] : [total])];
  const body = table.rows.map((row, y) => [
    named(row, 0),
    ...(table.cells[y] ?? []).map(number),
    ...(isList ? [] : [number(table.rowTotals[y])]),
  ]);
  return [
    ...(isList ? [] : [head]),
    ...body,
    [total, ...table.columnTotals.map(number), number(table.total)],
  ];
}

function alignedRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  "),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}
