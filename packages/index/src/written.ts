// Pages of the log, newest first, by the key under which the tables know where each operation stands.
import type { Written, WrittenOptions } from "@tocsin/records";
import type { SqlDatabase, SqlRow, SqlValue } from "./sql.ts";
import { positionOf, type ReadOperations } from "./positions.ts";

export async function writtenPage(
  database: SqlDatabase,
  readOperations: ReadOperations,
  { limit, after, kind }: WrittenOptions,
): Promise<Written> {
  const last = parseKey(after);
  const conditions = [
    ...(last === null
      ? []
      : ["(operation.depth, operation.chain, operation.sequence, operation.position) < (?, ?, ?, ?)"]),
    ...(kind === undefined ? [] : ["record.kind = ?"]),
  ];
  const rows = await database.all(
    `SELECT operation.chain, operation.sequence, operation.position, operation.depth
     FROM operation ${kind === undefined ? "" : "CROSS JOIN record ON record.n = operation.record"}
     ${conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`}
     ORDER BY operation.depth DESC, operation.chain DESC, operation.sequence DESC, operation.position DESC LIMIT ?`,
    [...(last ?? []), ...(kind === undefined ? [] : [kind]), limit + 1],
  );
  const shown = rows.slice(0, limit);
  return {
    operations: await readOperations(shown.map(positionOf)),
    next: rows.length > limit ? keyOf(shown.at(-1)) : null,
  };
}

function keyOf(row: SqlRow | undefined): string | null {
  return row === undefined ? null : `${row[3]}:${row[0]}:${row[1]}:${row[2]}`;
}

function parseKey(after: string | undefined): readonly SqlValue[] | null {
  const match = /^(\d{1,16}):([0-9a-zA-Z_-]{1,80}):(\d{1,16}):(\d{1,9})$/.exec(after ?? "");
  return match ? [Number(match[1]), match[2] ?? "", Number(match[3]), Number(match[4])] : null;
}
