// The program of the thread that opens a picture or a document of anybody's: paints over it and codes it anew, or looks at
// what it carries.
import { parentPort, workerData } from "node:worker_threads";
import { isTocsinError } from "@tocsin/core";
import { lookAtFile } from "../given-out/look-at-file.ts";
import { findWords } from "../pictures/find-words.ts";
import { redactPicture } from "../pictures/redact-picture.ts";
import type { PictureReply, PictureTask } from "./picture-messages.ts";

if (parentPort !== null) {
  let reply: PictureReply;
  try {
    reply = await done(workerData);
  } catch (error) {
    const message = error instanceof Error ? error.message : "Cannot read picture: its reader failed";
    reply = { kind: "failed", isLimit: isTocsinError(error) && error.code === "formats.limit", message };
  }
  parentPort.postMessage(reply);
}

async function done(task: PictureTask): Promise<PictureReply> {
  switch (task.kind) {
    case "redact":
      return { kind: "redacted", picture: await redactPicture(task) };
    case "look":
      return { kind: "looked", look: await lookAtFile(task.bytes) };
    case "find":
      return { kind: "found", found: await findWords(task.bytes, task.phrases) };
  }
}
