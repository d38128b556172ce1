// Writes invented measurements in OONI's data format 0.2.0 from a plan of what the probe and the control saw.
// It imports nothing of the code that reads them. Hosts end in `.example`; addresses and AS numbers are those
// set aside for documentation.

export type Random = () => number;

export interface Page {
  readonly code: number;
  readonly title: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The probe stopped reading. */
  readonly isTruncated?: boolean;
}

/** Null for success, or a failure string of df-007. */
export type Outcome = string | null;

/** What one resolver said: addresses, or a failure string. */
export type Answer = readonly string[] | string;

/** A further step that a redirect led to. */
export interface Hop {
  readonly url: string;
  readonly answer: Answer;
  readonly connect?: Outcome;
  readonly tls?: Outcome;
  /** A page, a failure string, or null when no request was sent. */
  readonly page: Page | string | null;
}

export interface WebPlan {
  readonly version: "0.4.3" | "0.5.28";
  readonly url: string;
  readonly country: string;
  readonly network: string;
  readonly system: Answer;
  /** Null when the probe asked no such resolver. */
  readonly udp: Answer | null;
  readonly doh: Answer | null;
  readonly connect: Readonly<Record<string, Outcome>>;
  readonly tls: Readonly<Record<string, Outcome>>;
  /** Address that the page was asked from; null when no request was sent. */
  readonly fetchedFrom: string | null;
  readonly page: Page | string;
  /** Failure of a request whose response came all the same. */
  readonly pageFailure?: string;
  readonly hop?: Hop;
  readonly control: ControlPlan | null;
  readonly blocking?: string | boolean | null;
}

export interface ControlPlan {
  readonly dns: Answer;
  readonly connect: Readonly<Record<string, Outcome>>;
  readonly tls: Readonly<Record<string, Outcome>> | null;
  readonly page: Page | string;
  /** Addresses with which the control had a valid handshake for the name. */
  readonly verified?: readonly string[];
}

const asnByPrefix: readonly (readonly [prefix: string, asn: number])[] = [
  ["198.51.100.", 64500],
  ["2001:db8:1:", 64500],
  ["203.0.113.", 64510],
  ["192.0.2.", 64520],
];

function asnOf(address: string): number {
  return asnByPrefix.find(([prefix]) => address.startsWith(prefix))?.[1] ?? 0;
}

export function writeWebConnectivity(plan: WebPlan): Record<string, unknown> {
  const host = new URL(plan.url).hostname;
  const isNew = plan.version.startsWith("0.5");
  return {
    ...header("web_connectivity", plan.version, plan),
    input: plan.url,
    test_keys: {
      agent: "redirect",
      queries: writeQueries(plan, host, isNew),
      tcp_connect: [
        ...Object.entries(plan.connect).map(([endpoint, failure]) =>
          writeConnection(endpoint, failure, tags(plan, isNew, endpoint)),
        ),
        ...writeHopConnection(plan.hop),
      ],
      tls_handshakes: [
        ...Object.entries(plan.tls).map(([endpoint, failure]) =>
          writeHandshake(endpoint, host, { failure, tags: tags(plan, isNew, endpoint) }),
        ),
        ...writeHopHandshake(plan.hop),
      ],
      requests: writeRequests(plan, isNew),
      control: plan.control === null ? null : writeControl(plan.control, host, plan),
      control_failure: plan.control === null ? "unknown_failure: all helpers failed" : null,
      dns_experiment_failure: typeof plan.system === "string" ? plan.system : null,
      http_experiment_failure: typeof plan.page === "string" ? plan.page : (plan.pageFailure ?? null),
      blocking: plan.blocking ?? null,
    },
  };
}

export interface HeaderPlan {
  readonly country: string;
  readonly network: string;
}

