// Which paragraphs of a word processor's file are numbered and how: its parts `numbering.xml` and `styles.xml`.
import { scanPart, type Archive } from "../table/workbook-parts.ts";
import type { Numbering, NumberingLevel } from "./numbering.ts";

export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

export function readNumbering(archive: Archive, part: string): Numbering {
  const levels = new Map<string, NumberingLevel>();
  const lists = new Map<string, { counts: string; starts: Map<number, number> }>();
  let [abstract, list, level] = ["", "", 0];
  let open = { format: "decimal", pattern: "", start: 1 };
  scanPart(archive, part, {
    open(name, attribute) {
      const value = attribute("w:val") ?? "";
      switch (name) {
        case "abstractNum":
          [abstract, list] = [attribute("w:abstractNumId") ?? "", ""];
          break;
        case "num":
          list = attribute("w:numId") ?? "";
          break;
        case "lvl":
          level = Number(attribute("w:ilvl") ?? "0");
          open = { format: "decimal", pattern: "", start: 1 };
          break;
        case "lvlOverride":
          level = Number(attribute("w:ilvl") ?? "0");
          break;
        case "start":
          open.start = countOf(value);
          break;
        case "numFmt":
          open.format = value;
          break;
        case "lvlText":
          open.pattern = value;
          break;
        case "abstractNumId":
          lists.set(list, { counts: value, starts: new Map() });
          break;
        case "startOverride":
          lists.get(list)?.starts.set(level, countOf(value));
          break;
      }
    },
    close(name) {
      if (name === "lvl" && list === "") levels.set(`${abstract}/${level}`, open);
    },
  });
  return { levels, lists };
}

function countOf(value: string): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 && number < 100_000 ? number : 1;
}

/** Styles that number their paragraphs, those that they are made from included. */
export function readNumberedStyles(archive: Archive, part: string): ReadonlyMap<string, ListPlace> {
  const own = new Map<string, { list: string; level: number; base: string }>();
  let style = { list: "", level: 0, base: "" };
  scanPart(archive, part, {
    open(name, attribute) {
      const value = attribute("w:val") ?? "";
      if (name === "style") {
        style = { list: "", level: 0, base: "" };
        own.set(attribute("w:styleId") ?? "", style);
      } else if (name === "basedOn") style.base = value;
      else if (name === "numId") style.list = value;
      else if (name === "ilvl") style.level = Number(value);
    },
  });
  const longestLine = 10;
  const placeOf = (id: string): ListPlace | null => {
    let at = own.get(id);
    for (let step = 0; at !== undefined && step < longestLine; step += 1) {
      if (at.list !== "") return { list: at.list, level: at.level };
      at = own.get(at.base);
    }
    return null;
  };
  return new Map(
    [...own.keys()].flatMap((id) => {
      const place = placeOf(id);
      return place === null ? [] : [[id, place] as const];
    }),
  );
}
