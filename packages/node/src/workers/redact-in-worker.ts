// Reading, covering and coding a picture or a document anew in a thread: what the workspace asks for.
import { FormatError } from "@tocsin/formats";
import type { FindWords, LookAtFile, RedactPicture, ViewPicture } from "@tocsin/workspace";
import { inPictureThread, type PictureThreadOptions } from "./picture-thread.ts";

export function createPictureRedaction(options: PictureThreadOptions = {}): RedactPicture {
  return async (bytes, regions, listening = {}) => {
    const done = await inPictureThread({ kind: "redact", bytes, regions }, options, listening);
    if (done.kind === "redacted") return done.picture;
    throw otherAnswer();
  };
}

export function createPictureView(options: PictureThreadOptions = {}): ViewPicture {
  return async (bytes, { from, count }, signal) => {
    const done = await inPictureThread({ kind: "view", bytes, from, count }, options, { signal });
    if (done.kind === "viewed") return done.picture;
    throw otherAnswer();
  };
}

export function createFileLook(options: PictureThreadOptions = {}): LookAtFile {
  return async (bytes, signal) => {
    const done = await inPictureThread({ kind: "look", bytes }, options, { signal });
    if (done.kind === "looked") return done.look;
    throw otherAnswer();
  };
}

export function createWordSearch(options: PictureThreadOptions = {}): FindWords {
  return async (bytes, phrases, signal) => {
    const done = await inPictureThread({ kind: "find", bytes, phrases }, options, { signal });
    if (done.kind === "found") return done.found;
    throw otherAnswer();
  };
}

function otherAnswer(): FormatError {
  return new FormatError("formats.bad-picture", "Cannot read picture: its reader answered something else");
}
