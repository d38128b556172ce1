// What a person has decided of two drafts so far: links that are confirmed, links that are proposed and open, and the rest.
import type { DraftAlignment } from "@tocsin/workspace";

export interface Link {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Decided {
  readonly confirmed: readonly Link[];
  readonly open: readonly Link[];
}

/** Sure enough to be confirmed with others: most words are shared, and it is one paragraph on each side. */
const sureScore = 0.75;

export type AlignRowKind = "pair" | "split" | "merged" | "added" | "removed";

export interface AlignRow {
  readonly kind: AlignRowKind;
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** 0 to 1; null for what has no counterpart. */
  readonly score: number | null;
  readonly moved: boolean;
  readonly byPerson: boolean;
}

export function decidedIn({ links }: Pick<DraftAlignment, "links">): Decided {
  const plain = ({ before, after }: Link): Link => ({ before, after });
  return {
    confirmed: links.filter(({ byPerson }) => byPerson).map(plain),
    open: links.filter(({ byPerson }) => !byPerson).map(plain),
  };
}

/** In the order of the newer draft; what is gone stands behind what it followed. */
export function rowsOf({ older, newer, links }: DraftAlignment): readonly AlignRow[] {
  const rows: AlignRow[] = [];
  const linkAt = new Map(links.map((link) => [link.after[0] ?? -1, link]));
  const linked = new Set(links.flatMap(({ after }) => after));
  const gone = new Set(
    [...older.paragraphs.keys()].filter((at) => !links.some((each) => each.before.includes(at))),
  );
  const without = { score: null, moved: false, byPerson: false };
  const addGone = (from: number): void => {
    for (let at = from; gone.delete(at); at += 1)
      rows.push({ kind: "removed", before: [at], after: [], ...without });
  };
  addGone(0);
  for (const at of newer.paragraphs.keys()) {
    const link = linkAt.get(at);
    if (link !== undefined) {
      rows.push({ ...link, kind: kindOf(link) });
      addGone(Math.max(...link.before) + 1);
    } else if (!linked.has(at)) rows.push({ kind: "added", before: [], after: [at], ...without });
  }
  for (const at of older.paragraphs.keys()) addGone(at);
  return rows;
}

function kindOf({ before, after }: Link): AlignRowKind {
  return after.length > 1 ? "split" : before.length > 1 ? "merged" : "pair";
}

export function isSure({ kind, score, byPerson }: AlignRow): boolean {
  return !byPerson && kind === "pair" && score !== null && score >= sureScore;
}

/** The link counts as confirmed; whatever else held one of its paragraphs lets go of it. */
export function confirm(decided: Decided, links: readonly Link[]): Decided {
  const rest = links.reduce(apart, decided);
  return { ...rest, confirmed: [...rest.confirmed, ...links] };
}

/** What was confirmed is a proposal again. */
export function reopen(decided: Decided, link: Link): Decided {
  const rest = apart(decided, link);
  return { ...rest, open: [...rest.open, link] };
}

/** None of its paragraphs belongs to another any more. */
export function apart({ confirmed, open }: Decided, link: Link): Decided {
  const without = (links: readonly Link[]): readonly Link[] =>
    links.flatMap(({ before, after }) => {
      const kept = {
        before: before.filter((at) => !link.before.includes(at)),
        after: after.filter((at) => !link.after.includes(at)),
      };
      return kept.before.length === 0 || kept.after.length === 0 ? [] : [kept];
    });
  return { confirmed: without(confirmed), open: without(open) };
}
