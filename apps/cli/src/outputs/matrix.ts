// `tocsin matrix`: States, or companies, by commitment, as they are inside, with the rules beside the numbers. With
// `--audience` the numbers leave, under a release, each with what it counts where the audience may have it.
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { isId, type RecordId } from "@tocsin/core";
import { publishMatrix, type Matrix, type MatrixCell, type PublishedMatrix } from "@tocsin/workspace";
import { stringOption, usage, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";

export async function showMatrix(call: Call): Promise<undefined> {
  if (stringOption(call, "audience") !== undefined) return releaseMatrix(call);
  if (call.options["csv"] === true || stringOption(call, "out") !== undefined)
    throw usage("a table leaves for an audience: --audience is required");
  const { by, row, commitment } = placeOf(call);
  await withProgram(call, async ({ workspace }) => {
    // `matrix` gives this; it crosses no border.
    const matrix = (await workspace.ask("matrix", by === undefined ? {} : { by })) as Matrix;
    const cells = matrix.cells.filter(
      (cell) =>
        (row === undefined || cell.row === row) &&
        (commitment === undefined || cell.commitment === commitment),
    );
    await (call.json ? call.give({ ...matrix, cells }) : tellMatrix(call, matrix, cells));
  });
}

interface Place {
  readonly by?: string;
  readonly row?: string;
  readonly commitment?: RecordId;
}

/** Throws `cli.usage`. */
function placeOf(call: Call): Place {
  const [by, row, commitment] = ["by", "row", "commitment"].map((name) => stringOption(call, name));
  if (commitment !== undefined && !isId(commitment)) throw usage("--commitment takes the id of a commitment");
  return {
    ...(by === undefined ? {} : { by }),
    ...(row === undefined ? {} : { row }),
    ...(commitment === undefined ? {} : { commitment }),
  };
}

async function tellMatrix(
  call: Call,
  { commitments, labels, coverage, rules, method }: Matrix,
  cells: readonly MatrixCell[],
): Promise<void> {
  const { t } = call.translator;
  const named = new Map(commitments.map(({ record, reference, label }) => [record, reference ?? label]));
  for (const cell of cells)
    await call.say(
      `${labels[cell.row] ?? cell.row}  ${named.get(cell.commitment) ?? cell.commitment}  ${numbersOf(call, cell)}`,
    );
  if (cells.length === 0) await call.say(t("count.none"));
  await call.say(`\n${t("desk.matrix.coverage", coverage)}`);
  await call.say(`\n${t("count.rules", { method: method.name, version: method.version })}`);
  for (const { id, source } of rules)
    await call.say(
      `- ${t(`matrix.rule.${id}`)}\n  ${t("count.source", { source })} (${t("count.rule.checked.no")})`,
    );
}

function numbersOf({ translator: { t, has } }: Call, cell: MatrixCell): string {
  const word = (status: string): string => {
    const key = `count.status.${status === "?" ? "unknown" : status}`;
    return has(key) ? t(key) : status;
  };
  const incidents = Object.entries(cell.incidents).map(([status, count]) => `${word(status)} ${count}`);
  const others = (["measure", "proceeding", "assessment"] as const).flatMap((kind) =>
    cell[`${kind}s`] === 0 ? [] : [`${t(`kind.${kind}`)} ${cell[`${kind}s`]}`],
  );
  return [...incidents, ...others].join(", ");
}

async function releaseMatrix(call: Call): Promise<undefined> {
  const audience = audienceOf(call);
  const approvedBy = { text: await approvalOf(call), lang: textLanguageOf(call) };
  const threshold = thresholdOf(call);
  const target = stringOption(call, "out");
  await withProgram(call, async ({ workspace }) => {
    const published = await publishMatrix(workspace, {
      ...placeOf(call),
      audience,
      format: call.json && call.options["csv"] !== true ? "json" : "csv",
      acceptDifferences: call.options["acceptDifferences"] === true,
      approvedBy,
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      ...(threshold === undefined ? {} : { threshold }),
    });
    const { bytes, release, sha256 } = published;
    if (target === undefined) await call.parts.terminal.out(new TextDecoder().decode(bytes));
    else {
      await writeNewFile(resolve(target), bytes);
      await noteWritten(call, workspace, [
        { path: resolve(target), bytes: bytes.length, sha256, release, by: approvedBy },
      ]);
      await call.say(`${resolve(target)}  ${sha256}`);
    }
    tellReleased(call, published);
  });
}

function tellReleased({ talk, translator: { t } }: Call, published: PublishedMatrix): void {
  const { release, hidden, threshold, unnamed, notices } = published;
  talk(t("count.released", { release, count: hidden }));
  talk(t("matrix.hidden", { threshold }));
  if (unnamed > 0) talk(t("matrix.unnamed", { count: unnamed }));
  for (const { kind, cell, release: earlier } of notices)
    talk(t("count.notice", { kind: t(`count.notice.${kind}`), cell, release: earlier }));
  talk(t("cli.output.clear"));
}

/** Throws `cli.usage`. */
export function thresholdOf(call: Call): number | undefined {
  const typed = stringOption(call, "threshold");
  if (typed === undefined) return undefined;
  if (!/^\d{1,6}$/.test(typed)) throw usage("--threshold takes a whole number");
  return Number(typed);
}
