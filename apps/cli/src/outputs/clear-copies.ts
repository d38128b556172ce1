// What was written lies there in clear: each file goes into the list of such copies, by its full path.
import { basename } from "node:path";
import { noteClearCopies, type LeftCopy, type Workspace } from "@tocsin/workspace";
import type { Call } from "../call.ts";

export interface WrittenCopy extends Omit<LeftCopy, "title" | "where"> {
  readonly path: string;
}

export async function noteWritten(
  { talk, translator: { t } }: Call,
  workspace: Workspace,
  written: readonly WrittenCopy[],
): Promise<void> {
  const left = written.map(({ path, ...rest }) => ({ title: basename(path), where: path, ...rest }));
  await noteClearCopies(workspace, left);
  if (left.length > 0) talk(t("cli.clear.noted", { count: left.length }));
}
