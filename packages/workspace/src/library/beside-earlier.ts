// What the library would let out about people and cases, held against every release before it.
import { releaseFields } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { EarlierNotice } from "../earlier-notice.ts";
import { noticeNumbers, noticeRecords, type AboutToLeave } from "../earlier-releases.ts";
import type { Workspace } from "../workspace.ts";

/** Of one release, no more records than these are held against it at a time. */
const comparedAtOnce = 4_000;

export async function besideEarlier(
  workspace: Workspace,
  ids: readonly RecordId[],
  rest: Pick<AboutToLeave, "named" | "within" | "signal">,
): Promise<readonly EarlierNotice[]> {
  const notices: EarlierNotice[] = [];
  const all = { ...rest, audience: "public", fields: releaseFields.public, records: ids } as const;
  for (let at = 0; at < ids.length; at += comparedAtOnce) {
    const records = ids.slice(at, at + comparedAtOnce);
    notices.push(...(await noticeRecords(workspace, { ...all, records })));
  }
  return [...notices, ...(await noticeNumbers(workspace, all))];
}
