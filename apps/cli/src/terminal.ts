// The terminal port over the streams of a process.
import { createInterface } from "node:readline/promises";
import type { ReadStream } from "node:tty";
import type { Terminal } from "./parts.ts";

export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly talk: NodeJS.WriteStream;
}

export function openTerminal({ input, output, talk }: Streams): Terminal {
  const isInteractive = input.isTTY && talk.isTTY;
  return {
    isInteractive,
    columns: talk.columns ?? 80,
    out: (text) => write(output, text),
    talk: (text) => void talk.write(text),
    status: (line) => void talk.write(line === null ? "\r\u001b[K" : `\r\u001b[K${line}`),
    ask: async (question, signal) => {
      const lines = createInterface({ input, output: talk });
      try {
        return await lines.question(question, { signal });
      } finally {
        lines.close();
      }
    },
    askSecret: async (question, signal) => {
      talk.write(question);
      try {
        return await readSecret(input, signal);
      } finally {
        talk.write("\n");
      }
    },
  };
}

/** A reader that has gone away (`| head`) ends the output, not the work. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !("code" in error && error.code === "EPIPE")) reject(error);
      else resolve();
    });
  });
}

const [enter, lineFeed, backspace, erase, interrupt, end] = ["\r", "\n", "\b", "\u007f", "\u0003", "\u0004"];

function readSecret(input: ReadStream, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const finish = (settle: () => void): void => {
      input.off("data", take);
      signal.removeEventListener("abort", stop);
      input.setRawMode(false);
      input.pause();
      settle();
    };
    const stop = (): void => finish(() => reject(signal.reason));
    const take = (data: Buffer): void => {
      for (const character of data.toString("utf8")) {
        if (character === enter || character === lineFeed || character === end) {
          finish(() => resolve(typed.join("")));
          return;
        }
        // In raw mode the terminal itself sends no signal.
        if (character === interrupt) {
          process.kill(process.pid, "SIGINT");
          return;
        }
        typed = character === backspace || character === erase ? typed.slice(0, -1) : [...typed, character];
      }
    };
    signal.addEventListener("abort", stop, { once: true });
    input.setRawMode(true);
    input.on("data", take);
    input.resume();
  });
}
