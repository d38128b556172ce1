// The named predicates that rules are made of. A fact holds or it does not; what could not be seen does not hold.

export type DnsFailure = "nxdomain" | "refused" | "servfail" | "no-answer" | "timeout" | "other";
export type TcpFailure = "timeout" | "refused" | "reset" | "unreachable" | "other";
export type CertificateFailure = "unknown-authority" | "invalid-hostname" | "invalid-certificate";
export type TlsFailure = "reset" | "eof" | "timeout" | "other" | CertificateFailure;
export type HttpFailure =
  "reset" | "eof" | "timeout" | "refused" | "unreachable" | "other" | "dns" | "certificate";

type ControlFact =
  /** The probe had no answer from the test helper. */
  | "control.missing"
  | "control.worked"
  | "control.dns.answered"
  /** The helper's resolver knows that the name has no address. */
  | "control.dns.none"
  | "control.dns.bogon"
  | "control.http.ok"
  | "control.http.failed"
  /** In the same way as the probe. */
  | "control.http.failed-alike"
  | "measurement.empty"
  /** The probe wrote a reason for blocking into the file. */
  | "probe.says-blocked";

type DnsFact =
  | "dns.answered"
  | "dns.failed"
  | `dns.failed.${DnsFailure}`
  /** Every address of the system's resolver lies in a range where no public site can be. */
  | "dns.bogon"
  /** The same, with loopback or unspecified addresses: what filters on the device or at home answer. */
  | "dns.loopback"
  /** A query that was sent to a public resolver came back with such an address. */
  | "dns.public-resolver-bogon"
  /** A resolver that was asked over an encrypted connection gave public addresses. */
  | "dns.encrypted-resolver-answered"
  | "dns.same-address"
  | "dns.same-network"
  /** Public addresses, none of them nor their networks known to the control. */
  | "dns.unmatched"
  /** A valid certificate for the name came from an address of the system's resolver. */
  | "dns.valid-tls"
  /** The control itself had a valid handshake for the name with such an address. */
  | "dns.control-verified"
  | "dns.redirect-bogon"
  | `dns.redirect-failed.${DnsFailure}`
  | "dns.fingerprint.country"
  | "dns.fingerprint.elsewhere";

/** `control-ok`: no attempt of the probe worked, the control's did. */
type TcpFact =
  | "tcp.connected"
  | "tcp.partly"
  | `tcp.control-ok.${TcpFailure}`
  | "tcp.control-failed"
  | "tcp.control-unknown"
  /** Towards an address that only the system's resolver gave. */
  | "tcp.untrusted-failed"
  | "tcp.ipv6-broken"
  | `tcp.redirect.${TcpFailure}`;

type TlsFact =
  | "tls.valid"
  | "tls.partly"
  | `tls.control-ok.${TlsFailure}`
  | "tls.control-failed"
  | "tls.control-unknown"
  | "tls.untrusted-failed"
  /** Beside a page in clear text that nothing can be compared with. */
  | "tls.beside-page"
  | `tls.redirect.${TlsFailure}`;

type HttpFact =
  /** A response arrived that is not a redirect to be followed. */
  | "http.response"
  | "http.over-tls"
  /** The response came from an address of the system's resolver, as in a browser. */
  | "http.by-system"
  | "http.matches"
  | "http.status-only"
  | "http.differs"
  | "http.unclear"
  | "http.captcha"
  | "http.server-error"
  | "http.control-not-page"
  | "http.failed"
  | `http.failed.${HttpFailure}`
  | "http.untrusted-failed"
  | "http.broken-redirect"
  | "http.redirect-loop"
  | "http.redirect-private"
  | "http.redirect-elsewhere"
  | "http.instrument"
  | "http.fingerprint.country"
  | "http.fingerprint.elsewhere"
  | "http.fingerprint.false-positive";

/** Of tests that judge themselves: what their summary says, and what the steps add to it. */
type AppFact =
  | "test.no-result"
  | "test.works"
  /** The tool did not start; nothing shows why. */
  | "test.failed"
  | `test.blocked.${AppLayer}`
  /** What the summary calls blocked has answered, in a way that the test did not expect. */
  | "test.server-answered"
  | "test.bogon"
  /** No step worked, and nothing tells the service from the network. */
  | "test.nothing-worked"
  /** All that failed is a name that its owner has given up. */
  | "test.retired-name"
  | "test.altered"
  | "test.unaltered"
  | "test.none-reached"
  | "test.few-reached"
  | "test.some-reached"
  | "test.most-reached";

export type AppLayer = "dns" | "tcp" | "tls" | "http";

export type Fact = ControlFact | DnsFact | TcpFact | TlsFact | HttpFact | AppFact;
export type Facts = ReadonlySet<Fact>;

/** Facts being gathered, while one layer builds on the one below. */
export type GatheredFacts = Set<Fact>;

export function addFact(facts: GatheredFacts, fact: Fact, holds: boolean): void {
  if (holds) facts.add(fact);
}
