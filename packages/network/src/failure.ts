// Sorts the failure strings of df-007, and those of older probes, into the kinds that rules speak of.
import { unreadableFailure } from "@tocsin/formats";

export const failureKinds = [
  "timeout",
  "refused",
  "reset",
  "eof",
  "unreachable",
  "nxdomain",
  "dns-refused",
  "servfail",
  "no-answer",
  "dns-other",
  "unknown-authority",
  "invalid-hostname",
  "invalid-certificate",
  "tls-other",
  "broken-redirect",
  "redirect-loop",
  "instrument",
  "other",
] as const;
export type FailureKind = (typeof failureKinds)[number];

const kindByFailure: Readonly<Record<string, FailureKind>> = {
  generic_timeout_error: "timeout",
  tcp_timed_out_error: "timeout",
  deferred_timeout_error: "timeout",
  task_timed_out: "timeout",
  timeout: "timeout",
  connection_refused: "refused",
  connection_refused_error: "refused",
  connection_reset: "reset",
  connection_reset_by_peer: "reset",
  connection_aborted: "reset",
  network_reset: "reset",
  eof_error: "eof",
  connection_already_closed: "eof",
  connection_lost_error: "eof",
  response_never_received: "eof",
  host_unreachable: "unreachable",
  network_unreachable: "unreachable",
  network_down: "unreachable",
  connect_error: "unreachable",
  dns_nxdomain_error: "nxdomain",
  dns_name_error: "nxdomain",
  android_dns_cache_no_data: "nxdomain",
  dns_refused_error: "dns-refused",
  dns_servfail_error: "servfail",
  dns_server_failure: "servfail",
  dns_server_misbehaving: "servfail",
  dns_no_answer: "no-answer",
  dns_bogon_error: "dns-other",
  dns_lookup_error: "dns-other",
  dns_temporary_failure: "dns-other",
  dns_non_recoverable_failure: "dns-other",
  dns_reply_with_wrong_query_id: "dns-other",
  ssl_unknown_authority: "unknown-authority",
  ssl_invalid_hostname: "invalid-hostname",
  ssl_invalid_certificate: "invalid-certificate",
  ssl_failed_handshake: "tls-other",
  ssl_error: "tls-other",
  http_invalid_redirect_location_host: "broken-redirect",
  http_invalid_redirect_url: "broken-redirect",
  http_unexpected_redirect_url: "broken-redirect",
  json_parse_error: "instrument",
  interrupted: "instrument",
  socks_error: "instrument",
  [unreadableFailure]: "instrument",
};

/** Failures that no list has: what they say is taken only where it is plain. */
export function failureKind(failure: string): FailureKind {
  if (Object.hasOwn(kindByFailure, failure)) return kindByFailure[failure] ?? "other";
  const text = failure.slice(0, 300).toLowerCase();
  if (text.includes("too many redirects")) return "redirect-loop";
  // What broke was the probe itself, not what it measured.
  if (text.includes("codec can't") || text.includes("panic") || text.includes("no such file"))
    return "instrument";
  if (text.includes("no route to host")) return "unreachable";
  if (text.includes("timed out") || text.includes("i/o timeout")) return "timeout";
  return "other";
}

const dnsKinds: ReadonlySet<FailureKind> = new Set([
  "nxdomain",
  "dns-refused",
  "servfail",
  "no-answer",
  "dns-other",
]);
const certificateKinds: ReadonlySet<FailureKind> = new Set([
  "unknown-authority",
  "invalid-hostname",
  "invalid-certificate",
  "tls-other",
]);

export function isDnsKind(kind: FailureKind): boolean {
  return dnsKinds.has(kind);
}

export function isCertificateKind(kind: FailureKind): boolean {
  return certificateKinds.has(kind);
}
