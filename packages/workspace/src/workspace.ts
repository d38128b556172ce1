// The workspace: commands and queries over one open vault and its projection. Acts queue; each is durable when it returns,
// and in the tables before anybody reads them or acts again.
import { createId, type Clock, type Random, type RecordId } from "@tocsin/core";
import type { ReadOperations, UnreadCounts } from "@tocsin/index";
import {
  encodeOperation,
  parseInput,
  RecordsError,
  type Command,
  type CommandContext,
  type Operation,
  type Query,
  type Registry,
  type View,
} from "@tocsin/records";
import type { ImportedPayload, Vault } from "@tocsin/vault";
import { createActQueue, type ActQueue } from "./act-queue.ts";
import { builtInCommands, builtInQueries } from "./catalogue.ts";
import { fittingOperations } from "./fitting-operations.ts";
import { readAgain } from "./read-again.ts";
import { soundOperations, soundPayloads } from "./motions/sound-writes.ts";
import { createWaitingView } from "./waiting-view.ts";
import { stampedOf, type TablesPort, type WatchOptions } from "./fill-tables.ts";
import {
  commitsIn,
  createTables,
  type CatchUpOptions,
  type RebuildReason,
  type Tables,
  type TablesState,
} from "./tables.ts";

export interface WorkspacePorts {
  readonly vault: Vault;
  readonly projection: TablesPort;
  /** The view that is answered from the projection; it reads records from the log. */
  readonly viewOver: (read: ReadOperations) => View;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly random: Random;
  /** In lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface Acknowledged {
  /** Records that the act touched, each once, in order. */
  readonly records: readonly RecordId[];
  readonly operations: number;
  /** Milliseconds since 1970, as this device claims. */
  readonly at: number;
}

/** What can be read, by whoever holds the workspace alone as by everybody else. */
export interface ReadableWorkspace {
  readonly vault: Vault;
  readonly registry: Registry;
  readonly view: View;
  readonly context: CommandContext;
  /** Operations of the log that the tables could not take in, by reason: what they say is in no list and no record. */
  unread(): Promise<UnreadCounts>;
  /**
   * Resolves when the tables reach to the heads of the log and are known to be what was written: for whatever chooses
   * records by them that are to leave or to be erased. Compares them where that was not done, and makes them anew where
   * they do not add up.
   */
  settled(signal?: AbortSignal): Promise<void>;
}

export interface Workspace extends ReadableWorkspace {
  readonly commands: ReadonlyMap<string, Command>;
  readonly queries: ReadonlyMap<string, Query>;
  /** Runs a command: checked input, pure operations, one durable commit. The projection follows before the next act. */
  run(name: string, input: unknown): Promise<Acknowledged>;
  ask(name: string, input: unknown, options?: AskOptions): Promise<unknown>;
  /** Writes operations that a service made, as one act. */
  write(operations: readonly Operation[]): Promise<Acknowledged>;
  /**
   * As `write`, for more than can be held: payloads as `encodeOperation` makes them become one act, which counts whole or
   * not at all. The tables follow it, and `onProgress` is called from when the log has it; stopped then, they follow later.
   */
  writeStep(payloads: AsyncIterable<Uint8Array>, options?: StepOptions): Promise<void>;
  /** How far the tables are that lists and search are answered from; an act that they are taking in counts as taken. */
  tables(): TablesState;
  /** Resolves when the tables have taken in the last act that was acknowledged, or could not. */
  followed(): Promise<void>;
  /**
   * Nobody else writes until `work` is done: what it reads is what the log holds when it acts. It asks what it was given;
   * the workspace itself would keep it waiting for its own end.
   */
  alone<T>(work: (held: HeldWorkspace) => Promise<T>): Promise<T>;
  /** Brings the tables to the heads of the log, from nothing when they are `fresh` or do not fit; says whether they were. */
  catchUp(options?: CatchUpOptions): Promise<boolean>;
  /**
   * Throws the tables away, with the key that opens them, and makes them anew from what the log still holds. Stopped,
   * failed or killed at whatever point, it is gone on with before the next act or at the next opening.
   */
  rebuild(reason: RebuildReason, options?: WatchOptions): Promise<void>;
  /** For whoever reads the tables and finds a place in them that cannot be read: they are made anew, in their turn. */
  distrust(): void;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
}

export type StepOptions = Pick<WatchOptions, "signal" | "onProgress">;

/** A workspace in which nobody else writes. */
export type HeldWorkspace = ReadableWorkspace & Pick<Workspace, "rebuild">;

