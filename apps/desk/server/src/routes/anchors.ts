import type { Hono } from "hono";
import { encodeUtf8, parseBase64 } from "@tocsin/core";
import { createTimestamps, parseTrusted } from "@tocsin/node";
import {
  attachAnswer,
  listAnchors,
  makeAnchor,
  type AnswerVerdict,
  type JudgedAnchor,
} from "@tocsin/workspace";
import { optionalString, readBody, stringOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";

/** Checkpoints of the log, and timestamps over them. The desk connects to nobody: requests and answers go by file. */
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
    const given = optionalString(body, "trusted");
    const trusted = given === undefined ? [] : parseTrusted(parseBase64(given));
    const { record, verdict } = await attachAnswer(workspaceOf(desk), timestamps, { answer, trusted });
    desk.vault.touched();
    return context.json({ record, verdict: toShown(verdict) });
  });
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
