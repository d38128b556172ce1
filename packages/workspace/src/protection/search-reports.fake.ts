// What a report says about whom, read back from its JSON edition.
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";
import type { Piece } from "./everything.fake.ts";
import { chosen } from "./search.fake.ts";
import { grounds, ownWords, toldWords } from "./story-words.fake.ts";

interface Row {
  readonly name: string;
  readonly text: string;
  readonly keys: readonly string[];
}

/** Every accusation of the story says its ground, and no other. */
export function misworded(pieces: readonly Piece[]): readonly string[] {
  return reports(pieces).flatMap(({ audience, text }) => {
    const said = rowsOf(text)
      .flatMap(({ keys }) => keys)
      .flatMap((key) => (key.startsWith("report.attributed.") ? [key.slice(18)] : []))
      .sort();
    return said.join() === grounds.join() ? [] : [`grounds ${said.join()}: report json for ${audience}`];
  });
}

export function tellsOthersFirst(pieces: readonly Piece[]): readonly string[] {
  return reports(pieces).flatMap(({ audience, text }) => {
    const rows = rowsOf(text).filter(({ name }) => name === "own-words" || name === "told");
    const [first, second] = rows;
    const isRight =
      first?.name === "own-words" &&
      second?.name === "told" &&
      !first.text.includes(toldWords) &&
      !second.text.includes(ownWords);
    return isRight ? [] : [`others first: report json for ${audience}`];
  });
}

function reports(pieces: readonly Piece[]): readonly Piece[] {
  return chosen(pieces, { only: ["report json"] });
}

function rowsOf(report: string): readonly Row[] {
  const whole = JSON.parse(report) as JsonObject;
  return objectsIn(whole["sections"])
    .flatMap((section) => objectsIn(section["blocks"]))
    .flatMap((block) => objectsIn(block["rows"]))
    .map((row) => ({
      name: stringOf(row["name"]),
      text: JSON.stringify(row),
      keys: objectsIn(row["sentences"]).flatMap(({ says }) =>
        objectsIn([says ?? null]).map(({ key }) => stringOf(key)),
      ),
    }));
}

function stringOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((each): each is JsonObject => isJsonObject(each)) : [];
}
