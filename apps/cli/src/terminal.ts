// The terminal port over the streams of a process.
import type { ReadStream } from "node:tty";
import type { Terminal } from "./parts.ts";

/** Streams of a process, which are opened when they are first touched: that takes longer than most of a start. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export function openTerminal(streams: Streams): Terminal {
  const talk = (text: string): void => void outliving(streams.stderr).write(text);
  return {
    get isInteractive() {
      return streams.stdin.isTTY && streams.stderr.isTTY;
    },
    get columns() {
      return streams.stderr.columns || 80;
    },
    out: (text) => write(outliving(streams.stdout), text),
    talk,
    status: (line) => talk(line === null ? "\r\u001b[K" : `\r\u001b[K${line}`),
    ask: (question, signal) => readAnswer(streams, question, signal),
    askSecret: async (question, signal) => {
      // Before the question is seen, nothing that is typed may show.
      const answer = readSecret(streams.stdin, signal);
      talk(question);
      try {
        return await answer;
      } finally {
        talk("\n");
      }
    },
  };
}

/** A reader that has gone away (`| head`) ends the output, not the work. */
function outliving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount("error") === 0) stream.on("error", () => undefined);
  return stream;
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !("code" in error && error.code === "EPIPE")) reject(error);
      else resolve();
    });
  });
}

/** The end of the input is an empty answer. */
async function readAnswer(streams: Streams, question: string, signal: AbortSignal): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: streams.stdin, output: streams.stderr });
  // A line editor takes Ctrl C for itself.
  lines.once("SIGINT", interruptProgram);
  const ended = new Promise<string>((resolve) => {
    lines.once("close", () => resolve(""));
  });
  try {
    return await Promise.race([lines.question(question, { signal }), ended]);
  } finally {
    lines.close();
  }
}

function interruptProgram(): void {
  process.kill(process.pid, "SIGINT");
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
          interruptProgram();
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
