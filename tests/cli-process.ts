// Runs the built program as a process of its own, in a home and a folder where nothing else is.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

export interface Place {
  readonly folder: string;
  /** The variables of every run. */
  readonly environment: Record<string, string>;
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Running;
  /** Every file below, with its size. */
  listing(): readonly string[];
  remove(): void;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when something that matches was written on standard output. */
  readonly wrote: (pattern: RegExp) => Promise<string>;
}

const program = resolve(import.meta.dirname, "../bin/tocsin.mjs");

export function createPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-journey-"));
  for (const name of ["home", "work", "tmp"]) mkdirSync(join(folder, name));
  const environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: join(folder, "home"),
    TMPDIR: join(folder, "tmp"),
  };
  const start: Place["start"] = (args, more = {}) =>
    watch(
      spawn(process.execPath, [program, ...args], {
        cwd: join(folder, "work"),
        env: { ...environment, ...more },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  return {
    folder: join(folder, "work"),
    environment,
    start,
    run: (args, more) => start(args, more).ended,
    listing: () => listed(folder),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function watch(child: ChildProcess): Running {
  let [out, said] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => void (out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => void (said += text));
  return {
    child,
    ended: new Promise((done) => child.once("close", (code) => done({ code, out, said }))),
    wrote: (pattern) =>
      new Promise((done, fail) => {
        const look = (): void => {
          const [found] = pattern.exec(out) ?? [];
          if (found !== undefined) done(found);
        };
        child.stdout?.on("data", look);
        child.once("close", () => fail(new Error(`ended before it wrote ${String(pattern)}: ${said}`)));
        look();
      }),
  };
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${name} ${statSync(join(folder, name)).size}`)
    .sort();
}
