// What a file is and carries that may leave with the public library: its sort by its bytes, whether it opens, what it says
// beside what it shows, and its words where it has any. Anybody's bytes: only in a thread with limits.
import { inflateSync } from "node:zlib";
import {
  FormatError,
  givenTypeOf,
  lookAtPdf,
  lookAtPicture,
  looksLikePage,
  plainTextOf,
  type GivenType,
} from "@tocsin/formats";
import type { FileLook } from "@tocsin/workspace";
import { pixelsOf } from "../pictures/decode-picture.ts";
import { wordsOfPdf } from "../pictures/pdf-words.ts";

/** Throws `formats.limit`; what else is wrong with it is said in the look. */
export async function lookAtFile(bytes: Uint8Array): Promise<FileLook> {
  const type = givenTypeOf(bytes);
  if (type === null) return { ...nothing, mediaType: null };
  try {
    return { ...nothing, mediaType: type, ...(await looked(bytes, type)) };
  } catch (error) {
    if (error instanceof FormatError && error.code !== "formats.limit")
      return { ...nothing, mediaType: type, isWhole: false };
    throw error;
  }
}

const nothing = {
  carries: [],
  isActive: false,
  isLocked: false,
  isWhole: true,
  said: "",
  words: "",
  wordsRead: "none",
} as const;

async function looked(bytes: Uint8Array, type: GivenType): Promise<Partial<FileLook>> {
  switch (type) {
    case "application/pdf":
      return lookedAtPdf(bytes);
    case "text/plain": {
      const words = plainTextOf(bytes);
      if (words === null) return { isWhole: false };
      return { words, wordsRead: "all", isActive: looksLikePage(words) };
    }
    default: {
      const look = lookAtPicture(bytes);
      if (look === null) return { isWhole: false };
      // One that cannot be decoded is not given to readers as a picture.
      await pixelsOf(bytes, look);
      return { carries: look.extras.map(({ kind }) => kind), isActive: looksLikePage(beginning(bytes)) };
    }
  }
}

/** Where a program that guesses would look. */
function beginning(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
}

async function lookedAtPdf(bytes: Uint8Array): Promise<Partial<FileLook>> {
  const { said, ...look } = lookAtPdf(bytes, inflate);
  if (look.isLocked || look.isActive) return { ...look, said };
  const { pages, said: own } = await wordsOfPdf(bytes);
  const withWords = pages.filter((page) => page.trim() !== "").length;
  return {
    ...look,
    said: `${own}\n${said}`,
    words: pages.join("\n"),
    wordsRead: withWords === pages.length ? "all" : withWords === 0 ? "none" : "some",
  };
}

function inflate(bytes: Uint8Array, most: number): Uint8Array | null {
  if (most <= 0) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch {
    return null;
  }
}
