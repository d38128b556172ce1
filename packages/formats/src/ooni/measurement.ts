// What is read of a measurement: the values of OONI's data format 0.2.0 (df-000 to df-008) that an analysis needs.
import type { JsonObject } from "@tocsin/core";
import type { FieldNote } from "./notes.ts";
import type { OoniText } from "./text.ts";

export interface Measurement {
  readonly testName: string;
  readonly testVersion: string | null;
  readonly input: string | null;
  /** ISO 3166-1 alpha-2 in upper case, or null. */
  readonly country: string | null;
  /** `AS` and the number; null where the probe did not know it (`AS0`). */
  readonly network: string | null;
  /** ISO 8601 in UTC. */
  readonly time: string | null;
  readonly software: string | null;
  /** Null when the file has none: the test did not come to a result. */
  readonly testKeys: JsonObject | null;
  /** The observations that all tests share, read from `testKeys`. */
  readonly observed: OoniObservations;
  readonly notes: readonly FieldNote[];
}

export interface OoniObservations {
  readonly queries: readonly OoniQuery[];
  readonly connections: readonly OoniConnection[];
  readonly handshakes: readonly OoniHandshake[];
  /** Newest first, as the format says. */
  readonly requests: readonly OoniRequest[];
  readonly control: OoniControl | null;
  readonly controlFailure: string | null;
}

/** What Web Connectivity 0.5 says about a step in its tags; older versions have none. */
export interface OoniTags {
  /** Redirects followed before this step. */
  readonly depth: number;
  /** The address came from the system's resolver; null when the probe does not say. */
  readonly isClassic: boolean | null;
  /** The step served to fetch the page, not only to verify an address. */
  readonly isFetch: boolean;
}

export interface OoniQuery {
  readonly engine: string | null;
  readonly hostname: string | null;
  readonly type: string | null;
  readonly failure: string | null;
  readonly answers: readonly OoniAnswer[];
  readonly tags: OoniTags;
}

export interface OoniAnswer {
  readonly address: string;
  readonly asn: number | null;
}

export interface OoniConnection {
  readonly address: string;
  readonly port: number;
  readonly failure: string | null;
  readonly tags: OoniTags;
}

export interface OoniHandshake {
  readonly address: string | null;
  readonly port: number | null;
  readonly serverName: string | null;
  readonly failure: string | null;
  /** False when the probe did not check the certificate. */
  readonly isVerified: boolean;
  readonly tags: OoniTags;
}

export interface OoniRequest {
  readonly url: string | null;
  /** Address without port, where the probe says which one it used. */
  readonly address: string | null;
  readonly failure: string | null;
  /** Zero or null when there was no response. */
  readonly code: number | null;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, OoniText>;
  readonly body: OoniText | null;
  readonly isBodyTruncated: boolean;
  readonly tags: OoniTags;
}

/** What the test helper saw at the same time from elsewhere. */
export interface OoniControl {
  readonly dns: { readonly failure: string | null; readonly addresses: readonly string[] } | null;
  /** By endpoint (`encodeEndpoint`). */
  readonly connections: ReadonlyMap<string, OoniControlStep>;
  readonly handshakes: ReadonlyMap<string, OoniControlStep>;
  readonly http: OoniControlPage | null;
  /** By address. */
  readonly addresses: ReadonlyMap<string, OoniAddressInfo>;
}

export interface OoniControlStep {
  readonly isSuccess: boolean;
  readonly failure: string | null;
}

export interface OoniControlPage {
  readonly failure: string | null;
  readonly code: number | null;
  /** Bytes; null when unknown. */
  readonly bodyLength: number | null;
  readonly title: string | null;
  /** Names in lower case. */
  readonly headerNames: ReadonlySet<string>;
}

export interface OoniAddressInfo {
  readonly asn: number | null;
  /** The helper made a valid TLS handshake for the site's name with this address (flag 8). */
  readonly isVerified: boolean;
}
