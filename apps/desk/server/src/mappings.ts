// Mappings that are there already: those by which tables came into this vault, and the patterns that come with the program.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isId, parseId, type Json } from "@tocsin/core";
import { valuesOf, type RecordRow } from "@tocsin/records";
import { parseMapping, type TableMapping, type Workspace } from "@tocsin/workspace";
import { workspaceOf, type Desk } from "./desk.ts";
import { DeskError } from "./errors.ts";

export interface KnownMapping {
  readonly id: string;
  readonly name: string;
  /** When a table last came in by it; null for a pattern of the program. */
  readonly imported: RecordRow["sort"] | null;
}

const mostListed = 100;
const patternPrefix = "pattern-";

/** Of imports under one name only the newest. */
export async function listMappings(desk: Desk): Promise<readonly KnownMapping[]> {
  const { rows } = await workspaceOf(desk).view.list({ kind: "table", limit: mostListed });
  const names = new Set<string>();
  const own = rows.flatMap(({ id, label, sort }): readonly KnownMapping[] => {
    if (names.has(label)) return [];
    names.add(label);
    return [{ id, name: label, imported: sort }];
  });
  const patterns = (await patternNames(desk)).map((name) => ({
    id: `${patternPrefix}${name}`,
    name,
    imported: null,
  }));
  return [...own, ...patterns];
}

/** Throws `desk.bad-request` for an id that none has, and what `parseMapping` throws. */
export async function readMapping(desk: Desk, id: string): Promise<TableMapping> {
  const { registry } = desk.options;
  if (isId(id)) return parseMapping(await mappingOf(workspaceOf(desk), id), registry);
  const name = (await patternNames(desk)).find((each) => `${patternPrefix}${each}` === id);
  if (name === undefined) throw new DeskError("desk.bad-request", "Cannot read mapping: there is none");
  const text = await readFile(join(folderOf(desk), `${name}.json`), "utf8");
  return parseMapping(JSON.parse(text), registry);
}

async function mappingOf({ view }: Workspace, id: string): Promise<Json> {
  const state = await view.read(parseId(id));
  return (state?.kind === "table" ? valuesOf(state)["mapping"] : null) ?? null;
}

async function patternNames(desk: Desk): Promise<readonly string[]> {
  const files = await readdir(folderOf(desk)).catch(() => []);
  return files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : [])).sort();
}

function folderOf({ options }: Desk): string {
  return join(options.examples, "mappings");
}
