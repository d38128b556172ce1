// Serves the built screen: only names that were there when the program started, never a path made from a request.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

export interface ScreenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  json: "application/json; charset=utf-8",
};

/** All files below `folder` by their address: `/index.html`, `/assets/main.js`. */
export function readScreen(folder: string): ReadonlyMap<string, ScreenFile> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(
    files.map((path) => [
      `/${relative(folder, path).split(sep).join("/")}`,
      {
        bytes: new Uint8Array(readFileSync(path)),
        type: types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      },
    ]),
  );
}
