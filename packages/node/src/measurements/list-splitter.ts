// Takes the elements out of a JSON list of measurements (`[{...}, {...}]`) while holding one element at most. It looks
// at brackets and strings only: what an element is, its parser says.
import type { Line } from "./line-splitter.ts";

export interface ListSplitter {
  /** Bytes of the list; gives how many of them belong to it. */
  push(chunk: Uint8Array): number;
  /** Whether the list's end has come. */
  isDone(): boolean;
  /** Gives an element that the file's end cut off. */
  end(): void;
  /** Line that the next byte stands on; one-based. */
  line(): number;
}

export interface ListSplitterOptions {
  readonly maximumLength: number;
  /** Line on which the list's `[` stands, which is the first byte pushed. */
  readonly firstLine: number;
}

const newline = 0x0a;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** An element over the limit is given as null. */
export function createListSplitter(
  options: ListSplitterOptions,
  onElement: (element: Line) => void,
): ListSplitter {
  const element = createElement(options.maximumLength, onElement);
  let line = options.firstLine;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;

  /** A line's end closes a string that was left open, as JSON has none in strings. */
  const passString = (byte: number): void => {
    if (isEscaped) isEscaped = false;
    else if (byte === backslash) isEscaped = true;
    else if (byte === quote || byte === newline) isInString = false;
  };
  const passBracket = (byte: number): void => {
    if (byte === quote) isInString = true;
    else if (byte === openList || byte === openObject) depth += 1;
    else if (byte === closeList || byte === closeObject) depth -= 1;
  };

  return {
    push(chunk) {
      element.enter(chunk);
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        if (byte === newline) line += 1;
        if (isInString) {
          passString(byte);
          continue;
        }
        if (byte <= space) continue;
        if (depth === 1 && isBoundary(byte)) element.finish(at);
        if (depth > 1 || (depth === 1 && !isSeparator(byte))) element.start(at, line);
        passBracket(byte);
        if (depth === 0) return at + 1;
      }
      element.leave();
      return chunk.length;
    },
    isDone: () => depth === 0,
    end: () => {
      element.enter(new Uint8Array(0));
      element.finish(0);
    },
    line: () => line,
  };
}

function isSeparator(byte: number): boolean {
  return byte === comma || byte === closeList;
}

/** An object starts an element also where the comma before it is missing: then what was open is broken. */
function isBoundary(byte: number): boolean {
  return isSeparator(byte) || byte === openObject;
}

interface Element {
  enter(chunk: Uint8Array): void;
  leave(): void;
  /** Of an element that has started already, nothing. */
  start(at: number, line: number): void;
  /** Gives the element up to there, if one has started. */
  finish(at: number): void;
}

/** The element that is being read, over as many chunks as it spans. */
function createElement(maximumLength: number, onElement: (element: Line) => void): Element {
  let chunk: Uint8Array = new Uint8Array(0);
  let from = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  /** Line on which it starts; zero while there is none. */
  let number = 0;

  const keep = (to: number): void => {
    length += to - from;
    if (length > maximumLength) parts = [];
    else if (to > from) parts.push(chunk.subarray(from, to));
  };
  return {
    enter(next) {
      chunk = next;
      from = 0;
    },
    leave() {
      if (number > 0) keep(chunk.length);
    },
    start(at, line) {
      if (number > 0) return;
      number = line;
      from = at;
    },
    finish(at) {
      if (number === 0) return;
      keep(at);
      onElement({ number, bytes: length > maximumLength ? null : Buffer.concat(parts) });
      parts = [];
      length = 0;
      number = 0;
    },
  };
}
