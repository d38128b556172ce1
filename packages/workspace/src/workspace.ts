// The workspace: commands and queries over one open vault and its projection. Acts queue; each is durable when it returns.
import { createId, type Clock, type Random, type RecordId } from "@tocsin/core";
import type { Projection, ReadOperations } from "@tocsin/index";
import {
  encodeOperation,
  parseInput,
  parseOperation,
  RecordsError,
  type Command,
  type CommandContext,
  type Operation,
  type Query,
  type Registry,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import type { Heads, OpenOperation, ReplayedCommit, Vault } from "@tocsin/vault";
import { builtInCommands, builtInQueries } from "./catalogue.ts";

export interface WorkspacePorts {
  readonly vault: Vault;
  readonly projection: Pick<Projection, "heads" | "apply" | "clear">;
  /** The view that is answered from the projection; it reads records from the log. */
  readonly viewOver: (read: ReadOperations) => View;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Acknowledged {
  /** Records that the act touched, each once, in order. */
  readonly records: readonly RecordId[];
  readonly operations: number;
  /** Milliseconds since 1970, as this device claims. */
  readonly at: number;
}

export interface Workspace {
  readonly vault: Vault;
  readonly registry: Registry;
  readonly view: View;
  readonly commands: ReadonlyMap<string, Command>;
  readonly queries: ReadonlyMap<string, Query>;
  readonly context: CommandContext;
  /** Runs a command: checked input, pure operations, one durable commit, then the projection. */
  run(name: string, input: unknown): Promise<Acknowledged>;
  ask(name: string, input: unknown): Promise<unknown>;
  /** Writes operations that a service made, as one act. */
  write(operations: readonly Operation[]): Promise<Acknowledged>;
  /** Brings the projection to the heads of the log, from nothing when it is `fresh` or does not fit; says whether it was. */
  catchUp(options?: CatchUpOptions): Promise<boolean>;
}

export interface CatchUpOptions {
  readonly fresh?: boolean;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

export function createWorkspace(ports: WorkspacePorts): Workspace {
  const { vault, registry, clock, random } = ports;
  const context: CommandContext = {
    registry,
    now: clock,
    newId: () => createId(random),
    commits: () => commitsIn(vault.heads()),
  };
  const view = ports.viewOver(async (positions) =>
    Promise.all(positions.map(async (position) => stampedOf(await vault.readOperation(position)))),
  );
  const enqueue = createQueue();
  const [commands, queries] = [byName(builtInCommands), byName(builtInQueries)];
  const write = createWriter(ports);

  return {
    vault,
    registry,
    view,
    commands,
    queries,
    context,
    write: (operations) => enqueue(() => write(async () => operations)),
    run: (name, input) =>
      enqueue(async () => {
        const known = commands.get(name);
        if (!known) throw unknownName("command");
        return write(() => known.run(view, parseInput(known.input, input), context));
      }),
    ask: async (name, input) => {
      const known = queries.get(name);
      if (!known) throw unknownName("query");
      return known.run(view, parseInput(known.input, input), context);
    },
    catchUp: (options = {}) => enqueue(() => catchUp(ports, options)),
  };
}

/**
 * An act is acknowledged when the log has it. Should the projection then fail, the log stays right, and the projection is
 * brought to its heads before the next act, so that no act can be passed over.
 */
function createWriter(
  ports: WorkspacePorts,
): (compose: () => Promise<readonly Operation[]>) => Promise<Acknowledged> {
  const { vault, projection, clock } = ports;
  let isBehind = false;
  return async (compose) => {
    if (isBehind) {
      await catchUp(ports, {});
      isBehind = false;
    }
    const operations = await compose();
    if (operations.length === 0) return { records: [], operations: 0, at: clock() };
    const { stamps } = await vault.commit(operations.map(encodeOperation));
    const written = operations.flatMap((operation, index) => {
      const stamp = stamps[index];
      return stamp ? [{ stamp, operation }] : [];
    });
    try {
      await projection.apply(written, vault.heads());
    } catch {
      isBehind = true;
    }
    const records = [...new Set(operations.map(({ record }) => record))];
    return { records, operations: operations.length, at: stamps[0]?.at ?? clock() };
  };
}

async function catchUp({ vault, projection }: WorkspacePorts, options: CatchUpOptions): Promise<boolean> {
  const { onProgress, signal } = options;
  const before = await projection.heads();
  const fresh = options.fresh === true || before === null || !isWithin(before, vault.heads());
  if (fresh) await projection.clear();
  const after = fresh ? null : before;
  const watch = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) };
  let batch: StampedOperation[] = [];
  const replay = vault.replay(after === null ? watch : { ...watch, after });
  for await (const commit of replay) {
    batch.push(...operationsIn(commit));
    if (batch.length < batchSize) continue;
    await projection.apply(batch, null);
    batch = [];
  }
  await projection.apply(batch, vault.heads());
  return fresh;
}

/** A projection that has seen more than the log holds, or something else, was made from another log. */
function isWithin(heads: Heads, log: Heads): boolean {
  return [...heads].every(([chain, { sequence, hash }]) => {
    const head = log.get(chain);
    return (
      head !== undefined && (head.sequence > sequence || (head.sequence === sequence && head.hash === hash))
    );
  });
}

function commitsIn(heads: Heads): number {
  return [...heads.values()].reduce((sum, { sequence }) => sum + sequence, 0);
}

const batchSize = 512;

/** What cannot be read as an operation of ours stays in the log, unseen here; `vault.problems()` has what is broken. */
function operationsIn(commit: ReplayedCommit): readonly StampedOperation[] {
  return commit.operations.flatMap((operation) => (operation.state === "open" ? readable(operation) : []));
}

function readable(operation: OpenOperation): readonly StampedOperation[] {
  try {
    return [stampedOf(operation)];
  } catch {
    return [];
  }
}

function stampedOf({ stamp, payload }: OpenOperation): StampedOperation {
  return { stamp, operation: parseOperation(payload) };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.name, each]));
}

function unknownName(what: "command" | "query"): RecordsError {
  return new RecordsError("records.bad-input", `Cannot run ${what}: no such name`);
}

type Enqueue = <T>(work: () => Promise<T>) => Promise<T>;

/** One after the other, so that a command sees what the one before it wrote. */
function createQueue(): Enqueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
