// What the main thread and the examining worker say to each other.
import type { ExaminerOutput } from "@tocsin/core";

export interface WorkerTask {
  /** What to examine: folders or files, as the person named them. */
  readonly paths: readonly string[];
  /** Indicator files, or folders of them. */
  readonly indicatorPaths: readonly string[];
  /** What an examiner of another package needs besides, by its name: plain data only. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export type WorkerMessage =
  | { readonly kind: "outputs"; readonly outputs: readonly ExaminerOutput[] }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };
