import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Hono } from "hono";
import { audienceCodes } from "@tocsin/cases";
import { isId, parseId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createFileLook, createNodePrimitives, exportToFolder } from "@tocsin/node";
import {
  judgeRecipient,
  makeBundle,
  noteClearCopies,
  planBundle,
  type BundleChoice,
} from "@tocsin/workspace";
import { optionalString, readBody, stringOf, stringsOf, type Body } from "../body.ts";
import { pictureThreadOf, workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";

/** A case or pieces of evidence as a folder that anybody can check: planned first, then approved, then made. */
export function bundleRoutes(app: Hono, desk: Desk): void {
  const lookAtFile = createFileLook(pictureThreadOf(desk));
  app.post("/api/bundle/plan", async (context) => {
    const choice = choiceOf(await readBody(context));
    const { signal } = context.req.raw;
    return context.json(await planBundle(workspaceOf(desk), choice, { lookAtFile, signal }));
  });

  app.post("/api/bundle/recipients", async (context) => {
    const recipients = stringsOf(await readBody(context), "recipients");
    if (recipients.length > mostRecipients)
      throw new DeskError("desk.bad-request", "Cannot read keys: there are too many");
    return context.json(recipients.map(judgeRecipient));
  });

  app.post("/api/bundle", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const choice = choiceOf(body);
    const folder = folderOf(body);
    const locale = optionalString(body, "lang") ?? desk.locale;
    const translator = createTranslator(locale, await loadCatalogues(locale));
    const options = {
      ...choice,
      approvedBy: stringOf(body, "approvedBy"),
      acknowledged: stringsOf(body, "acknowledged").map((id) => parseId(id)),
      recipients: recipientsOf(body),
      lookAtFile,
      acceptDifferences: body["acceptDifferences"] === true,
      lang: translator.locale,
      translator,
      tool: { name: "tocsin", version: desk.options.version },
      primitives: createNodePrimitives(),
      sink: exportToFolder(folder),
      page: await pageOf(desk),
    };
    const job = desk.jobs.start("bundle", async ({ signal, progress }) => {
      try {
        const { release, files } = await makeBundle(workspace, {
          ...options,
          signal,
          onProgress: (state) => progress({ ...state, unit: "bytes", at: "" }),
        });
        const by = { text: options.approvedBy, lang: options.lang };
        await noteClearCopies(workspace, [{ title: basename(folder), where: folder, release, by }]);
        desk.vault.touched();
        const { length: sealedTo } = options.recipients;
        return { release, folder, files: files.length, hasPage: options.page !== null, sealedTo };
      } catch (cause) {
        // The folder was not there before: whatever lies in it is part of what could not be finished.
        await rm(folder, { recursive: true, force: true });
        throw cause;
      }
    });
    return context.json({ job });
  });
}

function choiceOf(body: Body): BundleChoice {
  const audience = audienceCodes.find((code) => code === body["audience"]);
  if (audience === undefined) throw new DeskError("desk.bad-request", "Cannot make bundle: no such audience");
  const caseId = body["case"];
  return {
    audience,
    ...(isId(caseId) ? { case: caseId } : {}),
    evidence: stringsOf(body, "evidence").map((id) => parseId(id)),
  };
}

/** As many as a sealed file can be for. */
const mostRecipients = 16;

/** Before anything is planned: what would not fit is refused here, with nothing begun. */
function recipientsOf(body: Body): readonly string[] {
  const recipients = stringsOf(body, "recipients");
  if (recipients.length > mostRecipients || recipients.some((each) => judgeRecipient(each) !== "fits"))
    throw new DeskError("desk.bad-request", "Cannot make bundle: not a key that evidence can be sealed to");
  return recipients;
}

/** A folder of its own inside the one that was chosen: its name says nothing of whom it is about. */
function folderOf(body: Body): string {
  const name = stringOf(body, "name");
  const folder = join(stringOf(body, "path"), name);
  if (basename(folder) !== name || name.startsWith("."))
    throw new DeskError("desk.bad-request", "Cannot make bundle: not a name of a folder");
  if (existsSync(folder))
    throw new DeskError("desk.folder-exists", "Cannot make bundle: something lies in its place");
  return folder;
}

/** The page that checks bundles, where this program was built with it. */
async function pageOf({ options: { page } }: Desk): Promise<Uint8Array | null> {
  return page !== undefined && existsSync(page) ? readFile(page) : null;
}
