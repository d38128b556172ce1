import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { openTerminal, type Streams } from "./terminal.ts";

function createStreams(): {
  readonly streams: Streams;
  readonly said: () => string;
  readonly raw: boolean[];
} {
  const raw: boolean[] = [];
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const input = Object.assign(stdin, { isTTY: true, setRawMode: (on: boolean) => void raw.push(on) });
  const streams = { stdin: input, stdout, stderr: Object.assign(stderr, { isTTY: true }) };
  // The parts of a terminal that are used here.
  return { streams: streams as unknown as Streams, said: () => String(stderr.read() ?? ""), raw };
}

const never = new AbortController().signal;

describe("a secret answer", () => {
  it("hides what is typed before the question is seen", async () => {
    const { streams, said } = createStreams();
    const order: string[] = [];
    const hiding = Object.assign(streams.stdin, {
      setRawMode: (on: boolean) => void order.push(on ? `hidden, said: "${said()}"` : "shown"),
    });
    const answer = openTerminal({ ...streams, stdin: hiding }).askSecret("Passphrase: ", never);
    streams.stdin.push("x\r");
    await answer;
    expect(order).toEqual(['hidden, said: ""', "shown"]);
  });

  it("is read without being shown, and can be corrected", async () => {
    const { streams, said, raw } = createStreams();
    const answer = openTerminal(streams).askSecret("Passphrase: ", never);
    streams.stdin.push("sechs Wörtex\u007fr\r");
    expect(await answer).toBe("sechs Wörter");
    expect(said()).toBe("Passphrase: \n");
    expect(raw).toEqual([true, false]);
  });

  it("ends when the work is stopped, and gives the terminal back", async () => {
    const { streams, raw } = createStreams();
    const ending = new AbortController();
    const answer = openTerminal(streams).askSecret("Passphrase: ", ending.signal);
    streams.stdin.push("half");
    ending.abort();
    await expect(answer).rejects.toThrow("aborted");
    expect(raw).toEqual([true, false]);
  });
});

describe("an answer", () => {
  it("is one line; at the end of the input it is empty; it ends when the work is stopped", async () => {
    const { streams } = createStreams();
    const answer = openTerminal(streams).ask("Consent? ", never);
    setImmediate(() => void streams.stdin.push("She agreed.\r\n"));
    expect(await answer).toBe("She agreed.");
    const { streams: ending } = createStreams();
    setImmediate(() => void ending.stdin.push(null));
    expect(await openTerminal(ending).ask("Consent? ", never)).toBe("");
    const stopped = openTerminal(createStreams().streams).ask("Consent? ", AbortSignal.abort());
    await expect(stopped).rejects.toThrow("aborted");
  });
});

describe("results", () => {
  it("survive a reader that has gone away", async () => {
    const { streams } = createStreams();
    const gone = Object.assign(new Error("gone"), { code: "EPIPE" });
    streams.stdout.destroy(gone);
    await expect(openTerminal({ ...streams }).out("text")).rejects.not.toThrow("EPIPE");
  });
});
