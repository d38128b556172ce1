// Takes the pictures of the manual: walks every guide in the real desk, in each language of the pictures, with a made-up vault, and
// keeps what stands on the screen where a guide wants a picture. Run: `npm run build`, then `npm run manual-pictures`.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Locator, Page } from "playwright-core";
import {
  guides,
  picturedLocales,
  pictureFileName,
  pictureSize,
  type Step,
} from "../apps/desk/screen/src/index.ts";
import { startWalk } from "../tests/browser/manual-desk.ts";
import { seenIn, walkGuide, type Walk } from "../tests/browser/manual-runner.ts";
import { startRealDesk } from "../tests/browser/real-desk.ts";

/** Of WebP, out of 100: letters stay clean. */
const quality = 36;
/** What is done and what was saved is said over the screen for a while: no guide speaks of it. */
const passing = ".tray, .live";
/** Milliseconds until what was chosen has come back from the program. */
const settled = 400;

/**
 * Writes those of every language, or of the one that is named, in the place of those that lay in `folder`. Throws where a
 * path of this computer would be seen.
 */
export async function makeManualPictures(folder: string, only?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const locale of picturedLocales.filter((each) => only === undefined || each === only)) {
    const taken = await takenIn(locale);
    for (const name of await readdir(folder))
      if (name.endsWith(`.${locale}.webp`)) await rm(join(folder, name));
    for (const [name, bytes] of taken) await writeFile(join(folder, name), bytes);
    const sum = [...taken.values()].reduce((bytes, each) => bytes + each.length, 0);
    console.error(`manual pictures: ${locale}: ${String(taken.size)} files, ${(sum / 1000).toFixed(0)} kB`);
  }
}

async function takenIn(locale: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const taken = new Map<string, Uint8Array>();
  const desk = await startRealDesk();
  try {
    const walk = await startWalk(desk, locale, { ...pictureSize, scale: 1 });
    const session = await walk.page.context().newCDPSession(walk.page);
    const secrets = [desk.home, tmpdir(), homedir(), hostname()];
    for (const guide of guides)
      await walkGuide(
        {
          ...walk,
          look: async ({ name }, step) => {
            if (step.picture === undefined) return;
            await bringIntoSight(walk.page, placeOf(walk, step));
            const file = pictureFileName({ guide: name, picture: step.picture, locale });
            const found = await foundOf(secrets, walk.page);
            if (found.length > 0)
              throw new Error(`Cannot take picture ${file}: it would show ${found.join(", ")}`);
            taken.set(file, await pictureOf(session));
          },
        },
        guide,
      );
  } finally {
    await desk.close();
  }
  return taken;
}

/** What was seen, or what has the focus: the picture is of it. */
function placeOf(walk: Walk, step: Step): Locator {
  return step.do === "see" ? seenIn(walk, step.text) : walk.page.locator(":focus");
}

/** Near the top, with what follows below it. */
async function bringIntoSight(page: Page, place: Locator): Promise<void> {
  await page.waitForTimeout(settled);
  await page.evaluate(`document.querySelectorAll("${passing}").forEach((each) => { each.hidden = true; })`);
  await place.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.evaluate(`window.scrollBy(0, ${String(-above)})`);
  await page.evaluate("document.fonts.ready.then(() => undefined)");
}

/** Room for the label of a field, in pixels. */
const above = 88;

/** Texts of which a part lies in the window, and what stands in fields. */
const shownText = `(() => {
  const isShown = ({ bottom, top, right, left }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    if ([...range.getClientRects()].some(isShown)) texts.push(walker.currentNode.data);
  }
  return texts.join("\\n");
})()`;

async function foundOf(secrets: readonly string[], page: Page): Promise<readonly string[]> {
  const shown = String(await page.evaluate(shownText));
  return secrets.filter((secret) => secret !== "" && secret !== "/" && shown.includes(secret));
}

async function pictureOf(session: CDPSession): Promise<Uint8Array> {
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
  return pictureAlone(Buffer.from(data, "base64"));
}

const header = 12;
const chunkHeader = 8;

/** Without the colour profile that the browser adds: the same picture as a simple file (RFC 9649, section 2.5). */
function pictureAlone(bytes: Buffer): Buffer {
  for (let at = header; at < bytes.length;) {
    const length = chunkHeader + bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at, at + length + (length % 2));
    if (chunk.toString("latin1", 0, 4) === "VP8 ") {
      const riff = Buffer.alloc(header);
      riff.write("RIFF", 0, "latin1");
      riff.writeUInt32LE(4 + chunk.length, 4);
      riff.write("WEBP", 8, "latin1");
      return Buffer.concat([riff, chunk]);
    }
    at += chunk.length;
  }
  throw new Error("Cannot take picture: the browser gave none that is lossy WebP");
}
