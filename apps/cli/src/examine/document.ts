// The one JSON document of an examination, written in pieces. Form: docs/manual.md, "examine".
import { showableJson } from "../showable.ts";
import type { Collector } from "./collector.ts";

export interface DocumentHead {
  readonly tool: { readonly name: string; readonly version: string };
  readonly consent: string;
  /** Files and folders of indicators, as named. */
  readonly indicators: readonly string[];
}

export async function writeDocument(
  head: DocumentHead,
  { coverage, findings, verdicts }: Collector,
  out: (text: string) => Promise<void>,
): Promise<void> {
  const { tool, consent, indicators } = head;
  const lines = Object.entries({ tool, consent, indicators }).map(
    ([name, value]) => `"${name}": ${JSON.stringify(value)},\n`,
  );
  await out(showableJson(`{${lines.join("")}`));
  await writeList("coverage", piecesOf(coverage), out);
  await out(",\n");
  await writeList("findings", findings.pieces(), out);
  await out(",\n");
  await writeList("verdicts", verdicts.pieces(), out);
  await out("}\n");
}

const chunkLength = 65_536;

async function writeList(
  name: string,
  pieces: Iterable<string>,
  out: (text: string) => Promise<void>,
): Promise<void> {
  let chunk = `"${name}": [`;
  let isFirst = true;
  for (const piece of pieces) {
    chunk += `${isFirst ? "" : ","}\n${showableJson(piece)}`;
    isFirst = false;
    if (chunk.length < chunkLength) continue;
    await out(chunk);
    chunk = "";
  }
  await out(`${chunk}]`);
}

function* piecesOf(values: readonly unknown[]): Generator<string> {
  for (const value of values) yield JSON.stringify(value);
}
