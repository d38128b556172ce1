// Files that were dropped or chosen in the browser, on their way into the vault, one after the other.
import type { AboutEvidence, Api } from "../api/api.ts";

export interface FileToTake {
  /** Relative to what was dropped: `backup/Manifest.db`. */
  readonly path: string;
  readonly file: File;
}

export interface IntakeProgress {
  readonly files: number;
  readonly of: number;
}

/** Gives the work that seals them. Stops, and leaves nothing behind, when `signal` says so. */
export async function takeIn(
  api: Api,
  files: readonly FileToTake[],
  options: {
    readonly about: AboutEvidence;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: IntakeProgress) => void;
  },
): Promise<string> {
  const { about, signal, onProgress } = options;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const firstName = files[0]?.path ?? "";
  const { intake } = await api.openIntake({ ...about, files: files.length, bytes, firstName });
  try {
    for (const [index, { path, file }] of files.entries()) {
      signal.throwIfAborted();
      await api.putFile(intake, path, file);
      onProgress({ files: index + 1, of: files.length });
    }
    return (await api.finishIntake(intake)).job;
  } catch (error) {
    await api.cancelIntake(intake);
    throw error;
  }
}

/** Files of an `<input>`; of a folder each has its path in it. */
export function filesOfInput(list: FileList | null): readonly FileToTake[] {
  return [...(list ?? [])].map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    file,
  }));
}

/** Files of a drop, with those in dropped folders. */
export async function filesOfDrop(items: DataTransferItemList): Promise<readonly FileToTake[]> {
  // Both must be asked for before anything is waited for: afterwards the browser has emptied the list.
  const found = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return (await Promise.all(found.map(filesOfItem))).flat();
}

interface DroppedItem {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

/** What comes from another program may be a file without a place in a file system. */
async function filesOfItem({ entry, file }: DroppedItem): Promise<readonly FileToTake[]> {
  if (entry !== null) return filesOfEntry(entry);
  return file === null ? [] : [{ path: file.name, file }];
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly FileToTake[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFile(entry))
    return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  if (!isFolder(entry)) return [];
  const inside = await entriesOf(entry.createReader());
  return (await Promise.all(inside.map(filesOfEntry))).flat();
}

/** A reader gives its entries in pieces, the last of which is empty. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const piece = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
    reader.readEntries(resolve, reject),
  );
  return piece.length === 0 ? [] : [...piece, ...(await entriesOf(reader))];
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** The record of what was sealed, in the result of the work; our own server is taken at its word. */
export function evidenceIn(result: unknown): string {
  return (result as { readonly evidence: string }).evidence;
}
