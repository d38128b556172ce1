import type { Hono } from "hono";
import { encodeUtf8, parseBase64 } from "@tocsin/core";
import { createTimestamps, fetchAnswer, parseAuthority, parseTrusted } from "@tocsin/node";
import {
  attachAnswer,
  listAnchors,
  makeAnchor,
  type AnswerVerdict,
  type JudgedAnchor,
} from "@tocsin/workspace";
import { optionalString, readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";

/**
 * Checkpoints of the log, and timestamps over them. Requests and answers go by file, or to the address that a person types
 * for that one act: the only moment at which the desk connects to another computer.
 */
export function anchorRoutes(app: Hono, desk: Desk): void {
  const timestamps = createTimestamps();

  app.get("/api/anchors", async (context) => {
    const anchors = await listAnchors(workspaceOf(desk), timestamps, { limit: mostListed });
    return context.json(anchors.map(toListed));
  });

  app.post("/api/anchors", async (context) => {
    const made = await makeAnchor(workspaceOf(desk), timestamps, { requested: true });
    desk.vault.touched();
    const { signal } = new AbortController();
    const name = made.record.slice(0, 8);
    const request = { name: `${name}.tsq`, type: "application/timestamp-query" };
    const note = { name: `${name}.checkpoint.txt`, type: "text/plain; charset=utf-8" };
    return context.json({
      record: made.record,
      commits: made.size,
      request: desk.outputs.add({ ...request, bytes: new Uint8Array(made.request) }, signal),
      note: desk.outputs.add({ ...note, bytes: new Uint8Array(encodeUtf8(made.note)) }, signal),
    });
  });

  app.post("/api/anchors/answer", async (context) => {
    const body = await readBody(context);
    const answer = parseBase64(stringOf(body, "answer"));
    const trusted = trustedIn(body);
    const { record, verdict } = await attachAnswer(workspaceOf(desk), timestamps, { answer, trusted });
    desk.vault.touched();
    return context.json({ record, verdict: toShown(verdict) });
  });

  app.post("/api/anchors/ask", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    // What is wrong with either is said before anything is signed or sent.
    const authority = stringOf(body, "authority");
    parseAuthority(authority);
    const trusted = trustedIn(body);
    const job = desk.jobs.start("timestamp", async ({ signal }) => {
      const { request } = await makeAnchor(workspace, timestamps, { requested: true });
      desk.vault.touched();
      const answer = await fetchAnswer(request, { authority, signal });
      const attached = await attachAnswer(workspace, timestamps, { answer, trusted, address: authority });
      desk.vault.touched();
      return { record: attached.record, verdict: toShown(attached.verdict) };
    });
    return context.json({ job });
  });
}

function trustedIn(body: Body): readonly Uint8Array[] {
  const given = optionalString(body, "trusted");
  return given === undefined ? [] : parseTrusted(parseBase64(given));
}

const mostListed = 20;

function toListed({ record, made, checkpoint, timestamp }: JudgedAnchor): unknown {
  return {
    record,
    made,
    commits: checkpoint.checkpoint?.size ?? 0,
    checkpoint: checkpoint.state,
    timestamp: timestamp === null ? null : toShown(timestamp),
  };
}

/** The key of its sentence, and what stands in it. */
function toShown(verdict: AnswerVerdict): unknown {
  if (verdict.state !== "refused") {
    const { time, authority } = verdict.facts;
    return { state: verdict.state, time, authority };
  }
  return { state: verdict.problem, words: verdict.refusal?.words ?? "" };
}
