// Where readable copies lie that left the vault: written down when they leave, until a person says that one was deleted.
import type { RecordId } from "@tocsin/core";
import { clearCopyKind, create, type LanguageText } from "@tocsin/records";
import type { Workspace } from "./workspace.ts";

export interface LeftCopy {
  /** Name of the file or folder. */
  readonly title: string;
  /** Its full path; absent where a browser puts it wherever that puts downloads. */
  readonly where?: string;
  readonly by?: LanguageText;
  /** Of a single file. */
  readonly sha256?: string;
  readonly bytes?: number;
  readonly release?: RecordId;
}

/** One act for all of them. They lie in clear now, whatever becomes of this note. */
export async function noteClearCopies(
  { context, write }: Pick<Workspace, "context" | "write">,
  left: readonly LeftCopy[],
): Promise<void> {
  const { registry, now, newId } = context;
  if (left.length === 0) return;
  const made = new Date(now()).toISOString();
  await write(
    left.map((copy) =>
      create(
        clearCopyKind,
        { ...copy, made, lies: true },
        { record: newId(), act: "clear.note", isCode: registry.isCode },
      ),
    ),
  );
}
