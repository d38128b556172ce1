// The example's negotiated text as it lies in examples/drafts.json: drafts as their paragraphs, and what people read in them,
// moved, voted and said of them. All of it is invented.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";
import { badExample, toldList, toldObject, toldText } from "./told-json.ts";

export interface ToldDrafts {
  /** Who read the drafts and confirmed which paragraph is which. */
  readonly reader: string;
  readonly negotiation: JsonObject;
  /** In the order of their dates. */
  readonly drafts: readonly ToldDraft[];
  readonly asks: readonly ToldAsk[];
  readonly amendments: readonly ToldOfParagraph[];
  readonly sponsors: readonly ToldSponsors[];
  /** Paragraphs of the second draft. */
  readonly positions: readonly ToldOfParagraph[];
  readonly language: readonly ToldOfParagraph[];
  /** Paragraphs of the last draft that became commitments. */
  readonly handOver: readonly string[];
}

export interface ToldDraft {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Its stage, date, symbol, who may know it and who gave it. */
  readonly about: Readonly<Record<string, string>>;
}

export interface ToldAsk {
  readonly title: string;
  readonly words: string;
  readonly values: JsonObject;
  readonly readings: readonly ToldReading[];
}

export interface ToldReading {
  readonly draft: string;
  readonly standing: string;
  /** By their labels, or by their first words where they have none. */
  readonly paragraphs: readonly string[];
  readonly reasons: string;
}

/** Fields of a record, and the paragraph that it is about. */
export interface ToldOfParagraph {
  readonly draft: string | null;
  readonly paragraph: string | null;
  readonly values: JsonObject;
}

export interface ToldSponsors {
  readonly draft: string;
  readonly dated: string;
  readonly line: string;
}

/** Throws `SyntaxError`. */
export async function readDrafts(folder: string): Promise<ToldDrafts> {
  const value: unknown = JSON.parse(await readFile(join(folder, "drafts.json"), "utf8"));
  if (!isJsonObject(value)) throw badExample("it is no object");
  return {
    reader: toldText(value["reader"]),
    negotiation: toldObject(value["negotiation"]),
    drafts: toldList(value["drafts"]).map((each) => draftIn(toldObject(each))),
    asks: toldList(value["asks"]).map((each) => askIn(toldObject(each))),
    amendments: toldList(value["amendments"]).map((each) => ofParagraph(toldObject(each))),
    sponsors: toldList(value["sponsors"]).map((each) => {
      const { draft, dated, line } = toldObject(each);
      return { draft: toldText(draft), dated: toldText(dated), line: toldText(line) };
    }),
    positions: toldList(value["positions"]).map((each) => ofParagraph(toldObject(each))),
    language: toldList(value["language"]).map((each) => ofParagraph(toldObject(each))),
    handOver: toldList(value["handOver"]).map(toldText),
  };
}

function draftIn({ key, title, text, ...about }: JsonObject): ToldDraft {
  return {
    key: toldText(key),
    title: toldText(title),
    text: toldList(text).map(toldText).join("\n\n"),
    about: Object.fromEntries(Object.entries(about).map(([name, said]) => [name, toldText(said)])),
  };
}

function askIn({ title, words, readings, ...values }: JsonObject): ToldAsk {
  return {
    title: toldText(title),
    words: toldText(words),
    values,
    readings: toldList(readings).map((each) => {
      const [draft, standing, paragraphs, reasons] = toldList(each);
      return {
        draft: toldText(draft),
        standing: toldText(standing),
        paragraphs: toldList(paragraphs).map(toldText),
        reasons: toldText(reasons),
      };
    }),
  };
}

function ofParagraph({ paragraph, ...values }: JsonObject): ToldOfParagraph {
  const [draft, label] = Array.isArray(paragraph) ? paragraph : [undefined, paragraph];
  return { draft: textOrNull(draft), paragraph: textOrNull(label), values };
}

function textOrNull(value: Json | undefined): string | null {
  return value === undefined ? null : toldText(value);
}
