// What stands beside links, counted and gathered by the tables: one text for all that are alike, since a row for each of tens of
// thousands takes four times as long.
import type { RecordId } from "@tocsin/core";
import {
  briefsOf,
  parseBriefCount,
  parseBriefGroup,
  type BriefCount,
  type BriefGroup,
  type BriefTargets,
  type LinkField,
} from "@tocsin/records";
import type { SqlDatabase, SqlRow, SqlValue } from "./sql.ts";

export async function briefsTo(
  database: SqlDatabase,
  ids: readonly RecordId[],
  from: LinkField,
): Promise<readonly BriefGroup[]> {
  const rows = await grouped(database, "group_concat(link.own, ',')", { ids, from });
  return rows.map(([alike, count, own]) =>
    parseBriefGroup(String(alike), { count: Number(count), own: String(own) }),
  );
}

export async function briefCountsTo(
  database: SqlDatabase,
  ids: readonly RecordId[],
  from: LinkField,
): Promise<readonly BriefCount[]> {
  const rows = await grouped(database, "NULL", { ids, from });
  return rows.map(([alike, count]) => parseBriefCount(String(alike), Number(count)));
}

export async function briefTargetsOf(
  database: SqlDatabase,
  ids: readonly RecordId[],
  from: LinkField & { readonly without: Iterable<RecordId> },
): Promise<readonly BriefTargets[]> {
  const rows = await grouped(database, "group_concat(link.target, ',')", {
    ids,
    from,
    without: from.without,
  });
  return rows.map(([alike, count, to]) => ({
    ...parseBriefCount(String(alike), Number(count)),
    to: String(to).split(",") as RecordId[],
  }));
}

interface Asked {
  readonly ids: readonly RecordId[];
  readonly from: LinkField;
  readonly without?: Iterable<RecordId>;
}

function grouped(
  database: SqlDatabase,
  own: string,
  { ids, from: { kind, field }, without = [] }: Asked,
): Promise<readonly SqlRow[]> {
  const begins = briefsOf(kind);
  const values: readonly SqlValue[] = [
    JSON.stringify([...new Set(ids)]),
    field,
    begins,
    `${begins}~`,
    JSON.stringify([...without]),
  ];
  return database.all(
    `SELECT link.alike, count(*), ${own}
     FROM json_each(?) AS wanted CROSS JOIN link ON link.target = wanted.value AND link.field = ?
     WHERE link.alike >= ? AND link.alike < ?
       AND link.record NOT IN (SELECT n FROM record WHERE id IN (SELECT value FROM json_each(?)))
     GROUP BY link.alike`,
    values,
  );
}
