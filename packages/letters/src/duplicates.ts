// Signers that may be one: put into one line each, with why and how many, for a person to decide. Nothing is merged here.
import { nameKeys } from "./canonical-name.ts";
import { parseDomain, type Signer } from "./signer.ts";

export type LikenessReason = "name" | "looks" | "alias" | "domain";

/** What a person said of some signatures: that they are one signer, of which `keeps` stands, or that they are several. */
export interface Decision {
  readonly how: "same" | "apart";
  readonly signatures: readonly string[];
  readonly keeps: string | null;
}

export interface MergeLine {
  /** Ids in the order in which they were given. */
  readonly signatures: readonly string[];
  readonly reasons: readonly LikenessReason[];
}

export interface MergeQueue {
  readonly lines: readonly MergeLine[];
  /** Id of a signature to the one that stands for it. */
  readonly merged: ReadonlyMap<string, string>;
}

/** Newer decisions come later. */
export function mergeQueue(signers: readonly Signer[], decisions: readonly Decision[]): MergeQueue {
  const merged = mergedBy(decisions);
  const open = signers.filter(({ id }) => !merged.has(id));
  const apart = apartBy(decisions, merged);
  const groups = createGroups(open.map(({ id }) => id));
  for (const [key, ids] of bucketsOf(open)) groups.join(ids, reasonOf(key), apart);
  return { lines: groups.lines(), merged };
}

/** Chains end at the signature that stands; a later word about the same signature takes the place of an earlier one. */
function mergedBy(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  const into = new Map<string, string>();
  for (const { how, signatures, keeps } of decisions)
    for (const id of signatures) {
      if (how === "apart" || id === keeps) into.delete(id);
      else if (keeps !== null) into.set(id, keeps);
    }
  const endOf = (id: string): string => {
    const seen = new Set<string>();
    let end = id;
    for (let next = into.get(end); next !== undefined && !seen.has(next); next = into.get(end)) {
      seen.add(next);
      end = next;
    }
    return end;
  };
  return new Map([...into.keys()].map((id) => [id, endOf(id)]));
}

type IsApart = (one: string, other: string) => boolean;

interface Apart {
  readonly isAny: (ids: readonly string[]) => boolean;
  readonly is: IsApart;
}

/** Signatures of one decision are apart from each other, with whatever was merged into them. */
function apartBy(decisions: readonly Decision[], merged: ReadonlyMap<string, string>): Apart {
  const sets = new Map<string, Set<number>>();
  for (const [at, { how, signatures }] of decisions.entries())
    if (how === "apart")
      for (const id of signatures) {
        const end = merged.get(id) ?? id;
        sets.set(end, (sets.get(end) ?? new Set()).add(at));
      }
  return {
    isAny: (ids) => ids.some((id) => sets.has(id)),
    is: (one, other) => [...(sets.get(one) ?? [])].some((at) => sets.get(other)?.has(at) === true),
  };
}

function bucketsOf(signers: readonly Signer[]): ReadonlyMap<string, readonly string[]> {
  const buckets = new Map<string, string[]>();
  for (const signer of signers)
    for (const key of keysOf(signer)) {
      const known = buckets.get(key);
      if (known === undefined) buckets.set(key, [signer.id]);
      else known.push(signer.id);
    }
  return buckets;
}

/** A short form and an alias meet names and each other; every name is an alias of its own. */
function keysOf({ names, aliases, domain }: Signer): ReadonlySet<string> {
  const own = names.map(({ text }) => nameKeys(text));
  const others = aliases.map(nameKeys);
  const host = domain === null ? null : parseDomain(domain);
  const every = [...own, ...others].flatMap(({ name, acronyms }) => [name, ...acronyms]);
  return new Set(
    [
      ...own.map(({ name }) => `name ${name}`),
      ...own.map(({ looks }) => `looks ${looks}`),
      ...every.map((key) => `alias ${key}`),
      ...(host === null || mailHosts.has(host) ? [] : [`domain ${host}`]),
    ].filter((key) => !key.endsWith(" ")),
  );
}

function reasonOf(key: string): LikenessReason {
  const [word] = key.split(" ", 1);
  return word === "name" || word === "looks" || word === "domain" ? word : "alias";
}

/** Hosts at which everybody has an address: the same one tells nothing. */
const mailHosts: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com aol.com gmx.de gmx.net gmx.com web.de " +
    "proton.me protonmail.com pm.me tutanota.com tuta.io riseup.net mailbox.org posteo.de mail.ru yandex.ru qq.com 163.com " +
    "126.com naver.com daum.net hanmail.net facebook.com instagram.com linktr.ee wordpress.com blogspot.com sites.google.com"
  ).split(" "),
);

interface Groups {
  readonly join: (ids: readonly string[], reason: LikenessReason, apart: Apart) => void;
  readonly lines: () => readonly MergeLine[];
}

const reasonOrder: readonly LikenessReason[] = ["name", "looks", "alias", "domain"];

function createGroups(ids: readonly string[]): Groups {
  const parents = new Map(ids.map((id) => [id, id]));
  const links: (readonly [string, LikenessReason])[] = [];
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root) ?? root; up !== root; up = parents.get(root) ?? root) {
      parents.set(root, parents.get(up) ?? up);
      root = up;
    }
    return root;
  };
  const link = (one: string, other: string, reason: LikenessReason): void => {
    parents.set(rootOf(other), rootOf(one));
    links.push([one, reason]);
  };
  return {
    join(bucket, reason, apart) {
      const [first, ...rest] = bucket;
      if (first === undefined) return;
      if (!apart.isAny(bucket)) for (const other of rest) link(first, other, reason);
      else
        for (const [at, one] of bucket.entries())
          for (const other of bucket.slice(at + 1)) if (!apart.is(one, other)) link(one, other, reason);
    },
    lines() {
      const members = new Map<string, string[]>();
      for (const id of ids) {
        const known = members.get(rootOf(id));
        if (known === undefined) members.set(rootOf(id), [id]);
        else known.push(id);
      }
      const why = new Map<string, Set<LikenessReason>>();
      for (const [id, reason] of links) why.set(rootOf(id), (why.get(rootOf(id)) ?? new Set()).add(reason));
      return [...members].flatMap(([root, signatures]) => {
        const reasons = reasonOrder.filter((reason) => why.get(root)?.has(reason) === true);
        return signatures.length < 2 ? [] : [{ signatures, reasons: plainest(reasons) }];
      });
    },
  };
}

/** The same name looks the same and is an alias of itself: that need not be said. */
function plainest(reasons: readonly LikenessReason[]): readonly LikenessReason[] {
  return reasons.includes("name")
    ? reasons.filter((reason) => reason === "name" || reason === "domain")
    : reasons;
}
