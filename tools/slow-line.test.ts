import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { portOf, startSlowLine, type SlowLine } from "./slow-line.ts";

const body = "x".repeat(20_000);
let line: SlowLine | undefined;
let stop: (() => void) | undefined;

async function lineTo(bitsPerSecond: number, roundTrip: number): Promise<SlowLine> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((settle) => {
    server.listen(0, "127.0.0.1", settle);
  });
  stop = () => server.close();
  line = await startSlowLine(portOf(server), { bitsPerSecond, roundTrip });
  return line;
}

describe("the slow line", () => {
  afterEach(async () => {
    await line?.close();
    stop?.();
  });

  it("brings the very bytes", async () => {
    const { origin } = await lineTo(8_000_000, 10);
    expect(await (await fetch(origin)).text()).toBe(body);
  });

  it("never brings more than its bits a second, and begins with a handshake", async () => {
    const { origin } = await lineTo(400_000, 100);
    const begun = performance.now();
    await (await fetch(origin)).text();
    // 20 kB at 50 kB a second, and two round trips: never less, whatever else the machine does.
    expect(performance.now() - begun).toBeGreaterThan(400 + 2 * 100 - 5);
  });
});
