// The example's story: what people say in it, read from examples/story.json and written as ordinary records.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject, type RecordId } from "@tocsin/core";
import type { Workspace } from "@tocsin/workspace";

export interface Story {
  readonly lang: string;
  readonly value: JsonObject;
}

export async function readStory(folder: string): Promise<Story> {
  const value: unknown = JSON.parse(await readFile(join(folder, "story.json"), "utf8"));
  if (!isJsonObject(value)) throw new SyntaxError("Cannot read story: not an object");
  return { value, lang: typeof value["lang"] === "string" ? value["lang"] : "en" };
}

export function partsOf(story: JsonObject, name: string): readonly JsonObject[] {
  const value = story[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function partOf(story: JsonObject, name: string): JsonObject {
  const value = story[name];
  return isJsonObject(value) ? value : {};
}

/** Writes one record; texts given as plain strings get the story's language. */
export async function writeRecord(
  workspace: Workspace,
  kind: string,
  { lang, values }: { readonly lang: string; readonly values: Readonly<Record<string, Json | undefined>> },
): Promise<RecordId> {
  const fields = workspace.registry.kinds.get(kind)?.fields ?? {};
  const known = Object.entries(values).flatMap(([name, value]) => {
    const type = fields[name]?.type;
    if (type === undefined || value === undefined) return [];
    return [[name, type === "text" && typeof value === "string" ? { text: value, lang } : value]];
  });
  const { records } = await workspace.run("record.create", { kind, values: Object.fromEntries(known) });
  const [record] = records;
  if (record === undefined) throw new RangeError("Cannot write story: nothing was written");
  return record;
}

/** The people of the story, their consents, its sources, incidents and tasks, in a case. */
export async function tellStory(workspace: Workspace, story: Story): Promise<RecordId> {
  const { value, lang } = story;
  const write = (kind: string, values: Readonly<Record<string, Json | undefined>>): Promise<RecordId> =>
    writeRecord(workspace, kind, { lang, values });
  const caseId = await write("case", { ...partOf(value, "case"), status: "open" });
  const people = new Map<string, RecordId>();
  for (const person of partsOf(value, "people"))
    people.set(String(person["key"]), await write("person", person));
  for (const consent of partsOf(value, "consents"))
    await write("consent", { ...consent, person: people.get(String(consent["person"])), case: caseId });
  const sources = new Map<string, RecordId>();
  for (const source of partsOf(value, "sources"))
    sources.set(String(source["key"]), await write("source", { ...source, case: caseId }));
  for (const incident of partsOf(value, "incidents")) {
    const from = namesIn(incident["sources"]).flatMap((key) => sources.get(key) ?? []);
    const record = await write("incident", { ...incident, sources: from, case: caseId });
    await workspace.run("incident.engage", { incident: record });
    for (const key of namesIn(incident["people"])) {
      const role = partsOf(value, "people").find((person) => person["key"] === key)?.["role"];
      await write("involvement", { role, person: people.get(key), incident: record, case: caseId });
    }
  }
  for (const task of partsOf(value, "tasks")) await write("task", { ...task, case: caseId });
  return caseId;
}

function namesIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
