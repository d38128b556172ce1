// What stands beside links, over rows in memory.
import { parseBriefCount, parseBriefGroup } from "./briefs.ts";
import type { LinkRow } from "./rows.ts";
import type { View } from "./view.ts";

export function createBriefsInMemory(
  linksOf: (kind: string) => readonly LinkRow[],
): Pick<View, "briefs" | "briefCounts"> {
  const ownByAlike: (...asked: Parameters<View["briefs"]>) => ReadonlyMap<string, readonly string[]> = (
    ids,
    { kind, field },
  ) => {
    const found = new Map<string, readonly string[]>();
    for (const { to, field: of, brief } of linksOf(kind))
      if (of === field && brief.alike !== "" && ids.includes(to))
        found.set(brief.alike, [...(found.get(brief.alike) ?? []), brief.own]);
    return found;
  };
  return {
    briefs: async (ids, from) =>
      [...ownByAlike(ids, from)].map(([alike, own]) =>
        parseBriefGroup(alike, { count: own.length, own: own.join(",") }),
      ),
    briefCounts: async (ids, from) =>
      [...ownByAlike(ids, from)].map(([alike, own]) => parseBriefCount(alike, own.length)),
  };
}
