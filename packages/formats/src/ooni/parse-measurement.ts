// Parses one measurement of OONI's data format 0.2.0, tolerant of what real probes of twelve years have written:
// a field that is wrong is noted and read as absent; only a text that is no measurement at all is refused.
import { isJsonObject, type JsonObject } from "@tocsin/core";
import { defaultOoniLimits, type OoniLimits } from "./limits.ts";
import type { Measurement, OoniObservations } from "./measurement.ts";
import { measureNesting } from "./nesting.ts";
import { createFieldNotes, type FieldNotes, readFailure, readObject, readString } from "./notes.ts";
import { readControl } from "./read-control.ts";
import { readConnections, readHandshakes, readQueries, readRequests } from "./read-steps.ts";

export type RefusalReason = "too-large" | "too-deep" | "too-many-values" | "not-json" | "not-a-measurement";

export type ParsedMeasurement =
  | { readonly kind: "measurement"; readonly measurement: Measurement }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/**
 * Never throws. Bytes that are not UTF-8 are read with replacement characters, because old probes wrote
 * raw bodies. Of a key that stands twice, the last one counts.
 */
export function parseMeasurement(
  source: string | Uint8Array,
  limits: OoniLimits = defaultOoniLimits,
): ParsedMeasurement {
  if (source.length > limits.maximumSize) return refuse("too-large");
  const text = typeof source === "string" ? source : new TextDecoder("utf-8").decode(source);
  const nesting = measureNesting(text);
  if (nesting.deepest > limits.maximumDepth) return refuse("too-deep");
  if (nesting.containers > limits.maximumContainers) return refuse("too-many-values");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("not-json");
  }
  if (!isJsonObject(value)) return refuse("not-a-measurement");
  return readMeasurement(value);
}

const marks = ["test_keys", "measurement_start_time", "data_format_version", "report_id"];

function readMeasurement(value: JsonObject): ParsedMeasurement {
  const testName = value["test_name"];
  // A named test with one more field of df-000 is a measurement; everything else can be missing.
  if (typeof testName !== "string" || testName === "" || !marks.some((mark) => mark in value))
    return refuse("not-a-measurement");
  const notes = createFieldNotes();
  const testKeys = readObject(value["test_keys"], "test_keys", notes);
  const measurement: Omit<Measurement, "notes"> = {
    testName,
    testVersion: readString(value["test_version"], "test_version", notes),
    input: readInput(value["input"], notes),
    country: readCountry(value["probe_cc"], notes),
    network: readNetwork(value["probe_asn"], notes),
    time: readTime(value["measurement_start_time"] ?? value["test_start_time"], notes),
    software: readString(value["software_name"], "software_name", notes),
    testKeys,
    observed: readObservations(testKeys ?? {}, notes),
  };
  return { kind: "measurement", measurement: { ...measurement, notes: notes.list() } };
}

function readObservations(keys: JsonObject, notes: FieldNotes): OoniObservations {
  return {
    queries: readQueries(keys, notes),
    connections: readConnections(keys, notes),
    handshakes: readHandshakes(keys, notes),
    requests: readRequests(keys, notes),
    control: readControl(keys["control"], notes),
    controlFailure: readFailure(keys["control_failure"], "test_keys.control_failure", notes),
  };
}

/** Old tests wrote several inputs as a list. */
function readInput(value: unknown, notes: FieldNotes): string | null {
  if (!Array.isArray(value)) return readString(value, "input", notes);
  const inputs = value.filter((item) => typeof item === "string");
  return inputs.length === 0 ? null : inputs.slice(0, 10).join(" ");
}

function readCountry(value: unknown, notes: FieldNotes): string | null {
  const country = readString(value, "probe_cc", notes)?.toUpperCase() ?? null;
  return country !== null && /^[A-Z]{2}$/.test(country) && country !== "ZZ" ? country : null;
}

function readNetwork(value: unknown, notes: FieldNotes): string | null {
  const network = readString(value, "probe_asn", notes)?.toUpperCase() ?? null;
  return network !== null && /^AS[1-9]\d{0,9}$/.test(network) ? network : null;
}

/** `2024-02-12 20:33:47`, in UTC as the format says; the form with `T` and `Z` is taken too. */
function readTime(value: unknown, notes: FieldNotes): string | null {
  const text = readString(value, "measurement_start_time", notes);
  if (text === null) return null;
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?$/.exec(text);
  const time = match === null ? null : `${match[1]}T${match[2]}Z`;
  if (time !== null && !Number.isNaN(Date.parse(time))) return time;
  notes.add("measurement_start_time", "bad-time");
  return null;
}

function refuse(reason: RefusalReason): ParsedMeasurement {
  return { kind: "refused", reason };
}
