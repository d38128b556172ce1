// Records that more than one row can name, as far as rows have met them: of their values only digests are kept, so that
// what a long table needs to remember stays small.
import { createNumbersById, encodeCanonicalText, type RecordId } from "@tocsin/core";
import { isSetType, type Change, type Kind, type Patch } from "@tocsin/records";
import { listIn, type Values } from "../values.ts";

export interface MetRecords {
  has(id: RecordId): boolean;
  /** A record with these values, met for the first time. */
  add(id: RecordId, kind: Kind, values: Values): void;
  /** What a record that was met lacks of these values; from here on it has them. */
  addTo(id: RecordId, kind: Kind, values: Values): Added;
}

export interface Added {
  readonly patch: Patch;
  /** Fields that say something else: the first value stays. */
  readonly differing: readonly DifferingValue[];
}

export interface DifferingValue {
  readonly field: string;
  /** Canonical JSON. */
  readonly text: string;
}

/** Under a secret salt, so that nobody can choose values whose digests are the same. */
export function createMetRecords(digestOf: (text: string) => string): MetRecords {
  const newest = createNumbersById();
  const marks = createMarks();
  const markOf = (field: number, text: string): Mark => ({ field, ...wordsOf(digestOf(text)) });
  const note = (id: RecordId, mark: Mark): void => newest.set(id, marks.add(mark, newest.get(id) ?? noMark));

  const addTo = (id: RecordId, kind: Kind, values: Values): Added => {
    const patch: Record<string, Change> = {};
    const differing: DifferingValue[] = [];
    const names = Object.keys(kind.fields);
    for (const [name, value] of Object.entries(values)) {
      const field = kind.fields[name];
      if (field === undefined) continue;
      const at = names.indexOf(name);
      if (isSetType(field.type)) {
        const lacking = listIn(value).filter((each) => {
          const mark = markOf(at, encodeCanonicalText(each));
          if (marks.find(newest.get(id), mark) === "same") return false;
          note(id, mark);
          return true;
        });
        if (lacking.length > 0) patch[name] = { add: lacking };
        continue;
      }
      const text = encodeCanonicalText(value);
      const mark = markOf(at, text);
      const found = marks.find(newest.get(id), mark);
      if (found === "field") differing.push({ field: name, text });
      if (found !== "none") continue;
      note(id, mark);
      patch[name] = { set: value };
    }
    return { patch, differing };
  };

  return {
    has: (id) => newest.get(id) !== undefined,
    add(id, kind, values) {
      const names = Object.keys(kind.fields);
      let mark = noMark;
      for (const [name, value] of Object.entries(values)) {
        const field = kind.fields[name];
        if (field === undefined) continue;
        for (const each of isSetType(field.type) ? listIn(value) : [value])
          mark = marks.add(markOf(names.indexOf(name), encodeCanonicalText(each)), mark);
      }
      newest.set(id, mark);
    },
    addTo,
  };
}

/** A value of a field, by 96 bits of its digest. */
interface Mark {
  /** Place of the field in its kind. */
  readonly field: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function wordsOf(digest: string): Omit<Mark, "field"> {
  const word = (at: number): number => Number.parseInt(digest.slice(at, at + 8), 16);
  return { a: word(0), b: word(8), c: word(16) };
}

interface Marks {
  /** Puts a mark before others of its record, and gives its place. */
  add(mark: Mark, before: number): number;
  /** Whether the record has this value, or another one in this field. */
  find(newest: number | undefined, mark: Mark): "same" | "field" | "none";
}

const noMark = 0;
const wordsOfMark = 5;
const marksInPiece = 65_536;

/** Marks of a record hang together; they lie in pieces, so that more of them never means to copy what is there. */
function createMarks(): Marks {
  const pieces: Uint32Array[] = [];
  let count = 1;
  const pieceOf = (mark: number): Uint32Array => {
    const at = Math.floor(mark / marksInPiece);
    return (pieces[at] ??= new Uint32Array(marksInPiece * wordsOfMark));
  };
  return {
    add({ field, a, b, c }, before) {
      const mark = count;
      count += 1;
      pieceOf(mark).set([before, field, a, b, c], (mark % marksInPiece) * wordsOfMark);
      return mark;
    },
    find(newest = noMark, { field, a, b, c }) {
      let found: "field" | "none" = "none";
      for (let mark = newest; mark !== noMark;) {
        const piece = pieceOf(mark);
        const at = (mark % marksInPiece) * wordsOfMark;
        if (piece[at + 1] === field) {
          if (piece[at + 2] === a && piece[at + 3] === b && piece[at + 4] === c) return "same";
          found = "field";
        }
        mark = piece[at] ?? noMark;
      }
      return found;
    },
  };
}
