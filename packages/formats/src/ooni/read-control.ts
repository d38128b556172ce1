// Reads `test_keys.control`: what the test helper of Web Connectivity saw at the same time from elsewhere.
import type { JsonObject } from "@tocsin/core";
import type { OoniAddressInfo, OoniControl, OoniControlPage, OoniControlStep } from "./measurement.ts";
import {
  type FieldNotes,
  readBoolean,
  readFailure,
  readList,
  readNumber,
  readObject,
  readString,
} from "./notes.ts";

const root = "test_keys.control";
const verifiedFlag = 8;

/** Null when there is no control, or one that says nothing. */
export function readControl(value: unknown, notes: FieldNotes): OoniControl | null {
  const control = readObject(value, root, notes);
  if (control === null) return null;
  const read: OoniControl = {
    dns: readControlDns(control, notes),
    connections: readControlSteps(control, "tcp_connect", notes),
    handshakes: readControlSteps(control, "tls_handshake", notes),
    http: readControlPage(control, notes),
    addresses: readAddressInfo(control, notes),
  };
  return read.dns === null && read.http === null && read.connections.size === 0 ? null : read;
}

function readControlDns(control: JsonObject, notes: FieldNotes): OoniControl["dns"] {
  const dns = readObject(control["dns"], `${root}.dns`, notes);
  if (dns === null) return null;
  const failure = readFailure(dns["failure"], `${root}.dns.failure`, notes);
  // A list that is missing is not a list that is empty: without a failure nothing was told of the name.
  if (!Array.isArray(dns["addrs"]) && failure === null) return null;
  const addresses: string[] = [];
  for (const item of readList(dns["addrs"], `${root}.dns.addrs`, notes)) {
    const address = readString(item, `${root}.dns.addrs[]`, notes);
    if (address !== null) addresses.push(address);
  }
  return { failure, addresses };
}

function readControlSteps(
  control: JsonObject,
  name: "tcp_connect" | "tls_handshake",
  notes: FieldNotes,
): ReadonlyMap<string, OoniControlStep> {
  const steps = new Map<string, OoniControlStep>();
  const named = readObject(control[name], `${root}.${name}`, notes);
  if (named === null) return steps;
  for (const endpoint of Object.keys(named)) {
    const step = readObject(named[endpoint], `${root}.${name}[]`, notes);
    if (step === null) continue;
    const failure = readFailure(step["failure"], `${root}.${name}[].failure`, notes);
    const status = readBoolean(step["status"], `${root}.${name}[].status`, notes);
    steps.set(endpoint, { isSuccess: status === true && failure === null, failure });
  }
  return steps;
}

function readControlPage(control: JsonObject, notes: FieldNotes): OoniControlPage | null {
  const path = `${root}.http_request`;
  const page = readObject(control["http_request"], path, notes);
  if (page === null || Object.keys(page).length === 0) return null;
  const code = readNumber(page["status_code"], `${path}.status_code`, notes);
  const bodyLength = readNumber(page["body_length"], `${path}.body_length`, notes);
  const headers = readObject(page["headers"], `${path}.headers`, notes);
  return {
    failure: readFailure(page["failure"], `${path}.failure`, notes),
    code: code !== null && code > 0 ? code : null,
    bodyLength: bodyLength !== null && bodyLength >= 0 ? bodyLength : null,
    title: readString(page["title"], `${path}.title`, notes),
    headerNames: new Set(Object.keys(headers ?? {}).map((name) => name.toLowerCase())),
  };
}

function readAddressInfo(control: JsonObject, notes: FieldNotes): ReadonlyMap<string, OoniAddressInfo> {
  const infos = new Map<string, OoniAddressInfo>();
  const named = readObject(control["ip_info"], `${root}.ip_info`, notes);
  if (named === null) return infos;
  for (const address of Object.keys(named)) {
    const info = readObject(named[address], `${root}.ip_info[]`, notes);
    if (info === null) continue;
    const asn = readNumber(info["asn"], `${root}.ip_info[].asn`, notes);
    const flags = readNumber(info["flags"], `${root}.ip_info[].flags`, notes) ?? 0;
    infos.set(address, {
      asn: asn !== null && asn > 0 ? asn : null,
      isVerified: (flags & verifiedFlag) !== 0,
    });
  }
  return infos;
}
