// What stands beside links, over rows in memory.
import { parseBriefCount, parseBriefGroup } from "./briefs.ts";
import type { LinkRow, Rows } from "./rows.ts";
import type { View } from "./view.ts";

export function createBriefsInMemory(
  rowsOf: (kind: string) => readonly Rows[],
): Pick<View, "briefs" | "briefCounts" | "briefTargets"> {
  const byAlike = (...[ids, { kind, field }, without]: Asked): ReadonlyMap<string, readonly LinkRow[]> => {
    const links = rowsOf(kind).flatMap(({ record, links: own }) => (without?.has(record.id) ? [] : own));
    const found = links.filter(
      (each) => each.field === field && each.brief.alike !== "" && ids.includes(each.to),
    );
    const groups = new Map<string, readonly LinkRow[]>();
    for (const each of found) groups.set(each.brief.alike, [...(groups.get(each.brief.alike) ?? []), each]);
    return groups;
  };
  return {
    briefs: async (ids, from) =>
      [...byAlike(ids, from)].map(([alike, links]) =>
        parseBriefGroup(alike, { count: links.length, own: links.map(({ brief }) => brief.own).join(",") }),
      ),
    briefCounts: async (ids, from) =>
      [...byAlike(ids, from)].map(([alike, links]) => parseBriefCount(alike, links.length)),
    briefTargets: async (ids, from) =>
      [...byAlike(ids, from, new Set(from.without))].map(([alike, links]) => ({
        ...parseBriefCount(alike, links.length),
        to: links.map(({ to }) => to),
      })),
  };
}

type Asked = readonly [...Parameters<View["briefs"]>, without?: ReadonlySet<string>];
