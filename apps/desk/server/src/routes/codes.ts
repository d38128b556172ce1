// The matrix of a consultation where it leaves the desk: how it would, and letting it out through a release.
import type { Hono } from "hono";
import { isId } from "@tocsin/core";
import { planCodedMatrix, publishCodes, type PlanCodedMatrixOptions } from "@tocsin/workspace";
import { readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { audienceIn, keepTable, sha256Of } from "../written-outputs.ts";

export function codeRoutes(app: Hono, desk: Desk): void {
  app.post("/api/codes/plan", async (context) =>
    context.json(await planCodedMatrix(workspaceOf(desk), plannedIn(await readBody(context)))),
  );

  app.post("/api/codes", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const planned = plannedIn(body);
    const format = formatIn(body);
    const approvedBy = { text: stringOf(body, "approvedBy"), lang: desk.locale };
    const acceptDifferences = body["acceptDifferences"] === true;
    const tool = { name: "tocsin", version: desk.options.version };
    const job = desk.jobs.start("export", async ({ signal }) => {
      const options = { ...planned, format, approvedBy, acceptDifferences, tool, sha256: sha256Of };
      const published = await publishCodes(workspace, options);
      desk.vault.touched();
      const { release, hidden } = published;
      const outputs = keepTable(desk, published, { what: "coding", format, by: approvedBy, signal });
      return { release, hidden, outputs };
    });
    return context.json({ job });
  });
}

function formatIn({ format }: Body): "csv" | "json" | "qdpx" {
  if (format !== "csv" && format !== "json" && format !== "qdpx")
    throw new DeskError("desk.bad-request", "Cannot write a matrix: no such format");
  return format;
}

function plannedIn(body: Body): PlanCodedMatrixOptions {
  const questionnaire = stringOf(body, "questionnaire");
  if (!isId(questionnaire))
    throw new DeskError("desk.bad-request", "Cannot write a matrix: the questionnaire is no id");
  return { questionnaire, audience: audienceIn(body) };
}
