// The program of the examining worker: no sockets, nothing written, evidence opened read-only. The build makes one
// file of it; its imports are tested to hold no module of the network. Another examiner is one more creator.
import { parentPort, workerData } from "node:worker_threads";
import { createMeasurementExaminer } from "./measurement-examiner.ts";
import type { WorkerTask } from "./messages.ts";
import { createPhoneExaminer } from "./phone-examiner.ts";
import { createSealedExaminer } from "./sealed-examiner.ts";
import { runWorkerTask } from "./worker-examiner.ts";

const creators = [createSealedExaminer, createPhoneExaminer, createMeasurementExaminer];

if (parentPort !== null) {
  const port = parentPort;
  const task: WorkerTask = workerData;
  await runWorkerTask(task, creators, (message) => port.postMessage(message));
}