function header(test: string, version: string, plan: HeaderPlan): Record<string, unknown> {
  return {
    data_format_version: "0.2.0",
    input: null,
    measurement_start_time: "2026-03-01 12:00:00",
    probe_asn: plan.network,
    probe_cc: plan.country,
    probe_ip: "127.0.0.1",
    report_id: "invented",
    software_name: "invented-probe",
    software_version: "1.0.0",
    test_name: test,
    test_start_time: "2026-03-01 12:00:00",
    test_version: version,
    test_runtime: 1.5,
  };
}

function tags(plan: WebPlan, isNew: boolean, endpoint: string): readonly string[] {
  if (!isNew) return ["tcptls_experiment"];
  const system = Array.isArray(plan.system) ? plan.system : [];
  const isClassic = system.some((address: string) => endpointOf(address, portOf(endpoint)) === endpoint);
  const isFetch = portOf(endpoint) === portOfUrl(plan.url);
  return [...(isClassic ? ["classic"] : []), "depth=0", `fetch_body=${isFetch}`];
}

function writeQueries(plan: WebPlan, host: string, isNew: boolean): readonly unknown[] {
  const depth = isNew ? ["depth=0"] : undefined;
  const queries = [
    writeQuery(isNew ? "getaddrinfo" : "system", host, {
      answer: plan.system,
      tags: depth && ["classic", ...depth],
    }),
  ];
  if (plan.udp !== null) queries.push(writeQuery("udp", host, { answer: plan.udp, tags: depth }));
  if (plan.doh !== null) queries.push(writeQuery("doh", host, { answer: plan.doh, tags: depth }));
  const { hop } = plan;
  if (hop !== undefined)
    queries.push(
      writeQuery("getaddrinfo", new URL(hop.url).hostname, {
        answer: hop.answer,
        tags: ["classic", "depth=1"],
      }),
    );
  return queries;
}

interface QueryPlan {
  readonly answer: Answer;
  readonly tags: readonly string[] | undefined;
}

function writeQuery(engine: string, hostname: string, plan: QueryPlan): Record<string, unknown> {
  const addresses = typeof plan.answer === "string" ? null : plan.answer;
  return {
    engine,
    hostname,
    query_type: engine === "getaddrinfo" ? "ANY" : "A",
    failure: typeof plan.answer === "string" ? plan.answer : null,
    answers: addresses?.map((address) => writeAnswer(address)) ?? null,
    tags: plan.tags ?? null,
    t: 0.1,
  };
}

function writeAnswer(address: string): Record<string, unknown> {
  const isV6 = address.includes(":");
  const named = isV6 ? { answer_type: "AAAA", ipv6: address } : { answer_type: "A", ipv4: address };
  const asn = asnOf(address);
  return { ...named, ttl: null, ...(asn === 0 ? {} : { asn, as_org_name: "Invented Network" }) };
}

function writeConnection(
  endpoint: string,
  failure: Outcome,
  tagged: readonly string[],
): Record<string, unknown> {
  const ip = endpoint.slice(0, endpoint.lastIndexOf(":")).replace(/^\[|\]$/g, "");
  return { ip, port: portOf(endpoint), status: { failure, success: failure === null }, tags: tagged, t: 0.2 };
}

interface HandshakePlan {
  readonly failure: Outcome;
  readonly tags: readonly string[];
}

function writeHandshake(endpoint: string, serverName: string, plan: HandshakePlan): Record<string, unknown> {
  return {
    address: endpoint,
    network: "tcp",
    server_name: serverName,
    no_tls_verify: false,
    tls_version: plan.failure === null ? "TLSv1.3" : "",
    peer_certificates: null,
    t: 0.3,
    ...plan,
  };
}

const hopTags = ["classic", "depth=1", "fetch_body=true"];

function writeHopConnection(hop: Hop | undefined): readonly unknown[] {
  const endpoint = hopEndpoint(hop);
  return hop?.connect === undefined || endpoint === null
    ? []
    : [writeConnection(endpoint, hop.connect, hopTags)];
}

