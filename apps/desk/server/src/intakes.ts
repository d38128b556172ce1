// Drops under way: files that a browser hands over one after the other, on their way into the vault.
import { createIntake, type Intake } from "@tocsin/node";

export interface RunningIntake {
  readonly intake: Intake;
  /** The job that seals what comes. */
  readonly job: string;
}

export interface Intakes {
  open(
    options: { readonly single: boolean; readonly firstName: string },
    start: (intake: Intake) => string,
  ): string;
  get(id: string): RunningIntake | undefined;
  /** No more files come. */
  finish(id: string): void;
  /** Ends it with nothing kept. */
  drop(id: string): void;
  clear(): void;
}

export function createIntakes(newId: () => string): Intakes {
  const running = new Map<string, RunningIntake>();
  return {
    open: (options, start) => {
      const intake = createIntake(options);
      const id = newId();
      running.set(id, { intake, job: start(intake) });
      return id;
    },
    get: (id) => running.get(id),
    finish: (id) => {
      running.get(id)?.intake.finish();
      running.delete(id);
    },
    drop: (id) => {
      running.get(id)?.intake.fail();
      running.delete(id);
    },
    clear: () => {
      for (const { intake } of running.values()) intake.fail();
      running.clear();
    },
  };
}
