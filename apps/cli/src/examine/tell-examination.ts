// An examination in words: what was looked at first, then what was found, then verdicts. Silence is never called clean.
import {
  levels,
  type Coverage,
  type ExaminerFinding,
  type MatchedIndicator,
  type Note,
  type Verdict,
  type VerdictState,
} from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { showableLine } from "../showable.ts";
import type { Collector } from "./collector.ts";

type Say = (text: string) => Promise<void>;

/** States that are told one by one; the others are counted. */
const notable: readonly VerdictState[] = ["blocked", "likely-blocked", "impaired", "down"];
const mostTold = 500;

export async function tellExamination(
  { coverage, findings, verdicts, states }: Collector,
  translator: Translator,
  say: Say,
): Promise<void> {
  const { t } = translator;
  await say(t("cli.examine.coverage"));
  for (const line of coverage) await say(coverageText(line, translator));
  await tellFindings([...byLevel(findings.read())].slice(0, mostTold), translator, say);
  if (findings.count > mostTold) await say(t("cli.examine.more", { count: findings.count - mostTold }));
  if (verdicts.count > 0) await tellVerdicts({ verdicts, states }, translator, say);
  if (coverage.every(({ artifact }) => artifact.startsWith("ooni."))) return;
  await say(`\n${t("count.findings", { count: findings.count })}`);
  if (findings.count === 0) await say(t("examination.no-match"));
}

function coverageText(
  { status, artifact, rows, file, acquisition, note }: Coverage,
  translator: Translator,
): string {
  const { t } = translator;
  const place = file === undefined || file === acquisition ? acquisition : `${acquisition} · ${file}`;
  const amount = status === "read" ? ` · ${t("cli.examine.rows", { count: rows })}` : "";
  const line = `  ${t(`coverage.${status}`)}: ${artifact}${amount} · ${showableLine(place)}`;
  return note === undefined ? line : `${line}\n      ${noteText(note, translator)}`;
}

function noteText({ key, values = {} }: Note, translator: Translator): string {
  return showableLine(translator.has(key) ? translator.t(key, values) : key);
}

/** What a finding can mean is said once for all that mean the same. */
async function tellFindings(
  findings: readonly ExaminerFinding[],
  translator: Translator,
  say: Say,
): Promise<void> {
  if (findings.length === 0) return;
  await say(`\n${translator.t("cli.examine.findings")}`);
  for (const meaning of new Set(findings.map((finding) => finding.meaning))) {
    for (const finding of findings.filter((each) => each.meaning === meaning))
      await say(findingText(finding, translator));
    const explained = explanationOf(meaning, translator);
    if (explained !== "") await say(`\n${explained}`);
  }
}

function findingText(finding: ExaminerFinding, translator: Translator): string {
  const { t } = translator;
  const { level, artifact, type, meaning, time, indicators, value } = finding;
  const seen = `finding.${meaning}.seen`;
  return [
    `\n[${t(`levels.${level}.label`)}] ${type} · ${artifact}`,
    ...(translator.has(seen) ? [`  ${t(seen, valuesFor(finding))}`] : []),
    `  ${t("cli.examine.value")}: ${value}`,
    `  ${t("cli.examine.where")}: ${placeText(finding)}`,
    ...(time === null ? [] : [`  ${t("cli.examine.time")}: ${time}`]),
    ...(indicators.length === 0 ? [] : [`  ${t("cli.examine.indicators")}: ${campaignsText(indicators)}`]),
  ]
    .map((line, at) => (at === 0 ? line : showableLine(line)))
    .join("\n");
}

function explanationOf(meaning: string, translator: Translator): string {
  return (["means", "harmless", "next"] as const)
    .map((part) => ({ part, key: `finding.${meaning}.${part}` }))
    .filter(({ key }) => translator.has(key))
    .map(({ part, key }) => `    ${translator.t(`cli.examine.${part}`)}: ${translator.t(key)}`)
    .join("\n");
}

function valuesFor({
  value,
  place,
  time,
  indicators,
}: ExaminerFinding): Readonly<Record<string, string | number>> {
  const campaigns = [...new Set(indicators.map(({ campaign }) => campaign))].join(", ");
  const { file, table = "", row = "", line = "" } = place;
  return { value, campaigns, campaign: campaigns, file, table, row, line, time: time ?? "" };
}

function placeText({ place }: ExaminerFinding): string {
  const { file, table, row, line } = place;
  return [file, table, row === undefined ? undefined : `#${row}`, line === undefined ? undefined : `:${line}`]
    .filter((part) => part !== undefined)
    .join(" ");
}

function campaignsText(indicators: readonly MatchedIndicator[]): string {
  return [...new Set(indicators.map(({ campaign, source }) => `${campaign} (${source})`))].join("; ");
}

async function tellVerdicts(
  { verdicts, states }: Pick<Collector, "verdicts" | "states">,
  translator: Translator,
  say: Say,
): Promise<void> {
  const { t } = translator;
  await say(`\n${t("cli.examine.verdicts")}`);
  const told = [...firstOf(notableOnly(verdicts.read()), mostTold)];
  for (const verdict of told) await say(verdictText(verdict, translator));
  const notables = notable.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
  if (notables > told.length) await say(t("cli.examine.more", { count: notables - told.length }));
  await say(`\n${t("count.measurements", { count: verdicts.count })}`);
  for (const [state, count] of states) await say(`  ${t(`verdict.${state}.label`)}: ${count}`);
}

function verdictText(verdict: Verdict, translator: Translator): string {
  const { t } = translator;
  const { state, file, line, test, input, country, network, time, rules } = verdict;
  const about = [test, input, country, network, time].filter((part) => part !== null).join(" · ");
  const reasons = rules.map(({ id }) => (translator.has(`rule.${id}.says`) ? t(`rule.${id}.says`) : id));
  return [
    `\n[${t(`verdict.${state}.label`)}] ${showableLine(about)}`,
    `  ${t("cli.examine.where")}: ${showableLine(file)}:${line}`,
    ...reasons.map((reason) => `  - ${reason}`),
  ].join("\n");
}

function* notableOnly(verdicts: Iterable<Verdict>): Generator<Verdict> {
  for (const verdict of verdicts) if (notable.includes(verdict.state)) yield verdict;
}

/** The worst first; among equals as they came. */
function* byLevel(findings: Iterable<ExaminerFinding>): Generator<ExaminerFinding> {
  const lists = new Map(levels.map((level): [string, ExaminerFinding[]] => [level, []]));
  for (const finding of findings) {
    const list = lists.get(finding.level);
    if (list !== undefined && list.length < mostTold) list.push(finding);
  }
  for (const list of lists.values()) yield* list;
}

function* firstOf<T>(values: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const value of values) {
    if (count >= most) return;
    count += 1;
    yield value;
  }
}
