// `tocsin text capture`: a draft of a negotiated text goes into the vault, its bytes sealed and its paragraphs as records.
import { parseId } from "@tocsin/core";
import { captureDraft, type CaptureOptions } from "@tocsin/workspace";
import { requiredOption, stringOption, type Call } from "../call.ts";
import { draftBytes } from "../draft-bytes.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "./open.ts";

export async function captureText(call: Call): Promise<undefined> {
  const about = aboutOf(call);
  const bytes = await draftBytes(call, 0);
  await withProgram(call, async ({ workspace }) => {
    const captured = await captureDraft(workspace, { ...about, bytes, signal: call.signal });
    const { t } = call.translator;
    if (call.json) await call.give(captured);
    else await call.say(captured.draft);
    call.talk(t("comparison.paragraphs", { count: captured.paragraphs }));
    for (const { kind, detail } of captured.notices)
      call.talk(`  ${t(`comparison.notice.${kind}`, { detail })}`);
    call.talk(t("cli.evidence.added", { sha256: captured.sha256 }));
  });
}

function aboutOf(call: Call): Omit<CaptureOptions, "bytes" | "signal"> {
  const language = textLanguageOf(call);
  const own = ["stage", "dated", "symbol", "sharing"] as const;
  const given = own.flatMap((name) => {
    const value = stringOption(call, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const givenBy = stringOption(call, "givenBy");
  return {
    negotiation: parseId(requiredOption(call, "negotiation", "--negotiation")),
    title: { text: requiredOption(call, "title", "--title"), lang: language },
    language,
    ...Object.fromEntries(given),
    ...(givenBy === undefined ? {} : { givenBy: { text: givenBy, lang: language } }),
  };
}
