// Endpoints as measurements write them: `192.0.2.1:443` and `[2001:db8::1]:443`.

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** Null when the text is not an address, a colon and a port. */
export function parseEndpoint(text: string): Endpoint | null {
  const colon = text.lastIndexOf(":");
  if (colon <= 0) return null;
  const port = Number(text.slice(colon + 1));
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || colon === text.length - 1) return null;
  const host = text.slice(0, colon);
  const address = host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
  return address === "" ? null : { address, port };
}

/** The key by which controls name an endpoint. */
export function encodeEndpoint(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