export function createWorkspace(ports: WorkspacePorts): Workspace {
  const { vault, registry } = ports;
  const context = contextOf(ports);
  const inside = ports.viewOver(async (positions) =>
    Promise.all(positions.map(async (position) => stampedOf(await vault.readOperation(position)))),
  );
  const queue = createActQueue();
  const { enqueue } = queue;
  const [commands, queries] = [byName(builtInCommands), byName(builtInQueries)];
  const tables = createTables(ports);
  const write = createWriter(ports, tables, queue);
  const mend = async (signal?: AbortSignal): Promise<void> => {
    if (!tables.state().isCompared) await tables.rebuild("damaged", signal ? { signal } : {});
  };
  const view = viewOf(inside, { tables, enqueue, mend });
  const held = heldOver(ports, { tables, mend, context, view: inside });

  return {
    vault,
    registry,
    view,
    commands,
    queries,
    context,
    write: (operations) => enqueue(() => write(() => soundOperations(inside, operations))),
    writeStep: (payloads, options = {}) =>
      enqueue(() => writeStep(ports, tables, { payloads: soundPayloads(inside, payloads), options })),
    run: (name, input) =>
      enqueue(async () => {
        const known = named(commands, "command", name);
        const parsed = parseInput(known.input, input);
        return write(() =>
          readAgain(
            async () => soundOperations(inside, await known.run(inside, parsed, context)),
            () => mend(),
          ),
        );
      }),
    ask: async (name, input, { signal } = {}) => {
      const known = named(queries, "query", name);
      return known.run(view, parseInput(known.input, input), { ...context, ...(signal ? { signal } : {}) });
    },
    tables: () => stateSeen(tables, queue),
    followed: queue.finished,
    unread: ports.projection.unread,
    catchUp: (options = {}) => enqueue(() => tables.catchUp(options)),
    alone: (work) => enqueue(() => work(held)),
    rebuild: (reason, options) => enqueue(() => tables.rebuild(reason, options)),
    async settled(signal) {
      await enqueue(tables.ready);
      if (!(await tables.compare(signal))) await enqueue(() => mend(signal));
    },
    distrust() {
      if (tables.distrust()) void enqueue(() => mend()).catch(() => undefined);
    },
  };
}

function contextOf({ vault, registry, clock, random, sha256 }: WorkspacePorts): CommandContext {
  return {
    registry,
    now: clock,
    sha256,
    newId: () => createId(random),
    commits: () => commitsIn(vault.heads()),
  };
}

/** An act that the tables are taking in is not behind: whoever reads waits for it. */
function stateSeen(tables: Tables, { isFinishing }: ActQueue): TablesState {
  const state = tables.state();
  return { ...state, isCurrent: state.isCurrent || isFinishing() };
}

interface ViewParts {
  readonly tables: Tables;
  readonly enqueue: ActQueue["enqueue"];
  readonly mend: () => Promise<void>;
}

/** For whoever does not stand in the queue of acts. */
function viewOf(inside: View, { tables, enqueue, mend }: ViewParts): View {
  return createWaitingView(inside, {
    state: tables.state,
    // What cannot be caught up with is said by `tables()`; what is there can be read all the same.
    ready: () => enqueue(tables.ready).catch(() => undefined),
    mend: () => {
      tables.distrust();
      return enqueue(() => mend());
    },
  });
}

interface HeldParts extends Pick<HeldWorkspace, "context" | "view"> {
  readonly tables: Tables;
  readonly mend: (signal?: AbortSignal) => Promise<void>;
}

/** For whoever has the queue to themselves: nothing in it waits for a turn. */
function heldOver(
  { vault, registry, projection }: WorkspacePorts,
  { tables, mend, context, view }: HeldParts,
): HeldWorkspace {
  return {
    vault,
    registry,
    context,
    view,
    unread: projection.unread,
    async settled(signal) {
      await tables.ready();
      if (!(await tables.compare(signal))) await mend(signal);
    },
    rebuild: tables.rebuild,
  };
}

interface Step {
  readonly payloads: AsyncIterable<Uint8Array>;
  readonly options: StepOptions;
}

async function writeStep(
  { vault }: WorkspacePorts,
  tables: Tables,
  { payloads, options }: Step,
): Promise<void> {
  const { signal, onProgress } = options;
  await tables.ready();
  const { commits } = await vault.commitStep(contentsOf(payloads), signal ? { signal } : {});
  onProgress?.({ step: "log", done: 0, total: commits, rate: 0 });
  // What cannot be caught up with now is caught up with before the next act.
  await tables.catchUp(options).catch(() => undefined);
}

async function* contentsOf(payloads: AsyncIterable<Uint8Array>): AsyncGenerator<ImportedPayload> {
  for await (const payload of payloads) yield { payload };
}

/**
 * An act is acknowledged when the log has it; the tables take it in afterwards, before whoever comes next. Should they
 * fail, the log stays right, and they are brought to its heads again: at once if that goes, and before the next act at
 * the latest, so that no act can be passed over.
 */
function createWriter(
  { vault, clock }: WorkspacePorts,
  tables: Tables,
  { enqueue, finishWith }: ActQueue,
): (compose: () => Promise<readonly Operation[]>) => Promise<Acknowledged> {
  return async (compose) => {
    await tables.ready();
    const operations = (await compose()).flatMap(fittingOperations);
    if (operations.length === 0) return { records: [], operations: 0, at: clock() };
    const { stamps } = await vault.commit(operations.map(encodeOperation));
    const written = operations.flatMap((operation, index) => {
      const stamp = stamps[index];
      return stamp ? [{ stamp, operation }] : [];
    });
    finishWith(() => tables.follow(written).catch(() => void enqueue(tables.ready).catch(() => undefined)));
    const records = [...new Set(operations.map(({ record }) => record))];
    return { records, operations: operations.length, at: stamps[0]?.at ?? clock() };
  };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.name, each]));
}

function named<T>(all: ReadonlyMap<string, T>, what: "command" | "query", name: string): T {
  const known = all.get(name);
  if (known === undefined) throw new RecordsError("records.bad-input", `Cannot run ${what}: no such name`);
  return known;
}
