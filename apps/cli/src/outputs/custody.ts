// `tocsin evidence custody ID`: everything that happened to a piece of evidence, as PDF, HTML and JSON, approved.
import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { createTypesetter } from "@tocsin/node";
import { publishCustody } from "@tocsin/workspace";
import { stringOption, wordOf, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";
import { formatsOf } from "./formats.ts";

export async function writeCustody(call: Call): Promise<undefined> {
  const { translator, signal, talk } = call;
  const evidence = parseId(wordOf(call, 0));
  const formats = formatsOf(call);
  const audience = audienceOf(call);
  const approvedBy = await approvalOf(call);
  const folder = resolve(stringOption(call, "out") ?? ".");
  await mkdir(folder, { recursive: true });
  // Before a release is written that nothing could come of.
  await access(folder, constants.W_OK);
  await withProgram(call, async ({ workspace }) => {
    const published = await publishCustody(workspace, {
      evidence,
      audience,
      approvedBy,
      acceptDifferences: call.options["acceptDifferences"] === true,
      formats,
      translator,
      lang: textLanguageOf(call),
      tool: { name: "tocsin", version: call.parts.version },
      sha256: sha256Of,
      typesetter: createTypesetter(),
      signal,
    });
    const outputs: { readonly path: string; readonly sha256: string; readonly bytes: number }[] = [];
    for (const format of formats) {
      const bytes = published[format];
      if (bytes === null) continue;
      const path = join(folder, `custody-${published.release.slice(0, 8)}.${format}`);
      await writeNewFile(path, bytes);
      outputs.push({ path, sha256: sha256Of(bytes), bytes: bytes.length });
    }
    const { release, withheld, struck } = published;
    const by = { text: approvedBy, lang: textLanguageOf(call) };
    await noteWritten(
      call,
      workspace,
      outputs.map((output) => ({ ...output, release, by })),
    );
    if (call.json) await call.give({ release, outputs, withheld, struck });
    else for (const { path, sha256 } of outputs) await call.say(`${path}  ${sha256}`);
    if (withheld > 0) talk(translator.t("cli.evidence.custody.withheld", { count: withheld }));
    if (struck > 0) talk(translator.t("cli.export.struck", { count: struck }));
    talk(translator.t("cli.output.clear"));
  });
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
