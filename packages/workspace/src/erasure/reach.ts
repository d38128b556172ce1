// What an erasure here cannot reach: said before anybody decides.
import type { RecordId } from "@tocsin/core";
import { labelIn, valuesOf, type RecordState } from "@tocsin/records";
import { objectIn, stringIn, textIn } from "../values.ts";
import type { ReadableWorkspace } from "../workspace.ts";

export type OutOfReach =
  /** A copy of the vault that was made before now. */
  | { readonly kind: "copy"; readonly record: RecordId; readonly label: string; readonly at: string | null }
  /** Something that left with one of the records in it. */
  | {
      readonly kind: "release" | "bundle";
      readonly record: RecordId;
      readonly label: string;
      readonly audience: string | null;
      readonly at: string | null;
    }
  /** Evidence that was written out in clear, or opened in another program. */
  | {
      readonly kind: "taken-out";
      readonly record: RecordId;
      readonly how: string;
      readonly at: string | null;
    }
  /** Chains beside this device's own: other devices hold what they hold until they have taken the erasure in. */
  | { readonly kind: "other-chains"; readonly count: number }
  /** Operations that this program cannot read: nobody knows of whom they speak. */
  | { readonly kind: "unread"; readonly count: number }
  /** Evidence that was broken off while it was taken in: nobody knows whether it is of the same file. */
  | { readonly kind: "drafts"; readonly count: number }
  /** Pieces of evidence that remain: their bytes were not searched for anybody. */
  | { readonly kind: "not-searched"; readonly count: number };

export async function outOfReachOf(
  workspace: ReadableWorkspace,
  states: readonly RecordState[],
): Promise<readonly OutOfReach[]> {
  const { view, vault } = workspace;
  const ids = new Set(states.map(({ id }) => id));
  const evidence = states.filter(({ kind }) => kind === "evidence");
  const counts = await workspace.unread();
  const unread = Object.values(counts).reduce((sum: number, each) => sum + each, 0);
  const chains = [...vault.heads().keys()].filter((chain) => chain !== vault.device.chain).length;
  const rest = (await view.count("evidence")) - evidence.length;
  return [
    ...(await copies(workspace)),
    ...(await releases(workspace, ids)),
    ...(await takenOut(workspace, evidence)),
    ...counted("other-chains", chains),
    ...counted("unread", unread),
    ...counted("drafts", (await vault.evidenceDrafts()).length),
    ...counted("not-searched", rest),
  ];
}

function counted(
  kind: "other-chains" | "unread" | "drafts" | "not-searched",
  count: number,
): readonly OutOfReach[] {
  return count > 0 ? [{ kind, count }] : [];
}

const pageSize = 200;

async function copies({ view }: ReadableWorkspace): Promise<readonly OutOfReach[]> {
  const found: OutOfReach[] = [];
  let after: string | null = null;
  do {
    const page = await view.list({ kind: "copy", limit: pageSize, ...(after === null ? {} : { after }) });
    for (const { id, label } of page.rows) {
      const state = await view.read(id);
      found.push({ kind: "copy", record: id, label, at: state ? stringIn(valuesOf(state)["made"]) : null });
    }
    after = page.next;
  } while (after !== null);
  return found;
}

async function releases(
  { view, registry }: ReadableWorkspace,
  ids: ReadonlySet<RecordId>,
): Promise<readonly OutOfReach[]> {
  const found = new Map<RecordId, RecordState>();
  for (const id of ids)
    for (const field of ["records", "files"])
      for (const state of await view.linked(id, { kind: "release", field })) found.set(state.id, state);
  const kind = registry.kinds.get("release");
  return [...found.values()].map((state): OutOfReach => {
    const { format, audience, approved } = valuesOf(state);
    return {
      kind: format === "bundle" ? "bundle" : "release",
      record: state.id,
      label: kind ? labelIn(kind, state) : "",
      audience: stringIn(audience),
      at: stringIn(approved),
    };
  });
}

async function takenOut(
  { view }: ReadableWorkspace,
  evidence: readonly RecordState[],
): Promise<readonly OutOfReach[]> {
  const each = await Promise.all(
    evidence.map(async ({ id }) =>
      (await view.history(id)).flatMap(({ operation }): readonly OutOfReach[] => {
        const change = operation.patch["takenOut"];
        if (change === undefined || !("set" in change)) return [];
        const { how, when } = objectIn(change.set);
        return [{ kind: "taken-out", record: id, how: stringIn(how) ?? "", at: stringIn(when) }];
      }),
    ),
  );
  return each.flat();
}

export function labelOf({ registry }: Pick<ReadableWorkspace, "registry">, state: RecordState): string {
  const kind = registry.kinds.get(state.kind);
  return kind ? labelIn(kind, state) : (textIn(valuesOf(state)["title"])?.text ?? "");
}
