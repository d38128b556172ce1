// The program of the thread that opens a picture or a document of anybody's: paints over it and codes it anew, or looks at
// what it carries.
import { parentPort, workerData } from "node:worker_threads";
import { FormatError } from "@tocsin/formats";
import { lookAtFile } from "../given-out/look-at-file.ts";
import { findWords } from "../pictures/find-words.ts";
import { redactPicture, type TellPage } from "../pictures/redact-picture.ts";
import { viewPicture } from "../pictures/view-picture.ts";
import type { PictureProgress, PictureReply, PictureTask } from "./picture-messages.ts";

if (parentPort !== null) {
  const port = parentPort;
  let reply: PictureReply;
  try {
    reply = await done(workerData, (at, pages) => {
      const progress: PictureProgress = { kind: "page", done: at, pages };
      port.postMessage(progress);
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : "Cannot read picture: its reader failed";
    reply = {
      kind: "failed",
      code: error instanceof FormatError ? error.code : "formats.bad-picture",
      message,
    };
  }
  port.postMessage(reply);
}

async function done(task: PictureTask, tell: TellPage): Promise<PictureReply> {
  switch (task.kind) {
    case "redact":
      return { kind: "redacted", picture: await redactPicture({ ...task, tell }) };
    case "view":
      return { kind: "viewed", picture: await viewPicture(task) };
    case "look":
      return { kind: "looked", look: await lookAtFile(task.bytes) };
    case "find":
      return { kind: "found", found: await findWords(task.bytes, task.phrases) };
  }
}
