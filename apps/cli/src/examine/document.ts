// The one JSON document of an examination, in pieces: as long as it may be, it is never whole in memory. Form:
// docs/manual.md, "examine".
import type { Collector } from "./collector.ts";

export interface DocumentHead {
  readonly tool: { readonly name: string; readonly version: string };
  readonly consent: string;
  /** Files and folders of indicators, as named. */
  readonly indicators: readonly string[];
}

/** A line for each statement of coverage, finding and verdict. */
export function* documentOf(
  { tool, consent, indicators }: DocumentHead,
  { coverage, findings, verdicts }: Collector,
): Generator<string> {
  yield `{"tool": ${JSON.stringify(tool)},\n"consent": ${JSON.stringify(consent)},\n`;
  yield `"indicators": ${JSON.stringify(indicators)},\n`;
  yield* listOf("coverage", piecesOf(coverage));
  yield ",\n";
  yield* listOf("findings", findings.pieces());
  yield ",\n";
  yield* listOf("verdicts", verdicts.pieces());
  yield "}\n";
}

const chunkLength = 65_536;

function* listOf(name: string, pieces: Iterable<string>): Generator<string> {
  let chunk = `"${name}": [`;
  let isFirst = true;
  for (const piece of pieces) {
    chunk += `${isFirst ? "" : ","}\n${piece}`;
    isFirst = false;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  yield `${chunk}]`;
}

function* piecesOf(values: readonly unknown[]): Generator<string> {
  for (const value of values) yield JSON.stringify(value);
}
