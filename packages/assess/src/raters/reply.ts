// The right of reply: whoever was assessed is asked, in time, and what they say stands word for word beside the rating.
import { endOfDay } from "@tocsin/core";

export interface Reply {
  /** When the invitation left: milliseconds since 1970. */
  readonly invited: number | null;
  /** Last day for a reply, ISO 8601, and the IANA name of the time zone in which it ends. */
  readonly deadline: string | null;
  readonly zone: string | null;
  /** When the reply came. */
  readonly received: number | null;
  /** When somebody wrote down that none came. */
  readonly silence: number | null;
}

export type ReplyState = "not-invited" | "waiting" | "overdue" | "received" | "received-late" | "silent";

/** A reply counts whenever it comes, also after silence was written down. */
export function replyStateOf({ invited, deadline, zone, received, silence }: Reply, now: number): ReplyState {
  const end = deadline === null || zone === null ? null : endOfDay(deadline, zone);
  if (received !== null) return end !== null && received > end ? "received-late" : "received";
  if (silence !== null) return "silent";
  if (invited === null) return "not-invited";
  return end !== null && now > end ? "overdue" : "waiting";
}

/** Silence is no silence before the time is over. */
export function maySayOfSilence(reply: Reply, now: number): boolean {
  return replyStateOf(reply, now) === "overdue";
}
