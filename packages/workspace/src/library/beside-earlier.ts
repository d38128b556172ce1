// What the library would let out about people and cases, held against every release before it.
import { releaseFields } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { EarlierNotice } from "../earlier-notice.ts";
import { noticeEarlier, type AboutToLeave } from "../earlier-releases.ts";
import type { Workspace } from "../workspace.ts";

/** Of one release, no more records than these are held against it at a time. */
const comparedAtOnce = 4_000;

export async function besideEarlier(
  workspace: Workspace,
  ids: readonly RecordId[],
  rest: Pick<AboutToLeave, "named" | "within" | "signal">,
): Promise<readonly EarlierNotice[]> {
  const notices: EarlierNotice[] = [];
  for (let at = 0; at < ids.length; at += comparedAtOnce) {
    const records = ids.slice(at, at + comparedAtOnce);
    const leaving = { ...rest, audience: "public", fields: releaseFields.public, records } as const;
    notices.push(...(await noticeEarlier(workspace, leaving)));
  }
  return notices;
}
