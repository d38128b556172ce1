// The desk's server: the workspace on loopback, for one browser that has the one-time token.
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { createDesk, type Desk, type DeskOptions } from "./desk.ts";
import { createGate } from "./guards.ts";
import { readScreen } from "./screen-files.ts";

export interface StartOptions extends DeskOptions {
  /** Folder of the built screen. */
  readonly screen: string;
  /** 0 lets the system choose. */
  readonly port?: number;
}

export interface RunningDesk {
  /** With the token in it: works once. */
  readonly address: string;
  readonly port: number;
  readonly desk: Desk;
  close(): Promise<void>;
}

const host = "127.0.0.1";

export async function startDesk(options: StartOptions): Promise<RunningDesk> {
  const screen = readScreen(options.screen);
  const desk = createDesk(options);
  let port = options.port ?? 0;
  const gate = createGate({ secret: () => randomBytes(24).toString("base64url"), port: () => port });
  const app = createApp({ desk, gate, screen });
  const server = serve({ fetch: app.fetch, hostname: host, port });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      const info = server.address();
      if (info === null || typeof info === "string") reject(new Error("Cannot start desk: no address"));
      else resolve(info);
    });
  });
  port = address.port;
  return {
    address: `http://${host}:${port}/?token=${gate.token}`,
    port,
    desk,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await desk.close();
    },
  };
}