function writeHopHandshake(hop: Hop | undefined): readonly unknown[] {
  const endpoint = hopEndpoint(hop);
  if (hop?.tls === undefined || endpoint === null) return [];
  return [writeHandshake(endpoint, new URL(hop.url).hostname, { failure: hop.tls, tags: hopTags })];
}

function hopEndpoint(hop: Hop | undefined): string | null {
  const address = hop === undefined || typeof hop.answer === "string" ? undefined : hop.answer[0];
  return hop === undefined || address === undefined ? null : endpointOf(address, portOfUrl(hop.url));
}

function writeRequests(plan: WebPlan, isNew: boolean): readonly unknown[] {
  const requests: unknown[] = [];
  const { hop } = plan;
  if (hop !== undefined && hop.page !== null)
    requests.push(
      writeRequest(hop.url, hop.page, { address: hopEndpoint(hop), tags: hopTags, failure: null }),
    );
  if (plan.fetchedFrom === null) return requests;
  const address = endpointOf(plan.fetchedFrom, portOfUrl(plan.url));
  requests.push(
    writeRequest(plan.url, plan.page, {
      address: isNew ? address : null,
      tags: tags(plan, isNew, address),
      failure: plan.pageFailure ?? null,
    }),
  );
  return requests;
}

interface RequestPlan {
  readonly address: string | null;
  readonly tags: readonly string[];
  readonly failure: string | null;
}

const noPage: Page = { code: 0, title: "", body: "", headers: {} };

function writeRequest(url: string, page: Page | string, plan: RequestPlan): Record<string, unknown> {
  const got = typeof page === "string" ? noPage : page;
  return {
    ...(plan.address === null ? {} : { address: plan.address, network: "tcp" }),
    failure: typeof page === "string" ? page : plan.failure,
    request: { url, method: "GET", headers: { "User-Agent": "invented" }, body: "", x_transport: "tcp" },
    response: {
      body: got.body,
      body_is_truncated: got.isTruncated ?? false,
      code: got.code,
      headers: got.headers,
      headers_list: Object.entries(got.headers),
    },
    tags: plan.tags,
    t: 0.9,
  };
}

function writeControl(control: ControlPlan, host: string, plan: WebPlan): Record<string, unknown> {
  return {
    dns: {
      failure: typeof control.dns === "string" ? control.dns : null,
      addrs: typeof control.dns === "string" ? [] : control.dns,
    },
    tcp_connect: writeSteps(control.connect, {}),
    ...(control.tls === null ? {} : { tls_handshake: writeSteps(control.tls, { server_name: host }) }),
    http_request: writeControlPage(control.page),
    ip_info: writeInfo(control, plan),
  };
}

function writeControlPage(page: Page | string): Record<string, unknown> {
  if (typeof page === "string")
    return { body_length: -1, failure: page, headers: {}, status_code: -1, title: "" };
  const { body, headers, code, title } = page;
  return { body_length: body.length, failure: null, headers, status_code: code, title };
}

function writeSteps(
  outcomes: Readonly<Record<string, Outcome>>,
  more: Record<string, unknown>,
): Record<string, unknown> {
  const entries = Object.entries(outcomes);
  return Object.fromEntries(
    entries.map(([key, failure]) => [key, { ...more, failure, status: failure === null }]),
  );
}

function writeInfo(control: ControlPlan, plan: WebPlan): Record<string, unknown> {
  const known = [plan.system, control.dns].flatMap((answer) => (typeof answer === "string" ? [] : answer));
  const infos = known.map((address) => {
    const flags = (control.verified ?? []).includes(address) ? 11 : 3;
    return [address, { asn: asnOf(address), flags }];
  });
  return Object.fromEntries(infos);
}

function endpointOf(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function portOf(endpoint: string): number {
  return Number(endpoint.slice(endpoint.lastIndexOf(":") + 1));
}

function portOfUrl(url: string): number {
  return url.startsWith("https:") ? 443 : 80;
}
