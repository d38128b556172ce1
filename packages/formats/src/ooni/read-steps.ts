// Reads the steps of a test: df-002 queries, df-005 connections, df-006 handshakes, df-001 requests.
import { isJsonObject, type JsonObject } from "@tocsin/core";
import { parseEndpoint } from "./endpoint.ts";
import type {
  OoniAnswer,
  OoniConnection,
  OoniHandshake,
  OoniQuery,
  OoniRequest,
  OoniTags,
} from "./measurement.ts";
import {
  type FieldNotes,
  readBoolean,
  readFailure,
  readList,
  readNumber,
  readObject,
  readObjects,
  readString,
  unreadableFailure,
} from "./notes.ts";
import { type OoniText, readText } from "./text.ts";

const untagged: OoniTags = { depth: 0, isClassic: null, isFetch: true };

export function readQueries(keys: JsonObject, notes: FieldNotes): readonly OoniQuery[] {
  const path = "test_keys.queries";
  return readObjects(keys["queries"], path, notes).map((query) => ({
    engine: readString(query["engine"], `${path}[].engine`, notes),
    hostname: readString(query["hostname"], `${path}[].hostname`, notes),
    type: readString(query["query_type"], `${path}[].query_type`, notes),
    failure: readFailure(query["failure"], `${path}[].failure`, notes),
    answers: readAnswers(query["answers"], notes),
    tags: readTags(query["tags"], `${path}[].tags`, notes),
  }));
}

function readAnswers(value: unknown, notes: FieldNotes): readonly OoniAnswer[] {
  const path = "test_keys.queries[].answers";
  const answers: OoniAnswer[] = [];
  for (const answer of readObjects(value, path, notes)) {
    const address =
      readString(answer["ipv4"], `${path}[].ipv4`, notes) ??
      readString(answer["ipv6"], `${path}[].ipv6`, notes);
    if (address !== null) answers.push({ address, asn: readNumber(answer["asn"], `${path}[].asn`, notes) });
  }
  return answers;
}

export function readConnections(keys: JsonObject, notes: FieldNotes): readonly OoniConnection[] {
  const path = "test_keys.tcp_connect";
  const connections: OoniConnection[] = [];
  // Some tests write one object in place of a list.
  const value = isJsonObject(keys["tcp_connect"]) ? [keys["tcp_connect"]] : keys["tcp_connect"];
  for (const entry of readObjects(value, path, notes)) {
    const address = readString(entry["ip"], `${path}[].ip`, notes);
    const port = readNumber(entry["port"], `${path}[].port`, notes);
    const status = readObject(entry["status"], `${path}[].status`, notes);
    if (address === null || port === null || status === null) continue;
    const failure = readFailure(status["failure"], `${path}[].status.failure`, notes);
    const success = readBoolean(status["success"], `${path}[].status.success`, notes);
    connections.push({
      address,
      port,
      failure: failure ?? (success === false ? unreadableFailure : null),
      tags: readTags(entry["tags"], `${path}[].tags`, notes),
    });
  }
  return connections;
}

export function readHandshakes(keys: JsonObject, notes: FieldNotes): readonly OoniHandshake[] {
  const path = "test_keys.tls_handshakes";
  return readObjects(keys["tls_handshakes"], path, notes).map((entry) => {
    const endpoint = parseEndpoint(readString(entry["address"], `${path}[].address`, notes) ?? "");
    return {
      address: endpoint?.address ?? null,
      port: endpoint?.port ?? null,
      serverName: readString(entry["server_name"], `${path}[].server_name`, notes),
      failure: readFailure(entry["failure"], `${path}[].failure`, notes),
      isVerified: readBoolean(entry["no_tls_verify"], `${path}[].no_tls_verify`, notes) !== true,
      tags: readTags(entry["tags"], `${path}[].tags`, notes),
    };
  });
}

export function readRequests(keys: JsonObject, notes: FieldNotes): readonly OoniRequest[] {
  const path = "test_keys.requests";
  return readObjects(keys["requests"], path, notes).map((entry) => {
    const request = readObject(entry["request"], `${path}[].request`, notes);
    const response = readObject(entry["response"], `${path}[].response`, notes);
    const endpoint = parseEndpoint(readString(entry["address"], `${path}[].address`, notes) ?? "");
    return {
      url: readString(request?.["url"], `${path}[].request.url`, notes),
      address: endpoint?.address ?? null,
      failure: readFailure(entry["failure"], `${path}[].failure`, notes),
      code: readNumber(response?.["code"], `${path}[].response.code`, notes),
      headers: readHeaders(response, notes),
      body: readText(response?.["body"], `${path}[].response.body`, notes),
      isBodyTruncated: response?.["body_is_truncated"] === true,
      tags: readTags(entry["tags"], `${path}[].tags`, notes),
    };
  });
}

/** Both spellings: `headers` (an object) and `headers_list` (pairs), whose first value of a name wins. */
function readHeaders(response: JsonObject | null, notes: FieldNotes): ReadonlyMap<string, OoniText> {
  const path = "test_keys.requests[].response.headers";
  const headers = new Map<string, OoniText>();
  if (response === null) return headers;
  for (const pair of readList(response["headers_list"], `${path}_list`, notes)) {
    if (Array.isArray(pair)) addHeader(headers, pair[0], readText(pair[1], `${path}_list[]`, notes));
  }
  const named = readObject(response["headers"], path, notes);
  if (named === null) return headers;
  for (const name of Object.keys(named)) addHeader(headers, name, readText(named[name], `${path}[]`, notes));
  return headers;
}

function addHeader(headers: Map<string, OoniText>, name: unknown, value: OoniText | null): void {
  if (typeof name !== "string" || value === null) return;
  const key = name.toLowerCase();
  if (!headers.has(key)) headers.set(key, value);
}

function readTags(value: unknown, path: string, notes: FieldNotes): OoniTags {
  const tags = readList(value, path, notes);
  if (tags.length === 0) return untagged;
  let depth: number | null = null;
  let isClassic = false;
  let isFetch = true;
  for (const tag of tags) {
    if (tag === "classic") isClassic = true;
    else if (tag === "fetch_body=false") isFetch = false;
    else if (typeof tag === "string" && tag.startsWith("depth=")) depth = readDepth(tag);
  }
  // Versions before 0.5 have tags, but neither depth nor classic.
  return { depth: depth ?? 0, isClassic: depth === null ? null : isClassic, isFetch };
}

function readDepth(tag: string): number | null {
  const depth = Number(tag.slice("depth=".length));
  return Number.isInteger(depth) && depth >= 0 && depth <= 100 ? depth : null;
}
