// Released values of one record as rows of a table: the name of a field, and what stands in it.
import type { FilledCell } from "@tocsin/publish";
import { parsePlace, placeParts, type Json } from "@tocsin/core";
import type { Field, Kind } from "@tocsin/records";
import { codesIn, stringIn, type Values } from "../values.ts";
import { writtenIn } from "./draft.ts";

type Row = readonly FilledCell[];

const notKnown: FilledCell = { kind: "key", key: "documents.cell.not-known" };

/** A field that has nothing says that it is not known; what the release holds back looks the same. */
export function recordRows(kind: Kind, values: Values, fields: readonly string[]): readonly Row[] {
  return fields.flatMap((name): readonly Row[] => {
    const field = kind.fields[name];
    if (field === undefined) return [];
    const label: FilledCell = { kind: "key", key: `${kind.name}.${name}` };
    const cells = cellsOf(field, values[name]);
    return (cells.length === 0 ? [notKnown] : cells).map((cell) => [label, cell]);
  });
}

/** The value of one field as cells: several where it holds several codes. */
export function cellsOf(field: Field, value: Json | undefined): readonly FilledCell[] {
  if (value === undefined) return [];
  const text = stringIn(value);
  switch (field.type) {
    case "code":
      return text === null ? [] : [termCell(field, text)];
    case "codes":
      return codesIn(value).map((code) => termCell(field, code));
    case "text": {
      const written = writtenIn(value);
      return written === null ? [] : [{ kind: "text", text: written }];
    }
    case "date":
    case "instant":
      return text === null ? [] : [{ kind: "date", edtf: text }];
    case "place":
      return placeCells(value);
    case "string":
      return text === null ? [] : [{ kind: "code", text }];
    case "integer":
      return typeof value === "number" ? [value] : [];
    case "strings":
      return codesIn(value).map((each) => ({ kind: "code", text: each }));
    case "flag":
    case "data":
    case "given":
    case "link":
    case "links":
    case "names":
    case "translations":
      return [];
  }
}

function termCell({ vocabulary = "" }: Field, code: string): FilledCell {
  return { kind: "term", key: `${vocabulary}.${code}.label`, code };
}

/** Names alone: coordinates are for maps. */
function placeCells(value: Json): readonly FilledCell[] {
  const parts = placeParts(parsePlace(value));
  return parts.length === 0 ? [] : [{ kind: "text", text: { text: parts.join(", "), language: "und" } }];
}
