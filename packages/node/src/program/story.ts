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

function partsOf(story: JsonObject, name: string): readonly JsonObject[] {
  const value = story[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function partOf(story: JsonObject, name: string): JsonObject {
  const value = story[name];
  return isJsonObject(value) ? value : {};
}

/** Writes one record; texts given as plain strings get the story's language. */
async function writeRecord(
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

/** What was told so far, by the keys of the story. */
export interface Told {
  readonly case: RecordId;
  readonly people: ReadonlyMap<string, RecordId>;
  readonly consents: ReadonlyMap<string, RecordId>;
  readonly sources: ReadonlyMap<string, RecordId>;
}

/** The case with its people, their consents, its sources and tasks. */
export async function tellPeople(workspace: Workspace, { value, lang }: Story): Promise<Told> {
  const write = (kind: string, values: Readonly<Record<string, Json | undefined>>): Promise<RecordId> =>
    writeRecord(workspace, kind, { lang, values });
  const caseId = await write("case", { ...partOf(value, "case"), status: "open" });
  const people = new Map<string, RecordId>();
  for (const person of partsOf(value, "people")) people.set(keyOf(person), await write("person", person));
  const consents = new Map<string, RecordId>();
  for (const consent of partsOf(value, "consents")) {
    const who = keyOf(consent, "person");
    consents.set(who, await write("consent", { ...consent, person: people.get(who), case: caseId }));
  }
  const sources = new Map<string, RecordId>();
  for (const source of partsOf(value, "sources"))
    sources.set(keyOf(source), await write("source", { ...source, case: caseId }));
  for (const task of partsOf(value, "tasks")) await write("task", { ...task, case: caseId });
  return { case: caseId, people, consents, sources };
}

/** What happened, with who took part, what it rests on, and the commitments that it engages. */
export async function tellIncidents(
  workspace: Workspace,
  { value, lang }: Story,
  told: Told & { readonly evidence: ReadonlyMap<string, RecordId> },
): Promise<void> {
  const roles = new Map(partsOf(value, "people").map((person) => [keyOf(person), person["role"]]));
  for (const incident of partsOf(value, "incidents")) {
    const values = {
      ...incident,
      sources: idsOf(incident["sources"], told.sources),
      evidence: idsOf(incident["evidence"], told.evidence),
      case: told.case,
    };
    const record = await writeRecord(workspace, "incident", { lang, values });
    await workspace.run("incident.engage", { incident: record });
    for (const key of namesIn(incident["people"])) {
      const part = { role: roles.get(key), person: told.people.get(key), incident: record, case: told.case };
      await writeRecord(workspace, "involvement", { lang, values: part });
    }
  }
}

function keyOf(part: JsonObject, name = "key"): string {
  const key = part[name];
  return typeof key === "string" ? key : "";
}

function idsOf(value: Json | undefined, ids: ReadonlyMap<string, RecordId>): readonly RecordId[] {
  return namesIn(value).flatMap((key) => ids.get(key) ?? []);
}

function namesIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
