// Reads a whole backup and holds every file against its list; writes nothing.
import { findBackup, findBytes, readFoundList } from "./copy-folder.ts";
import { hashStart } from "./copying.ts";
import { commitsIn } from "./list.ts";
import { compareForCopying } from "./paths.ts";
import { createRestoreWatch, type DamagedFile, type RestoreInput, type RestoreReport } from "./restore.ts";

/** Throws `BackupError`, or the reason of `signal`. */
export async function checkBackup(
  input: Omit<RestoreInput, "folder" | "partial">,
): Promise<Omit<RestoreReport, "restored">> {
  const folder = await findBackup(input.backup);
  const list = await readFoundList(folder);
  const watchAt = createRestoreWatch(input, list, 1);
  const damaged: DamagedFile[] = [];
  for (const file of [...list.files].sort((a, b) => compareForCopying(a.path, b.path))) {
    const bytes = await findBytes(folder, file);
    const what =
      bytes.what ??
      (await hashStart(bytes.from, file.size, watchAt(file.path)).then(
        (sha256) => (sha256 === file.sha256 ? null : ("altered" as const)),
        (cause: unknown) => {
          if (cause instanceof Error && "syscall" in cause) return "unreadable" as const;
          throw cause;
        },
      ));
    if (what !== null) damaged.push({ path: file.path, what });
  }
  const { vault, made, heads, files, lacks } = list;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { folder, vault, made, commits: commitsIn(heads), files: files.length, bytes, damaged, lacks };
}
