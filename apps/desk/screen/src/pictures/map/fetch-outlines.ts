// The outlines come from the desk itself, when a map is opened and not before.
import file from "world-atlas/countries-110m.json?url";
import { drawOutlines, type Outlines, type WorldAtlas } from "./outlines.ts";

export async function fetchOutlines(signal: AbortSignal): Promise<Outlines> {
  const answer = await fetch(file, { signal });
  // A file that was built with the screen: its form is known.
  return drawOutlines((await answer.json()) as WorldAtlas);
}
