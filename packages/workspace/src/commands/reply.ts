// The right of reply. The program sends nothing: an invitation is noted when a person has sent it.
import { maySayOfSilence } from "@tocsin/assess";
import {
  command,
  create,
  date,
  link,
  links,
  RecordsError,
  rightOfReplyKind,
  string,
  text,
  type Patch,
} from "@tocsin/records";
import { parseEdtf, type RecordId } from "@tocsin/core";
import { replyOf } from "../assessing/assessment-file.ts";
import { WorkspaceError } from "../errors.ts";
import { stateOf } from "../state-of.ts";
import { isZone } from "../zones.ts";

const kind = rightOfReplyKind;

/** Notes that somebody was invited to reply until the end of a day in a time zone. `release` is what was sent to them. */
export const replyInvite = command(
  "reply.invite",
  {
    assessment: link("assessment", { required: true }),
    to: text({ required: true }),
    deadline: date({ required: true }),
    zone: string({ required: true, names: "zone" }),
    release: link("release"),
  },
  async (view, { assessment, release, ...said }, { registry, newId, now }) => {
    await stateOf(view, assessment, "assessment");
    if (release !== undefined) await stateOf(view, release, "release");
    const { precision, interval, uncertain, approximate } = parseEdtf(said.deadline);
    if (precision !== "day" || interval || uncertain || approximate)
      throw refused("the deadline is one exact day");
    if (!isZone(said.zone)) throw refused("the time zone is not known");
    const values = {
      ...said,
      assessment,
      invited: new Date(now()).toISOString(),
      ...(release === undefined ? {} : { release }),
    };
    return [create(kind, values, { record: newId(), act: "reply.invite", isCode: registry.isCode })];
  },
);

/** Keeps what came, word for word. It can come late, and after silence was written down. */
export const replyReceive = command(
  "reply.receive",
  {
    reply: link("rightOfReply", { required: true }),
    words: text({ required: true, multiline: true }),
    evidence: links("evidence"),
  },
  async (view, { reply, words, evidence = [] }, { now }) => {
    const { received } = replyOf(await stateOf(view, reply, kind.name));
    if (received !== null)
      throw new WorkspaceError("workspace.closed", "Cannot receive reply: one is there already");
    for (const id of evidence) await stateOf(view, id, "evidence");
    return [
      changed(reply, "reply.receive", {
        received: { set: new Date(now()).toISOString() },
        words: { set: { ...words } },
        ...(evidence.length === 0 ? {} : { evidence: { add: evidence } }),
      }),
    ];
  },
);

/** Writes down that nothing came. Throws `workspace.not-ready` before the time is over. */
export const replySilence = command(
  "reply.silence",
  { reply: link("rightOfReply", { required: true }) },
  async (view, { reply }, { now }) => {
    if (!maySayOfSilence(replyOf(await stateOf(view, reply, kind.name)), now()))
      throw new WorkspaceError(
        "workspace.not-ready",
        "Cannot note silence: the time is not over, or a reply came",
        {
          details: { why: "reply-open", question: "", count: 1 },
        },
      );
    return [changed(reply, "reply.silence", { silence: { set: new Date(now()).toISOString() } })];
  },
);

function changed(record: RecordId, act: string, patch: Patch) {
  return { kind: kind.name, version: kind.version, record, act, patch };
}

function refused(state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot invite reply: ${state}`);
}
