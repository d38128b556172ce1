// Which addresses cannot belong to a public site: the special registries of IANA (RFC 6890 and its updates).

export type AddressKind = "public" | "loopback" | "unspecified" | "reserved" | "none";

/** `none` for a text that is no IP address. */
export function addressKind(text: string): AddressKind {
  const v4 = parseIpv4(text);
  if (v4 !== null) return ipv4Kind(v4);
  const v6 = parseIpv6(text);
  return v6 === null ? "none" : ipv6Kind(v6);
}

export function isAddress(text: string): boolean {
  return addressKind(text) !== "none";
}

/** Whether no public site can be there. */
export function isBogon(text: string): boolean {
  const kind = addressKind(text);
  return kind === "loopback" || kind === "unspecified" || kind === "reserved";
}

/** One spelling for one address, so that sets compare; a text that is no address stays as it is. */
export function normalAddress(text: string): string {
  const v6 = text.includes(":") ? parseIpv6(text) : null;
  if (v6 === null) return text;
  const embedded = embeddedIpv4(v6);
  return embedded === null ? v6.map((part) => part.toString(16)).join(":") : formatIpv4(embedded);
}

// The documentation ranges (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32) are left out on purpose:
// invented measurements use them as public addresses, and no known censor answers with them.
const reservedIpv4: readonly (readonly [number, number])[] = [
  [0x0a000000, 8],
  [0x64400000, 10],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xe0000000, 3],
];

function ipv4Kind(address: number): AddressKind {
  if (address >>> 24 === 127) return "loopback";
  if (address >>> 24 === 0) return "unspecified";
  const isReserved = reservedIpv4.some(([base, bits]) => (address ^ base) >>> (32 - bits) === 0);
  return isReserved ? "reserved" : "public";
}

function ipv6Kind(parts: readonly number[]): AddressKind {
  const embedded = embeddedIpv4(parts);
  if (embedded !== null) return ipv4Kind(embedded);
  const last = parts[7] ?? 0;
  if (parts.slice(0, 7).every((part) => part === 0) && last <= 1)
    return last === 1 ? "loopback" : "unspecified";
  const first = parts[0] ?? 0;
  // Only 2000::/3 is given out; fc00::/7, fe80::/10 and ff00::/8 lie outside it.
  return first >>> 13 === 1 ? "public" : "reserved";
}

/** IPv4 inside IPv6: mapped (::ffff:0:0/96) and NAT64 (64:ff9b::/96), which a network may write itself. */
function embeddedIpv4(parts: readonly number[]): number | null {
  const isMapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  const isNat64 = parts[0] === 0x64 && parts[1] === 0xff9b && parts.slice(2, 6).every((part) => part === 0);
  return isMapped || isNat64 ? (((parts[6] ?? 0) << 16) | (parts[7] ?? 0)) >>> 0 : null;
}

/** Four numbers up to 255, of one to three digits; by character, because every address of a file comes here. */
function parseIpv4(text: string): number | null {
  if (text.length > 15 || text.length < 7) return null;
  let address = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot && digits > 0) {
      address = address * 256 + part;
      dots += 1;
      part = 0;
      digits = 0;
    } else if (code >= zero && code <= zero + 9 && digits < 3) {
      part = part * 10 + code - zero;
      digits += 1;
      if (part > 255) return null;
    } else return null;
  }
  return dots === 3 && digits > 0 ? address * 256 + part : null;
}

const dot = 0x2e;
const zero = 0x30;

function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}

/** Eight groups; null when it is not IPv6. A zone (`%eth0`) is not part of an address that a resolver gives. */
function parseIpv6(text: string): readonly number[] | null {
  if (text.length > 45 || !text.includes(":")) return null;
  const halves = withHexTail(text).split("::");
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? "");
  const tail = groupsOf(halves[1] ?? "");
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

/** `::ffff:192.0.2.1` with its last four bytes as two groups. */
function withHexTail(text: string): string {
  const colon = text.lastIndexOf(":");
  const v4 = parseIpv4(text.slice(colon + 1));
  if (v4 === null) return text;
  return `${text.slice(0, colon + 1)}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`;
}

function groupsOf(text: string): readonly number[] | null {
  if (text === "") return [];
  const groups = text.split(":");
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : null;
}
