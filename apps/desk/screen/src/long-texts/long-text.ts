// A text that no field holds: how it becomes a file in evidence, and which of its first lines the field keeps.
import { limits } from "@tocsin/records";
import type { AboutEvidence, Api } from "../api/api.ts";
import { jobDone } from "../api/job-end.ts";
import { evidenceIn, takeIn } from "../evidence/intake.ts";

/** Characters that the field keeps. */
const mostKept = 1000;

/** Cut at the end of a line, a sentence or a word, where one is near. */
export function firstLines(text: string): string {
  const start = text.trim().slice(0, mostKept);
  if (start.length < mostKept) return start;
  const ends = [start.lastIndexOf("\n"), start.search(/[.!?。؟۔][^.!?。؟۔]*$/u) + 1, start.lastIndexOf(" ")];
  const end = ends.find((at) => at > mostKept / 2) ?? mostKept;
  return start.slice(0, end).toWellFormed().trimEnd();
}

/** Two of the longest texts that a field can hold are not pasted by chance: what comes at once beyond it is held. */
export function isHeldAtOnce(before: string, after: string): boolean {
  return after.length - before.length > 1 && after.length > limits.text;
}

/** Seals it, and gives the record of the evidence. Throws where the work failed or was stopped. */
export async function keepAsEvidence(api: Api, text: string, about: AboutEvidence): Promise<string> {
  const file = new File([text], "text.txt", { type: "text/plain" });
  const job = await takeIn(api, [{ path: file.name, file }], {
    about,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const { result } = await jobDone(api, job);
  return evidenceIn(result);
}
