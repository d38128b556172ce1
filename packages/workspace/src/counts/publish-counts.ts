// Counts leave the vault: small numbers hidden, the rule beside every number, after a person approved it, with a release
// record that keeps the table as it left, so that the next one can be held beside it.
import { countingRules, periodText, spans, type Notice, type ReleasedCounts } from "@tocsin/cases";
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { csvOf, type Cell, type ReleasedRows } from "@tocsin/publish";
import { create, releaseKind, type LanguageText } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { unreadIn } from "../unread-in.ts";
import type { Workspace } from "../workspace.ts";
import { planCounts, type CountsPlan, type PlanCountsOptions } from "./plan-counts.ts";

export interface PublishCountsOptions extends PlanCountsOptions {
  readonly format: "csv" | "json";
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
  /** The person who answers for what leaves. */
  readonly approvedBy: LanguageText;
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface PublishedCounts extends Pick<CountsPlan, "hidden" | "notices"> {
  readonly release: RecordId;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly threshold: number;
}

/**
 * Throws `workspace.not-approved` without a person's name, `workspace.reveals-together` where an earlier release and this
 * one reveal what each of them hides, and what `planCounts` throws.
 */
export async function publishCounts(
  workspace: Workspace,
  options: PublishCountsOptions,
): Promise<PublishedCounts> {
  const { approvedBy, format, acceptDifferences = false } = options;
  if (approvedBy.text.trim() === "")
    throw new WorkspaceError(
      "workspace.not-approved",
      "Cannot release counts: nobody has approved what leaves",
    );
  const { counts, hidden, notices } = await planCounts(workspace, options);
  if (notices.length > 0 && !acceptDifferences) throw revealing(notices);
  const bytes = encodeUtf8(format === "csv" ? csvOf(countRows(counts)) : jsonOf(counts));
  const sha256 = options.sha256(bytes);
  const release = await writeRelease(workspace, options, { counts, sha256 });
  return { release, bytes, sha256, threshold: counts.threshold, notices, hidden };
}

const mostNamed = 5;

function revealing(notices: readonly Notice[]): WorkspaceError {
  const named = notices.slice(0, mostNamed).map(({ kind, release, cell }) => `${kind}: ${cell} (${release})`);
  return new WorkspaceError(
    "workspace.reveals-together",
    `Cannot release counts: an earlier release and this one together reveal small numbers: ${named.join("; ")}`,
    { details: { count: notices.length, first: named[0] ?? "" } },
  );
}

interface ToRelease {
  readonly counts: ReleasedCounts;
  readonly sha256: string;
}

async function writeRelease(
  workspace: Workspace,
  { audience, format, approvedBy }: PublishCountsOptions,
  { counts, sha256 }: ToRelease,
): Promise<RecordId> {
  const { context, registry, write } = workspace;
  const record = context.newId();
  const approved = new Date(context.now()).toISOString();
  const title = `count · ${audience} · ${approved.slice(0, 10)}`;
  const values = {
    title: { text: title, lang: "zxx" },
    audience,
    format,
    approvedBy,
    approved,
    sha256,
    counts: counts as unknown as Json,
    ...(await unreadIn(workspace)),
  };
  await write([create(releaseKind, values, { record, act: "count.release", isCode: registry.isCode })]);
  return record;
}

/** One row a number, totals included, each with the rule that it was counted by. */
function countRows({ method, version, question, threshold, tables }: ReleasedCounts): ReleasedRows {
  const { measure, scope, by, period } = question;
  const [first = "", second = ""] = by;
  const rule = `${method} version ${version}; below ${threshold} hidden, with others that would give it away`;
  const isSpan = (name: string): boolean => spans.some((span) => span === name);
  const named = (name: string, value: string): string => (isSpan(name) ? periodText(value) : value);
  const rows = tables.flatMap((table) => {
    const row = (one: string, other: string, value: number | null): readonly Cell[] => [
      measure,
      scope,
      period ?? "all",
      table.status,
      one,
      other,
      value,
      value === null,
      rule,
    ];
    return [
      ...table.rows.flatMap((name, y) => [
        ...(table.columns.length === 0 ? [""] : table.columns).map((column, x) =>
          row(named(first, name), named(second, column), table.cells[y]?.[x] ?? null),
        ),
        ...(table.columns.length === 0 ? [] : [row(named(first, name), "total", table.rowTotals[y] ?? null)]),
      ]),
      ...table.columns.map((column, x) => row("total", named(second, column), table.columnTotals[x] ?? null)),
      row("total", second === "" ? "" : "total", table.total),
    ];
  });
  const columns = [
    "measure",
    "scope",
    "period",
    "status",
    first || "row",
    second || "column",
    "count",
    "hidden",
    "rule",
  ];
  return { columns, rows };
}

function jsonOf(counts: ReleasedCounts): string {
  const whole = { ...counts, rules: countingRules };
  return `${encodeCanonicalText(whole as unknown as Json)}\n`;
}
