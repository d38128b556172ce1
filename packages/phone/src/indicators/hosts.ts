// Hosts in one form: lower case, punycode, no trailing dot, addresses in dotted decimals; and the walk over a host's
// labels. A host is compared whole or at the boundary of a label, never as a part of a text.

/** Longest host of DNS, with room for a trailing dot. */
const maximumHostLength = 254;

/** Null if it cannot be a host. Takes one label too: the caller decides what a bare word means. */
export function normaliseHost(raw: string): string | null {
  if (raw.length === 0 || raw.length > maximumHostLength) return null;
  const host = isPlain(raw) ? raw : parseHost(raw);
  if (host === null) return null;
  const end = host.endsWith(".") ? host.length - 1 : host.length;
  const bare = end === host.length ? host : host.slice(0, end);
  return bare.length === 0 || bare.startsWith(".") || bare.endsWith(".") || bare.includes("..") ? null : bare;
}

/**
 * Whether a bare text could only be a number: `4.50`, `1.2.3`. Behind a scheme these are addresses too, since browsers
 * take them as such; alone they are prices and versions.
 */
export function isBareNumber(host: string): boolean {
  const last = host.lastIndexOf(".") + 1;
  return isDigit(host.charCodeAt(last)) && !isDottedAddress(host);
}

/** Lower-case letters, digits, dots and hyphens, and not a number in a spelling that is not normal. */
function isPlain(host: string): boolean {
  let lastLabel = 0;
  for (let i = 0; i < host.length; i += 1) {
    const unit = host.charCodeAt(i);
    if (unit === 0x2e) lastLabel = i + 1;
    else if (!isLowerLetter(unit) && !isDigit(unit) && unit !== 0x2d && unit !== 0x5f) return false;
  }
  return !isDigit(host.charCodeAt(lastLabel)) || isDottedAddress(host);
}

/** Four decimal numbers up to 255, without zeros in front. */
function isDottedAddress(host: string): boolean {
  if (host.length < 7 || host.length > 15) return false;
  let labels = 1;
  let start = 0;
  for (let i = 0; i <= host.length; i += 1) {
    const unit = i < host.length ? host.charCodeAt(i) : 0x2e;
    if (unit !== 0x2e && !isDigit(unit)) return false;
    if (unit !== 0x2e) continue;
    if (!isOctet(host, start, i)) return false;
    if (i < host.length) labels += 1;
    start = i + 1;
  }
  return labels === 4;
}

function isOctet(host: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 1 || length > 3 || (length > 1 && host.charCodeAt(start) === 0x30)) return false;
  return Number(host.slice(start, end)) < 256;
}

/** The URL standard's own host parser: punycode, case, full-width dots, addresses in every spelling. */
function parseHost(raw: string): string | null {
  for (let i = 0; i < raw.length; i += 1) {
    const unit = raw.charCodeAt(i);
    // These would end the host or start another part of the address.
    if (unit <= 0x20 || unit === 0x2f || unit === 0x3f || unit === 0x23 || unit === 0x40 || unit === 0x5c)
      return null;
  }
  const isBracketed = raw.startsWith("[");
  if (!isBracketed && raw.includes(":")) return null;
  try {
    return new URL(`http://${raw}/`).hostname;
  } catch {
    return null;
  }
}

/** Of a host in normal form. */
export function isAddress(host: string): boolean {
  return host.startsWith("[") || (isDigit(host.charCodeAt(host.length - 1)) && isDottedAddress(host));
}

export function withoutWww(host: string): string {
  return host.startsWith("www.") ? host.slice(4) : host;
}

/** The host, then what is left after each of its labels but the last. */
export function* suffixesOf(host: string): Generator<string> {
  for (let from = 0; ;) {
    const dot = host.indexOf(".", from);
    if (dot < 0) return;
    yield from === 0 ? host : host.slice(from);
    from = dot + 1;
  }
}

function isLowerLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
