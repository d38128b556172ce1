import {
  instant,
  kindOf,
  query,
  labelIn,
  valuesOf,
  type QueryContext,
  type RecordRow,
  type Registry,
  type View,
} from "@tocsin/records";
import { integerIn, textIn } from "../values.ts";
import { clearCopiesOf, type ClearCopies } from "./clear-copies.ts";
import { endedRetentions, type EndedRetentions } from "./ended-retentions.ts";
import { lastLibrary, type LastLibraryRelease } from "./library-last.ts";
import { awaitedOf, dueOf, endingConsents, shown, type DueRow, type EndingConsent } from "./home-due.ts";

export interface HomePage {
  readonly counts: Readonly<Record<string, number>>;
  /** Nothing is in the vault but what the program brought along. */
  readonly isUnused: boolean;
  /** Tasks and deadlines that are not done, and hearings to come, nearest first. */
  readonly due: readonly DueRow[];
  readonly consents: readonly EndingConsent[];
  /** What was sent and is not answered. */
  readonly awaited: readonly RecordRow[];
  /** Written since the moment that was asked for; null where none was. */
  readonly fresh: Fresh | null;
  /** Readable copies that lie outside. */
  readonly clear: ClearCopies;
  readonly recent: readonly RecordRow[];
  readonly unfinished: readonly Unfinished[];
  /** The copy that was last brought up to date; null where none was noted. */
  readonly lastCopy: LastCopy | null;
  /** The newest release of the public library; null where none left. */
  readonly library: LastLibraryRelease | null;
  /** What was kept until a date that is past: a person decides. */
  readonly retentions: EndedRetentions;
  /**
   * When the newest record was written, as the computer that wrote it claimed, where that is still to come: then this clock
   * or that one is wrong. Milliseconds since 1970.
   */
  readonly ahead: number | null;
}

export interface Fresh {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  readonly rows: readonly RecordRow[];
  /** When the newest of all was written; what is written later is new again. ISO 8601 in UTC. */
  readonly until: string | null;
}

export interface LastCopy {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The place, as people call it. */
  readonly label: string;
  /** Commits of this vault that the copy does not hold, the note of the copy left out. */
  readonly commitsSince: number;
}

export interface Unfinished {
  readonly record: string;
  readonly kind: string;
  readonly label: string;
  /** Catalogue key of what is missing. */
  readonly why: string;
}

/** Of each sort of unfinished thing, so that none crowds out the others. */
const shownOfEach = 4;
/** Newest records of a kind that are looked at for what they lack. */
const looked = 50;
/** Rows in which what is new is counted. */
const counted = 500;

/** `seen`: until when what was written is not new to whoever asks. */
export const home = query("home", { seen: instant() }, async (view, { seen }, context): Promise<HomePage> => {
  const { registry } = context;
  const now = context.now();
  const names = [...registry.kinds.keys()];
  const counts = Object.fromEntries(
    await Promise.all(names.map(async (kind) => [kind, await view.count(kind)] as const)),
  );
  const kinds = names.filter((kind) => isListed(registry, kind));
  const { rows: recent } = await view.list({ writtenAfter: 0, kinds, limit: shown });
  return {
    counts,
    isUnused: names.every((kind) => isBroughtAlong(registry, kind) || counts[kind] === 0),
    due: await dueOf(view, registry, now),
    consents: await endingConsents(view, registry, now),
    awaited: await awaitedOf(view),
    recent,
    fresh: seen === undefined ? null : await freshOf(view, kinds, Math.min(Date.parse(seen), now)),
    unfinished: await unfinishedOf(view, registry),
    lastCopy: await lastCopyOf(view, context),
    library: await lastLibrary(view),
    retentions: await endedRetentions(view, registry, now),
    ahead: aheadOf(recent, now),
    clear: await clearCopiesOf(view, { all: false, limit: shownOfEach }),
  };
});

/** Two computers whose clocks are right differ by less. */
const clockSlack = 10 * 60_000;

function aheadOf([newest]: readonly RecordRow[], now: number): number | null {
  return newest !== undefined && newest.updated > now + clockSlack ? newest.updated : null;
}

async function freshOf(view: View, kinds: readonly string[], seen: number): Promise<Fresh> {
  const { rows } = await view.list({ writtenAfter: seen, kinds, limit: counted + 1 });
  const listed = rows.slice(0, counted);
  const newest = listed.reduce((latest, { updated }) => Math.max(latest, updated), 0);
  return {
    count: listed.length,
    more: rows.length > counted,
    rows: listed.slice(0, shown),
    until: newest === 0 ? null : new Date(newest).toISOString(),
  };
}

async function lastCopyOf(view: View, { commits }: QueryContext): Promise<LastCopy | null> {
  const { rows } = await view.list({ kind: "copy", limit: 1 });
  const [row] = rows;
  const state = row && (await view.read(row.id));
  if (state === undefined) return null;
  const { made, title, commits: held } = valuesOf(state);
  const at = typeof made === "string" ? Date.parse(made) : state.updated.at;
  const commitsSince = Math.max(0, commits() - (integerIn(held) ?? 0) - 1);
  return { at, label: textIn(title)?.text ?? "", commitsSince };
}

function isBroughtAlong(registry: Registry, kind: string): boolean {
  return registry.kinds.get(kind)?.options.stretch === "commitments";
}

/** What people work on: parts of other records and what the program brought along are left out. */
function isListed(registry: Registry, kind: string): boolean {
  const stretch = registry.kinds.get(kind)?.options.stretch;
  return stretch !== "hidden" && stretch !== "commitments";
}

/** What was begun and lacks what later stretches of the road need. */
async function unfinishedOf(view: View, registry: Registry): Promise<readonly Unfinished[]> {
  const needs = [
    { kind: "finding", field: "case", why: "home.unfinished.finding" },
    { kind: "incident", field: "acts", why: "home.unfinished.acts" },
    { kind: "evidence", field: "case", why: "home.unfinished.evidence" },
  ];
  const found = await Promise.all(needs.map((need) => lacking(view, registry, need)));
  return found.flat();
}

async function lacking(
  view: View,
  registry: Registry,
  { kind, field, why }: { readonly kind: string; readonly field: string; readonly why: string },
): Promise<readonly Unfinished[]> {
  const known = kindOf(registry, kind);
  const { rows } = await view.list({ kind, limit: looked });
  const found: Unfinished[] = [];
  for (const { id } of rows) {
    if (found.length >= shownOfEach) break;
    const state = await view.read(id);
    const values = state && valuesOf(state);
    // What an examination put out belongs to the evidence that it was made from.
    if (!state || values?.[field] !== undefined || values?.["parent"] !== undefined) continue;
    found.push({ record: id, kind, label: labelIn(known, state), why });
  }
  return found;
}
