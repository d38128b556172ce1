// `tocsin text release OLDER NEWER`: two drafts of the vault compared, as files that lie in clear.
import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { createTypesetter, packTrackedChanges } from "@tocsin/node";
import { comparisonFormats, writeComparison, type ComparisonFormat } from "@tocsin/publish";
import { releaseComparison } from "@tocsin/workspace";
import { stringOption, usage, wordOf, type Call } from "../call.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { audienceOf } from "./audience.ts";
import { noteWritten, type WrittenCopy } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";

export async function releaseTexts(call: Call): Promise<undefined> {
  const { translator, signal, talk } = call;
  const [older, newer] = [parseId(wordOf(call, 0)), parseId(wordOf(call, 1))];
  const formats = formatsIn(call);
  const audience = audienceOf(call);
  const by = { text: await approvalOf(call), lang: textLanguageOf(call) };
  const folder = resolve(stringOption(call, "out") ?? ".");
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const ports = { translator, typesetter: createTypesetter(), packTracked: packTrackedChanges, signal };
  await withProgram(call, async ({ workspace }) => {
    const { release, ...editions } = await releaseComparison(workspace, {
      older,
      newer,
      audience,
      approvedBy: by,
      formats,
      write: (source, format) => writeComparison(source, format, ports),
      sha256: sha256Of,
      changes: { author: stringOption(call, "author"), date: stringOption(call, "date") },
    });
    const written: WrittenCopy[] = [];
    for (const format of formats) {
      const bytes = editions[format];
      if (bytes === undefined) continue;
      const path = join(folder, `comparison-${release.slice(0, 8)}.${format}`);
      await writeNewFile(path, bytes);
      written.push({ path, sha256: sha256Of(bytes), bytes: bytes.length, release, by });
    }
    await noteWritten(call, workspace, written);
    const outputs = written.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }));
    if (call.json) await call.give({ release, outputs });
    else for (const { path, sha256 } of outputs) await call.say(`${path}  ${sha256}`);
    talk(translator.t("cli.output.clear"));
  });
}

/** All forms, or those of `--format`. Throws `cli.usage`. */
function formatsIn(call: Call): readonly ComparisonFormat[] {
  const given = stringOption(call, "format")?.split(",") ?? comparisonFormats;
  const wanted = comparisonFormats.filter((format) => given.includes(format));
  if (wanted.length !== given.length) throw usage(`--format takes ${comparisonFormats.join(", ")}`);
  return wanted;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
