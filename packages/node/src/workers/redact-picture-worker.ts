// The program of the thread that decodes a picture of anybody's, paints over it and codes it anew.
import { parentPort, workerData } from "node:worker_threads";
import { isTocsinError } from "@tocsin/core";
import { redactPicture } from "../pictures/redact-picture.ts";
import type { PictureReply, PictureTask } from "./picture-messages.ts";

if (parentPort !== null) {
  const task: PictureTask = workerData;
  let reply: PictureReply;
  try {
    reply = { kind: "done", picture: await redactPicture(task) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "Cannot redact picture: its reader failed";
    reply = { kind: "failed", isLimit: isTocsinError(error) && error.code === "formats.limit", message };
  }
  parentPort.postMessage(reply);
}
