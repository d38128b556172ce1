// A terminal in memory: keeps what was written, and gives answers that it was given.
import type { Terminal } from "./parts.ts";

export interface FakeTerminal extends Terminal {
  readonly written: () => string;
  readonly said: () => string;
  readonly asked: readonly string[];
}

export interface FakeTerminalOptions {
  /** Whether somebody sits there; their answers in order. */
  readonly answers?: readonly string[];
  readonly onStatus?: (line: string | null) => void;
}

export function createFakeTerminal({ answers, onStatus }: FakeTerminalOptions = {}): FakeTerminal {
  const [out, talk, asked]: [string[], string[], string[]] = [[], [], []];
  const waiting = [...(answers ?? [])];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(waiting.shift() ?? "");
  };
  return {
    isInteractive: answers !== undefined,
    columns: 80,
    out: (text) => Promise.resolve(void out.push(text)),
    talk: (text) => void talk.push(text),
    status: (line) => onStatus?.(line),
    ask,
    askSecret: ask,
    written: () => out.join(""),
    said: () => talk.join(""),
    asked,
  };
}
