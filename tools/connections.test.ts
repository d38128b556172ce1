// Only one place in the house connects to another computer: asking an authority for a timestamp. Held against the text
// of every source that ships, so that a second place cannot come in unseen.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

const modules = "(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns/promises|undici)";
const connecting = new RegExp(
  [
    `(?:from|import|require)\\s*\\(?\\s*["']${modules}["']`,
    "(?<![.\\w])fetch\\(",
    "new (?:WebSocket|EventSource|XMLHttpRequest)\\b",
    "sendBeacon\\(",
  ].join("|"),
);

/**
 * The desk: its server listens on the loopback address; its screen asks that server, for the outlines of its map too. The
 * preview of a library listens there as well.
 */
const ownDesk =
  /^apps\/(?:cli\/src\/outputs\/preview\.ts$|desk\/(?:screen\/src\/(?:api\/|pictures\/map\/fetch-outlines\.ts$)|server\/src\/start-desk\.ts$))/;

function isConnecting(source: string): boolean {
  return connecting.test(source);
}

function sources(): readonly string[] {
  return ["packages", "apps", "bin"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter(
      (file) =>
        /\.(?:tsx?|mjs)$/.test(file) && !/node_modules|\/dist\/|\.test\.|\.fake\.|acceptance/.test(file),
    );
}

describe("what connects", () => {
  it("is the asking for timestamps, and the desk with itself", () => {
    const found = sources().filter((file) => isConnecting(readFileSync(join(root, file), "utf8")));
    expect(found.filter((file) => !ownDesk.test(file))).toEqual([
      "packages/node/src/timestamps/fetch-answer.ts",
    ]);
  });

  it("is found by this check in every way that Node and a browser have", () => {
    const ways = [
      'import { request } from "node:https";',
      'import net from "net";',
      "const { connect } = await import('node:tls');",
      'const http = require("http");',
      "await fetch(address);",
      "new WebSocket(address)",
      "navigator.sendBeacon(address)",
    ];
    expect(ways.filter((way) => !isConnecting(way))).toEqual([]);
    for (const harmless of [
      'layer: "http",',
      "prefetch(1)",
      "cache.fetch(key)",
      '"dns" | "body"',
      'return "dns";',
    ])
      expect(isConnecting(harmless)).toBe(false);
  });
});
