// Acts one after the other; those that wait together share one fsync. An act is done when it is durable.
export interface ActQueue {
  /** Runs `act` in its turn; resolves with what it gave once everything written is durable. */
  add<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing runs or waits any more. */
  idle(): Promise<void>;
}

interface Waiting {
  /** Writes, and returns how to tell the caller: only after the bytes are durable, or that they are not. */
  run(): Promise<{ settle(failure: Error | null): void }>;
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
      const group = waiting;
      waiting = [];
      await runGroup(group);
    }
    running = null;
  };

  return {
    add: (act) =>
      new Promise((resolve, reject) => {
        waiting.push({
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
      }),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}
