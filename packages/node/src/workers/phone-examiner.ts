// The examiner of phones as the worker runs it: folders that hold an iOS backup.
import { lstatSync } from "node:fs";
import type { ExaminerOutput } from "@tocsin/core";
import { createIndicatorIndex, examinePhone, isPhoneAcquisition } from "@tocsin/phone";
import type { IndicatorIndex } from "@tocsin/phone";
import { openFolderAcquisition } from "../acquisition/folder.ts";
import { loadIndicatorFiles } from "./indicator-files.ts";
import type { WorkerTask } from "./messages.ts";
import type { WorkerExaminer } from "./worker-examiner.ts";

export function createPhoneExaminer(task: WorkerTask): WorkerExaminer {
  let index: IndicatorIndex | undefined;
  return {
    name: "phone",
    knows(path) {
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return Promise.resolve(false);
      const acquisition = openFolderAcquisition(path);
      try {
        return Promise.resolve(isPhoneAcquisition(acquisition));
      } finally {
        acquisition.close();
      }
    },
    async *examine(path): AsyncGenerator<ExaminerOutput> {
      if (index === undefined) {
        const loaded = loadIndicatorFiles(task.indicatorPaths);
        index = createIndicatorIndex(loaded.sets);
        yield* loaded.outputs;
      }
      const acquisition = openFolderAcquisition(path);
      try {
        yield* examinePhone(acquisition, index, { acquisitionName: path });
      } finally {
        acquisition.close();
      }
    },
  };
}
