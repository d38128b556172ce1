// The example case leaves as a bundle, and is checked with Node's own cryptography and with the standard tools.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { verifyBundle } from "@tocsin/vault";
import { makeBundle, planBundle } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openBundleFolder } from "../vault/bundle-folder.ts";
import { exportToFolder } from "../vault/export-folder.ts";
import { makeExample } from "./make-example.ts";

const worker = pathToFileURL("dist/cli/examine-worker.mjs");

describe.skipIf(!existsSync(worker))("the example as a bundle", () => {
  it("holds whole: evidence, findings, who approved it, and no name that nobody let out", async () => {
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    const { program, case: caseId } = await makeExample({ inputs: "examples", worker, cost });
    const { workspace } = program;
    const primitives = createNodePrimitives();
    const folder = join(program.folder, "..", "bundle");
    const choice = { case: caseId, audience: "court" } as const;
    const { names } = await planBundle(workspace, choice);
    const made = await makeBundle(workspace, {
      ...choice,
      acknowledged: names.map(({ record }) => record),
      approvedBy: "Example Approver",
      lang: "en",
      translator: createTranslator("ar", await loadCatalogues("ar")),
      tool: { name: "tocsin", version: "0.1.0" },
      primitives,
      sink: exportToFolder(folder),
      page: null,
    });
    const report = await verifyBundle(primitives, openBundleFolder(folder));
    expect(report.failures).toEqual([]);
    expect(report.proved).toHaveLength(6);
    expect(report.exhibits.length).toBeGreaterThanOrEqual(3);
    expect(report.exhibits.every(({ state, isNamed }) => state === "fits" && isNamed)).toBe(true);
    expect(report.operations.length).toBeGreaterThan(made.plan.operations.length);
    const checked = spawnSync("sha256sum", ["-c", "--strict", "--quiet", "manifest-sha256.txt"], {
      cwd: folder,
    });
    expect(checked.status, String(checked.stdout)).toBe(0);
    await program.close();
    rmSync(join(program.folder, ".."), { recursive: true });
  });
});
