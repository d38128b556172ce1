// Paths on a device in one form, so that an indicator meets the file whichever way either was written.

/** On iOS these are links into /private. */
const linkedIntoPrivate = ["/var/", "/tmp/", "/etc/"];

/** Absolute, without a slash at the end. */
export function normalisePath(raw: string): string {
  const absolute = raw.startsWith("/") ? raw : `/${raw}`;
  let end = absolute.length;
  while (end > 1 && absolute[end - 1] === "/") end -= 1;
  const path = absolute.slice(0, end);
  return linkedIntoPrivate.some((start) => path.startsWith(start)) ? `/private${path}` : path;
}

/** The path, then every folder above it. */
export function* selfAndFolders(path: string): Generator<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) yield path.slice(0, end);
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
