// A frozen letter leaves from the screen: one document for all or one for each addressee, and the list, all with one hash.
import type { Hono } from "hono";
import { parseId } from "@tocsin/core";
import { writeArchive, type ArchiveFile } from "@tocsin/formats";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { releaseLetter, type ReleasedLetter } from "@tocsin/workspace";
import { readBody, stringOf, stringsOf } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { keepOutputs, sha256Of, translatorFor, type WrittenEditions } from "../written-outputs.ts";

const forms = ["pdf", "docx", "html", "csv", "json"] as const;
type Form = (typeof forms)[number];
const perCopy = ["pdf", "docx", "html"] as const;

export function letterRoutes(app: Hono, desk: Desk): void {
  const typesetter = createTypesetter();
  const wordWriter = createWordWriter();
  app.post("/api/letter", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const translator = await translatorFor(body, desk);
    const wanted = forms.filter((form) => stringsOf(body, "formats").includes(form));
    if (wanted.length === 0) throw new DeskError("desk.bad-request", "Cannot write: no format is asked for");
    const letter = parseId(body["letter"]);
    const approvedBy = stringOf(body, "approvedBy");
    const isMerged = body["isMerged"] === true;
    const job = desk.jobs.start("letter", async ({ signal }) => {
      const released = await releaseLetter(workspace, {
        letter,
        translator,
        tool: { name: "tocsin", version: desk.options.version },
        isMerged,
        approvedBy,
        lang: translator.locale,
        formats: wanted,
        sha256: sha256Of,
        ...(wanted.includes("pdf") ? { typesetter } : {}),
        ...(wanted.includes("docx") ? { wordWriter } : {}),
        signal,
      });
      desk.vault.touched();
      const keeping = { what: "letter", by: { text: approvedBy, lang: translator.locale }, signal };
      const editions = await editionsOf(released, wanted, isMerged);
      const outputs = keepOutputs(desk, editions, { ...keeping, wanted: [...wanted, "zip"] });
      return { release: released.release, digest: released.digest, outputs };
    });
    return context.json({ job });
  });
}

/** Copies for many addressees are one archive: each of them as a file would push the others out before it is fetched. */
async function editionsOf(
  { release, copies, csv, json }: ReleasedLetter,
  wanted: readonly Form[],
  isMerged: boolean,
): Promise<WrittenEditions> {
  const shared = {
    release,
    csv: wanted.includes("csv") ? csv : null,
    json: wanted.includes("json") ? json : null,
  };
  if (isMerged) return { ...shared, zip: await archiveOf(copyFiles(copies, wanted)) };
  const [copy] = copies;
  const own = perCopy.map((form) => [form, wanted.includes(form) ? (copy?.[form] ?? null) : null] as const);
  return { ...shared, ...Object.fromEntries(own) };
}

/** Names of files say which copy, never whose. */
function copyFiles(copies: ReleasedLetter["copies"], wanted: readonly Form[]): readonly ArchiveFile[] {
  return copies.flatMap((copy, at) =>
    perCopy.flatMap((form): readonly ArchiveFile[] => {
      const bytes = wanted.includes(form) ? copy[form] : null;
      return bytes === null ? [] : [{ path: `letter-${String(at + 1).padStart(3, "0")}.${form}`, bytes }];
    }),
  );
}

async function archiveOf(files: readonly ArchiveFile[]): Promise<Uint8Array | null> {
  if (files.length === 0) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of writeArchive(files)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
