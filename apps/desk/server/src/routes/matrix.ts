// The matrix where it leaves the desk: how it would, and letting it out through a release.
import type { Hono } from "hono";
import { isId } from "@tocsin/core";
import { planMatrix, publishMatrix, type PlanMatrixOptions } from "@tocsin/workspace";
import { optionalString, readBody, stringOf, type Body } from "../body.ts";
import { workspaceOf, type Desk } from "../desk.ts";
import { DeskError } from "../errors.ts";
import { audienceIn, keepTable, sha256Of, tableFormatIn } from "../written-outputs.ts";

export function matrixRoutes(app: Hono, desk: Desk): void {
  app.post("/api/matrix/plan", async (context) =>
    context.json(await planMatrix(workspaceOf(desk), plannedIn(await readBody(context)))),
  );

  app.post("/api/matrix", async (context) => {
    const body = await readBody(context);
    const workspace = workspaceOf(desk);
    const planned = plannedIn(body);
    const format = tableFormatIn(body);
    const approvedBy = { text: stringOf(body, "approvedBy"), lang: desk.locale };
    const acceptDifferences = body["acceptDifferences"] === true;
    const job = desk.jobs.start("export", async ({ signal }) => {
      const options = { ...planned, format, approvedBy, acceptDifferences, sha256: sha256Of };
      const published = await publishMatrix(workspace, options);
      desk.vault.touched();
      const { release, hidden, unnamed } = published;
      const outputs = keepTable(desk, published, { what: "matrix", format, by: approvedBy, signal });
      return { release, hidden, unnamed, outputs };
    });
    return context.json({ job });
  });
}

function plannedIn(body: Body): PlanMatrixOptions {
  const [by, row, commitment] = ["by", "row", "commitment"].map((name) => optionalString(body, name));
  if (commitment !== undefined && !isId(commitment))
    throw new DeskError("desk.bad-request", "Cannot write a matrix: the commitment is no id");
  const { threshold } = body;
  return {
    audience: audienceIn(body),
    ...(by === undefined ? {} : { by }),
    ...(row === undefined ? {} : { row }),
    ...(commitment === undefined ? {} : { commitment }),
    ...(typeof threshold === "number" ? { threshold } : {}),
  };
}
