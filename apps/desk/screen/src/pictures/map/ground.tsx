// What lies under every map: the outlines, which the desk itself gives.
import { useEffect, useState } from "react";
import { useDesk } from "../../desk.tsx";
import { fetchOutlines } from "./fetch-outlines.ts";
import { mapHeight, mapWidth, type Outlines } from "./outlines.ts";

export function useOutlines(): Outlines | null {
  const { fail } = useDesk();
  const [outlines, setOutlines] = useState<Outlines | null>(null);
  useEffect(() => {
    const left = new AbortController();
    fetchOutlines(left.signal).then(setOutlines, (error: unknown) => {
      if (!left.signal.aborted) fail(error);
    });
    return () => left.abort();
  }, [fail]);
  return outlines;
}

export function Ground({ outlines }: { readonly outlines: Outlines }) {
  return (
    <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true">
      <path className="land" d={outlines.land} />
      <path className="borders" d={outlines.borders} />
    </svg>
  );
}
