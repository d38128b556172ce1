// `tocsin report CASE`: a case as PDF, HTML and JSON, after somebody approved what leaves.
import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { createTypesetter } from "@tocsin/node";
import { publishCase, type PublishedCase } from "@tocsin/workspace";
import { stringOption, wordOf, type Call } from "../call.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";
import { formatsOf, type DocumentFormat } from "./formats.ts";

export async function writeReport(call: Call): Promise<undefined> {
  const options = {
    case: parseId(wordOf(call, 0)),
    audience: audienceOf(call),
    formats: formatsOf(call),
    approvedBy: await approvalOf(call),
    acceptDifferences: call.options["acceptDifferences"] === true,
  };
  const folder = resolve(stringOption(call, "out") ?? ".");
  const organisation = stringOption(call, "organisation");
  await mkdir(folder, { recursive: true });
  // Before a release is written that nothing could come of.
  await access(folder, constants.W_OK);
  await withProgram(call, async ({ workspace }) => {
    const published = await publishCase(workspace, {
      ...options,
      ...(organisation === undefined ? {} : { organisation }),
      translator: call.translator,
      lang: call.translator.locale,
      tool: { name: "tocsin", version: call.parts.version },
      sha256: sha256Of,
      typesetter: createTypesetter(),
      signal: call.signal,
    });
    const outputs = await writeOutputs(folder, published, options.formats);
    const by = { text: options.approvedBy, lang: call.translator.locale };
    const { release } = published;
    await noteWritten(
      call,
      workspace,
      outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256, release, by })),
    );
    if (call.json) await call.give({ release: published.release, outputs, withheld: published.withheld });
    else for (const { path, sha256 } of outputs) await call.say(`${path}  ${sha256}`);
    tellWithheld(call, published);
  });
}

interface Output {
  readonly format: DocumentFormat;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** File names say what it is and which release, never whose. */
async function writeOutputs(
  folder: string,
  published: PublishedCase,
  wanted: readonly DocumentFormat[],
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const format of wanted) {
    const bytes = published[format];
    if (bytes === null) continue;
    const path = join(folder, `report-${published.release.slice(0, 8)}.${format}`);
    await writeNewFile(path, bytes);
    outputs.push({ format, path, bytes: bytes.length, sha256: sha256Of(bytes) });
  }
  return outputs;
}

function tellWithheld({ talk, translator: { t } }: Call, { withheld }: PublishedCase): void {
  talk(t("cli.report.withheld", { count: withheld.length }));
  for (const { person, reason } of withheld) talk(`  ${person} · ${t(`consent.reason.${reason}`)}`);
  talk(t("cli.output.clear"));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
