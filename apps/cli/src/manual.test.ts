// docs/manual.md names the commands that there are, with the options that they take; and leaves none of them out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "./program.ts";
import { places, root } from "./run.fake.ts";
import { createFakeTerminal } from "./terminal.fake.ts";
import { loadHelpWords } from "./words.ts";

const manual = readFileSync(join(root, "docs/manual.md"), "utf8");
/** With the commands that are made from their definitions. */
let whole: Command;
/** Those that are made by hand: the manual tells of each. */
let own: Command;

async function programFor(word: string): Promise<Command> {
  const parts = {
    version: "0.0.0",
    registry: () => Promise.resolve(createBuiltInRegistry()),
    terminal: createFakeTerminal(),
    environment: {},
    signal: new AbortController().signal,
    clock: () => 0,
    places,
  };
  return createProgram([word], { parts, t: await loadHelpWords([], {}), does: () => undefined });
}

beforeAll(async () => {
  [whole, own] = [await programFor("case"), await programFor("vault")];
});

interface Named {
  readonly command: Command;
  /** Flags behind it, with the placeholder of each. */
  readonly flags: readonly { readonly flag: string; readonly value: string }[];
  /** A word where the name of a command must stand and none does. */
  readonly stray: string | null;
}

/** What stands in code: between ticks, or a line of a block of the shell. */
function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines = ""]) => lines.split("\n"));
  const spans = [...text.replaceAll(/```[\s\S]*?```/g, "").matchAll(/`([^`]+)`/g)];
  return [...blocks, ...spans.map(([, span = ""]) => span)];
}

/** Null where this is no command of ours. `bundle verify` counts without the program's name too. */
function readCommand(code: string, program: Command): Named | null {
  const words = code.split(/[\s[\]|()]+/).filter((word) => word !== "" && word !== "...");
  const at = words[0] === "npx" ? 1 : 0;
  const isNamed = words[at] === "tocsin";
  let rest = words.slice(isNamed ? at + 1 : at);
  let command = program;
  for (;;) {
    const next = command.commands.find((each) => each.name() === rest[0]);
    if (next === undefined) break;
    [command, rest] = [next, rest.slice(1)];
  }
  if (!isNamed && (command === program || words.length < 2)) return null;
  const [first = "--"] = rest;
  const stray = command.commands.length > 0 && !first.startsWith("-") ? first : null;
  const flags = rest.flatMap((word, index) =>
    /^--?[a-zA-Z]/.test(word) ? [{ flag: word.replace(/\.+$/, ""), value: rest[index + 1] ?? "" }] : [],
  );
  return { command, flags, stray };
}

const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

const takes = (command: Command, flag: string): boolean =>
  [command, rootOf(command)].some(({ options }) =>
    options.some(({ long, short }) => long === flag || short === flag),
  ) || ["--help", "-h"].includes(flag);

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

/** What an option takes is called the same in manual and help: `FILE`, `FIELD=VALUE`. */
function placeholderFault(command: Command, { flag, value }: Named["flags"][number]): string | null {
  const option = command.options.find(({ long }) => long === flag);
  const shown = value.replace(/[.,]+$/, "");
  const wanted = /<(.+)>/.exec(option?.flags ?? "")?.[1];
  return wanted === undefined || !/^[A-Z][A-Z=]*$/.test(shown) || shown === wanted
    ? null
    : `${nameOf(command)}: ${flag} takes ${wanted}, not ${shown}`;
}

function faultsOf(text: string): readonly string[] {
  return codeIn(text).flatMap((code): readonly string[] => {
    const named = readCommand(code, whole);
    if (named === null)
      return /^--[a-z-]+$/.test(code) && !isAnywhere(whole, code) ? [`no command takes ${code}`] : [];
    const { command, flags, stray } = named;
    return [
      ...(stray === null ? [] : [`${nameOf(command)}: no command ${stray}`]),
      ...flags
        .filter(({ flag }) => !takes(command, flag))
        .map(({ flag }) => `${nameOf(command)}: no ${flag}`),
      ...flags.flatMap((flag) => placeholderFault(command, flag) ?? []),
    ];
  });
}

const isAnywhere = (command: Command, flag: string): boolean =>
  takes(command, flag) || command.commands.some((each) => isAnywhere(each, flag));

const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);

/** Commands and options that no section of the second level tells of. */
function missingIn(text: string): readonly string[] {
  const sections = text.split(/^## /m);
  return leavesOf(own).flatMap((leaf): readonly string[] => {
    const telling = sections.filter((section) =>
      codeIn(section).some((code) => readCommand(code, own)?.command === leaf),
    );
    if (telling.length === 0) return [nameOf(leaf)];
    const words = new Set(telling.flatMap(codeIn).flatMap((code) => code.split(/[\s[\]|()]+/)));
    return leaf.options
      .map(({ long }) => long ?? "")
      .filter((long) => !words.has(long) && !words.has(`${long}...`))
      .map((long) => `${nameOf(leaf)} ${long}`);
  });
}

describe("the manual", () => {
  it("names only commands and options that there are, and what an option takes as help does", () => {
    expect(codeIn(manual).filter((code) => readCommand(code, whole) !== null).length).toBeGreaterThan(50);
    expect(faultsOf(manual)).toEqual([]);
  });

  it("tells of every command and every option, but for those that `tocsin commands` lists", () => {
    expect(leavesOf(own).length).toBeGreaterThan(30);
    expect(missingIn(manual)).toEqual([]);
  });

  it.each([
    ["`tocsin vault frobnicate`", "tocsin vault: no command frobnicate"],
    ["`tocsin vault backup PATH --lable TEXT`", "tocsin vault backup: no --lable"],
    ["`bundle verify --recipient FILE`", "tocsin bundle verify: no --recipient"],
    ["`tocsin copy list --before PATH`", "tocsin copy list: --before takes INSTANT, not PATH"],
    ["behind `--nowhere`", "no command takes --nowhere"],
    ["```sh\ntocsin finding take --evidence ID\n```", "tocsin finding take: no --evidence"],
  ])("would be found wrong with %j", (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("would be found short of a command and of an option", () => {
    const short = manual.replaceAll("vault anchors", "vault").replaceAll("--ranked", "");
    expect(missingIn(short)).toEqual(
      expect.arrayContaining(["tocsin vault anchors", "tocsin search --ranked"]),
    );
  });
});
