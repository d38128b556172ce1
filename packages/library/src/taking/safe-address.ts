// Addresses and names of files out of somebody's data: followed only where they lead to the web, and inside our own folder.

/** Shown as it stands but for credentials; a link only over http and https, without credentials. */
export function safeAddress(text: string): { readonly shown: string; readonly href: string | null } {
  const trimmed = text.trim().slice(0, 2_000);
  if (!URL.canParse(trimmed)) return { shown: trimmed, href: null };
  const url = new URL(trimmed);
  if (url.username !== "" || url.password !== "") return { shown: withoutCredentials(trimmed), href: null };
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  // Beyond that, letters of other scripts make an address of many kilobytes, and browsers cut it.
  return isWeb && url.href.length <= longestLink
    ? { shown: trimmed, href: url.href }
    : { shown: trimmed, href: null };
}

const longestLink = 4_000;

function withoutCredentials(text: string): string {
  const start = /^[a-z][a-z0-9+.-]*:[/\\]*/i.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const end = rest.search(/[/\\?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  return `${text.slice(0, start)}${rest.slice(authority.lastIndexOf("@") + 1)}`;
}

/** One name inside the library's `files` folder: no folder, nothing hidden, nothing that an address would have to quote. */
export function isSafeFileName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(name) && !/\.(?:x?html?|svg|js|mjs|xml|css)$/i.test(name);
}

export function isSlug(slug: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,119}$/.test(slug);
}

/** Stands in addresses as it is. */
export function isCode(code: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code);
}
