// A slow line between a browser and a server on this computer: so many bits a second in each direction, shared by all
// connections, and a round trip that takes its time. A connection begins with ten packets and sends two for each one that
// arrived (TCP slow start, RFC 6928), so that what is asked for later comes between, as it does outside.
import { connect, createServer, type Server, type Socket } from "node:net";

export interface SlowLine {
  readonly origin: string;
  close(): Promise<void>;
}

export interface LineSpeed {
  readonly bitsPerSecond: number;
  /** Milliseconds, there and back. */
  readonly roundTrip: number;
}

const packet = 1_400;
/** What each packet carries beside its bytes: headers of IP and TCP. */
const overhead = 40;
const firstPackets = 10;

/** In front of a server on 127.0.0.1. */
export async function startSlowLine(port: number, speed: LineSpeed): Promise<SlowLine> {
  const [down, up] = [createLane(speed), createLane(speed)];
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const upstream = connect({ port, host: "127.0.0.1" });
    for (const socket of [browser, upstream]) {
      open.add(socket.setNoDelay(true));
      socket.on("error", () => browser.destroy());
      socket.on("close", () => {
        open.delete(socket);
        upstream.destroy();
      });
    }
    // The handshake: nothing goes before it is done.
    setTimeout(() => {
      carry(browser, upstream, up);
      carry(upstream, browser, down);
    }, speed.roundTrip);
  });
  await listen(server);
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((settle) => {
        server.close(settle);
      });
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.listen(0, "127.0.0.1", settle);
  });
}

export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port");
  return address.port;
}

interface Lane {
  /** Calls when the packet has come to the other end. */
  send(bytes: number, arrived: () => void): void;
  readonly roundTrip: number;
}

/** One packet after the other: whoever comes while the line is busy waits behind. */
function createLane({ bitsPerSecond, roundTrip }: LineSpeed): Lane {
  let free = 0;
  return {
    roundTrip,
    send: (bytes, arrived) => {
      const now = performance.now();
      free = Math.max(now, free) + ((bytes + overhead) * 8_000) / bitsPerSecond;
      setTimeout(arrived, free - now + roundTrip / 2);
    },
  };
}

function carry(from: Socket, to: Socket, lane: Lane): void {
  const waiting: Buffer[] = [];
  let [window, sent, hasEnded] = [firstPackets, 0, false];
  const pump = (): void => {
    while (sent < window && waiting.length > 0) {
      const piece = waiting.shift() ?? Buffer.alloc(0);
      sent += 1;
      lane.send(piece.length, () => {
        to.write(piece);
        // Its receipt needs half a round trip back.
        setTimeout(() => {
          sent -= 1;
          window += 1;
          pump();
        }, lane.roundTrip / 2);
      });
    }
    if (hasEnded && sent === 0 && waiting.length === 0) to.end();
  };
  from.on("data", (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += packet) waiting.push(bytes.subarray(at, at + packet));
    pump();
  });
  from.on("end", () => {
    hasEnded = true;
    pump();
  });
}
