/**
 * Names around the first loop, from the one that closes it back to itself; null where there is none. `needs`: what each name
 * needs; a name that is no key needs nothing.
 */
export function findLoop(needs: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const settled = new Set<string>();
  const loopFrom = (name: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(name);
    if (at !== -1) return [...path.slice(at), name];
    if (settled.has(name)) return null;
    for (const next of needs.get(name) ?? []) {
      const loop = loopFrom(next, [...path, name]);
      if (loop !== null) return loop;
    }
    settled.add(name);
    return null;
  };
  for (const name of needs.keys()) {
    const loop = loopFrom(name, []);
    if (loop !== null) return loop;
  }
  return null;
}
