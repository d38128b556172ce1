// `tocsin evidence examine`: evidence is examined where it lies sealed. The whole output is sealed beside it; findings
// become records when a person says so.
import { encodeUtf8, isJsonObject, parseId, type Coverage, type RecordId } from "@tocsin/core";
import { examineInWorker, sealedRequest } from "@tocsin/node";
import { valuesOf } from "@tocsin/records";
import {
  addEvidence,
  coverageToJson,
  sealedEvidenceOf,
  type SealedEvidence,
  type Workspace,
} from "@tocsin/workspace";
import { listOption, stringOption, wordOf, type Call } from "../call.ts";
import { createCollector, type Collector } from "../examine/collector.ts";
import { documentOf, type DocumentHead } from "../examine/document.ts";
import { askConsent, hasFound } from "../examine/examine.ts";
import { giveExamination } from "../examine/tell.ts";
import { exitCodes } from "../exit-codes.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { withProgram } from "./open.ts";

export async function examineSealed(call: Call): Promise<number> {
  return withProgram(call, async ({ workspace, folder }) => {
    const id = parseId(wordOf(call, 0));
    const indicators = listOption(call, "indicators");
    const sealed = await sealedEvidenceOf(workspace, id);
    const consent = await consentFor(call, workspace, id);
    const collector = createCollector(call.progress.show);
    const { worker } = call.parts.places;
    await examineInWorker(sealedRequest(folder, sealed, indicators), {
      onOutput: collector.take,
      signal: call.signal,
      ...(worker ? { worker } : {}),
    }).finally(call.progress.end);
    const head = { tool: { name: "tocsin", version: call.parts.version }, consent, indicators };
    const output = await sealOutput(call, workspace, { id, sealed, head, collector });
    if (call.options["keep"] === true) await keep(workspace, id, collector);
    await giveExamination(call, head, collector);
    call.talk(call.translator.t("cli.evidence.examined", { record: output }));
    return hasFound(collector) ? exitCodes.found : exitCodes.done;
  });
}

/** Said now, else written down with the evidence, else asked for. */
async function consentFor(call: Call, { view }: Workspace, id: RecordId): Promise<string> {
  const given = stringOption(call, "consent")?.trim() ?? "";
  if (given !== "") return given;
  const state = await view.read(id);
  const written = state && valuesOf(state)["consentText"];
  const text = isJsonObject(written) ? written["text"] : undefined;
  return typeof text === "string" ? text : askConsent(call);
}

interface Examined {
  readonly id: RecordId;
  readonly sealed: SealedEvidence;
  readonly head: DocumentHead;
  readonly collector: Collector;
}

async function sealOutput(
  call: Call,
  workspace: Workspace,
  { id, sealed, head, collector }: Examined,
): Promise<RecordId> {
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (const piece of documentOf(head, collector)) yield encodeUtf8(piece);
  }
  const source = {
    mediaType: "application/vnd.tocsin.examination+json",
    original: null,
    stream,
    listing: () => null,
  };
  const day = new Date(call.parts.clock()).toISOString().slice(0, 10);
  const about = {
    title: { text: `${sealed.title} · ${day}`, lang: "zxx" },
    parent: id,
    consentText: { text: head.consent, lang: textLanguageOf(call) },
  };
  return (await addEvidence(workspace, source, { about, signal: call.signal })).record;
}

/** A finding keeps what was looked at; a field has a limit of size. */
const mostCoverage = 150;
const atOnce = 256;

async function keep(workspace: Workspace, evidence: RecordId, collector: Collector): Promise<void> {
  const coverage = collector.coverage.filter(isRead).slice(0, mostCoverage).map(coverageToJson);
  const interference = [...collector.verdicts.read()].filter(
    ({ state }) => state === "blocked" || state === "likely-blocked",
  );
  for (const findings of lots([...collector.findings.read()]))
    await workspace.run("examination.keep", { evidence, coverage, findings });
  for (const verdicts of lots(interference))
    await workspace.run("examination.keep", { evidence, coverage, verdicts });
}

function isRead({ status }: Coverage): boolean {
  return status !== "out-of-scope";
}

function* lots<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < values.length; at += atOnce) yield values.slice(at, at + atOnce);
}
