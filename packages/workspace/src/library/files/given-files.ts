// The files that leave with a library, each read when it is written and not before.
import type { LibraryItem } from "@tocsin/library";
import type { RecordId } from "@tocsin/core";
import { WorkspaceError } from "../../errors.ts";
import type { Workspace } from "../../workspace.ts";
import type { Sha256 } from "../item-parts.ts";
import type { PlannedFile } from "./file-look.ts";
import { fileLimits } from "./plan-files.ts";
import { readEvidenceBytes } from "./read-bytes.ts";

export interface GivenFile {
  readonly record: RecordId;
  /** In the folder `files`. */
  readonly name: string;
  readonly sha256: string;
  /** Throws `workspace.no-bytes` for other bytes than those that were looked at. */
  readonly read: (signal?: AbortSignal) => Promise<Uint8Array>;
}

export function givenFiles(
  workspace: Workspace,
  files: readonly PlannedFile[],
  hash: Sha256,
): readonly GivenFile[] {
  return files.flatMap(({ record, name, sha256, leaves }) => {
    if (!leaves || name === null) return [];
    const read = async (signal?: AbortSignal): Promise<Uint8Array> => {
      const { bytes } = await readEvidenceBytes(workspace, record, { most: fileLimits.one, signal });
      if (hash(bytes) !== sha256)
        throw new WorkspaceError(
          "workspace.no-bytes",
          "Cannot publish file: its bytes are not those of its record",
        );
      return bytes;
    };
    return [{ record, name, sha256, read }];
  });
}

/** The item as its page shows it: with the file that leaves, or with the hash of what is kept. */
export function withFile(item: LibraryItem, files: readonly PlannedFile[]): LibraryItem {
  const file = files.find(({ slug, leaves }) => leaves && slug === item.slug);
  if (file?.name == null || file.mediaType === null || item.withdrawn !== null) return item;
  const { sha256, bytes, mediaType, name, isRedacted } = file;
  return {
    ...item,
    copy: { sha256, bytes, mediaType, file: name, ...(isRedacted ? { isRedacted } : {}) },
  };
}
