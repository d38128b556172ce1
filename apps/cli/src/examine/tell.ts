// An examination as the result of a command: one document for a script, words for a person.
import type { Call } from "../call.ts";
import { showableJson } from "../showable.ts";
import type { Collector } from "./collector.ts";
import { documentOf, type DocumentHead } from "./document.ts";
import { tellExamination } from "./tell-examination.ts";

export async function giveExamination(call: Call, head: DocumentHead, collector: Collector): Promise<void> {
  if (call.json) {
    for (const piece of documentOf(head, collector)) await call.parts.terminal.out(showableJson(piece));
    return;
  }
  await call.say(`${call.translator.t("cli.examine.consent")}: ${head.consent}\n`);
  await tellExamination(collector, call.translator, call.say);
}
