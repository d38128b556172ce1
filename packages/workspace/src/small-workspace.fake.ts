// A workspace in memory for tests: a real vault over memory stores, the in-memory view, a clock and ids that repeat.
import { createHash } from "node:crypto";
import { caseCounter } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { IndexError } from "@tocsin/index";
import { createSearchAnalysis } from "@tocsin/language";
import type { Kind } from "@tocsin/records";
import { createMemoryView, type MemoryView } from "@tocsin/records/fakes";
import { createVault, openVault, type Heads, type Vault } from "@tocsin/vault";
import { createMemoryStores, type MemoryStores } from "@tocsin/vault/fakes";
import { createBuiltInRegistry } from "./registry.ts";
import { createWorkspace, type Workspace, type WorkspacePorts } from "./workspace.ts";

export const start = Date.parse("2026-11-23T12:00:00Z");
const passphrase = "a long sentence that nobody guesses";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };

/** The projection's part of a workspace, over plain lists. */
export interface MemoryTables extends Pick<WorkspacePorts, "projection" | "viewOver"> {
  /** The next call of `apply` fails. */
  failNext(): void;
  /** `apply` fails once it has been called `calls` times more. */
  failAfter(calls: number): void;
  /** How often they were thrown away with their key. */
  renewals(): number;
  /** They no longer add up, until they are made anew. */
  tamper(): void;
  /** Lists meet a place that cannot be read, until they are made anew. */
  spoil(): void;
  /** How many operations were folded in so far, by this object. */
  applied(): number;
  setHeads(heads: Heads | null): void;
}

export function createMemoryTables(kinds: readonly Kind[] = []): MemoryTables {
  const registry = createBuiltInRegistry({ kinds });
  const fresh = (): MemoryView => createMemoryView(registry, createSearchAnalysis(), caseCounter);
  let memory = fresh();
  let heads: Heads | null = null;
  let failing = Number.POSITIVE_INFINITY;
  let renewals = 0;
  let isFilling = true;
  let applied = 0;
  let isSound = true;
  let isSpoilt = false;
  const unread = new Map<string, string>();
  const clear = async (): Promise<void> => {
    memory = fresh();
    heads = null;
    isFilling = isSound = true;
    isSpoilt = false;
    unread.clear();
  };
  return {
    tamper: () => void (isSound = false),
    spoil: () => void (isSpoilt = true),
    failNext: () => void (failing = 0),
    failAfter: (calls) => void (failing = calls),
    renewals: () => renewals,
    applied: () => applied,
    setHeads: (next) => void (heads = next),
    projection: {
      heads: async () => heads,
      isFilling: async () => isFilling,
      async apply(operations, next, more = []) {
        failing -= 1;
        if (failing < 0) {
          failing = Number.POSITIVE_INFINITY;
          throw new Error("EIO: the tables cannot be written");
        }
        memory.apply(operations);
        applied += operations.length;
        for (const { position, reason } of more) unread.set(Object.values(position).join(" "), reason);
        heads = next;
      },
      endFilling: async () => void (isFilling = false),
      async unread() {
        const counts: Record<string, number> = {};
        for (const reason of unread.values()) counts[reason] = (counts[reason] ?? 0) + 1;
        return counts;
      },
      check: async () => isSound,
      clear,
      renew: async () => {
        renewals += 1;
        await clear();
      },
    },
    viewOver: () => ({
      read: (id) => memory.view.read(id),
      readMany: (ids, options) => memory.view.readMany(ids, options),
      history: (id) => memory.view.history(id),
      written: (options) => memory.view.written(options),
      list: async (options) => {
        if (isSpoilt) throw new IndexError("index.unreadable", "Cannot read projection");
        return memory.view.list(options);
      },
      linked: (id, from) => memory.view.linked(id, from),
      linkedIds: (id, from) => memory.view.linkedIds(id, from),
      linkedRows: (id, from) => memory.view.linkedRows(id, from),
      linkCounts: (id) => memory.view.linkCounts(id),
      glance: (ids) => memory.view.glance(ids),
      glanceLinked: (ids, from) => memory.view.glanceLinked(ids, from),
      briefs: (ids, from) => memory.view.briefs(ids, from),
      briefCounts: (ids, from) => memory.view.briefCounts(ids, from),
      briefTargets: (ids, from) => memory.view.briefTargets(ids, from),
      leadingTo: (ids) => memory.view.leadingTo(ids),
      count: (kind) => memory.view.count(kind),
      tally: (kind, facet) => memory.view.tally(kind, facet),
      grid: (kind, facet, of) => memory.view.grid(kind, facet, of),
      rowsHaving: (kind, field, values) => memory.view.rowsHaving(kind, field, values),
      counts: (prefix) => memory.view.counts(prefix),
      countLines: (from, to) => memory.view.countLines(from, to),
      linesOf: (events) => memory.view.linesOf(events),
      search: (words, options) => memory.view.search(words, options),
    }),
  };
}

export interface SmallWorkspace {
  readonly workspace: Workspace;
  readonly vault: Vault;
  readonly stores: MemoryStores;
  readonly tables: MemoryTables;
  /** Runs a command and gives the one record that it began or touched first. */
  make(command: string, input: unknown): Promise<RecordId>;
  /** `record.create` with texts given as plain strings of the language `en`. */
  create(kind: string, values: Readonly<Record<string, unknown>>): Promise<RecordId>;
}

export interface SmallOptions {
  readonly kinds?: readonly Kind[];
  readonly clock?: () => number;
  readonly tables?: MemoryTables;
}

export async function createSmallWorkspace(options: SmallOptions = {}): Promise<SmallWorkspace> {
  const stores = createMemoryStores();
  const clock = options.clock ?? ((): number => start);
  const ports = { primitives: createFakePrimitives("small"), clock, ...stores };
  const vault = await createVault(ports, { passphrase, deviceName: "laptop of the office", cost });
  return smallOver(vault, stores, options);
}

/** The same stores, opened again as after a restart; the tables are what the options give. */
export async function reopenSmall(
  { stores }: SmallWorkspace,
  options: SmallOptions = {},
): Promise<SmallWorkspace> {
  const clock = options.clock ?? ((): number => start);
  const ports = { primitives: createFakePrimitives("again"), clock, ...stores };
  return smallOver(await openVault(ports, passphrase), stores, options);
}

function smallOver(vault: Vault, stores: MemoryStores, options: SmallOptions): SmallWorkspace {
  const { kinds = [], clock = (): number => start, tables = createMemoryTables(kinds) } = options;
  const registry = createBuiltInRegistry({ kinds });
  const { random } = createFakePrimitives(`ids of ${vault.device.chain}`);
  const workspace = createWorkspace({ ...tables, vault, registry, clock, random, sha256: sha256Of });
  const make = async (command: string, input: unknown): Promise<RecordId> => {
    const { records } = await workspace.run(command, input);
    const [record] = records;
    if (record === undefined) throw new Error(`nothing was written by ${command}`);
    return record;
  };
  return {
    workspace,
    vault,
    stores,
    tables,
    make,
    create: (kind, values) => {
      const fields = registry.kinds.get(kind)?.fields ?? {};
      const texts = Object.entries(values).map(([name, value]) => {
        const isText = fields[name]?.type === "text" && typeof value === "string";
        return [name, isText ? { text: value, lang: "en" } : value];
      });
      return make("record.create", { kind, values: Object.fromEntries(texts) });
    },
  };
}

export async function* piecesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The code of the error that `work` ends with. */
export async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return "nothing thrown";
}
