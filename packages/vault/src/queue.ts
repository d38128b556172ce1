// Acts one after the other; those that wait together share one fsync. An act is done when it is durable.
export interface ActQueue {
  /** Runs `act` in its turn; resolves with what it gave once everything written is durable. */
  add<Result>(act: () => Promise<Result>): Promise<Result>;
  /** As `add`, with everything before it durable and published, and nothing else in its group. */
  addAlone<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing runs or waits any more. */
  idle(): Promise<void>;
}

interface Waiting {
  /** Writes, and returns how to tell the caller: only after the bytes are durable, or that they are not. */
  run(): Promise<{ settle(failure: Error | null): void }>;
  readonly isAlone: boolean;
}

/** `makeDurable` runs after each group of acts; when it throws, every caller of the group is told so. */
export function createActQueue(makeDurable: () => Promise<void>): ActQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  const runGroup = async (group: readonly Waiting[]): Promise<void> => {
    const written = [];
    for (const act of group) written.push(await act.run());
    let failure: Error | null = null;
    try {
      await makeDurable();
    } catch (cause) {
      failure = cause instanceof Error ? cause : new Error("Cannot make bytes durable", { cause });
    }
    for (const act of written) act.settle(failure);
  };
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ isAlone }) => isAlone);
      const length = next === -1 ? waiting.length : Math.max(1, next);
      const group = waiting.slice(0, length);
      waiting = waiting.slice(length);
      await runGroup(group);
    }
    running = null;
  };

  const enqueue = <Result>(act: () => Promise<Result>, isAlone: boolean): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({
        isAlone,
        run: async () => {
          try {
            const result = await act();
            return { settle: (failure) => (failure === null ? resolve(result) : reject(failure)) };
          } catch (error) {
            return { settle: () => reject(error instanceof Error ? error : new Error(String(error))) };
          }
        },
      });
      running ??= drain();
    });

  return {
    add: (act) => enqueue(act, false),
    addAlone: (act) => enqueue(act, true),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}
