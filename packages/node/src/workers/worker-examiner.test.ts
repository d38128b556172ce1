import { FilesError } from "../evidence/errors.ts";
import { describe, expect, it } from "vitest";
import type { WorkerMessage, WorkerTask } from "./messages.ts";
import { runWorkerTask, type WorkerExaminer } from "./worker-examiner.ts";

const task: WorkerTask = { paths: ["p"], indicatorPaths: [], settings: {} };

async function run(fail: () => never): Promise<readonly WorkerMessage[]> {
  const examiner: WorkerExaminer = {
    name: "broken",
    knows: () => Promise.resolve(true),
    async *examine() {
      yield { kind: "progress", progress: { done: 1, total: null, unit: "rows", at: "x" } };
      fail();
    },
  };
  const sent: WorkerMessage[] = [];
  await runWorkerTask(task, [() => examiner], (message) => sent.push(message));
  return sent;
}

describe("the work of the examining thread", () => {
  it("hands over what was found before it failed, and says nothing that an unforeseen error quotes", async () => {
    const sent = await run(() => {
      throw new SyntaxError("Unexpected token in the diary of Robin Example");
    });
    expect(sent.map(({ kind }) => kind)).toEqual(["outputs", "failed"]);
    expect(sent[1]).toEqual({ kind: "failed", code: "node.examiner-failed", message: "unexpected failure" });
  });

  it("passes on the code and the sentence of our own errors", async () => {
    const sent = await run(() => {
      throw new FilesError("files.missing", "Cannot take evidence: nothing is here");
    });
    expect(sent[1]).toMatchObject({
      code: "files.missing",
      message: "Cannot take evidence: nothing is here",
    });
  });
});
