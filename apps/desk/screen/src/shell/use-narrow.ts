import { useSyncExternalStore } from "react";

/** The same width as in shell.css: a window of 1280 px at 200 % zoom is narrow. */
const narrow = "(max-width: 48rem)";

/** Whether the window has no room for the road beside the screen. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
