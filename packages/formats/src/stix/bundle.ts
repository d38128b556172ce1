// Bundles of STIX 2.0 and 2.1 (JSON): the indicators, each with the campaigns that its relationships name. An
// indicator that cannot be used is refused alone, with its place and reason; the others stand.
import { isJsonObject, isTocsinError } from "@tocsin/core";
import type { Json, JsonObject } from "@tocsin/core";
import { FormatError } from "../errors.ts";
import { parseStixPattern } from "./pattern.ts";
import type { PatternRefusal } from "./pattern-reader.ts";
import type { StixConjunction } from "./pattern.ts";

export const maximumBundleBytes = 256 * 1024 * 1024;

export interface StixIndicator {
  /** Where in the bundle: `objects[12]`. */
  readonly place: string;
  readonly pattern: string;
  readonly alternatives: readonly StixConjunction[];
  /** Names of the malware, actors or campaigns that it indicates; never empty. */
  readonly campaigns: readonly string[];
}

export interface StixRefusal {
  readonly place: string;
  readonly pattern: string;
  readonly reason: PatternRefusal | "no-pattern" | "other-language" | "revoked";
  /** Character of the pattern at which reading stopped. */
  readonly position: number;
}

export interface StixBundle {
  readonly indicators: readonly StixIndicator[];
  readonly refused: readonly StixRefusal[];
}

const campaignTypes: ReadonlySet<Json | undefined> = new Set([
  "malware",
  "threat-actor",
  "intrusion-set",
  "campaign",
  "tool",
  "infrastructure",
]);

/**
 * Reads a bundle, or a bare list of objects. `source` names the campaign where the bundle names none. Throws
 * `formats.bad-stix` if the bytes are not JSON with objects, `formats.limit` if there are too many.
 */
export function parseStixBundle(bytes: Uint8Array, source: string): StixBundle {
  const objects = parseObjects(bytes);
  const campaignsOf = createCampaigns(objects, source);
  const indicators: StixIndicator[] = [];
  const refused: StixRefusal[] = [];
  objects.forEach((object, i) => {
    if (!isJsonObject(object) || object["type"] !== "indicator") return;
    const place = `objects[${i}]`;
    const read = readIndicator(object, place);
    if ("reason" in read) refused.push(read);
    else indicators.push({ ...read, campaigns: campaignsOf(object) });
  });
  return { indicators, refused };
}

function parseObjects(bytes: Uint8Array): readonly Json[] {
  if (bytes.length > maximumBundleBytes)
    throw new FormatError("formats.limit", `Cannot read indicators: ${bytes.length} bytes`);
  let value: Json;
  try {
    value = JSON.parse(decoder.decode(bytes)) as Json;
  } catch (cause) {
    throw new FormatError("formats.bad-stix", "Cannot read indicators: not JSON", { cause });
  }
  const objects = isJsonObject(value) ? value["objects"] : value;
  if (!isList(objects))
    throw new FormatError("formats.bad-stix", "Cannot read indicators: no list of objects");
  return objects;
}

/** Drops the byte order mark that some exporters write; one bad byte in a name must not cost the whole set. */
const decoder = new TextDecoder("utf-8");

function readIndicator(object: JsonObject, place: string): Omit<StixIndicator, "campaigns"> | StixRefusal {
  const pattern = object["pattern"];
  const language = object["pattern_type"];
  if (typeof pattern !== "string") return { place, pattern: "", reason: "no-pattern", position: 0 };
  if (language !== undefined && language !== "stix")
    return { place, pattern, reason: "other-language", position: 0 };
  if (object["revoked"] === true) return { place, pattern, reason: "revoked", position: 0 };
  try {
    return { place, pattern, alternatives: parseStixPattern(pattern) };
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    const { reason, position } = error.details;
    return {
      place,
      pattern,
      reason: refusalOf(reason),
      position: typeof position === "number" ? position : 0,
    };
  }
}

function refusalOf(reason: string | number | undefined): PatternRefusal {
  switch (reason) {
    case "operator":
    case "negation":
    case "composite":
    case "too-long":
      return reason;
    default:
      return "syntax";
  }
}

/** What an indicator stands for: its relationships first, then reports that list it, its own name, its source. */
function createCampaigns(
  objects: readonly Json[],
  source: string,
): (indicator: JsonObject) => readonly string[] {
  const indicated = readRelationships(objects);
  const reported = readReports(objects);
  return (indicator) => {
    const { id, name } = textsOf(indicator);
    const found = indicated.get(id) ?? reported.get(id);
    if (found !== undefined) return [...found];
    return [name === "" ? source : name];
  };
}

/** Names of campaigns by the id of the indicator that points at them. */
function readRelationships(objects: readonly Json[]): ReadonlyMap<string, ReadonlySet<string>> {
  const namesById = new Map<string, string>();
  for (const object of objects)
    if (isJsonObject(object) && campaignTypes.has(object["type"])) {
      const { id, name } = textsOf(object);
      if (name !== "") namesById.set(id, name);
    }
  const names = new Map<string, Set<string>>();
  for (const object of objects) {
    if (!isJsonObject(object) || object["type"] !== "relationship") continue;
    const target = object["target_ref"];
    const name = typeof target === "string" ? namesById.get(target) : undefined;
    if (name !== undefined) addTo(names, object["source_ref"], name);
  }
  return names;
}

/** Names of reports by the id of each object that they list. */
function readReports(objects: readonly Json[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const object of objects) {
    if (!isJsonObject(object) || object["type"] !== "report") continue;
    const references = object["object_refs"];
    if (isList(references)) for (const reference of references) addTo(names, reference, textsOf(object).name);
  }
  return names;
}

function addTo(names: Map<string, Set<string>>, id: Json | undefined, name: string): void {
  if (typeof id !== "string" || name === "") return;
  const known = names.get(id);
  if (known === undefined) names.set(id, new Set([name]));
  else known.add(name);
}

function textsOf(object: JsonObject): { readonly id: string; readonly name: string } {
  const id = object["id"];
  const name = object["name"];
  return { id: typeof id === "string" ? id : "", name: typeof name === "string" ? name.trim() : "" };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
