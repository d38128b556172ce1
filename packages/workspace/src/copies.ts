// Copies of the vault in other places: the record that a copy leaves behind, and what may go from one.
import type { Json, RecordId } from "@tocsin/core";
import { copyKind, create, patchOf, valuesOf, type Copy, type LanguageText } from "@tocsin/records";
import { VaultError } from "@tocsin/vault";
import { objectIn, stringIn } from "./values.ts";
import type { Workspace } from "./workspace.ts";

/** What a backup tells of a copy, once its list is durable. */
export interface MadeCopy {
  /** 32 hexadecimal characters. */
  readonly copy: string;
  /** ISO 8601 in UTC. */
  readonly made: string;
  readonly files: number;
  readonly bytes: number;
  readonly commits: number;
  readonly heads: { readonly [chain: string]: { readonly sequence: number; readonly hash: string } };
  readonly verified: boolean;
}

/** Heads of more chains than this do not fit into one operation; the list of the copy itself has them all. */
const mostHeads = 300;

/** One record a copy: the newest state of each in front, the earlier ones in its history. */
export async function noteCopy(
  workspace: Workspace,
  about: MadeCopy,
  label: LanguageText,
): Promise<RecordId> {
  const { view, registry, context } = workspace;
  const { copy, made, files, bytes, commits, verified } = about;
  const heads: Json = Object.fromEntries(Object.entries(about.heads).slice(0, mostHeads));
  const values: Copy = { title: label, copy, made, files, bytes, commits, heads, verified };
  const { rows } = await view.list({ kind: "copy", where: [{ field: "copy", value: copy }], limit: 1 });
  const [known] = rows;
  const record = known?.id ?? context.newId();
  const { name: kind, version } = copyKind;
  const patch = patchOf(copyKind, { ...values }, registry.isCode);
  await workspace.write([
    known === undefined
      ? create(copyKind, values, { record, act: "copy.note", isCode: registry.isCode })
      : { kind, version, record, act: "copy.note", patch },
  ]);
  return record;
}

const pageSize = 500;

/** Names of the sealed files that records of evidence name; null where a record cannot be read. */
export async function namedSealedFiles({
  view,
}: Pick<Workspace, "view">): Promise<ReadonlySet<string> | null> {
  const names = new Set<string>();
  let after: string | null = null;
  do {
    const page = await view.list({
      kind: "evidence",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    for (const { id } of page.rows) {
      const state = await view.read(id).catch(nullIfUnreadable);
      if (state === null) return null;
      const sealed = objectIn(state && valuesOf(state)["sealed"]);
      for (const name of [stringIn(sealed["name"]), stringIn(objectIn(sealed["listing"])["name"])])
        if (name !== null) names.add(name);
    }
    after = page.next;
  } while (after !== null);
  return names;
}

function nullIfUnreadable(cause: unknown): null {
  if (cause instanceof VaultError && cause.code === "vault.unreadable") return null;
  throw cause;
}
