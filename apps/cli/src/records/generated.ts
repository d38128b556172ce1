// Commands and queries of the workspace as commands of the terminal, made from their definitions: `finding.take` with a
// field `into` is `tocsin finding take --into ID`.
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import type { Translator } from "@tocsin/language";
import { isSetType, typedToValue, type Field } from "@tocsin/records";
import { builtInCommands, builtInQueries } from "@tocsin/workspace";
import { listOption, stringOption, usage, type Call } from "../call.ts";
import { collect, type Setup } from "../setup.ts";
import { ask, run } from "./records.ts";
import { textLanguageOf } from "./text-language.ts";

interface Definition {
  readonly type: "command" | "query";
  readonly name: string;
  readonly input: Readonly<Record<string, Field>>;
}

/** These have a form of their own. */
const handmade: ReadonlySet<string> = new Set([
  "record.create",
  "record.change",
  "record.list",
  "record.show",
  "search",
  "count",
  "matrix",
  "document.templates",
]);

export function generatedDefinitions(): readonly Definition[] {
  return [...builtInCommands, ...builtInQueries].filter(({ name }) => !handmade.has(name));
}

/** Says what each does by its entry in the catalogue, which the whole of it holds. */
export function addGenerated(program: Command, setup: Setup, translator: Translator): void {
  for (const definition of generatedDefinitions()) {
    const words = definition.name.split(".");
    const last = words.pop() ?? definition.name;
    const group = words.reduce((parent, word) => groupIn(parent, word), program);
    const command = new Command(last).description(describe(definition, translator));
    for (const [name, field] of Object.entries(definition.input)) addField(command, name, field);
    command.copyInheritedSettings(program);
    group.addCommand(command);
    setup.does(command, (call) => perform(call, definition));
  }
}

/** `tocsin finding take --finding ID --into ID`, as a reader would type it. */
export function usageOf({ name, input }: Definition): string {
  const options = Object.entries(input).map(([field, { type, required }]) => {
    const text = `--${kebabCase(field)} ${placeholder(type)}`;
    return required === true ? text : `[${text}]`;
  });
  return ["tocsin", ...name.split("."), ...options].join(" ");
}

function groupIn(parent: Command, word: string): Command {
  const known = parent.commands.find((command) => command.name() === word);
  if (known !== undefined) return known;
  const group = new Command(word).helpCommand(false).copyInheritedSettings(parent);
  parent.addCommand(group);
  return group;
}

function describe({ type, name }: Definition, translator: Translator): string {
  const key = `${type}.${name}`;
  return translator.has(key) ? translator.t(key) : name;
}

function addField(command: Command, name: string, { type }: Field): void {
  const flags = `--${kebabCase(name)} <${placeholder(type)}>`;
  if (isSetType(type)) command.option(flags, "", collect);
  else command.option(flags);
}

async function perform(call: Call, { type, name, input }: Definition): Promise<undefined> {
  const typed = await Promise.all(
    Object.entries(input).map(
      async ([field, definition]) => [field, await valueOf(call, field, definition)] as const,
    ),
  );
  const values = Object.fromEntries(typed.filter(([, value]) => value !== undefined));
  await (type === "command" ? run(call, name, values) : ask(call, name, values));
  const { t, has } = call.translator;
  if (has(`cli.after.${name}`)) call.talk(t(`cli.after.${name}`));
}

async function valueOf(call: Call, name: string, field: Field): Promise<unknown> {
  const lang = textLanguageOf(call);
  if (isSetType(field.type)) {
    const list = listOption(call, name);
    return list.length === 0 ? undefined : list.map((text) => typedToValue(field, text, lang));
  }
  const text = stringOption(call, name);
  if (text === undefined && field.required === true) throw usage(`--${kebabCase(name)} is required`);
  if (text === undefined) return undefined;
  return typedToValue(field, field.type === "data" ? await dataText(text) : text, lang);
}

/** Larger data comes from a file: `@findings.json`. */
async function dataText(text: string): Promise<string> {
  return text.startsWith("@") ? readFile(text.slice(1), "utf8") : text;
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function placeholder(type: Field["type"]): string {
  if (type === "link" || type === "links") return "ID";
  if (type === "data") return "JSON";
  return type === "flag" ? "yes|no" : type.toUpperCase();
}
