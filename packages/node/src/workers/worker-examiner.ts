// The shape of an examiner inside the worker. The first one that knows a path examines it.
import { isTocsinError } from "@tocsin/core";
import type { ExaminerOutput } from "@tocsin/core";
import type { WorkerMessage, WorkerTask } from "./messages.ts";

export interface WorkerExaminer {
  readonly name: string;
  /** Looks at names and a few bytes only. */
  knows(path: string): Promise<boolean>;
  examine(path: string): AsyncIterable<ExaminerOutput>;
}

/** Made once for each task. */
export type CreateWorkerExaminer = (task: WorkerTask) => WorkerExaminer;

/** Examines every path of the task in turn; a path that no examiner knows is said to be unreadable. */
export async function* runExaminers(
  task: WorkerTask,
  creators: readonly CreateWorkerExaminer[],
): AsyncGenerator<ExaminerOutput> {
  const examiners = creators.map((create) => create(task));
  for (const path of task.paths) {
    const examiner = await findExaminer(examiners, path);
    if (examiner !== undefined) yield* examiner.examine(path);
    else
      yield {
        kind: "coverage",
        coverage: {
          acquisition: path,
          artifact: "acquisition",
          status: "unreadable",
          rows: 0,
          note: { key: "phone.coverage.not-recognised" },
        },
      };
  }
}

async function findExaminer(
  examiners: readonly WorkerExaminer[],
  path: string,
): Promise<WorkerExaminer | undefined> {
  for (const examiner of examiners) if (await examiner.knows(path)) return examiner;
  return undefined;
}

/** Outputs are sent in lots: a message each would cost more than the examination. */
const lotSize = 256;

/** The whole of the worker's work, apart from the thread: never throws. */
export async function runWorkerTask(
  task: WorkerTask,
  creators: readonly CreateWorkerExaminer[],
  send: (message: WorkerMessage) => void,
): Promise<void> {
  let lot: ExaminerOutput[] = [];
  const flush = (): void => {
    if (lot.length > 0) send({ kind: "outputs", outputs: lot });
    lot = [];
  };
  try {
    for await (const output of runExaminers(task, creators)) {
      lot.push(output);
      if (output.kind === "progress" || lot.length >= lotSize) flush();
    }
    flush();
    send({ kind: "done" });
  } catch (error) {
    flush();
    // Other errors can quote the evidence.
    const known = isTocsinError(error)
      ? error
      : { code: "node.examiner-failed", message: "unexpected failure" };
    send({ kind: "failed", code: known.code, message: known.message });
  }
}
