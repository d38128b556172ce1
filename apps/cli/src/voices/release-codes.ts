// `tocsin questionnaire matrix`: what contributors of one consultation tell of both, as it leaves, with its release; or, with
// `--qda`, the codebook and the answers whose words may leave, for other programs of coding.
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { isId } from "@tocsin/core";
import { publishCodes } from "@tocsin/workspace";
import { requiredOption, stringOption, usage, wordOf, type Call } from "../call.ts";
import { approvalOf } from "../outputs/approval.ts";
import { audienceOf } from "../outputs/audience.ts";
import { noteWritten } from "../outputs/clear-copies.ts";
import { writeNewFile } from "../outputs/files.ts";
import { thresholdOf } from "../outputs/matrix.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { version } from "../version.ts";
import { withProgram } from "../vault/open.ts";

export async function releaseCodes(call: Call): Promise<undefined> {
  const questionnaire = wordOf(call, 0);
  if (!isId(questionnaire)) throw usage("the id of a questionnaire is required");
  const isProject = call.options["qda"] === true;
  const target = isProject ? requiredOption(call, "out", "--out FILE") : stringOption(call, "out");
  const audience = audienceOf(call);
  const approvedBy = { text: await approvalOf(call), lang: textLanguageOf(call) };
  const threshold = thresholdOf(call);
  await withProgram(call, async ({ workspace }) => {
    const table = call.json && call.options["csv"] !== true ? "json" : "csv";
    const { bytes, release, sha256, hidden, ...published } = await publishCodes(workspace, {
      questionnaire,
      audience,
      format: isProject ? "qdpx" : table,
      acceptDifferences: call.options["acceptDifferences"] === true,
      approvedBy,
      tool: { name: "tocsin", version },
      sha256: (some) => createHash("sha256").update(some).digest("hex"),
      ...(threshold === undefined ? {} : { threshold }),
    });
    const { t } = call.translator;
    if (target === undefined) await call.parts.terminal.out(new TextDecoder().decode(bytes));
    else {
      await writeNewFile(resolve(target), bytes);
      await noteWritten(call, workspace, [
        { path: resolve(target), bytes: bytes.length, sha256, release, by: approvedBy },
      ]);
      await call.say(`${resolve(target)}  ${sha256}`);
    }
    call.talk(t(isProject ? "voices.codes.project" : "count.released", { release, count: hidden }));
    if (!isProject) call.talk(t("matrix.hidden", { threshold: published.threshold }));
    for (const { kind, cell, release: earlier } of published.notices)
      call.talk(t("count.notice", { kind: t(`count.notice.${kind}`), cell, release: earlier }));
    call.talk(t("cli.output.clear"));
  });
}
