// Acts one after the other, so that each sees what the one before it wrote. What an act leaves to be done after its answer
// is done before the next one begins, and nobody waits for it who has the answer already.

export interface ActQueue {
  /** Runs `work` in its turn, and gives what it gives. Never from within work that stands in the queue: it would wait for itself. */
  enqueue<Result>(work: () => Promise<Result>): Promise<Result>;
  /** For work that has its turn: does `rest` once its answer is given. What `rest` throws is lost. */
  finishWith(rest: () => Promise<unknown>): void;
  /** Whether something is left to be done of an act that was answered. */
  isFinishing(): boolean;
  /** Resolves when nothing is left of the acts answered so far. */
  finished(): Promise<void>;
}

export function createActQueue(): ActQueue {
  let last: Promise<void> = Promise.resolve();
  let left: (() => Promise<unknown>) | null = null;
  let finishing: Promise<void> = last;
  const finish = (): Promise<void> => {
    finishing = (left === null ? Promise.resolve() : begun(left)).then(nothing, nothing).finally(() => {
      left = null;
    });
    return finishing;
  };
  return {
    enqueue(work) {
      const answer = last.then(work);
      last = answer.then(finish, finish);
      return answer;
    },
    finishWith(rest) {
      left = rest;
    },
    isFinishing: () => left !== null,
    finished: () => finishing,
  };
}

/** What fails before it gives a promise fails as one: nobody behind it in the queue may be kept waiting for ever. */
async function begun(rest: () => Promise<unknown>): Promise<unknown> {
  return rest();
}

const nothing = (): void => undefined;
